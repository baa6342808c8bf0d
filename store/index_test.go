package store

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// The index has the same words of an article whether those of its text are known or not.
func TestIndexedOfKnownWords(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	parts := []string{"سوق", " ", "\n", "\n\n", "**", "ُ", "12", "الـ100", "צה\"ל", "a\u0301", "![صورة](picture:0123456789abcdef)", "picture:", "[نص](https://a.example/b)", "«", "."}
	some := func() string {
		var b strings.Builder
		for range random.IntN(9) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		return b.String()
	}
	for range 5000 {
		in := identity.NewIncoming(&articles.Article{Title: some(), Summary: some(), Body: some()})
		if got, want := indexedOf(&in.Record, in.Words()), indexedOf(&in.Record, ""); got != want {
			t.Fatalf("%+q: got %+q, want %+q", in.Body, got, want)
		}
	}
}
