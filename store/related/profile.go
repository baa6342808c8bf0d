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
// chance are rare enough to do no harm. Pairs have odd ones.
type Term uint32

func (t Term) isPair() bool { return t&1 == 1 }

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

// Analyse makes the profile of an article.
func Analyse(a Article) Analysis {
	var t tokenizer
	t.add(plain(a.Title), inTitle)
	t.add(plain(a.Summary), inSummary)
	t.add(plain(a.own()), inBody)
	t.tokens = join(t.tokens)
	unprefix(t.tokens)

	found := names(t.tokens)
	c := counts{times: map[Term]float64{}, written: map[Term]*writing{}, names: found, phrases: newPhrases(t.tokens, found)}
	for i := range t.tokens {
		c.count(&t.tokens[i])
	}
	c.countPairs(t.tokens)

	terms := make([]Weighted, 0, len(c.times))
	for term, times := range c.times {
		weight := 1 + math.Log(times)
		switch w := c.written[term]; {
		case w.name && w.parts == [2]Term{}:
			weight *= nameWeight
		case w.common:
			weight *= commonWeight
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
	phrases phrases
}

func (c *counts) count(t *token) {
	if !t.content {
		return
	}
	term := termOf(t.stem)
	c.times[term] += t.place.weight()
	w := c.written[term]
	if w == nil {
		w = &writing{name: c.names[t.stem], common: t.common}
		c.written[term] = w
	}
	// The shortest has the fewest letters that belong to other words; one that may
	// begin with such a letter is the last choice.
	if text, prefixed := bare(t), t.prefixed; w.text == "" || prefixed == w.prefixed && len(text) < len(w.text) || w.prefixed && !prefixed {
		w.text, w.prefixed = text, prefixed
	}
}

// pair is two words after one another, and how an article has them.
type pair struct {
	times  float64
	counts bool // it stands in the title, recurs, or holds a name
	at     int  // the second word, last
	phrase bool
	person bool // both words are names and neither a place
	kind   bool // the first word is a kind of place or body
}

// countPairs counts the pairs of words that stand in the title, that recur, or
// that hold a name. Nothing but a space parts the words of a pair.
func (c *counts) countPairs(tokens []token) {
	pairs := map[[2]string]*pair{}
	described := false // the first word of the pair is the adjective of the one before it
	for i := 1; i < len(tokens); i++ {
		a, b := &tokens[i-1], &tokens[i]
		if !a.content || !b.content || b.parted {
			described = false
			continue
		}
		p := pairs[[2]string{a.stem, b.stem}]
		if p == nil {
			first, second := c.names[a.stem], c.names[b.stem]
			p = &pair{
				counts: b.place == inTitle || first || second,
				person: first && second && !isPlace(a.folded, a.stem) && !isPlace(b.folded, b.stem),
			}
			pairs[[2]string{a.stem, b.stem}] = p
		} else {
			p.counts = true
		}
		p.times += b.place.weight()
		p.at = i
		if cue, ok := cueOf(a); ok && cue == ofThings {
			p.kind = true
		}
		reads := c.phrases.reads(a, b) && !described
		p.phrase = p.phrase || reads
		described = reads && articled(a.folded)
	}
	for stems, p := range pairs {
		if p.counts {
			c.countPair(stems, p, bare(&tokens[p.at-1])+" "+tokens[p.at].text)
		}
	}
}

func (c *counts) countPair(stems [2]string, p *pair, text string) {
	term := termOf(stems[0]+" "+stems[1]) | 1
	c.times[term] += p.times
	first, second := termOf(stems[0]), termOf(stems[1])
	c.written[term] = &writing{
		text: text, phrase: p.phrase, kind: p.kind, parts: [2]Term{first, second},
		name:   c.names[stems[0]] || c.names[stems[1]],
		common: c.written[first].common && c.written[second].common,
		person: p.person,
	}
}

func termOf(stem string) Term {
	h := fnv.New64a()
	_, _ = h.Write([]byte(stem)) // it never fails
	sum := h.Sum64()
	return (Term(sum>>32) ^ Term(sum)) &^ 1
}
