package related

import "math"

// likeness is how like an article is to another: the cosines of all that they say,
// of their titles and of their leads, each from 0 to 1, and more where one is shorter.
type likeness [3]float64

// How much the titles and the leads count beside the whole; and for another report
// of one event, whose first words are the most like.
const (
	titlePart  = 0.4
	leadPart   = 0.8
	eventTitle = 0.3
	eventLead  = 1.2
)

// A paragraph of background, or several, that papers repeat of an affair makes the whole of
// two articles like, but neither their titles nor their leads: so the whole counts for as much
// as these, and this more.
const wholeBeyond = 0.15

// mixed is likeness as one number.
func (l likeness) mixed() float64 { return l.with(titlePart*l[1] + leadPart*l[2]) }

// ofEvent is likeness as reports of one event have it.
func (l likeness) ofEvent() float64 { return l.with(eventTitle*l[1] + eventLead*l[2]) }

// with adds the whole to what the titles and leads are worth together.
func (l likeness) with(ends float64) float64 {
	return min(l[0], wholeBeyond+titlePart*l[1]+leadPart*l[2]) + ends
}

// The cosine of a line and a long report is small even where the report says all that the
// line does. So it counts for more where one is longer than the other: by this power of how
// many times as long, up to so many; of titles, which all are short, it does not.
var shorterPower = likeness{0.35, 0, 0.5}

const mostTimesLonger = 3

// compare compares an article with the query.
func (q *query) compare(d *Document) likeness {
	var l likeness
	q.inCommon(d.Profile, func(i int, t Counted) {
		for k, w := range t.weights() {
			l[k] += q.relevance[i][k] * w
		}
	})
	for k := range l {
		if l[k] == 0 {
			continue
		}
		own, other := max(q.Lengths[k], tinyLength), max(d.Lengths[k], tinyLength)
		longer := min(max(own, other)/min(own, other), mostTimesLonger)
		l[k] = min(1, l[k]/other*math.Pow(longer, shorterPower[k]))
	}
	return l
}

// timeNearness is how near two articles are in time: 1 at the same hour, 0 far apart.
func timeNearness(hours int) float64 {
	apart := float64(hours) / nearHours
	return math.Exp(-apart * apart / 2)
}

// How far apart in time is near, and what part of its likeness an article keeps
// however far it is.
const (
	nearHours = 60
	keptShare = 0.7
	// Titles alone say less, and time more.
	keptOfTitles = 0.2
	// An event is soon told.
	keptOfEvents = 0.1
)
