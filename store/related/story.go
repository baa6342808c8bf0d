package related

import "context"

// Companion is an article that is surely of the story of another.
type Companion struct {
	ID   int64
	Hour int
	// Score is how near it is.
	Score float64
}

// How many of an article's terms its story is looked for by, how many of the articles
// that share the most of these it is compared with, and how much more than to be called
// of its story it takes to be put together with it: one wrong article brings those that
// are like it. The background is one for all libraries, as stories stay while these grow.
const (
	storySought     = 24
	storyCompared   = 12
	surerScore      = 0.06
	storyBackground = 0.1
)

// Companions gives the articles of a library that are surely of the story of one, the
// nearest first.
func Companions(ctx context.Context, index Index, of Document) ([]Companion, error) {
	q, err := ask(ctx, index, of, Analysis{})
	if err != nil {
		return nil, err
	}
	q.bars = barsOver(storyBackground)
	q.leading = q.leading[:min(storySought, len(q.leading))]
	documents, err := q.candidates(ctx, index, storyCompared)
	if err != nil {
		return nil, err
	}
	var list []Companion
	for _, r := range q.rank(documents) {
		if relation := q.relation(&r); relation != 0 && relation <= SameStory && !q.isSeries(&r, relation) && (r.score >= q.story+surerScore || relation == SameText) {
			list = append(list, Companion{r.ID, r.Hour, r.score})
		}
	}
	return list, nil
}

// isSeries tells what comes under one title again and again, or in one form, and tells other
// things: results, prices, columns, live pages, earthquakes. Any of them would bring all of
// its kind into a story.
func (q *query) isSeries(r *ranked, relation Relation) bool {
	if relation == SameText || q.Sketch.Runs == 0 || r.Sketch.Runs == 0 {
		return false
	}
	oneTitle := r.cosines[1] >= seriesTitle
	return oneTitle && (r.cosines[2] < seriesLead || q.otherFacts(r.Profile)) || r.cosines[2] >= seriesLead && q.otherTitle(r.Profile)
}

// How like are the titles of what is a series, and the leads of what is told in one form.
const (
	seriesTitle = 0.85
	seriesLead  = 0.6
)
