package reader

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/words"
)

// mapLibrary is a library of articles that name one another: the first names
// three, of which one names three others, one one, and one none.
func mapLibrary(t testing.TB) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	names := func(titles ...string) (list []articles.Related) {
		for _, title := range titles {
			list = append(list, articles.Related{Kind: articles.ByAuthor, Title: title})
		}
		return list
	}
	list := []articles.Article{
		{Title: "البيت", Body: "حجر.", Related: names("النافذة والشمس", "The door (باب)", "سقف من خشب الجوز القديم في البيت الكبير")},
		{Title: "النافذة والشمس", Body: "زجاج.", Related: names("الستارة", "إطار 1920", "زهرة")},
		{Title: "The door (باب)", Body: "مفتاح.", Related: names("القفل")},
		{Title: "سقف من خشب الجوز القديم في البيت الكبير", Body: "قرميد."},
		{Title: "الستارة", Body: "قماش."}, {Title: "إطار 1920", Body: "دهان."}, {Title: "القفل", Body: "حديد."},
	}
	slices.Reverse(list) // the first is to stand first in the list
	for _, a := range list {
		if _, err := l.Add(t.Context(), []articles.Article{a}); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

func openMapped(t *testing.T, width, height int, w *words.Words) *session {
	t.Helper()
	l := mapLibrary(t)
	s := openReader(t, l, width, height, w)
	for s.entryTitle() != "البيت" {
		s.press("down")
	}
	return s.press("enter", "M")
}

func (s *session) entryTitle() string {
	e, _ := s.list.Entry()
	return e.Title
}

func TestMapFrames(t *testing.T) {
	t.Parallel()
	golden(t, "map-of-twigs-80x24-ar", openMapped(t, 80, 24, words.Arabic()).press("left", "down").text())
}

// Arrows go where they point on the map, and enter opens what is there.
func TestMapIsWalked(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		keys []string
		want string
	}{
		{nil, "النافذة والشمس"},
		{[]string{"up", "right"}, "النافذة والشمس"},
		{[]string{"left"}, "الستارة"},
		{[]string{"left", "left", "down", "down"}, "زهرة"},
		{[]string{"left", "down", "down", "down", "down"}, "القفل"},
		{[]string{"left", "down", "down", "down", "right"}, "The door (باب)"},
		{[]string{"down", "down", "down", "left"}, "سقف من خشب الجوز القديم في البيت الكبير"},
		{[]string{"end"}, "سقف من خشب الجوز القديم في البيت الكبير"},
	} {
		s := openMapped(t, 80, 24, words.Arabic())
		s.press(test.keys...)
		if s.press("enter"); s.article.Item.Title != test.want || s.screen() != nil {
			t.Errorf("%v opens %q, want %q", test.keys, s.article.Item.Title, test.want)
		}
		if s.press("["); s.article.Item.Title != "البيت" {
			t.Errorf("%v: back is %q", test.keys, s.article.Item.Title)
		}
	}
}

// A map that is read too late, or of nothing, does not open.
func TestMapOfNothing(t *testing.T) {
	t.Parallel()
	l := mapLibrary(t)
	s := openReader(t, l, 80, 24, words.Arabic())
	late := s.do(keymap.Neighbours)
	s.press("end", "enter")
	if s.run(late); s.screen() != nil {
		t.Error("the map of another article opens")
	}
	added, err := l.Add(t.Context(), []articles.Article{{Title: "وحيدة", Body: "لا شيء حولها"}})
	if err != nil {
		t.Fatal(err)
	}
	s.run(s.perform(s.visitor.Show(history.Place{ID: added[0].ID, At: history.WhereLeft, Focus: articlePane})))
	if s.press("M"); s.screen() != nil || s.notice != s.Words.Sides.NoMap {
		t.Errorf("the map of nothing opens: %q", s.notice)
	}
}
