package words

import "slices"

// languageTables are the words of each language by its tag (BCP 47), and the name that the
// language has for itself.
var languageTables = map[string]struct {
	name  string
	words func() *Words
}{
	"ar": {"العربية", Arabic},
	"en": {"English", English},
	"fa": {"فارسی", Persian},
	"ur": {"اردو", Urdu},
	"he": {"עברית", Hebrew},
}

// languageTags are the tags of the languages in the order in which they are shown.
var languageTags = []string{"ar", "en", "fa", "ur", "he"}

// Languages gives the tags of the languages that there are words in.
func Languages() []string { return slices.Clone(languageTags) }

// For gives the words of a language by its tag: Arabic, where there are none in it.
func For(lang string) *Words {
	if t, ok := languageTables[lang]; ok {
		return t.words()
	}
	return Arabic()
}

// Other gives the words of another language in which someone may know what things are
// called: English, and for that Arabic.
func (w *Words) Other() *Words {
	if w.Lang != "en" {
		return English()
	}
	return Arabic()
}

func arabicPlural(n int, noun Noun) string {
	switch rest := n % 100; {
	case n == 0:
		return noun.Zero
	case n == 1:
		return noun.One
	case n == 2:
		return noun.Two
	case rest >= 3 && rest <= 10:
		return numberNoun(n, noun.Few)
	default:
		return numberNoun(n, noun.Many)
	}
}

// englishPlural has one form for one, and another for the rest.
func englishPlural(n int, noun Noun) string {
	switch n {
	case 0:
		return noun.Zero
	case 1:
		return noun.One
	default:
		return numberNoun(n, noun.Many)
	}
}

// All gives the words of every language.
func All() (list []*Words) {
	for _, lang := range languageTags {
		list = append(list, For(lang))
	}
	return list
}
