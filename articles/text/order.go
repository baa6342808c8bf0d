package text

import (
	"math"
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
	places := letterPlaces()
	for _, r := range folded {
		place, ok := places[r]
		switch {
		case ok:
			key = append(key, place...)
		case r < utf8.RuneSelf:
			key = append(key, byte(r))
		default:
			key = utf8.AppendRune(append(key, otherLetter), r)
		}
	}
	return key
}

// otherLetter begins the place of a letter that stands behind the alphabets.
const otherLetter = 0xff

// commonLetters have a place of one byte: those of Arabic, Persian, Urdu and Hebrew, folded.
const commonLetters = "ءابپتٹثجچحخدڈذرڑزژسشصضطظعغفقكگلمنںهھوىيےאבגדהוזחטיכלמנסעפצקרשת"

// letterPlaces is the place of each letter in the order of all, behind what is left of ASCII,
// digits and the space. Letters that are not common and stand between two that are share a
// first byte and have one of their own.
var letterPlaces = sync.OnceValue(func() map[rune]string {
	places := make(map[rune]string, len(letterOrder))
	first, second := byte(utf8.RuneSelf), -1
	for group := range strings.FieldsSeq(letterOrder) {
		place := string([]byte{first})
		switch {
		case strings.ContainsAny(group, commonLetters):
			if second >= 0 {
				first, second = first+1, -1
				place = string([]byte{first})
			}
			first++
		case second == math.MaxUint8:
			first, second = first+1, -1
			place = string([]byte{first})
			fallthrough
		default:
			second++
			place += string([]byte{byte(second)})
		}
		for _, r := range group {
			places[r] = place
		}
	}
	return places
})
