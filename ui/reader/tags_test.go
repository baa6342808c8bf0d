package reader

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/words"
)

// A tag is given by typing it, found again by its beginning, given to several in one step,
// and taken away by choosing it again; each is taken back.
func TestTags(t *testing.T) {
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	tags := func(row int) []string {
		names, err := s.Library.TagsOf(t.Context(), s.list.Entries()[row].ID)
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	s.press("#", "o", "l", "d", " ", "b", "o", "o", "k", "s", "enter")
	if got := tags(0); !slices.Equal(got, []string{"old books"}) || s.notice != "Tagged." || !s.list.Entries()[0].Bookmarked {
		t.Fatalf("tagged %q, said %q", got, s.notice)
	}
	if !slices.ContainsFunc(s.list.Tabs(), shelf.Shelf{Kind: shelf.Tag, Name: "old books"}.Is) {
		t.Errorf("no tab: %+v", s.list.Tabs())
	}
	s.press("esc", "down", "V", "V", "#", "O", "L")
	if d := s.screen().(*dialog.Tags); len(d.Items) != 2 {
		t.Errorf("%+v are offered", d.Items)
	}
	s.press("tab", "enter")
	if got := tags(2); !slices.Equal(tags(1), got) || !slices.Equal(got, []string{"old books"}) || s.notice != "Tagged: 2 articles" {
		t.Errorf("tagged %q and %q, said %q", tags(1), got, s.notice)
	}
	s.press("#")
	if !strings.Contains(s.text(), "✓") {
		t.Errorf("what they have is not marked:\n%s", s.text())
	}
	s.press("enter")
	if tags(1) != nil || tags(2) != nil || tags(0) == nil {
		t.Errorf("%q %q %q are left", tags(0), tags(1), tags(2))
	}
	s.press("U", "U", "U")
	if tags(0) != nil || s.list.Entries()[0].Bookmarked {
		t.Errorf("%q is left", tags(0))
	}
}

// A search is kept as a tab with the tab that it was in, and let go by the same key.
func TestKeepSearch(t *testing.T) {
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	if s.press("W"); s.notice != s.WithKeys(s.Words.Shelves.NoSearch) {
		t.Errorf("with nothing searched: %q", s.notice)
	}
	s.press("}", "/", "س", "و", "ق", "enter")
	found, query := s.list.Total(), `is:unread سوق`
	s.press("W")
	if tab := s.list.Tab(); tab.Kind != shelf.Search || tab.Name != query || s.list.Total() != found || found == 0 || s.notice != s.Words.Shelves.Kept {
		t.Fatalf("%+v lists %d, the search found %d; said %q", tab, s.list.Total(), found, s.notice)
	}
	s.press("/", "ا", "ل", "ك", "ت", "ب", "enter")
	if n := s.list.Total(); n == 0 || n > found {
		t.Errorf("narrowed to %d of %d", n, found)
	}
	s.press("esc", "down", ".")
	if s.notice != "" || s.list.Tab().Kind != shelf.Search {
		t.Errorf("said %q", s.notice)
	}
	s.press("right", "W")
	if s.list.Tab() != (shelf.Shelf{}) || s.notice != s.Words.Shelves.Dropped {
		t.Errorf("at %+v, said %q", s.list.Tab(), s.notice)
	}
	s.press("U")
	if !slices.ContainsFunc(s.list.Tabs(), shelf.Shelf{Kind: shelf.Search, Name: query}.Is) {
		t.Error("it is not back")
	}
}

// What was begun and not ended is a tab, the last one first.
func TestContinueReading(t *testing.T) {
	s := openReader(t, sampleLibrary(t), 80, 24, words.English())
	tab := shelf.Shelf{Kind: shelf.Begun}
	s.press("enter", "down", "down", "down", "right", "}", "}", "}")
	if s.list.Tab() != tab || s.list.Total() != 1 || s.list.Entries()[0].ID != s.article.Item.ID {
		t.Fatalf("%+v lists %d", s.list.Tab(), s.list.Total())
	}
	s.press("enter", "end", "right", "{", "}")
	if s.list.Total() != 0 || !strings.Contains(s.text(), "half read") {
		t.Errorf("read to its end, %d are listed:\n%s", s.list.Total(), s.text())
	}
}
