package related

import (
	"cmp"
	"context"
	"slices"
)

// Sizes of the two stages of [Find].
const (
	// LeadingTerms is how many of an article's terms find it, beside those of its
	// title: an index keeps postings for these alone.
	LeadingTerms = 64
	// maxSought is how many of an article's terms others are looked for by.
	maxSought = 64
	// maxCompared is how many articles are compared term by term.
	maxCompared = 150
)

// Document is an article as an index knows it.
type Document struct {
	ID     int64
	Source string // the paper, in a form that can be compared; "" is not known
	Hour   int    // of publication: hours since 1970
	Profile
	Lengths Lengths // in the library as it is, or was not long ago
}

// Index is what [Find] asks a library.
type Index interface {
	// Frequencies says of terms in how many articles each is, in their order, and
	// how many articles there are.
	Frequencies(ctx context.Context, terms []Term) (in []int, articles int, err error)
	// Having tells each of the articles that have one of some terms among their
	// leading ones, by the place of the term; an article more than once.
	Having(ctx context.Context, terms []Term, tell func(place int, id int64)) error
	// Documents gives the articles of some IDs, in any order.
	Documents(ctx context.Context, ids []int64) ([]Document, error)
}

// Leading gives the terms by which an article of a profile is found: those of its
// title, and those by which it is most told from other articles, at most n of them,
// the first first. The frequencies are those of its terms, in their order, in a
// library of some articles.
func Leading(p Profile, in []int, articles, n int) []Term {
	type weighted struct {
		Counted
		weight float64
	}
	order := make([]weighted, 0, len(p.Terms))
	for i, t := range p.Terms {
		if t.Times > 0 {
			order = append(order, weighted{t, t.weights()[0] * termRarity(in[i], articles)})
		}
	}
	slices.SortFunc(order, func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.Term, b.Term))
	})
	var terms []Term
	for i, t := range order {
		if i < n || t.Title > 0 {
			terms = append(terms, t.Term)
		}
	}
	return terms
}

// Find gives the articles of a library that an article is most related to, at most
// limit: copies of it, other reports of its event, other parts of its story, then
// what is related, in each case the nearest first.
func Find(ctx context.Context, index Index, to Document, written Analysis, limit int) ([]Neighbour, error) {
	q, err := ask(ctx, index, to, written)
	if err != nil {
		return nil, err
	}
	list, err := q.nearest(ctx, index)
	if err != nil {
		return nil, err
	}
	return q.group(list, limit), nil
}

// ask makes a query of an article.
func ask(ctx context.Context, index Index, to Document, written Analysis) (*query, error) {
	in, articles, err := index.Frequencies(ctx, to.terms())
	if err != nil {
		return nil, err
	}
	return newQuery(to, written, in, articles), nil
}

// terms gives the terms of a profile alone.
func (p Profile) terms() []Term {
	terms := make([]Term, len(p.Terms))
	for i, t := range p.Terms {
		terms[i] = t.Term
	}
	return terms
}

// nearest gives the articles that are compared with the query, the nearest first.
func (q *query) nearest(ctx context.Context, index Index) ([]ranked, error) {
	documents, err := q.candidates(ctx, index, maxCompared)
	if err != nil {
		return nil, err
	}
	list := q.rank(documents)
	q.bars = barsOver(backgroundScore(list))
	return list, nil
}

// query is the article that others are looked for, ready to be compared.
type query struct {
	Document
	written Analysis
	bars
	// What each term brings: its weight in the whole, the title and the lead, by
	// its rarity in the library twice, since it is as rare in the other article,
	// for the length of the article.
	relevance [][3]float64
	rarities  []float64 // of each term
	leading   []int     // the places of the terms that others are looked for by
}

func newQuery(d Document, written Analysis, in []int, articles int) *query {
	d.Lengths = d.Measure(in, articles)
	q := &query{Document: d, written: written, bars: barsOver(usualBackground(articles)), relevance: make([][3]float64, len(d.Terms)), rarities: make([]float64, len(d.Terms))}
	var order []int
	for i, t := range d.Terms {
		r := termRarity(in[i], articles)
		q.rarities[i] = r
		for k, w := range t.weights() {
			q.relevance[i][k] = w * r * r / max(d.Lengths[k], tinyLength)
		}
		if t.Times > 0 && in[i] > 1 { // what no other has leads nowhere
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(q.brings(b), q.brings(a)), cmp.Compare(a, b))
	})
	q.leading = order[:min(maxSought, len(order))]
	return q
}

// tinyLength is in the place of a length that is nothing.
const tinyLength = 1e-9

// brings is what a term brings to the likeness with an article that has it once, in
// its lead.
func (q *query) brings(i int) float64 {
	return q.relevance[i][0] + titlePart*q.relevance[i][1] + leadPart*q.relevance[i][2]
}

// candidates gives the articles that have the most of the leading terms, at most n.
func (q *query) candidates(ctx context.Context, index Index, n int) ([]Document, error) {
	terms := make([]Term, len(q.leading))
	for i, place := range q.leading {
		terms[i] = q.Terms[place].Term
	}
	scores := map[int64]float64{}
	err := index.Having(ctx, terms, func(place int, id int64) { scores[id] += q.brings(q.leading[place]) })
	if err != nil {
		return nil, err
	}
	delete(scores, q.ID)
	return index.Documents(ctx, bestScores(scores, n))
}

// scored is an article with what it shares with a query.
type scored struct {
	id    int64
	score float64
}

// compareScored puts the higher score first, and of the same the lower ID.
func compareScored(a, b scored) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
}

// bestScores gives the IDs of the n highest scores, the highest first. Of many only those are
// put in order that are above the n highest so far.
func bestScores(scores map[int64]float64, n int) []int64 {
	best := make([]scored, 0, 2*n)
	last, full := scored{}, false
	for id, score := range scores {
		s := scored{id, score}
		if full && compareScored(s, last) > 0 {
			continue
		}
		if best = append(best, s); len(best) == 2*n {
			slices.SortFunc(best, compareScored)
			best = best[:n]
			last, full = best[n-1], true
		}
	}
	slices.SortFunc(best, compareScored)
	ids := make([]int64, min(n, len(best)))
	for i := range ids {
		ids[i] = best[i].id
	}
	return ids
}

// inCommon tells each term that the query and another article have, by its place
// in the query.
func (q *query) inCommon(p Profile, tell func(place int, t Counted)) {
	i := 0
	for _, t := range p.Terms {
		for i < len(q.Terms) && q.Terms[i].Term < t.Term {
			i++
		}
		if i == len(q.Terms) {
			return
		}
		if q.Terms[i].Term == t.Term && t.Times > 0 && q.Terms[i].Times > 0 {
			tell(i, t)
		}
	}
}

// ranked is a candidate and how near it is.
type ranked struct {
	Document
	likeness
	score float64
	event float64 // as another report of the event, which is soon told
}

// nearness is what articles are put in order by: reports of the event before the rest of its
// story.
func (r *ranked) nearness() float64 { return r.score + r.event/2 }

// rank compares candidates and gives them, the nearest first.
func (q *query) rank(candidates []Document) []ranked {
	list := make([]ranked, 0, len(candidates))
	for i := range candidates {
		d := &candidates[i]
		l, near := q.compare(d), q.timeNearness(d, nearHours)
		part := keptShare
		if q.Sketch.Runs == 0 || d.Sketch.Runs == 0 {
			part = keptOfTitles
		}
		r := ranked{Document: *d, likeness: l, score: l.mixed() * (part + (1-part)*near)}
		if q.Digest == d.Digest {
			r.event = l.ofEvent() * (keptOfEvents + (1-keptOfEvents)*near)
		}
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.nearness(), a.nearness()), cmp.Compare(a.ID, b.ID))
	})
	return list
}
