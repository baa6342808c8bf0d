package related_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/store/related"
)

// One agency's report is one, as papers print it: under another headline, some of
// its words changed, cut, its paragraphs in another order, spelt otherwise. What
// says again what was said, and goes on, is another.
func TestCopies(t *testing.T) {
	list := lengthened(labelledStories(t)[:30], 150)
	pool := strings.Fields(list[29].Body)
	r := rand.New(rand.NewPCG(5, 6))
	changed := func(words []string, part float64) []string {
		words = slices.Clone(words)
		for range int(part * float64(len(words))) {
			words[r.IntN(len(words))] = pool[r.IntN(len(pool))]
		}
		return words
	}
	for _, test := range []struct {
		name  string
		print func(words, others []string) []string
		most  bool // are copies
	}{
		{"as it came", func(words, _ []string) []string { return words }, true},
		{"one word in twenty changed", func(words, _ []string) []string { return changed(words, 0.05) }, true},
		{"its first half", func(words, _ []string) []string { return words[:len(words)/2] }, true},
		{"its first third", func(words, _ []string) []string { return words[:len(words)/3] }, true},
		{"its halves exchanged", func(words, _ []string) []string {
			return slices.Concat(words[len(words)/2:], words[:len(words)/2])
		}, true},
		{"without hamzas", func(words, _ []string) []string {
			return strings.Fields(strings.NewReplacer("أ", "ا", "إ", "ا", "ة", "ه").Replace(strings.Join(words, " ")))
		}, true},
		{"half of it, and as much that is new", func(words, others []string) []string {
			return slices.Concat(words[:len(words)/2], others[:len(words)/2])
		}, false},
		{"another", func(_, others []string) []string { return others }, false},
	} {
		folded := 0
		const asked = 12
		for id := range asked {
			copied := list[id]
			copied.Title, copied.source = "من وكالات", "نقل"
			copied.Body = strings.Join(test.print(strings.Fields(copied.Body), strings.Fields(list[id+asked/2].Body)), " ")
			m := newMemory(append(slices.Clone(list[:id+1]), copied))
			for _, n := range m.find(t, id) {
				if n.ID == int64(id+1) && n.Relation == related.SameText {
					folded++
				}
			}
		}
		if test.most && folded < asked*17/20 || !test.most && folded > asked*3/20 {
			t.Errorf("%s: %d of %d are copies", test.name, folded, asked)
		}
	}
}
