package related

import "math"

// Relation is what an article is to another.
type Relation uint8

// The relations, the closest first.
const (
	SameText  Relation = 1 + iota // it is a copy
	SameEvent                     // another report of the event
	SameStory                     // what came before or after it, or is said of it
	Related                       // both speak of the same
)

// Neighbour is an article that is related to another.
type Neighbour struct {
	ID       int64
	Relation Relation
	// Score is how near it is: 0 is nothing.
	Score float64
	// Shared is what both have that few others have, the most telling first, as
	// the article asked about writes it.
	Shared []string
	// Copies are those that have the very text of this one.
	Copies []int64
}

// bars are from which score on an article is related at all, a part of the story, and
// another report of the event. Where it is unsure, less is said.
type bars struct{ related, story, event float64 }

// barsOver gives the bars over a background: what has nothing to do with an article and
// is yet the most like it. That tells what likeness means in a library: much in one of
// the same days and places, nothing in a small one.
func barsOver(background float64) bars {
	return bars{0.05 + 1.85*background, 0.31 + 1.75*background, 0.72 + 1.35*background}
}

// The background is at these ranks. Of an affair that runs for weeks there is more than
// that, and it is no background.
const (
	backgroundFrom = 25
	backgroundTo   = 75
	maxBackground  = 0.14
)

// backgroundScore gives the mean score of the background, of articles by rank.
func backgroundScore(list []ranked) float64 {
	sum := 0.0
	for _, r := range list[min(backgroundFrom, len(list)):min(backgroundTo, len(list))] {
		sum += r.score
	}
	return min(maxBackground, sum/(backgroundTo-backgroundFrom))
}

// usualBackground gives what the background mostly is in a library of some articles,
// for where too few are compared to tell.
func usualBackground(articles int) float64 {
	return max(0, min(maxBackground, 0.06*math.Log10(float64(articles)/30)))
}

// relation is what can be said of a candidate, 0 for nothing.
func (q *query) relation(r *ranked) Relation {
	switch {
	case q.Digest && r.Digest:
		return q.relationOfDigests(r)
	case q.Digest || r.Digest:
		return q.touches(r)
	case q.isBulletin(r):
		return Related
	case q.isCopy(r):
		return SameText
	case q.isNearEvent(r) && q.isOfEvent(r):
		return SameEvent
	case r.score >= q.story && q.isOfStory(r):
		return SameStory
	case r.score >= q.related && q.founded(r.Profile):
		return Related
	}
	return 0
}

// founded tells that an article shares more with the query than one word that is no
// name: it says little, however rare it is in a small library.
func (q *query) founded(p Profile) bool {
	shared := 0
	q.inCommon(p, func(i int, t Counted) {
		switch w := q.written.written[t.Term]; {
		case w == nil: // kin of a word
			shared++
		case w.common:
		case w.name:
			shared += 2
		default:
			shared++
		}
	})
	return shared > 1
}

// maxBulletins is how many bulletins are given for one.
const maxBulletins = 2

// group makes neighbours of ranked articles, as many as limit allows: copies of
// one text are one.
func (q *query) group(list []ranked, limit int) []Neighbour {
	var by [Related + 1][]Neighbour
	var heads []*ranked
	var at [][2]int
	total, bulletins := 0, 0
next:
	for i := range list {
		r := &list[i]
		relation := q.relation(r)
		if relation == 0 {
			continue
		}
		if q.isBulletin(r) {
			if bulletins++; bulletins > maxBulletins {
				continue
			}
		}
		for n, head := range heads {
			alike := at[n][0] == int(relation) && (relation == SameText || areCopies(head.Sketch, r.Sketch))
			if alike || resemblance(head.Sketch, r.Sketch) >= sameText {
				n := &by[at[n][0]][at[n][1]]
				n.Copies = append(n.Copies, r.ID)
				continue next
			}
		}
		if total == limit {
			continue
		}
		total++
		heads, at = append(heads, r), append(at, [2]int{int(relation), len(by[relation])})
		by[relation] = append(by[relation], Neighbour{ID: r.ID, Relation: relation, Score: r.score, Shared: q.shared(r.Profile)})
	}
	var out []Neighbour
	for _, some := range by {
		out = append(out, some...)
	}
	return out
}
