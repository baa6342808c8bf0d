package store

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
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

// Topics are counted as if all articles were read for it, whatever becomes of these, in the
// library and by each of its readers.
func TestTopicsAreCounted(t *testing.T) {
	t.Parallel()
	l := open(t)
	random := rand.New(rand.NewPCG(5, 6))
	names := []string{"سياسة", "ميناء", "رياضة", "Café", "cafe", "كتب"}
	g := newGenerator()
	batch := g.batch(40)
	for i := range batch {
		batch[i].Tags = []string{names[random.IntN(len(names))], names[random.IntN(len(names))]}
	}
	var ids []string
	for _, a := range addArticles(t, l, batch...) {
		ids = append(ids, a.ID)
	}
	var undone []Undo
	for step := range 120 {
		some := []string{ids[random.IntN(len(ids))]}
		var u Undo
		var err error
		switch random.IntN(8) {
		case 0:
			u, err = l.MarkRead(t.Context(), some, random.IntN(2) == 0)
		case 1:
			u, err = l.SetArchived(t.Context(), some, random.IntN(2) == 0)
		case 2:
			u, err = l.Tag(t.Context(), some[0], names[random.IntN(len(names))])
		case 3:
			u, err = l.Untag(t.Context(), some[0])
		case 4:
			u, err = l.Remove(t.Context(), some...)
		case 5:
			again := batch[random.IntN(len(batch))]
			again.Tags = []string{names[random.IntN(len(names))]}
			addArticles(t, l, again)
		case 6:
			u, err = l.MarkAllRead(t.Context(), Filter{Tag: names[random.IntN(len(names))]})
		case 7:
			if len(undone) > 0 {
				err = l.Undo(t.Context(), undone[random.IntN(len(undone))])
			}
		}
		if err != nil && !errors.Is(err, ErrNotFound) {
			t.Fatal(err)
		}
		undone = append(undone, u)
		sameTopics(t, step, l)
	}
	checkSound(t, l)
	reader, err := OpenReader(t.Context(), filepath.Join(t.TempDir(), "reader.db"), l.path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	sameTopics(t, -1, reader)
}

// sameTopics fails where the topics of a library are not those that its articles have.
func sameTopics(t *testing.T, step int, l *Library) {
	t.Helper()
	got, err := l.Topics(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want, err := l.shelves(t.Context(), `SELECT min(t.name), count(*), sum(a.read = 0 AND a.full = 1) FROM topic t JOIN article a USING (num)
		WHERE t.key NOT IN (SELECT key FROM tag) AND a.archived = 0 GROUP BY t.key HAVING count(*) > 1`)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]Shelf{got, want} {
		for i := range list {
			list[i].Name = text.WordKey(list[i].Name) // in whichever of its spellings
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("step %d: topics %v, want %v", step, got, want)
	}
}
