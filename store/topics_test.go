package store

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
)

// What an article is filed under where it comes from is found by tag:, and gives it no
// bookmark. None of it goes, whatever form of the article comes later.
func TestTopics(t *testing.T) {
	t.Parallel()
	l := open(t)
	story := articles.Article{Title: "سوق النحاس", Section: "تراث", Tags: []string{"تراث", "حِرَف", "حرف", " "}, Body: long("النحاس"), Full: true}
	if got := outcomes(addArticles(t, l, story)); got != "new" {
		t.Fatalf("it is %s", got)
	}
	if got := outcomes(addArticles(t, l, story)); got != "same" {
		t.Errorf("it is %s when it comes again", got)
	}
	story.Tags = []string{"أسواق"}
	again := addArticles(t, l, story)
	if got := outcomes(again); got != "updated" {
		t.Errorf("with another tag it is %s", got)
	}
	item := article(t, l, again[0].ID)
	if want := []string{"أسواق", "تراث", "حِرَف"}; !slices.Equal(item.Tags, want) || item.Bookmarked {
		t.Errorf("%q, bookmarked %v; want %q", item.Tags, item.Bookmarked, want)
	}
	for query, want := range map[string]int{"tag:حرف": 1, "وسم:أسواق النحاس": 1, "tag:بحر": 0, "-tag:حرف النحاس": 0} {
		found, err := search(t.Context(), l, query, 10)
		if err != nil || len(found) != want {
			t.Errorf("%s finds %d, want %d (%v)", query, len(found), want, err)
		}
	}
	if n := len(listEntries(t, l, Filter{Tag: "حرف"})); n != 1 {
		t.Errorf("the list of a tag has %d", n)
	}
}

// The reader's tags are apart: they come with a bookmark, and go with it.
func TestTopicsAreNotTheReadersTags(t *testing.T) {
	t.Parallel()
	l := open(t)
	first := addArticles(t, l, articles.Article{Title: "أول", Tags: []string{"نهر"}, Body: long("الأول"), Full: true})[0].ID
	second := addArticles(t, l, articles.Article{Title: "ثان", Tags: []string{"جبل"}, Body: long("الثاني"), Full: true})[0].ID
	if _, err := l.Tag(t.Context(), second, "نهر"); err != nil {
		t.Fatal(err)
	}
	shelves, err := l.Tags(t.Context())
	if err != nil || len(shelves) != 1 || shelves[0].Name != "نهر" || shelves[0].Articles != 2 {
		t.Errorf("%+v, %v", shelves, err)
	}
	if _, err := l.Bookmark(t.Context(), []string{first, second}, false); err != nil {
		t.Fatal(err)
	}
	if item := article(t, l, second); !slices.Equal(item.Tags, []string{"جبل"}) {
		t.Errorf("with the bookmark %q are left", item.Tags)
	}
	if n := len(listEntries(t, l, Filter{Tag: "نهر"})); n != 1 {
		t.Errorf("%d are left of the tag", n)
	}
}

// An export carries the topics from one library to the next.
func TestTopicsGoAlong(t *testing.T) {
	t.Parallel()
	l := open(t)
	id := addArticles(t, l, articles.Article{Title: "أول", Tags: []string{"نهر", "جبل"}, Body: long("الأول"), Full: true})[0].ID
	for whole, err := range l.Wholes(t.Context(), []string{id}) {
		if err != nil || !slices.Equal(whole.Tags, []string{"جبل", "نهر"}) {
			t.Errorf("%q, %v", whole.Tags, err)
		}
	}
}
