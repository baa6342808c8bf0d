package related

import (
	"cmp"
	"context"
	"slices"
)

// Bounds of a thread: how many articles it has at most, and how many of them are
// asked for what is of their story, the nearest first.
const (
	maxThread   = 40
	threadSteps = 8
)

// Thread gives the articles that tell one developing story with an article, and
// itself, in order of time. A copy of another is left out.
//
// It begins with the article and takes what is said to be of its story, and then
// what is of the story of these: so a later part is found by the parts between.
func Thread(ctx context.Context, index Index, to Document, written Analysis) ([]int64, error) {
	members := []Document{to}
	for step := 0; step < threadSteps && step < len(members); step++ {
		q, err := ask(ctx, index, members[step], written)
		if err != nil {
			return nil, err
		}
		near, err := q.nearest(ctx, index)
		if err != nil {
			return nil, err
		}
		for i := range near {
			r := &near[i]
			relation := q.relation(r)
			of := relation == SameEvent || relation == SameStory
			if of && len(members) < maxThread && !slices.ContainsFunc(members, func(d Document) bool {
				return d.ID == r.ID || areCopies(d.Sketch, r.Sketch)
			}) {
				members = append(members, r.Document)
			}
		}
	}
	slices.SortStableFunc(members, func(a, b Document) int { return cmp.Compare(a.Hour, b.Hour) })
	ids := make([]int64, len(members))
	for i, d := range members {
		ids[i] = d.ID
	}
	return ids, nil
}
