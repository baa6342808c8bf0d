package bundled

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
)

// What ships is whole: every article has what the reader's panes show of it,
// and every link leads to another of them.
func TestBundled(t *testing.T) {
	list, err := Articles()
	if err != nil {
		t.Fatal(err)
	}
	const least = 14
	if len(list) < least {
		t.Errorf("%d articles, want at least %d", len(list), least)
	}
	keys, titles, langs := map[string]bool{}, map[string]bool{}, map[string]int{}
	for _, a := range list {
		if keys[a.Key] || titles[a.Title] {
			t.Errorf("%s: its key or title is another's", a.Key)
		}
		keys[a.Key], titles[a.Title] = true, true
		langs[a.Lang]++
	}
	for _, a := range list {
		if !strings.HasPrefix(a.Key, Key) || len(a.Key) == len(Key) {
			t.Errorf("%q: the key is made of the file's name", a.Key)
		}
		for name, value := range map[string]string{
			"title": a.Title, "section": a.Section, "source": a.Source, "summary": a.Summary, "lang": a.Lang, "body": a.Body,
		} {
			if value == "" {
				t.Errorf("%s has no %s", a.Key, name)
			}
		}
		if a.Published.IsZero() || !a.Full || a.Direction != articles.RightToLeft {
			t.Errorf("%s: published %v, full %v, direction %q", a.Key, a.Published, a.Full, a.Direction)
		}
		if len(a.Related) == 0 {
			t.Errorf("%s has no related articles", a.Key)
		}
		for _, r := range a.Related {
			if !keys[r.Key] || r.Key == a.Key || r.Title == "" {
				t.Errorf("%s points at %q, which does not ship", a.Key, r.Key)
			}
		}
		for _, c := range a.Captions {
			if n := html.CountBlocks(a.Body); c.After > n {
				t.Errorf("%s: a picture after %d blocks of %d", a.Key, c.After, n)
			}
		}
	}
	for _, lang := range []string{"ar", "fa", "ur", "he"} {
		if langs[lang] == 0 {
			t.Errorf("none is in %q", lang)
		}
	}
	if !slices.IsSortedFunc(list, func(a, b articles.Article) int { return strings.Compare(a.Key, b.Key) }) {
		t.Error("the order is not that of the files' names")
	}
}

func BenchmarkBundled(b *testing.B) {
	for b.Loop() {
		if _, err := Articles(); err != nil {
			b.Fatal(err)
		}
	}
}
