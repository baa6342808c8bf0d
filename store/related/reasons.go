package related

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxShared is how many shared names and words are given as reasons.
const maxShared = 4

// writing is how an article writes a term.
type writing struct {
	text     string
	prefixed bool // the text may begin with a letter that is another word
	name     bool
	number   bool
	common   bool
	parts    [2]Term // of a pair, its words
	phrase   bool    // of a pair: it reads as one thing
	person   bool    // of a pair: both are names and neither a place
	kind     bool    // of a pair: a kind of place or body, and its name
}

// reason is a shared term and what it tells.
type reason struct {
	term   Term
	how    *writing
	weight float64
}

// shared gives what an article shares with the query, names before numbers and
// other words, and of either the most telling first. A pair tells what it and its
// words do, and these are not given again. Words of every day are given only where
// there is nothing else.
func (q *query) shared(p Profile) []string {
	brings := map[Term]float64{}
	q.inCommon(p, func(i int, t Counted) {
		brings[t.Term] = q.relevance[i][0] * t.weights()[0]
	})
	var reasons []reason
	for term, w := range q.written.written {
		if weight := brings[term]; weight > 0 {
			reasons = append(reasons, reason{term, w, weight})
		}
	}
	for _, w := range q.written.pairs {
		if first, second := brings[w.parts[0]], brings[w.parts[1]]; first > 0 && second > 0 && w.phrase {
			reasons = append(reasons, reason{0, w, first + second})
		}
	}
	slices.SortFunc(reasons, func(a, b reason) int {
		return cmp.Or(cmp.Compare(a.how.class(), b.how.class()), cmp.Compare(b.weight, a.weight), cmp.Compare(a.how.text, b.how.text))
	})
	var texts []string
	used := map[Term]bool{}
	for _, r := range reasons {
		first, second := r.how.parts[0], r.how.parts[1]
		pair := r.how.parts != [2]Term{}
		if !pair && used[r.term] || pair && (used[first] || used[second]) || r.how.common && len(texts) > 0 {
			continue
		}
		if pair {
			used[first], used[second] = true, true
		} else {
			used[r.term] = true
		}
		text := r.how.text
		if pair {
			text = wholeName(r, reasons, used)
		}
		if texts = append(texts, text); len(texts) == maxShared {
			break
		}
	}
	return texts
}

// wholeName gives a name of three words of which a pair has two, if both articles
// have the other pair, too: a person's, or what kind of thing the pair is.
func wholeName(r reason, reasons []reason, used map[Term]bool) string {
	for _, other := range reasons {
		parts := other.how.parts
		switch {
		case other.how.kind && parts[1] == r.how.parts[0] && !used[parts[0]]:
			used[parts[0]] = true
			kind, _, _ := strings.Cut(other.how.text, " ")
			return kind + " " + r.how.text
		case !other.how.person || !r.how.person:
		case parts[0] == r.how.parts[1] && !used[parts[1]]:
			used[parts[1]] = true
			_, last, _ := strings.Cut(other.how.text, " ")
			return r.how.text + " " + last
		case parts[1] == r.how.parts[0] && !used[parts[0]]:
			used[parts[0]] = true
			first, _, _ := strings.Cut(other.how.text, " ")
			return first + " " + r.how.text
		}
	}
	return r.how.text
}

// class puts names before other words, and these before those of every day.
func (w *writing) class() int {
	switch {
	case w.common:
		return 3
	case w.name:
		return 0
	case w.number:
		return 1
	}
	return 2
}

// phrases tells of the pairs of words of an article which read as one thing.
type phrases struct {
	names  map[string]bool
	arabic bool // the article is in Arabic, which has an article to tell by
}

// newPhrases looks at how an article writes. One word in twelve with the Arabic
// article is less than any Arabic text has, and more than any other.
func newPhrases(tokens []token, names map[string]bool) phrases {
	content, definite := 0, 0
	for i := range tokens {
		if tokens[i].content {
			content++
			if hasArticle(tokens[i].folded) {
				definite++
			}
		}
	}
	return phrases{names, 12*definite > content}
}

// reads tells whether two words after one another read as one thing: two names, a
// kind of place or body and its name, a noun and its adjective, or a noun and
// what it is of.
func (p phrases) reads(a, b *token) bool {
	first, second := hasArticle(a.folded), hasArticle(b.folded)
	if c, ok := cueOf(a); ok && c == ofThings && !first {
		return !b.common || second
	}
	switch {
	case a.common || b.common:
		return false
	case isPlace(a.folded, a.stem): // what follows is another thing
		return isPlace(b.folded, b.stem) && strings.HasPrefix(b.folded, "و")
	case p.names[a.stem] && p.names[b.stem]:
		return !first || second
	case p.names[a.stem] && !first:
		return false
	case !p.arabic:
		return true
	case first:
		return second
	}
	return second
}

// bareName is a word without what is written together with it and is no part of it,
// as far as that can be told: a conjunction or a preposition before the article,
// or before a name that is known.
func bareName(t *token) string {
	first, size := utf8.DecodeRuneInString(t.folded)
	letter, written := utf8.DecodeRuneInString(t.text)
	if letter != first || !strings.ContainsRune("وفبلك", first) || knownWords()[t.folded] {
		return t.text
	}
	rest := t.folded[size:]
	after := strings.TrimLeftFunc(t.text[written:], unicode.IsMark)
	switch long := utf8.RuneCountInString(rest) > minBare; {
	case knownWords()[rest], long && first != 'ك' && strings.HasPrefix(rest, "ال") && !seemingPrefixes[string([]rune(t.folded)[:4])]:
		return after
	case long && strings.HasPrefix(t.folded, "لل"):
		return "ا" + after
	}
	return t.text
}

// minBare is how many letters are too few for a word after a letter that is
// taken for another word, its article included; seeming are the beginnings of
// words that seem to have an article.
const minBare = 4

var seemingPrefixes = map[string]bool{"بالي": true, "بالغ": true, "بالو": true, "بالا": true, "والد": true, "والي": true, "فالن": true, "فالي": true}
