package related

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Bounds in words of a name after a word that announces one, of what the office
// in between is of ("وزير الخارجية الروسي"), and of a quotation that is a name
// and no speech.
const (
	maxName      = 2
	maxOffice    = 3
	maxQuotation = 4
)

// findNames finds the words of an article that stand in names, by their stems. A
// word that is in a name once is one wherever the article has it.
func findNames(tokens []token) map[string]bool {
	found := map[string]bool{}
	mark := func(list []token) {
		for _, t := range list {
			if t.content && !t.common {
				found[t.stem] = true
			}
		}
	}
	for i := range tokens {
		t := &tokens[i]
		switch c, announces := cueOf(t); {
		case !t.content:
			continue
		case announces:
			mark(announcedName(t, tokens[i+1:], c))
		case t.name || isGiven(t.folded):
			surname := isFollowed(tokens, i) && (isGiven(t.folded) || strings.HasPrefix(t.folded, "عبد"))
			if surname {
				mark(tokens[i : i+2])
			} else if t.name {
				mark(tokens[i : i+1])
			}
		}
		if t.quoted > 0 && (i == 0 || tokens[i-1].quoted != t.quoted) {
			mark(quotedWords(tokens[i:], t.quoted))
		}
	}
	markCapitalised(tokens, mark)
	return found
}

// isFollowed tells whether what follows a first name may be the name after it.
func isFollowed(tokens []token, i int) bool {
	if i+1 == len(tokens) || !tokens[i+1].content || tokens[i+1].parted || tokens[i+1].common {
		return false
	}
	_, announces := cueOf(&tokens[i+1])
	return !announces
}

// announcedName gives the name that follows a word that announces one. After the
// article comes what the place or body is like, which may be its name (البحر
// الأحمر), or else what it does.
func announcedName(t *token, rest []token, c nameCue) []token {
	n := 0
	goesOn := func() bool { return n < len(rest) && rest[n].content && (!rest[n].parted || rest[n].quoted > 0) }
	if c == ofThings {
		if goesOn() && (!hasArticle(t.folded) || hasArticle(rest[0].folded) || rest[0].quoted > 0) {
			n++
		}
		return rest[:n]
	}
	for n < maxOffice && goesOn() && hasArticle(rest[n].folded) {
		n++
	}
	first := n
	for n < first+maxName && goesOn() && !strings.HasPrefix(rest[n].folded, "وال") {
		if _, ok := cueOf(&rest[n]); ok {
			break
		}
		n++
	}
	return rest[first:n]
}

// cueOf tells a word that announces a name, with a conjunction or without.
func cueOf(t *token) (nameCue, bool) {
	c, ok := cueStems()[t.stem]
	if rest, conjoined := strings.CutPrefix(t.folded, "و"); !ok && conjoined {
		c, ok = cueStems()[text.Stem(rest)]
	}
	return c, ok
}

// hasArticle tells a word with the Arabic article.
func hasArticle(folded string) bool {
	return strings.HasPrefix(folded, "ال") || strings.HasPrefix(folded, "وال")
}

// quotedWords gives the words of a quotation that is short enough for a name.
func quotedWords(rest []token, quoted int) []token {
	n := 0
	for n < len(rest) && rest[n].quoted == quoted {
		n++
	}
	if n > maxQuotation {
		return nil
	}
	return rest[:n]
}

// markCapitalised marks words in Latin, Greek or Cyrillic script that begin with a
// capital where a sentence does not ask for one, and every word in such a script
// in a text of another. Headlines that capitalise all their words say nothing.
func markCapitalised(tokens []token, mark func([]token)) {
	cased, all := 0, 0
	for _, t := range tokens {
		if t.content {
			all++
			if first, _ := utf8.DecodeRuneInString(t.text); unicode.IsUpper(first) || unicode.IsLower(first) {
				cased++
			}
		}
	}
	foreign := 2*cased < all
	for i := range tokens {
		first, _ := utf8.DecodeRuneInString(tokens[i].text)
		switch {
		case foreign && (unicode.IsUpper(first) || unicode.IsLower(first)),
			unicode.IsUpper(first) && !tokens[i].opens && tokens[i].place != inTitle:
			mark(tokens[i : i+1])
		}
	}
}
