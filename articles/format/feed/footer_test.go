package feed

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// The footer is found where an expression over the whole text would find it.
func TestWithoutFooter(t *testing.T) {
	t.Parallel()
	footer := regexp.MustCompile(`(?is)(?:<p>\s*)?(?:The post|ظهرت المقالة|ظهر المقال|المقالة|نوشته|התוכן|הפוסט)\s*<a\b[^<]*>[^<]*</a>[^<]{1,60}<a\b[^<]*>[^<]*</a>[^<]{0,20}(?:</p>)?\s*$`)
	pieces := []string{
		"The post ", "ظهرت المقالة ", "the POST", "المقالة", "<a href='x'>", "<a>", "</a>", "عنوان", " appeared first on ", "<p>", "</p>", "\n", " ", ".",
		"<p>The post <a href='x'>عنوان</a> appeared first on <a href='y'>صحيفة</a>.</p>", "ظهرت المقالة <a href='x'>عنوان</a> أولاً على <a href='y'>صحيفة</a>.", "<br>", "<",
		"</a> appeared first on <a href='y'>", "ظهر المقال", "<abbr>", "</A></P>", "خبر من أخبار الميناء ", "\xff",
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 60_000 {
		var b strings.Builder
		for range random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		s := b.String()
		if got, want := withoutFooter(s), footer.ReplaceAllString(s, ""); got != want {
			t.Fatalf("withoutFooter(%q) = %q, want %q", s, got, want)
		}
	}
}
