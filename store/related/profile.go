package related

import (
	"cmp"
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
	Undated bool   // when it was published is not known, but when it came
	// Leave tells which of [Article.Lines] are the paper's; nil is none.
	Leave func(Term) bool
}

// Term is a word or a number by a hash of 22 bits of its stem: texts are compared
// by them, and two words that share a hash by chance are rare enough to do no harm.
type Term uint32

const termBits = 22

// Counted is a term of an article and how often the article has it.
type Counted struct {
	Term  Term
	Times int  // in all, an occurrence in the title counting as several; 0 for a line, see [Standing]
	Title int  // in the title
	Lead  int  // in the lead, the first words of the text
	Name  bool // the article has it in a name, or it is a number
}

// Profile is what is known of an article for comparing it with others.
type Profile struct {
	Terms   []Counted // by term, ascending
	Sketch  Sketch    // of the text
	Undated bool      // see [Article]
	Digest  bool      // the text tells a little of much
}

// Bounds of a profile: how many terms it holds, those that are there most, and how
// many words of the text are its lead.
const (
	maxTerms  = 300
	leadWords = 80
)

// How often an occurrence in the title counts.
const titleTimes = 3

// What is kept of how often a term is there: more says no more.
const (
	maxTimes = 24
	maxPlace = 3
)

// Analysis is the profile of an article, with its terms as they are written in
// it.
type Analysis struct {
	Profile
	written map[Term]*writing
	pairs   []*writing
}

// Analyse makes the profile of an article.
func Analyse(a Article) Analysis {
	var t tokenizer
	t.add(plainText(a.Title), inTitle)
	t.add(plainText(a.Summary), inSummary)
	body := withoutReadAlso(a.own())
	t.add(plainText(body), inBody)
	t.tokens = joinNames(t.tokens)
	stripPrefixes(t.tokens)
	readNumbers(t.tokens)

	found := findNames(t.tokens)
	c := counts{at: map[Term]int{}, written: map[Term]*writing{}, names: found, phrases: newPhrases(t.tokens, found)}
	c.countAll(t.tokens)
	terms := c.terms
	slices.SortStableFunc(terms, func(a, b Counted) int { return cmp.Compare(b.Times, a.Times) })
	terms = slices.Clip(terms[:min(maxTerms, len(terms))])
	for _, line := range a.Lines() {
		if _, ok := c.at[line]; !ok {
			terms = append(terms, Counted{Term: line})
		}
	}
	slices.SortFunc(terms, func(a, b Counted) int { return cmp.Compare(a.Term, b.Term) })
	return Analysis{Profile{terms, sketchText(t.tokens), a.Undated, isDigest(body)}, c.written, c.pairs(t.tokens)}
}

// counts is how often an article has each term.
type counts struct {
	terms   []Counted    // in the order in which they are there first
	at      map[Term]int // where they are in it
	written map[Term]*writing
	names   map[string]bool
	phrases phrases
}

// countAll counts the words and numbers of an article. What has no text has its
// title for a lead.
func (c *counts) countAll(tokens []token) {
	left := leadWords
	for i := range tokens {
		t := &tokens[i]
		lead := false
		if t.place != inTitle && left > 0 {
			lead = true
			left--
		}
		switch {
		case t.content:
			c.count(termOf(t.stem), t.place, lead).Name = c.names[t.stem]
			c.write(t)
		case t.number != "":
			for _, term := range numberTerms(t.number) {
				c.count(term, t.place, lead).Name = true
			}
			c.writeNumber(t)
		}
	}
	if left == leadWords {
		c.countTitleAlone(tokens)
	}
}

// countTitleAlone has the title for the lead of an article that has no text, and
// counts the kin of its words.
func (c *counts) countTitleAlone(tokens []token) {
	for i := range c.terms {
		c.terms[i].Lead = c.terms[i].Title
	}
	for i := range tokens {
		if t := &tokens[i]; t.content && !c.names[t.stem] {
			if kin := stemSkeleton(t.stem); kin != "" {
				c.count(termOf("√"+kin), inTitle, true)
			}
		}
	}
}

func (c *counts) count(term Term, p wordPlace, lead bool) *Counted {
	i, ok := c.at[term]
	if !ok {
		i = len(c.terms)
		c.at[term] = i
		c.terms = append(c.terms, Counted{Term: term})
	}
	n := &c.terms[i]
	if p == inTitle {
		n.Times += titleTimes
		n.Title = min(n.Title+1, maxPlace)
	} else {
		n.Times++
	}
	n.Times = min(n.Times, maxTimes)
	if lead {
		n.Lead = min(n.Lead+1, maxPlace)
	}
	return n
}

// write keeps how a word is written. The shortest has the fewest letters that
// belong to other words; one that may begin with such a letter is the last choice.
func (c *counts) write(t *token) {
	term := termOf(t.stem)
	w := c.written[term]
	if w == nil {
		w = &writing{name: c.names[t.stem], common: t.common}
		c.written[term] = w
	}
	if text, prefixed := bareName(t), t.prefixed; w.text == "" || prefixed == w.prefixed && len(text) < len(w.text) || w.prefixed && !prefixed {
		w.text, w.prefixed = text, prefixed
	}
}

// writeNumber keeps how a number is written that says something by itself.
func (c *counts) writeNumber(t *token) {
	for i, term := range numberTerms(t.number) {
		if c.written[term] == nil {
			c.written[term] = &writing{text: t.text, number: true, common: i > 0 || !isTelling(t.number)}
		}
	}
}

func termOf(stem string) Term {
	h := fnv.New64a()
	_, _ = h.Write([]byte(stem)) // it never fails
	sum := h.Sum64()
	term := Term(sum>>42) ^ Term(sum)&(1<<termBits-1)
	if term >= firstNumber {
		term -= firstNumber
	}
	return term
}

// firstNumber is the first of the terms that are numbers: the highest of them are these.
const firstNumber = Term(63 << (termBits - 6))

// numberTermOf returns the term of a number as it is written here.
func numberTermOf(digits string) Term { return firstNumber + termOf("#"+digits)&(1<<(termBits-6)-1) }

// Lengths are how long an article is in the sense of vectors: all of it, its
// title and its lead. They depend on in how many articles of a library its terms are.
type Lengths [3]float64

// Measure gives the lengths of a profile; the frequencies are those of its terms, in
// their order, in a library of some articles.
func (p Profile) Measure(in []int, articles int) Lengths {
	var l Lengths
	for i, t := range p.Terms {
		r := termRarity(in[i], articles)
		for k, w := range t.weights() {
			l[k] += w * r * w * r
		}
	}
	for k := range l {
		l[k] = math.Sqrt(l[k])
	}
	return l
}

// isNumber tells a number that says something by itself.
func (t Counted) isNumber() bool { return t.Term >= firstNumber && t.isFact() }

// isFact tells a name or a number.
func (t Counted) isFact() bool { return t.Name && t.Times > 0 }

// weights gives what the term weighs in the whole, the title and the lead.
func (t Counted) weights() [3]float64 {
	w := [3]float64{timeLogarithms[t.Times], timeLogarithms[t.Title], timeLogarithms[t.Lead]}
	if t.Name {
		for k := range w {
			w[k] *= nameWeight
		}
	}
	return w
}

// nameWeight is how much more a name weighs than another word.
const nameWeight = 1.25

// timeLogarithms are what a term weighs by how often it is there: the second time says
// less than the first.
var timeLogarithms = func() (w [maxTimes + 1]float64) {
	for n := 1; n < len(w); n++ {
		w[n] = 1 + math.Log(float64(n))
	}
	return w
}()

// termRarity is how much it says that an article has a term that so many have: the
// inverse document frequency.
func termRarity(in, articles int) float64 {
	in = min(max(in, 1), max(articles, 1))
	return math.Log(1 + (float64(articles-in)+0.5)/(float64(in)+0.5))
}
