package related

import (
	"context"
	"math"
	"slices"
)

// What makes a thread: how like what it tells so far an article must be, how many
// days at most may lie between it and another of the thread, and how many
// articles it has at most.
const (
	threadLikeness = 0.12
	threadGap      = 90
	maxThread      = 40
)

// Thread gives the articles that tell one developing story with an article, and
// itself, in order of time. A copy of another is left out.
//
// It begins with the article and takes, one at a time, the one that is most like
// all that it has, as long as one is like it enough: so a later part of the story
// is found by the parts between, and the story's own words outweigh those of each
// part.
func Thread(ctx context.Context, index Index, to Document, written Analysis) ([]int64, error) {
	q, err := ask(ctx, index, to, written)
	if err != nil {
		return nil, err
	}
	list, err := q.nearest(ctx, index)
	if err != nil {
		return nil, err
	}
	list = list[:min(maxThread, len(list))]
	l, err := newLikeness(ctx, index, to, list)
	if err != nil {
		return nil, err
	}
	t := thread{likeness: l, sum: map[Term]float64{}}
	t.take(to)
	for {
		best, likest := -1, threadLikeness
		for i, r := range list {
			if near := t.like(r.ID); near >= likest && t.close(r.Day) {
				best, likest = i, near
			}
		}
		if best < 0 {
			break
		}
		if next := list[best].Document; !slices.ContainsFunc(t.members, func(d Document) bool {
			return copies(d.Sketch, next.Sketch)
		}) {
			t.take(next)
		}
		list = slices.Delete(list, best, best+1)
	}
	slices.SortStableFunc(t.members, func(a, b Document) int { return a.Day - b.Day })
	ids := make([]int64, len(t.members))
	for i, d := range t.members {
		ids[i] = d.ID
	}
	return ids, nil
}

// thread is a story as far as it is put together.
type thread struct {
	likeness
	members []Document
	sum     map[Term]float64 // of what the members tell
}

func (t *thread) take(d Document) {
	t.members = append(t.members, d)
	for term, w := range t.likeness[d.ID] {
		t.sum[term] += w
	}
}

// like is how like an article is to all that the thread tells: the cosine of it
// and the sum.
func (t *thread) like(id int64) float64 {
	var common, length float64
	for term, w := range t.likeness[id] {
		common += w * t.sum[term]
	}
	for _, w := range t.sum {
		length += w * w
	}
	return common / math.Sqrt(max(length, 1e-9))
}

// close tells whether a day is close enough to the thread's.
func (t *thread) close(day int) bool {
	return slices.ContainsFunc(t.members, func(d Document) bool {
		return day-d.Day <= threadGap && d.Day-day <= threadGap
	})
}
