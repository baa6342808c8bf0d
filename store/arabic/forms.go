package arabic

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Arabic writes the article, one-letter prepositions and conjunctions, and
// pronouns together with the word. Stemming the text for search errs both ways
// (وزير loses its first letter, والكتاب keeps its conjunction), so the text is
// left as it is and a query is widened instead: each of its words stands for
// the forms in which the same word can be written.
//
// The prefixes and endings below are folded, as everything here is: ه is also ta
// marbuta, ي also alef maqsura.
var (
	// conjoined are what a word without the article can begin with.
	conjoined = []string{"", "و", "ف", "ب", "ل", "ك"}
	// articled are the article and what it can have before it, the longest first.
	articled = []string{"وبال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل"}

	// numbers are the endings of gender, the dual and the sound plurals, and that
	// of relation.
	numbers = []string{"", "ه", "ات", "ان", "ين", "ون", "ي", "يه"}
	// owners are the pronouns of possession, the accusative's alef, and the
	// plural of Persian.
	owners = []string{"ا", "ها", "هم", "هما", "نا", "كم", "هاي"}
	// feminine are the pronouns, and duals the endings of the dual, after a ta
	// marbuta, which is then written ت.
	feminine = []string{"ته", "تها", "تهم", "تهما", "تنا", "تي"}
	duals    = []string{"تان", "تين"}

	// endings are those that are taken off a word of a query, the longest first;
	// doubtful are those of them that often are a part of the word (برلمان).
	endings  = []string{"ات", "ها", "هم", "نا", "ان", "ين", "ون", "ه"}
	doubtful = []string{"ان", "ين", "ون", "نا", "هم"}
)

// Hebrew writes prepositions, the article and conjunctions together with the
// word too.
var (
	hebrewPrefixes = []string{"", "ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "שה", "מה", "בה"}
	hebrewEndings  = []string{"", "ים", "ות", "ה", "י"}
)

// Bounds in letters: what has forms at all, and what has to be left of a word
// when an affix is taken off; less is more likely another word.
const minWord, minCore = 2, 3

// Forms gives the folded forms in which a folded word may be written in a text,
// the word itself first. A word of another script has one.
func Forms(word string) []string {
	first, _ := utf8.DecodeRuneInString(word)
	forms := []string{word}
	switch letters := utf8.RuneCountInString(word); {
	case letters < minWord:
	case unicode.Is(unicode.Hebrew, first):
		forms = combine(forms, word, hebrewPrefixes, hebrewEndings)
	case !unicode.Is(unicode.Arabic, first):
	case letters < minCore:
		forms = combine(forms, word, articled, []string{""})
	default:
		forms = arabicForms(word)
	}
	rest := forms[1:]
	slices.Sort(rest)
	rest = slices.DeleteFunc(slices.Compact(rest), func(s string) bool { return s == word })
	return forms[:1+len(rest)]
}

// HasBegun tells whether the beginning of a folded word, as someone types it, says
// anything of the word yet: a single letter does not, nor does the article.
func HasBegun(word string) bool {
	return utf8.RuneCountInString(word) > 1 && !slices.Contains(articled, word)
}

func arabicForms(word string) []string {
	core := word
	for _, prefix := range articled {
		if rest, ok := cutPrefix(word, prefix); ok {
			core = rest
			break
		}
	}
	bases := []string{core}
	for _, ending := range endings {
		if rest, ok := cutSuffix(core, ending); ok {
			bases = append(bases, rest)
			if !slices.Contains(doubtful, ending) {
				bases = bases[1:]
			}
			break
		}
	}
	forms := combine([]string{word}, core, conjoined, []string{""})
	forms = combine(forms, core, articled, []string{""})
	for _, base := range bases {
		forms = combine(forms, base, articled, numbers)
		forms = combine(forms, base, conjoined, numbers)
		forms = combine(forms, base, conjoined, owners)
	}
	if base, ok := strings.CutSuffix(core, "ه"); ok {
		forms = combine(forms, base, conjoined, feminine)
		forms = combine(forms, base, conjoined, duals)
		forms = combine(forms, base, articled, duals)
	}
	return forms
}

// combine adds a base with every prefix and every ending.
func combine(forms []string, base string, prefixes, endings []string) []string {
	for _, prefix := range prefixes {
		for _, ending := range endings {
			forms = append(forms, prefix+base+ending)
		}
	}
	return forms
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
