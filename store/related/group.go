package related

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Neighbour is an article that is related to another.
type Neighbour struct {
	ID int64
	// Score is how near it is, with what others vouch for: 0 is nothing.
	Score float64
	// Shared is what both have that few others have, the most telling first, as
	// the article asked about writes it.
	Shared []string
	// SameText tells that it is a copy of the article.
	SameText bool
	// SameStory tells that another paper tells in it what the article tells.
	SameStory bool
	// Also are others that tell what this one tells, in other papers, the nearest
	// first.
	Also []int64
	// Copies are those that have the very text of this one.
	Copies []int64
}

// From which likeness on, and up to how many days apart, articles of different
// papers tell one story.
const (
	sameStory     = 0.15
	sameStoryDays = 3
)

// gist is how many of an article's terms, the heaviest, say what it tells.
const gist = 40

// group makes neighbours of ranked articles, as many as limit allows: copies of
// one text are one, and what tells the story of one before it goes with that.
func (q *query) group(ctx context.Context, index Index, list []ranked, limit int) ([]Neighbour, error) {
	list = list[:min(3*limit, len(list))] // what goes with others leaves room
	l, err := newLikeness(ctx, index, q.Document, list)
	if err != nil {
		return nil, err
	}
	list = q.founded(l.vouched(list))
	list = list[:min(2*limit, len(list))]
	var out []Neighbour
	var heads []int
next:
	for i, r := range list {
		for n, head := range heads {
			switch h := list[head]; {
			case copies(h.Sketch, r.Sketch):
				out[n].Copies = append(out[n].Copies, r.ID)
				continue next
			case !out[n].SameStory && !out[n].SameText && l.oneStory(&h.Document, &r.Document):
				out[n].Also = append(out[n].Also, r.ID)
				continue next
			}
		}
		if len(heads) == limit {
			continue
		}
		heads = append(heads, i)
		out = append(out, Neighbour{
			ID: r.ID, Score: r.score, Shared: q.shared(r.Profile),
			SameText: copies(q.Sketch, r.Sketch), SameStory: l.oneStory(&q.Document, &r.Document),
		})
	}
	return out, nil
}

// likeness compares what articles tell: the cosine of their heaviest terms.
type likeness map[int64]map[Term]float64

func newLikeness(ctx context.Context, index Index, to Document, list []ranked) (likeness, error) {
	l := likeness{}
	rarities := map[Term]float64{}
	gistOf := func(d Document) {
		terms := slices.Clone(d.Terms)
		slices.SortFunc(terms, heavier)
		l[d.ID] = map[Term]float64{}
		for _, t := range terms[:min(gist, len(terms))] {
			l[d.ID][t.Term] = t.Weight
			rarities[t.Term] = 0
		}
	}
	gistOf(to)
	for _, r := range list {
		gistOf(r.Document)
	}
	terms := make([]Term, 0, len(rarities))
	for t := range rarities {
		terms = append(terms, t)
	}
	in, articles, err := index.Frequencies(ctx, terms)
	if err != nil {
		return nil, err
	}
	for i, t := range terms {
		rarities[t] = rarity(in[i], articles)
	}
	for _, vector := range l {
		length := 0.0
		for t := range vector {
			vector[t] *= rarities[t]
			length += vector[t] * vector[t]
		}
		for t := range vector {
			vector[t] /= math.Sqrt(length)
		}
	}
	return l, nil
}

// oneStory tells whether two articles of different papers tell one story.
func (l likeness) oneStory(a, b *Document) bool {
	apart := a.Day - b.Day
	return (a.Source != b.Source || a.Source == "") && -sameStoryDays <= apart && apart <= sameStoryDays && l.of(a.ID, b.ID) >= sameStory
}

// How many of the nearest articles vouch for others, and how much what they say
// counts beside what an article is by itself.
const (
	vouchers = 3
	vouching = 1
)

// vouched ranks articles anew: what is like those that are nearest is likelier of
// the story than what shares as much with the article alone. So a part of a story
// that has hardly a word of this one is found by the parts between, and what only
// shares an office or a place falls behind.
func (l likeness) vouched(list []ranked) []ranked {
	nearest := slices.Clone(list[:min(vouchers, len(list))])
	var out []ranked
	for _, r := range list {
		for _, n := range nearest {
			r.score += vouching * n.score * l.of(n.ID, r.ID) * closeness(r.Day-n.Day)
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	return out
}

// founded leaves out what is near for next to nothing: one word in common which is
// no name says little, however rare it is in a small library. Where little is near,
// what shares a name fills the list up to a few.
func (q *query) founded(list []ranked) []ranked {
	var near, far []ranked
	for _, r := range list {
		switch names, words := q.inCommon(r.Profile); {
		case r.score >= slight, r.score >= enough && (names > 0 || words > 1):
			near = append(near, r)
		case names > 0:
			far = append(far, r)
		}
	}
	return append(near, far[:min(len(far), max(0, few-len(near)))]...)
}

// inCommon counts the names and the other words that an article shares with the
// query, those of every day left out.
func (q *query) inCommon(p Profile) (names, words int) {
	for _, t := range p.Terms {
		switch w := q.written.written[t.Term]; {
		case w == nil || w.common || t.Weight == 0 || w.parts != [2]Term{}:
		case w.name:
			names++
		default:
			words++
		}
	}
	return names, words
}

func (l likeness) of(a, b int64) float64 {
	cosine := 0.0
	for t, w := range l[a] {
		cosine += w * l[b][t]
	}
	return cosine
}
