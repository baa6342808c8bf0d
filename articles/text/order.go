package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:generate go run gen.go -table /usr/share/unicode/allkeys.txt

// OrderKey gives, for a text that has been folded, a key whose order as bytes is
// that of a dictionary: texts that begin with a number first, then those in
// Arabic letters, then those in others; word by word; letters in the order of
// their alphabets, as the Default Unicode Collation Element Table has it (UTS
// #10), Persian and Urdu letters thus beside the Arabic ones that they look like.
// Letters of other alphabets than Arabic, Hebrew, Latin, Greek and Cyrillic are in
// the order of their codes.
func OrderKey(folded string) []byte {
	first, _ := utf8.DecodeRuneInString(folded)
	key := make([]byte, 0, 1+len(folded)+len(folded)/2)
	switch {
	case unicode.IsDigit(first):
		key = append(key, 0)
	case unicode.Is(unicode.Arabic, first):
		key = append(key, 1)
	default:
		key = append(key, 2)
	}
	places := placeOf()
	for _, r := range folded {
		if p, ok := places[r]; ok {
			r = p
		} else if r >= firstPlace {
			r += rune(len(places)) // behind the alphabets
		}
		key = utf8.AppendRune(key, r)
	}
	return key
}

// firstPlace is where the alphabets begin: behind what is left of ASCII,
// digits and the space.
const firstPlace rune = utf8.RuneSelf

// placeOf is the place of each letter, as a code of its own from firstPlace on.
var placeOf = sync.OnceValue(func() map[rune]rune {
	places := make(map[rune]rune, len(letterOrder))
	at := firstPlace
	for group := range strings.FieldsSeq(letterOrder) {
		for _, r := range group {
			places[r] = at
		}
		at++
	}
	return places
})
