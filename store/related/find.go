package related

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
)

// Sizes of the two stages of [Find].
const (
	// LeadingTerms is how many of an article's terms find it: an index keeps
	// postings for these alone.
	LeadingTerms = 40
	// sought is how many of an article's terms others are looked for by.
	sought = 24
	// nearestInTime is how many articles with a term are taken from before a day, and
	// how many from after it.
	nearestInTime = 200
	// compared is how many articles are compared term by term.
	compared = 100
)

// Document is an article as an index knows it.
type Document struct {
	ID     int64
	Source string // the paper, in a form that can be compared; "" is not known
	Day    int    // of publication: days since 1970
	Profile
}

// Index is what [Find] asks a library. Every question is about a bounded number
// of articles, however large the library is.
type Index interface {
	// Frequencies says of terms in how many articles each is, in their order, and
	// how many articles there are.
	Frequencies(ctx context.Context, terms []Term) (in []int, articles int, err error)
	// Having gives articles that have a term among their leading ones: as many as
	// limit allows of those before a day, and of those from it on, in either case
	// the nearest.
	Having(ctx context.Context, term Term, day, limit int) ([]int64, error)
	// Documents gives the articles of some IDs, in any order.
	Documents(ctx context.Context, ids []int64) ([]Document, error)
}

// Leading gives the words by which an article of a profile is found: those by
// which it is most told from other articles, at most n of them, the first first.
// Pairs are left out: what has one has its words. The frequencies are those of its
// terms, in their order, in a library of some articles.
func Leading(p Profile, in []int, articles, n int) []Term {
	order := make([]Weighted, 0, len(p.Terms))
	for i, t := range p.Terms {
		if t.Weight > 0 && !t.Term.isPair() {
			order = append(order, Weighted{t.Term, t.Weight * rarity(in[i], articles)})
		}
	}
	slices.SortFunc(order, heavier)
	terms := make([]Term, min(n, len(order)))
	for i := range terms {
		terms[i] = order[i].Term
	}
	return terms
}

// rarity is how much it says that an article has a term that so many have: the
// inverse document frequency, nothing for what all have.
func rarity(in, articles int) float64 {
	in = min(max(in, 1), max(articles, 1))
	return math.Log(1 + (float64(articles-in)+0.5)/(float64(in)+0.5))
}

// Find gives the articles of a library that an article is most related to, the
// nearest first, at most limit.
//
// It looks for what has the article's leading terms, takes those that have the
// most of them, and compares these term by term: the more two articles have in
// common that few others have, for what they say in all, the nearer they are,
// and news the nearer the closer in time.
func Find(ctx context.Context, index Index, to Document, written Analysis, limit int) ([]Neighbour, error) {
	q, err := ask(ctx, index, to, written)
	if err != nil {
		return nil, err
	}
	list, err := q.nearest(ctx, index)
	if err != nil {
		return nil, err
	}
	return q.group(ctx, index, list, limit)
}

// ask makes a query of an article.
func ask(ctx context.Context, index Index, to Document, written Analysis) (*query, error) {
	terms := make([]Term, len(to.Terms))
	for i, t := range to.Terms {
		terms[i] = t.Term
	}
	in, articles, err := index.Frequencies(ctx, terms)
	if err != nil {
		return nil, err
	}
	return newQuery(to, written, in, articles), nil
}

// nearest gives the articles that are related to the query, the nearest first.
func (q *query) nearest(ctx context.Context, index Index) ([]ranked, error) {
	ids, err := q.candidates(ctx, index)
	if err != nil {
		return nil, err
	}
	documents, err := index.Documents(ctx, ids)
	if err != nil {
		return nil, err
	}
	return q.rank(documents), nil
}

// query is the article that others are looked for, ready to be compared.
type query struct {
	Document
	written Analysis
	leading []Term
	// relevance is what each term brings: its weight in the article by its rarity
	// in the library, twice, since it is as rare in the other article.
	relevance map[Term]float64
	self      float64 // how near the article is to itself
}

func newQuery(d Document, written Analysis, in []int, articles int) *query {
	q := &query{
		Document: d, written: written, relevance: make(map[Term]float64, len(d.Terms)),
	}
	// What no other has leads nowhere.
	var had Profile
	var hadIn []int
	for i, t := range d.Terms {
		if in[i] > 1 {
			had.Terms, hadIn = append(had.Terms, t), append(hadIn, in[i])
		}
	}
	q.leading = Leading(had, hadIn, articles, sought)
	for i, t := range d.Terms {
		idf := rarity(in[i], articles)
		q.relevance[t.Term] = t.Weight * idf * idf
	}
	q.self = q.similarity(d.Profile)
	return q
}

// candidates gives the articles that have the most of the leading terms.
func (q *query) candidates(ctx context.Context, index Index) ([]int64, error) {
	scores := map[int64]float64{}
	for _, term := range q.leading {
		ids, err := index.Having(ctx, term, q.Day, nearestInTime)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if id != q.ID {
				scores[id] += q.relevance[term]
			}
		}
	}
	ids := slices.SortedFunc(maps.Keys(scores), func(a, b int64) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b))
	})
	return ids[:min(compared, len(ids))], nil
}

// usualLength is added to the length, in the sense of vectors, of every article,
// so that a card which is but a title is not near for one word in common: about
// a half of what a short report has.
const usualLength = 10

// similarity is how near an article is, on a scale of the query's own.
func (q *query) similarity(p Profile) float64 {
	var common, length float64
	for _, t := range p.Terms {
		common += q.relevance[t.Term] * t.Weight
		length += t.Weight * t.Weight
	}
	return common / (usualLength + math.Sqrt(length))
}

// fadingDays is after how many days half of what closeness in time brings is
// gone.
const fadingDays = 30

// closeness is the part of its nearness that an article keeps for its distance
// in time: all of it on the same day, about half of it in another year.
func closeness(days int) float64 {
	return (1 + 1/(1+math.Abs(float64(days))/fadingDays)) / 2
}

// enough is how near an article must be to be called related, a part of how near
// the article is to itself; slight is how near for one word alone. Few are shown
// that are less near, if they share a name.
const (
	enough = 0.04
	slight = 0.06
	few    = 5
)

// ranked is a candidate and how near it is.
type ranked struct {
	Document
	score float64
}

// rank compares candidates and gives those that are related, the nearest first.
func (q *query) rank(candidates []Document) []ranked {
	var list []ranked
	for _, d := range candidates {
		score := q.similarity(d.Profile) / q.self * closeness(d.Day-q.Day)
		if score >= enough/4 { // others may vouch for it, or a name
			list = append(list, ranked{d, score})
		}
	}
	slices.SortFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.ID, b.ID))
	})
	return list
}
