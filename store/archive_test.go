package store

import (
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

// Lists and what is counted leave out what is put away; the search finds it, the list of
// what is put away has it alone, and it can be taken out again.
func TestArchive(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l,
		articles.Article{Title: "سوق الكتب", Section: "ثقافة", Source: "صدى", Body: "نص"},
		articles.Article{Title: "سوق السمك", Section: "ثقافة", Source: "دفتر", Body: "نص آخر"},
	)
	away, err := l.SetArchived(t.Context(), []string{added[0].ID}, true)
	if err != nil || away.Count != 1 || away.Done != DoneArchive {
		t.Fatalf("put away: %+v, %v", away, err)
	}
	for _, tt := range []struct {
		name   string
		filter Filter
		want   string
	}{
		{"all", Filter{}, "سوق السمك"},
		{"by title", Filter{Sort: ByTitle}, "سوق السمك"},
		{"a section", Filter{Section: "ثقافة"}, "سوق السمك"},
		{"a source of which nothing is left", Filter{Source: "صدى"}, ""},
		{"unread", Filter{Unread: true}, "سوق السمك"},
		{"what someone types", Filter{Title: "سوق"}, "سوق السمك"},
		{"what is put away", Filter{Archive: Archived}, "سوق الكتب"},
		{"both", Filter{Archive: AnyArchived, Sort: ByTitle}, "سوق السمك | سوق الكتب"},
		{"a search", Filter{Query: query.Parse("كتب")}, "سوق الكتب"},
		{"a search for what is put away", Filter{Query: query.Parse("is:archived")}, "سوق الكتب"},
		{"a search for what is not", Filter{Query: query.Parse("سوق -is:archived")}, "سوق السمك"},
		{"a search in what is put away", Filter{Query: query.Parse("سوق"), Archive: Archived}, "سوق الكتب"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := listEntries(t, l, tt.filter)
			if got := titles(found); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if n, countErr := l.Count(t.Context(), tt.filter); countErr != nil || n != len(found) {
				t.Errorf("counted %d, %v, listed %d", n, countErr, len(found))
			}
		})
	}
	if sources, sourcesErr := l.Sources(t.Context()); sourcesErr != nil || len(sources) != 1 || sources[0].Name != "دفتر" {
		t.Errorf("the sources are %v, %v", sources, sourcesErr)
	}
	checkSound(t, l)
	again, err := l.SetArchived(t.Context(), []string{added[0].ID}, true)
	if err != nil || again.Count != 0 {
		t.Errorf("put away again: %+v, %v", again, err)
	}
	undoChange(t, l, away)
	if n := len(listEntries(t, l, Filter{})); n != 2 {
		t.Errorf("%d articles after taking back, want 2", n)
	}
	checkSound(t, l)
}

// What was removed and put away comes back put away.
func TestRemoveWhatIsArchived(t *testing.T) {
	t.Parallel()
	l := open(t)
	id := addArticles(t, l, articles.Article{Title: "خبر", Section: "ثقافة", Body: "نص"})[0].ID
	if _, err := l.SetArchived(t.Context(), []string{id}, true); err != nil {
		t.Fatal(err)
	}
	u, err := l.Remove(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	checkSound(t, l)
	undoChange(t, l, u)
	if e := article(t, l, id); !e.Archived {
		t.Error("it is not put away")
	}
	checkSound(t, l)
}

// What comes in by itself does not bring back what was removed; what someone adds does,
// and then it counts as removed no more.
func TestWithoutRemoved(t *testing.T) {
	t.Parallel()
	l := open(t)
	news := []articles.Article{
		{Title: "أول", URL: "https://paper.example/1", Body: "نص"},
		{Title: "ثان", URL: "https://paper.example/2", Body: "نص آخر"},
	}
	remaining := func() string {
		kept, err := l.WithoutRemoved(t.Context(), news)
		if err != nil {
			t.Fatal(err)
		}
		s := ""
		for _, a := range kept {
			s += a.Title + " "
		}
		return s
	}
	added := addArticles(t, l, news...)
	u, err := l.Remove(t.Context(), added[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := remaining(); got != "ثان " {
		t.Errorf("after removing comes %q", got)
	}
	undoChange(t, l, u)
	if got := remaining(); got != "أول ثان " {
		t.Errorf("after taking back comes %q", got)
	}
	if _, err := l.Remove(t.Context(), added[0].ID); err != nil {
		t.Fatal(err)
	}
	addArticles(t, l, news[0])
	if got := remaining(); got != "أول ثان " {
		t.Errorf("after adding comes %q", got)
	}
}

// An article that ships with the program and was removed stays away when the program
// ships others.
func TestRemoveBundled(t *testing.T) {
	t.Parallel()
	l := open(t)
	ships := []articles.Article{{Key: "ships:1", Title: "دليل", Body: "نص"}, {Key: "ships:2", Title: "آخر", Body: "نص آخر"}}
	if err := l.AddBundled(t.Context(), ships); err != nil {
		t.Fatal(err)
	}
	for _, e := range listEntries(t, l, Filter{Title: "دليل"}) {
		if _, err := l.Remove(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
	}
	ships[1].Body = "نص جديد"
	if err := l.AddBundled(t.Context(), ships); err != nil {
		t.Fatal(err)
	}
	if got := titles(listEntries(t, l, Filter{})); got != "آخر" {
		t.Errorf("the library has %s", got)
	}
}
