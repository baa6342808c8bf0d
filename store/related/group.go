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

// bars are from which score on an article is related at all, a part of the story,
// and another report of the event. Where it is unsure, less is said.
type bars struct{ related, story, event float64 }

// In large libraries they are these. Among more articles the nearest of those that
// have nothing to do with one are nearer, so that in a small library they are lower,
// by so much for each tenth that it is of a large one.
var (
	highest    = bars{0.22, 0.38, 0.65}
	perTenth   = bars{0.10, 0.09, 0.08}
	leastBar   = 0.04
	largeStore = 1800 // articles
)

// barsOf are the bars in a library of so many articles.
func barsOf(articles int) bars {
	tenths := math.Log10(float64(largeStore) / float64(min(max(articles, 1), largeStore)))
	return bars{
		max(leastBar, highest.related-perTenth.related*tenths),
		max(leastBar, highest.story-perTenth.story*tenths),
		max(leastBar, highest.event-perTenth.event*tenths),
	}
}

// relation is what can be said of a candidate, 0 for nothing.
func (q *query) relation(r *ranked) Relation {
	switch {
	case q.isBulletin(r):
		return Related
	case copies(q.Sketch, r.Sketch):
		return SameText
	case r.event >= q.event:
		return SameEvent
	case r.score >= q.story:
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
		case w == nil || w.common:
		case w.name:
			shared += 2
		default:
			shared++
		}
	})
	return shared > 1
}

// isBulletin tells what has much of the words of the query, but not what it tells:
// prices and the weather come every day in the same words. It is of other names and
// numbers, or of the same paper, which does not copy itself, and yet not the same.
func (q *query) isBulletin(r *ranked) bool {
	resembling := resemblance(q.Sketch, r.Sketch)
	own := q.Source != "" && q.Source == r.Source
	return resembling >= sameWords && (own && resembling < again || q.otherFacts(r.Profile))
}

// How much of the words of one article another of its kind has, and how much it has
// that is the same one once more.
const (
	sameWords = 0.25
	again     = 0.85
)

// otherFacts tells that hardly a name or a number of an article is of the query, if
// both have some.
func (q *query) otherFacts(p Profile) bool {
	own, others, both := 0, 0, 0
	for _, t := range q.Terms {
		if t.isFact() {
			own++
		}
	}
	for _, t := range p.Terms {
		if t.isFact() {
			others++
		}
	}
	q.inCommon(p, func(i int, t Counted) {
		if t.isFact() && q.Terms[i].isFact() {
			both++
		}
	})
	some := min(own, others)
	return some >= someFacts && 5*both < 2*some
}

// someFacts is how many names and numbers are enough to tell by.
const someFacts = 3

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
			if relation == SameText && at[n][0] == int(SameText) || copies(head.Sketch, r.Sketch) {
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
