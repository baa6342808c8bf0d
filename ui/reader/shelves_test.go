package reader

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/words"
)

// titlesOf are those of the list.
func (s *session) titlesOf() (titles []string) {
	for _, e := range s.list.Entries() {
		titles = append(titles, e.Title)
	}
	return titles
}

// The tabs go round, each shows what it says, and its way back leads to all.
func TestTabs(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	all := s.list.Total()
	var counts []int
	for range s.list.Tabs() {
		s.press("}")
		counts = append(counts, s.list.Total())
		if now := s.list.Tab(); now.Kind == shelf.Section || now.Kind == shelf.Source {
			i := slices.IndexFunc(s.list.Tabs(), now.Is)
			if s.list.Tabs()[i].Count.Articles != s.list.Total() {
				t.Errorf("%s holds %d articles and lists %d", now.Name, s.list.Tabs()[i].Count.Articles, s.list.Total())
			}
		}
	}
	if s.list.Tab() != (shelf.Shelf{}) || s.list.Total() != all || len(counts) < 6 {
		t.Errorf("round the tabs %v, back at %+v", counts, s.list.Filter())
	}
	if s.press("{"); s.list.Tab().Kind != shelf.Source {
		t.Errorf("before the first is %+v", s.list.Filter())
	}
	s.press("s", "home", "down", "down", "enter")
	if !s.list.Filter().Bookmarked || s.list.Filter().Source != "" {
		t.Errorf("chosen on the screen: %+v", s.list.Filter())
	}
}

func TestOrders(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	newest := s.titlesOf()
	if s.press("R"); slices.Equal(s.titlesOf(), newest) || s.titlesOf()[0] != newest[len(newest)-1] {
		t.Errorf("reversed: %q", s.titlesOf())
	}
	for range 4 {
		s.press("O")
	}
	if !slices.Equal(s.titlesOf(), newest) || s.list.Filter().Reverse {
		t.Errorf("through all orders: %q", s.titlesOf())
	}
}

// Every change is taken back, the last one first, and said by its name.
func TestUndo(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 40, words.English())
	unread := s.list.Unread()
	s.press("b", "u", "A")
	if s.list.Unread() != 0 {
		t.Fatalf("%d are unread after marking all", s.list.Unread())
	}
	for _, want := range []struct {
		done       store.Done
		unread     int
		bookmarked bool
	}{{store.DoneRead, unread - 1, true}, {store.DoneRead, unread, true}, {store.DoneBookmark, unread, false}} {
		s.press("U")
		if e := s.list.Entries()[0]; s.list.Unread() != want.unread || e.Bookmarked != want.bookmarked {
			t.Errorf("%d unread, bookmarked %v; want %+v", s.list.Unread(), e.Bookmarked, want)
		}
		if said := words.English().Undo.Done[want.done]; len(s.notice) < len(said) || s.notice[:len(said)] != said {
			t.Errorf("said %q, want %q", s.notice, said)
		}
	}
	if s.press("U"); s.notice != words.English().Undo.Nothing {
		t.Errorf("with nothing left: %q", s.notice)
	}
}

// The next unread article is the next in the list's order; what opening it marks
// is no change to be taken back.
func TestNextUnread(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	s.press("enter")
	seen := []string{s.article.Item.ID}
	for range 3 {
		s.press(".")
		if slices.Contains(seen, s.article.Item.ID) || !s.article.Item.Full || s.columns.Focus != articlePane {
			t.Fatalf("opened %+v after %q", s.article.Item.Entry, seen)
		}
		seen = append(seen, s.article.Item.ID)
	}
	if s.press("U"); s.notice != words.English().Undo.Nothing {
		t.Errorf("a change can be taken back: %q", s.notice)
	}
	s.press("A")
	if s.press("."); s.notice != words.English().Shelves.AllRead {
		t.Errorf("with all read: %q", s.notice)
	}
}
