package related

import (
	"hash/fnv"
	"math"
	"slices"
)

// Article is what relatedness looks at in an article.
type Article struct {
	Title   string
	Summary string
	Body    string // Markdown
	Source  string // the paper, in a form that can be compared
	// Leave tells which of [Article.Lines] are the paper's; nil is none.
	Leave func(Term) bool
}

// Term is a word or a pair of words that follow one another, by the hash of
// their stems: texts are compared by them, and two words that share a hash by
// chance are rare enough to do no harm.
type Term uint32

// Weighted is a term of an article and how much the article is about it,
// whatever other articles say.
type Weighted struct {
	Term   Term
	Weight float64 // 0 for what is only counted; see [Standing]
}

// Profile is what is known of an article for comparing it with others.
type Profile struct {
	Terms  []Weighted // by term, ascending
	Sketch []uint32   // of the text: the least hashes of its runs of words, ascending
}

// maxTerms is how many terms a profile holds, those of the greatest weight.
const maxTerms = 250

// nameWeight is how much more a name weighs than another word.
const nameWeight = 2

// Analysis is the profile of an article, with its terms as they are written in
// it.
type Analysis struct {
	Profile
	written map[Term]*writing
}

// writing is how an article writes a term.
type writing struct {
	text  string
	name  bool
	parts [2]Term // of a pair, its words
}

// Analyse makes the profile of an article.
func Analyse(a Article) Analysis {
	var t tokenizer
	t.add(plain(a.Title), inTitle)
	t.add(plain(a.Summary), inSummary)
	t.add(plain(a.own()), inBody)
	unprefix(t.tokens)

	c := counts{times: map[Term]float64{}, written: map[Term]*writing{}, names: names(t.tokens)}
	for i := range t.tokens {
		c.count(&t.tokens[i])
	}
	c.countPairs(t.tokens)

	terms := make([]Weighted, 0, len(c.times))
	for term, times := range c.times {
		weight := 1 + math.Log(times)
		if w := c.written[term]; w.name {
			weight *= nameWeight
		}
		terms = append(terms, Weighted{term, weight})
	}
	slices.SortFunc(terms, heavier)
	terms = slices.Clip(terms[:min(maxTerms, len(terms))])
	for _, line := range a.Lines() {
		if _, ok := c.times[line]; !ok {
			terms = append(terms, Weighted{Term: line})
		}
	}
	slices.SortFunc(terms, func(a, b Weighted) int { return int(int64(a.Term) - int64(b.Term)) })
	return Analysis{Profile{terms, sketch(t.tokens)}, c.written}
}

// heavier orders terms from the heaviest to the lightest.
func heavier(a, b Weighted) int {
	switch {
	case a.Weight != b.Weight && a.Weight > b.Weight:
		return -1
	case a.Weight != b.Weight:
		return 1
	}
	return int(int64(a.Term) - int64(b.Term))
}

// counts is how often an article has each term, a word in the title counting as
// several.
type counts struct {
	times   map[Term]float64
	written map[Term]*writing
	names   map[string]bool
}

func (c *counts) count(t *token) {
	if !t.content {
		return
	}
	term := termOf(t.stem)
	c.times[term] += t.place.weight()
	w := c.written[term]
	if w == nil {
		w = &writing{name: c.names[t.stem]}
		c.written[term] = w
	}
	if w.text == "" || len(t.text) < len(w.text) {
		w.text = t.text // the shortest has the fewest letters that belong to other words
	}
}

// countPairs counts the pairs of words that stand in the title, that recur, or
// that hold a name. Nothing but a space parts the words of a pair.
func (c *counts) countPairs(tokens []token) {
	type pair struct{ first, second string }
	times := map[pair]float64{}
	recurs := map[pair]bool{}
	at := map[pair]int{}
	for i := 1; i < len(tokens); i++ {
		a, b := &tokens[i-1], &tokens[i]
		if !a.content || !b.content || b.parted {
			continue
		}
		p := pair{a.stem, b.stem}
		_, seen := at[p]
		recurs[p] = recurs[p] || seen || b.place == inTitle || c.names[a.stem] || c.names[b.stem]
		at[p] = i
		times[p] += b.place.weight()
	}
	for p, n := range times {
		if !recurs[p] {
			continue
		}
		term := termOf(p.first + " " + p.second)
		c.times[term] += n
		a, b := &tokens[at[p]-1], &tokens[at[p]]
		c.written[term] = &writing{
			text: a.text + " " + b.text, parts: [2]Term{termOf(p.first), termOf(p.second)},
		}
	}
}

func termOf(stem string) Term {
	h := fnv.New64a()
	_, _ = h.Write([]byte(stem)) // it never fails
	sum := h.Sum64()
	return Term(sum>>32) ^ Term(sum)
}
