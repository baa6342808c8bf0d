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

// The index of words becomes one segment, and finds what it found.
func TestMergeWords(t *testing.T) {
	t.Parallel()
	l := open(t)
	g := newGenerator()
	for range 7 {
		addArticles(t, l, g.batch(40)...)
	}
	want := contentsOf(t, l, g.words[:20]...)
	segments := func() int {
		t.Helper()
		n, err := l.countOf(t.Context(), "SELECT count(DISTINCT id >> 37) FROM words_data WHERE id > 10")
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if segments() < 2 {
		t.Fatal("there is nothing to be merged")
	}
	if err := l.mergeWords(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := segments(); n != 1 {
		t.Errorf("%d segments are left", n)
	}
	sameContents(t, contentsOf(t, l, g.words[:20]...), want)
	checkSound(t, l)
}
