package text_test

import (
	"bytes"
	"testing"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/warraq/warraq/articles/text"
)

// collated are the letters that the oracle knows, of the languages that are read
// here.
func collated() (letters []rune) {
	newer := func(r rune) bool { return r >= 0x0528 && r < 0x0530 || r == 0x05EF } // than Unicode 6.2
	for _, table := range []*unicode.RangeTable{unicode.Arabic, unicode.Hebrew, unicode.Greek, unicode.Cyrillic, unicode.Latin} {
		for r := rune('a'); r < 0x0800; r++ {
			if unicode.Is(table, r) && unicode.IsLetter(r) && text.Fold(string(r)) == string(r) &&
				(r < 0x250 || r >= 0x370) && !newer(r) {
				letters = append(letters, r)
			}
		}
	}
	return letters
}

// Any two letters stand as the collation algorithm has them, by primary weights
// alone, but that Arabic comes first.
func TestOrderKey(t *testing.T) {
	t.Parallel()
	oracle := collate.New(language.Und, collate.Loose)
	letters := collated()
	if len(letters) < 400 {
		t.Fatalf("%d letters are compared", len(letters))
	}
	for _, a := range letters {
		for _, b := range letters {
			if unicode.Is(unicode.Arabic, a) != unicode.Is(unicode.Arabic, b) {
				continue
			}
			want := oracle.CompareString(string(a), string(b))
			if got := bytes.Compare(text.OrderKey(string(a)), text.OrderKey(string(b))); got != want {
				t.Errorf("%c (%U) to %c (%U): %d, want %d", a, a, b, b, got, want)
			}
		}
	}
}

// What stands first in a text decides before what follows, and no key is the
// beginning of another by chance.
func TestOrderOfTexts(t *testing.T) {
	t.Parallel()
	sorted := []string{"1001 ليلة", "2 من 3", "باب", "باب اخر", "بابا", "تاريخ", "a", "a tale", "ab", "zebra", "дом", "אבא", "שלום", "中"}
	for i := range sorted[1:] {
		if bytes.Compare(text.OrderKey(sorted[i]), text.OrderKey(sorted[i+1])) >= 0 {
			t.Errorf("%s does not stand before %s", sorted[i], sorted[i+1])
		}
	}
}
