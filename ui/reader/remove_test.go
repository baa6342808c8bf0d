package reader

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/words"
)

// idsOf are those of the articles in the list.
func (s *session) idsOf() (ids []string) {
	for _, e := range s.list.Entries() {
		ids = append(ids, e.ID)
	}
	return ids
}

// A deleted article leaves the list, the one behind it is selected, and taking that back
// brings it to its place, which is selected again.
func TestRemove(t *testing.T) {
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	before := s.idsOf()
	for _, row := range []int{0, 3, len(before) - 1} {
		s.press("home")
		for range row {
			s.press("down")
		}
		s.press("x")
		want := slices.Delete(slices.Clone(before), row, row+1)
		if got := s.idsOf(); !slices.Equal(got, want) || s.notice != s.Words.RemovedNow+" \u2068U\u2069 undo" {
			t.Errorf("row %d deleted: %d of %d are listed, said %q", row, len(got), len(before), s.notice)
		}
		if e, _ := s.list.Entry(); e.ID != want[min(row, len(want)-1)] {
			t.Errorf("row %d deleted: %q is selected", row, e.Title)
		}
		if s.press("U"); !slices.Equal(s.idsOf(), before) {
			t.Errorf("row %d is not back", row)
		}
		if e, _ := s.list.Entry(); row < len(want) && e.ID != before[row] {
			t.Errorf("row %d is back, and %q selected", row, e.Title)
		}
	}
}

// Whoever deletes what he reads goes on with the article behind it; where there is none
// left, nothing is open and the keys are with the list.
func TestRemoveTheOpenArticle(t *testing.T) {
	s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press("enter")
	ids := s.idsOf()
	s.press("x")
	if s.article.Item.ID != ids[1] || s.columns.Focus != articlePane {
		t.Errorf("%q is open", s.article.Item.Title)
	}
	for range ids[1:] {
		s.press("x")
	}
	if s.list.Total() != 0 || s.article.Item.ID != "" || s.columns.Focus != listPane {
		t.Errorf("%d are listed, %q is open", s.list.Total(), s.article.Item.Title)
	}
	s.press("x", "E", "V", "X", "enter")
	for range ids {
		s.press("U")
	}
	if !slices.Equal(s.idsOf(), ids) {
		t.Errorf("%d of %d are back", s.list.Total(), len(ids))
	}
}

// What is archived leaves the lists for a tab of its own, where the same key takes it out
// again; a search finds it all the while.
func TestArchive(t *testing.T) {
	s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press("down")
	e, _ := s.list.Entry()
	all := s.list.Total()
	s.press("E")
	if slices.Contains(s.idsOf(), e.ID) || s.list.Total() != all-1 || s.notice != s.Words.ArchivedNow {
		t.Errorf("%d of %d are listed, said %q", s.list.Total(), all, s.notice)
	}
	s.press("U")
	if s.list.Total() != all {
		t.Errorf("taken back, %d of %d are listed", s.list.Total(), all)
	}
	s.press("E")
	s.run(s.perform(s.list.Show(shelf.Shelf{Kind: shelf.Archive})))
	if ids := s.idsOf(); len(ids) != 1 || s.list.Counted(s.Width) == "" {
		t.Fatalf("the archive lists %q", ids)
	}
	s.press("E")
	if s.list.Total() != 0 || s.notice != s.Words.UnarchivedNow {
		t.Errorf("%d are archived, said %q", s.list.Total(), s.notice)
	}
}

// Several articles are chosen by keys or the mouse, changed in one step, and taken back in
// one; the footer says how many they are.
func TestSeveralAtOnce(t *testing.T) {
	marks := func(s *session) (bookmarked, read int) {
		for _, e := range s.list.Entries() {
			if e.Bookmarked {
				bookmarked++
			}
			if e.Read {
				read++
			}
		}
		return bookmarked, read
	}
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	all := s.list.Total()
	s.press("V", "down", "V", "shift+down", "shift+down")
	if n := len(s.list.Picked()); n != 5 || !strings.Contains(s.text(), "5 selected") {
		t.Fatalf("%d are chosen:\n%s", n, s.text())
	}
	s.press("shift+up")
	if n := len(s.list.Picked()); n != 4 {
		t.Errorf("coming back, %d are chosen", n)
	}
	_, read := marks(s)
	if s.press("b", "u"); s.list.Unread() != all-read-4-1 && len(s.list.Picked()) != 4 {
		t.Errorf("%d unread", s.list.Unread())
	}
	if b, r := marks(s); b != 4 || r < 3 {
		t.Errorf("%d have bookmarks, %d are read", b, r)
	}
	s.press("x")
	if s.list.Total() != all-4 || len(s.list.Picked()) != 0 || s.notice != "Deleted: 4 articles \u2068U\u2069 undo" {
		t.Errorf("%d of %d are left, %d chosen, said %q", s.list.Total(), all, len(s.list.Picked()), s.notice)
	}
	s.press("U", "U", "U")
	if b, r := marks(s); s.list.Total() != all || b != 0 || r != read {
		t.Errorf("taken back: %d articles, %d with bookmarks, %d read", s.list.Total(), b, r)
	}
	if s.press("V", "V", "esc"); len(s.list.Picked()) != 0 {
		t.Error("Esc lets nothing go")
	}
}

// All of a section, a source, what is listed or came with the program is deleted after a
// question that says how many they are, whose first answer is none.
func TestRemoveAll(t *testing.T) {
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	all, e := s.list.Total(), s.list.Entries()[0]
	s.press("X")
	if _, asked := s.screen().(*dialog.RemoveAll); !asked {
		t.Fatal("nothing is asked")
	}
	if s.press("enter"); s.list.Total() != all || s.screen() != nil {
		t.Error("something was deleted that nobody chose")
	}
	section, err := s.Library.Count(t.Context(), store.Filter{Section: e.Section})
	if err != nil {
		t.Fatal(err)
	}
	s.press("X", "home", "down", "enter")
	if left, err := s.Library.Count(t.Context(), store.Filter{Section: e.Section}); err != nil || left != 0 || section == 0 {
		t.Errorf("%d of %d of the section are left, %v", left, section, err)
	}
	if s.list.Total() != all-section || s.article.Item.ID == e.ID {
		t.Errorf("%d of %d are listed", s.list.Total(), all)
	}
	s.press("U")
	if s.list.Total() != all {
		t.Errorf("taken back: %d of %d", s.list.Total(), all)
	}
}
