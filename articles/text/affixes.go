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
	plainAffix    kinds = 1 << iota // conjunctions and prepositions, or nothing
	definiteAffix                   // the article, with what can go before it
	futureAffix                     // the sign of the future
	aloneAffix                      // nothing
	feminineAffix                   // an ending that a word in ta marbuta has
	ownerAffix                      // a pronoun
	doubtfulAffix                   // an ending that often is a part of the word
)

// affixGroup are what can be written together with the words of a script.
type affixGroup struct {
	before, after map[string]kinds
	beforeInOrder []string
	afterInOrder  []string
}

// newAffixes makes the affixes of a script of what goes before words and behind them, and
// returns them.
func newAffixes(before, after map[kinds]string) *affixGroup {
	a := &affixGroup{before: map[string]kinds{}, after: map[string]kinds{}}
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
var arabicAffixes = sync.OnceValue(func() *affixGroup {
	return newAffixes(map[kinds]string{
		plainAffix | aloneAffix: "-",
		plainAffix:              "و ف ب ل ك وب ول وك فب فل",
		definiteAffix:           "ال وال فال بال كال وبال فبال وكال لل ولل فلل",
		futureAffix:             "س وس فس",
	}, map[kinds]string{
		plainAffix | definiteAffix | futureAffix | aloneAffix: "-",
		// Gender, dual, plurals, relation.
		plainAffix | definiteAffix | doubtfulAffix: "ي يه يا يات يان يين يون",
		plainAffix | definiteAffix | futureAffix:   "ان ين ون",
		plainAffix | definiteAffix | feminineAffix: "ه ات تان تين",
		// The plurals before an owner or another noun, the accusative, verbs.
		// The last ones are plurals of Persian and Urdu.
		plainAffix | doubtfulAffix: "و اه اها اهم",
		plainAffix: "ا تا يته يتها يتهم يتهما يتنا يه يها يهم يهما يهن نه تم ناه ناها ناهم " +
			"هاي هايي هايش هايم هايشان هايمان اي يي وں يں",
		plainAffix | futureAffix: "وا وه وها وهم وهما ونه ونها ونهم ونا ني",
		// Owners and objects; after a ta marbuta, which is then written ت.
		plainAffix | futureAffix | ownerAffix:                 "ه ها هم هما هن نا كم",
		plainAffix | futureAffix | ownerAffix | doubtfulAffix: "ك",
		plainAffix | ownerAffix:                               "ي",
		plainAffix | feminineAffix:                            "ت ته تها تهم تهما تهن تنا تي تك تكم اته اتها اتهم اتهما اتهن اتنا اتي اتكم تيه تيها تيهم",
	})
})

// Attached tells whether a folded word is nothing but what Arabic or Hebrew writes together
// with the word behind it, as in الـ100, and whether the article is in it.
func Attached(word string) (attached, definite bool) {
	for _, affixes := range []*affixGroup{arabicAffixes(), hebrewAffixes()} {
		if kind := affixes.before[word]; word != "" && kind&(plainAffix|definiteAffix) != 0 {
			return true, kind&definiteAffix != 0
		}
	}
	return false, false
}

// Hebrew writes prepositions, the article and conjunctions together with the word
// too.
var hebrewAffixes = sync.OnceValue(func() *affixGroup {
	return newAffixes(map[kinds]string{
		plainAffix | aloneAffix: "-",
		plainAffix:              "ו ב ל מ ש כ וב ול ומ וש וכ שב של שמ כש לכש",
		definiteAffix:           "ה וה שה מה בה כשה ושה ומה",
	}, map[kinds]string{
		plainAffix | definiteAffix | aloneAffix: "-",
		plainAffix | definiteAffix:              "ים ות ה י יה ית יים",
		plainAffix:                              "ו ת תו תה תי תם תן תנו יו ינו יהם יהן ם ן נו ך יך כם ותיו ותיה ותינו ותיהם",
	})
})
