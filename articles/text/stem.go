package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What Stem takes off, the longest first. The endings are those of light stemming
// (Larkey, Ballesteros and Connell, 2002), the plurals of Persian and Urdu, and
// the يا of countries, so that سوريا, السورية and السوري meet.
var (
	stemArticles = []string{"وبال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل"}
	stemEndings  = []string{"هاي", "يات", "يون", "يين", "ها", "هم", "نا", "ات", "ان", "ين", "ون", "يه", "يا", "ه", "ي"}
	// relationEndings go before it is decided what the first letter is: لبناني is no
	// longer a word than لبنان.
	relationEndings = []string{"يات", "يون", "يين", "يه", "ه", "ي"}
)

var (
	stemHebrewPrefixes = []string{"ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "שה", "מה", "בה"}
	stemHebrewEndings  = []string{"ים", "ות", "ה", "י"}
)

// Bounds in letters of what has to be left of a word when its first letter is
// taken for a conjunction, and for a preposition, which more words begin with.
const (
	minConjoined = 4
	minPreposed  = 5
)

// LongestWord is how many bytes a word has at most that is looked at letter by letter,
// which is far more than one of a language has.
const LongestWord = 256

// Stem gives a folded word without what is written together with it, for
// comparing texts word by word where many articles meet: forms of one word come
// out alike, mostly, and words that have little in common rarely do. What comes
// out need not be a word: a letter that looks like a conjunction goes from every
// form of the word, so that وزارة, الوزارة and ووزارة meet. A word of a script
// that Stem does not know stays as it is.
//
// Stem errs where search may not; [FormsOf] is for search. What is longer than any word
// stays as it is.
func Stem(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case len(word) > LongestWord:
		return word
	case first < utf8.RuneSelf || unicode.Is(unicode.Latin, first):
		return stemLatin(word)
	case unicode.Is(unicode.Arabic, first):
		return stemArabic(strings.ReplaceAll(word, "ں", "ن"))
	case unicode.Is(unicode.Hebrew, first):
		return stemHebrew(word)
	}
	return word
}

func stemArabic(word string) string {
	word = cutLongest(word, stemArticles, cutPrefix)
	word = cutLongest(word, relationEndings, cutSuffix)
	for {
		first, size := utf8.DecodeRuneInString(word)
		left := utf8.RuneCountInString(word) - 1
		conjoined := first == 'و' && left >= minConjoined
		preposed := (first == 'ب' || first == 'ل') && left >= minPreposed
		if !conjoined && !preposed {
			break
		}
		word = cutLongest(word[size:], stemArticles, cutPrefix)
	}
	return cutAll(word, stemEndings, cutSuffix)
}

func stemHebrew(word string) string {
	return cutAll(cutLongest(word, stemHebrewEndings, cutSuffix), stemHebrewPrefixes, cutPrefix)
}

// stemLatin takes off the plural of English and its neighbours.
func stemLatin(word string) string {
	rest, ok := cutSuffix(word, "s")
	if !ok || strings.HasSuffix(rest, "s") || strings.ContainsFunc(word, unicode.IsDigit) {
		return word
	}
	return rest
}

// cutLongest takes off the first affix of a list that a word has.
func cutLongest(word string, affixes []string, cut func(word, affix string) (string, bool)) string {
	i := slices.IndexFunc(affixes, func(affix string) bool {
		_, ok := cut(word, affix)
		return ok
	})
	if i < 0 {
		return word
	}
	rest, _ := cut(word, affixes[i])
	return rest
}

// cutAll takes off affixes as long as the word has one.
func cutAll(word string, affixes []string, cut func(word, affix string) (string, bool)) string {
	for {
		rest := cutLongest(word, affixes, cut)
		if rest == word {
			return word
		}
		word = rest
	}
}

// cutPrefix takes a prefix off where enough of the word is left.
func cutPrefix(word, prefix string) (string, bool) {
	rest, ok := strings.CutPrefix(word, prefix)
	return rest, ok && utf8.RuneCountInString(rest) >= minCore
}

// cutSuffix takes an ending off where enough of the word is left.
func cutSuffix(word, ending string) (string, bool) {
	rest, ok := strings.CutSuffix(word, ending)
	return rest, ok && utf8.RuneCountInString(rest) >= minCore
}
