package related

import "math"

// likeness is how like an article is to another, each from 0 to 1.
type likeness struct {
	// cosines are of all that they say, of their titles and of their leads, and more where
	// one is shorter.
	cosines [3]float64
	// told is how much of the title of each the other tells, anywhere in it: papers give one
	// report titles of other words, but what one has in its title the other has in its text.
	told float64
	// titles are the parts of told: of the query's title in the other, of its title in the query.
	titles [2]float64
	most   float64 // the part of all this that one word brings
}

// How much the titles, what of them is told and the leads count beside the whole; and for
// another report of one event, whose first words are the most like.
const (
	titlePart = 0.2
	toldPart  = 0.4
	leadPart  = 0.8
	eventTold = 0.6
	eventLead = 1.2
)

// A paragraph of background, or several, that papers repeat of an affair makes the whole of
// two articles like, but neither their titles nor their leads: so the whole counts for as much
// as these, and this more.
const wholeBeyond = 0.15

// mixed is likeness as one number.
func (l *likeness) mixed() float64 { return l.with(l.ends()) }

// ofEvent is likeness as reports of one event have it.
func (l *likeness) ofEvent() float64 { return l.with(eventTold*l.told + eventLead*l.cosines[2]) }

// with adds the whole to what the titles and leads are worth together.
func (l *likeness) with(ends float64) float64 { return min(l.cosines[0], wholeBeyond+l.ends()) + ends }

// ends is what the titles and leads are worth.
func (l *likeness) ends() float64 {
	return titlePart*l.cosines[1] + toldPart*l.told + leadPart*l.cosines[2]
}

// The cosine of a line and a long report is small even where the report says all that the
// line does. So it counts for more where one is longer than the other: by this power of how
// many times as long, up to so many; of titles, which all are short, it does not.
var shorterPower = [3]float64{0.35, 0, 0.5}

const mostTimesLonger = 3

// compare compares an article with the query.
func (q *query) compare(d *Document) likeness {
	var l likeness
	var all, toldOwn, toldOther float64
	var perLength [3]float64
	for k, length := range d.Lengths {
		perLength[k] = 1 / max(length, tinyLength)
	}
	q.inCommon(d.Profile, func(i int, t Counted) {
		brings := 0.0
		for k, w := range t.weights() {
			c := q.relevance[i][k] * w * perLength[k]
			l.cosines[k] += c
			brings += c * mixedParts[k]
		}
		all, l.most = all+brings, max(l.most, brings)
		toldOwn += q.Terms[i].inTitle(q.rarities[i])
		toldOther += t.inTitle(q.rarities[i])
	})
	l.most /= max(all, tinyLength)
	l.titles = [2]float64{partOfTitle(toldOwn, q.Lengths[1]), partOfTitle(toldOther, d.Lengths[1])}
	l.told = min(1, math.Sqrt(l.titles[0]*l.titles[1]))
	for k, c := range l.cosines {
		own, other := max(q.Lengths[k], tinyLength), max(d.Lengths[k], tinyLength)
		longer := min(max(own, other)/min(own, other), mostTimesLonger)
		l.cosines[k] = min(1, c*math.Pow(longer, shorterPower[k]))
	}
	return l
}

// partOfTitle is how much of a title of some length is told.
func partOfTitle(told, length float64) float64 { return told / max(length*length, tinyLength) }

// mixedParts is how much the whole, the titles and the leads count.
var mixedParts = [3]float64{1, titlePart, leadPart}

// inTitle gives what a term of some rarity is of the square of the length of its title.
func (t Counted) inTitle(rarity float64) float64 {
	if t.Title == 0 {
		return 0
	}
	w := t.weights()[1] * rarity
	return w * w
}

// timeNearness is how near an article is to the query in time, where some hours are near: 1 at
// the same hour, 0 far apart. Where it is not known when one was published it is neither near nor far.
func (q *query) timeNearness(d *Document, nearby float64) float64 {
	if q.Undated || d.Undated {
		return nearnessUnknown
	}
	apart := float64(d.Hour-q.Hour) / nearby
	return math.Exp(-apart * apart / 2)
}

// How far apart in time is near, also for what is called one event, how near what has no date
// is, and what part of its likeness an article keeps however far it is.
const (
	nearHours       = 60
	eventHours      = 36
	nearnessUnknown = 0.75
	keptShare       = 0.7
	// Titles alone say less, and time more.
	keptOfTitles = 0.2
	// An event is soon told.
	keptOfEvents = 0.1
)
