package text

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// kinds are kinds of what goes before a word, and with which of them an ending goes.
type kinds uint8

const (
	plain    kinds = 1 << iota // conjunctions and prepositions, or nothing
	definite                   // the article, with what can go before it
	future                     // the sign of the future
	alone                      // nothing
	feminine                   // an ending that a word in ta marbuta has
	owner                      // a pronoun
	doubtful                   // an ending that often is a part of the word
)

// affixes are what can be written together with the words of a script.
type affixes struct {
	before, after map[string]kinds
	beforeInOrder []string
	afterInOrder  []string
}

// newAffixes makes the affixes of a script of what goes before words and behind them, and
// returns them.
func newAffixes(before, after map[kinds]string) *affixes {
	a := &affixes{before: map[string]kinds{}, after: map[string]kinds{}}
	for _, table := range []struct {
		from map[kinds]string
		to   map[string]kinds
	}{{before, a.before}, {after, a.after}} {
		for kind, list := range table.from {
			for word := range strings.FieldsSeq(list) {
				table.to[strings.TrimSuffix(word, "-")] |= kind
			}
		}
	}
	a.beforeInOrder, a.afterInOrder = slices.Sorted(maps.Keys(a.before)), slices.Sorted(maps.Keys(a.after))
	return a
}

// Arabic writes the article, one-letter prepositions and conjunctions, the sign of
// the future and pronouns together with the word. All is folded here as it is
// everywhere: ه is also ta marbuta, ي also alef maqsura. "-" is nothing.
var arabicAffixes = sync.OnceValue(func() *affixes {
	return newAffixes(map[kinds]string{
		plain | alone: "-",
		plain:         "و ف ب ل ك وب ول وك فب فل",
		definite:      "ال وال فال بال كال وبال فبال وكال لل ولل فلل",
		future:        "س وس فس",
	}, map[kinds]string{
		plain | definite | future | alone: "-",
		// Gender, dual, plurals, relation.
		plain | definite | doubtful: "ي يه يا يات يان يين يون",
		plain | definite | future:   "ان ين ون",
		plain | definite | feminine: "ه ات تان تين",
		// The plurals before an owner or another noun, the accusative, verbs.
		// The last ones are plurals of Persian and Urdu.
		plain | doubtful: "و اه اها اهم",
		plain: "ا تا يته يتها يتهم يتهما يتنا يه يها يهم يهما يهن نه تم ناه ناها ناهم " +
			"هاي هايي هايش هايم هايشان هايمان اي يي وں يں",
		plain | future: "وا وه وها وهم وهما ونه ونها ونهم ونا ني",
		// Owners and objects; after a ta marbuta, which is then written ت.
		plain | future | owner:            "ه ها هم هما هن نا كم",
		plain | future | owner | doubtful: "ك",
		plain | owner:                     "ي",
		plain | feminine:                  "ت ته تها تهم تهما تهن تنا تي تك تكم اته اتها اتهم اتهما اتهن اتنا اتي اتكم تيه تيها تيهم",
	})
})

// Hebrew writes prepositions, the article and conjunctions together with the word
// too.
var hebrewAffixes = sync.OnceValue(func() *affixes {
	return newAffixes(map[kinds]string{
		plain | alone: "-",
		plain:         "ו ב ל מ ש כ וב ול ומ וש וכ שב של שמ כש לכש",
		definite:      "ה וה שה מה בה כשה ושה ומה",
	}, map[kinds]string{
		plain | definite | alone: "-",
		plain | definite:         "ים ות ה י יה ית יים",
		plain:                    "ו ת תו תה תי תם תן תנו יו ינו יהם יהן ם ן נו ך יך כם ותיו ותיה ותינו ותיהם",
	})
})
