package feed

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// The footer is found where an expression over the whole text would find it.
func TestWithoutFooter(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"The post ", "ظهرت المقالة ", "the POST", "المقالة", "<a href='x'>", "<a>", "</a>", "عنوان", " appeared first on ", "<p>", "</p>", "\n", " ", ".",
		"<p>The post <a href='x'>عنوان</a> appeared first on <a href='y'>صحيفة</a>.</p>", "ظهرت المقالة <a href='x'>عنوان</a> أولاً على <a href='y'>صحيفة</a>.", "<br>", "<",
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		s := b.String()
		if got, want := withoutFooter(s), footerPattern.ReplaceAllString(s, ""); got != want {
			t.Fatalf("withoutFooter(%q) = %q, want %q", s, got, want)
		}
	}
}
