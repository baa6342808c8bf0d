package text_test

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/text"
)

// Each line has forms of one word, which have one stem.
func TestStemMeets(t *testing.T) {
	t.Parallel()
	for _, forms := range []string{
		"طرطوس وطرطوس بطرطوس",
		"سوريا السورية السوري السوريون بسوريا لسوريا وسوريا",
		"روسيا الروسية الروسي والروس",
		"المحادثات محادثات محادثة للمحادثات والمحادثات بالمحادثات محادثاتها",
		"وزارة الوزارة ووزارة للوزارة بالوزارة",
		"وزير الوزير للوزير والوزير",
		"فلسطين الفلسطيني الفلسطينيون بفلسطين",
		"بيروت ببيروت لبيروت وبيروت",
		"لبنان ولبنان بلبنان",
		"واشنطن بواشنطن لواشنطن وواشنطن",
		"قاعدة القاعدة",
		"كتاب کتاب‌ها کتاب‌های الكتاب",
		"شہروں شہر",
		"ספר הספר ספרים והספרים",
		"talks talk",
	} {
		words := text.Words(forms)
		for _, w := range words {
			if got, want := text.Stem(w), text.Stem(words[0]); got != want {
				t.Errorf("%s has the stem %s, %s has %s", w, got, words[0], want)
			}
		}
	}
}

// No two words of a line have one stem.
func TestStemParts(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"مطار مطر قطار", "وزير وزن زيارة", "لبنان فنان بنان", "كتاب باب تاب", "بحر حر", "press pres", "2024 2025", "ولد لد", "وصل صل",
	} {
		seen := map[string]string{}
		for w := range strings.FieldsSeq(line) {
			stem := text.Stem(text.Fold(w))
			if other, ok := seen[stem]; ok {
				t.Errorf("%s and %s both have the stem %s", other, w, stem)
			}
			seen[stem] = w
		}
	}
}

// What is longer than any word takes a time in proportion to its length: letters that may
// stand before a word were taken off one by one, each time counting the rest.
func TestStemOfAnEndlessWord(t *testing.T) {
	t.Parallel()
	for _, letter := range []string{"ب", "و", "وال", "ה", "s"} {
		word := strings.Repeat(letter, 1<<20)
		if text.Stem(word) != word {
			t.Errorf("of many %s something goes", letter)
		}
	}
}
