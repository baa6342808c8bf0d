package related

import (
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Report is a text made ready for being compared with another one, sentence by sentence.
type Report struct {
	names   map[string]bool
	alone   map[string]bool // its words without a letter that may be another word
	keys    map[string]bool // of all that it says, see keysOf
	numbers map[string]bool
	having  map[string][]int // the sentences that have a key
	lengths []int            // how many keys a sentence has
}

// NewReport reads an article whole and returns it as a report.
func NewReport(a Article) *Report {
	t := tokenizer{whole: true}
	t.add(plainText(a.Title), inTitle)
	t.add(plainText(a.Summary), inSummary)
	t.add(plainText(a.Body), inBody)
	tokens := joinNames(t.tokens)
	stripPrefixes(tokens)
	readNumbers(tokens)
	r := &Report{names: findNames(tokens), alone: map[string]bool{}, keys: map[string]bool{}, numbers: map[string]bool{}, having: map[string][]int{}}
	for i := range tokens {
		if i == 0 || tokens[i].opens {
			r.lengths = append(r.lengths, 0)
		}
		r.take(&tokens[i])
	}
	return r
}

// take adds a word to the last sentence of the report.
func (r *Report) take(t *token) {
	sentence := len(r.lengths) - 1
	for _, key := range keysOf(t) {
		r.keys[key] = true
		if in := r.having[key]; len(in) == 0 || in[len(in)-1] != sentence {
			r.having[key] = append(in, sentence)
			r.lengths[sentence]++
		}
	}
	if t.content {
		r.alone[t.stem] = true
	}
	if t.number != "" {
		r.numbers[t.number] = true
	}
}

// keysOf returns what a word is known by in another text: its stem, that without a letter
// that may be another word, and its kin; or its value and that rounded. The first one is
// the word itself.
func keysOf(t *token) (keys []string) {
	switch {
	case t.number != "":
		keys = append(keys, "#"+t.number)
		if round := rounded(t.number); round != "" {
			keys = append(keys, "#"+round)
		}
	case t.content:
		keys = append(keys, t.stem)
		if rest := unprefixed(t.folded); rest != "" {
			keys = append(keys, text.Stem(rest))
		}
		if kin := stemSkeleton(t.stem); kin != "" {
			keys = append(keys, "√"+kin)
		}
	}
	return keys
}

// unprefixed returns a folded word without a first letter that may be a conjunction or a
// preposition, "" where there is none.
func unprefixed(folded string) string {
	first, size := utf8.DecodeRuneInString(folded)
	if rest := folded[size:]; strings.ContainsRune("وفبلك", first) && utf8.RuneCountInString(rest) >= 3 {
		return rest
	}
	return ""
}

// How much of a sentence another text has: from sameSentence on in one or two sentences
// of it, or from sameScattered on anywhere, it says the same. Names and numbers count as
// several words, words of every day as half of one.
const (
	sameSentence  = 0.5
	sameScattered = 0.85
	factWeight    = 2
	commonWeight  = 0.5
)

// Unshared gives what a part of the report's text says and another report does not: the
// sentences, and in the others the names and numbers. Both are ranges of the part.
func (r *Report) Unshared(part string, other *Report) (sentences, facts []text.Range) {
	tokens := r.tokensOf(part)
	for _, s := range text.Sentences(part) {
		var inside []token
		for len(tokens) > 0 && tokens[0].at < s.End {
			inside, tokens = append(inside, tokens[0]), tokens[1:]
		}
		if len(inside) > 0 && !other.says(inside, r.names) {
			sentences = append(sentences, s)
			continue
		}
		for i := range inside {
			if r.isFact(&inside[i]) && !other.hasFact(&inside[i]) {
				facts = append(facts, text.Range{Start: inside[i].at, End: inside[i].end})
			}
		}
	}
	return sentences, facts
}

// tokensOf cuts a part of the report's text into words.
func (r *Report) tokensOf(part string) []token {
	t := tokenizer{whole: true}
	t.add(part, inBody)
	tokens := joinNames(t.tokens)
	for i := range tokens {
		if rest := unprefixed(tokens[i].folded); tokens[i].content && rest != "" && r.alone[text.Stem(rest)] {
			tokens[i].stem = text.Stem(rest)
		}
	}
	readNumbers(tokens)
	return tokens
}

// isFact tells a name or a number.
func (r *Report) isFact(t *token) bool {
	return t.number != "" || t.content && !t.common && r.names[t.stem]
}

// hasFact tells whether the report has a name or a number.
func (r *Report) hasFact(t *token) bool {
	if t.number == "" {
		return r.has(t)
	}
	return r.numbers[t.number] || r.keys["#"+rounded(t.number)]
}

// has tells whether the report has a word, in another form too.
func (r *Report) has(t *token) bool {
	for _, key := range keysOf(t) {
		if r.keys[key] {
			return true
		}
	}
	return false
}

// says tells whether the report says what a sentence of another one does, in which words
// stand for names. One without a word that says anything is said.
func (r *Report) says(sentence []token, names map[string]bool) bool {
	all, scattered := 0.0, 0.0
	in := map[int]float64{}
	for i := range sentence {
		t := &sentence[i]
		weight := weightOf(t, names)
		all += weight
		found := map[int]bool{}
		for _, key := range keysOf(t) {
			for _, s := range r.having[key] {
				found[s] = true
			}
		}
		if len(found) > 0 {
			scattered += weight
		}
		for s := range found {
			in[s] += weight
		}
	}
	if scattered >= sameScattered*all {
		return true
	}
	for s, here := range in {
		if here+in[s+1]/2 >= sameSentence*all {
			return true
		}
	}
	return false
}

// weightOf returns how much a word of a sentence counts.
func weightOf(t *token, names map[string]bool) float64 {
	switch {
	case t.number != "":
		return factWeight
	case !t.content:
		return 0
	case t.common:
		return commonWeight
	case names[t.stem]:
		return factWeight
	}
	return 1
}
