package store

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
)

// An article that two papers bring is one, and says so; in an export too.
func TestBothSourcesAreRemembered(t *testing.T) {
	t.Parallel()
	l := open(t)
	body := "نص الخبر كاملًا كما ورد، وفيه من الكلام ما يكفي ليُعرف به أنه هو نفسه."
	add := func(a articles.Article) string {
		t.Helper()
		added, err := l.Add(t.Context(), []articles.Article{a})
		if err != nil {
			t.Fatal(err)
		}
		return added[0].ID
	}
	const address = "https://example.org/one"
	id := add(articles.Article{Title: "خبر", Source: "النهر", URL: address, Body: body, Full: true})
	want := func(sources ...string) Item {
		t.Helper()
		item, err := l.Article(t.Context(), id)
		if err != nil || !slices.Equal(item.Sources, sources) {
			t.Errorf("sources %q, want %q (%v)", item.Sources, sources, err)
		}
		return item
	}
	want()
	for range 2 {
		if again := add(articles.Article{Title: "خبر", Source: "الضفتان", URL: address, Body: body, Full: true}); again != id {
			t.Fatalf("it is another article: %s", again)
		}
		want("الضفتان", "النهر")
	}
	add(articles.Article{Title: "خبر", Source: "النهر", URL: address, Body: body, Full: true})
	item := want("الضفتان", "النهر")

	l = open(t)
	id = add(articles.Article{
		Title: "خبر", Source: item.Source, Body: body, Full: true, Kept: &articles.Kept{ID: item.ID, Sources: item.Sources},
	})
	want("الضفتان", "النهر")
}
