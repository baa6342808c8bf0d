package reader

import (
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/words"
)

// rootLibrary has the words of one root in two articles, in one of them far below.
func rootLibrary(t *testing.T) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	far := strings.Repeat("كلام كثير لا صلة له بما يُطلب هنا.\n\n", 40)
	for _, a := range []articles.Article{
		{Title: "بعيدة", Body: far + "ثم جاء **الكاتب** إلى المكتبة." + "\n\n" + far},
		{Title: "قريبة", Body: "لهم كتاب قديم في صندوق."},
	} {
		if _, err := l.Add(t.Context(), []articles.Article{a}); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

// The root of a word shows its family and every place of it, and opens there.
func TestRootScreen(t *testing.T) {
	t.Parallel()
	s := openReader(t, rootLibrary(t), 80, 24, words.Arabic())
	for s.entryTitle() != "قريبة" {
		s.press("down")
	}
	s.press("enter")
	s.press("v", "left", "ctrl+r")
	if _, ok := s.screen().(*dialog.Root); !ok {
		t.Fatalf("the screen is %T, notice %q", s.screen(), s.notice)
	}
	golden(t, "root-80x24-ar", s.text())
	s.press("end", "enter")
	if s.screen() != nil || s.article.Item.Title != "بعيدة" {
		t.Fatalf("%q is open", s.article.Item.Title)
	}
	row, _ := s.article.Text.Row(0)
	if said := s.article.Document.Between(row.Position, row.End); !strings.Contains(said, "الكاتب") {
		t.Errorf("at the top it says %q", said)
	}
	if s.article.Searched() != "root:كتب" {
		t.Errorf("marked is %q", s.article.Searched())
	}
	if s.press("["); s.article.Item.Title != "قريبة" {
		t.Errorf("back is %q", s.article.Item.Title)
	}
}

// Without a chosen word it is the first one at the top that has a root; where there is
// none, it is said.
func TestRootOfRow(t *testing.T) {
	t.Parallel()
	s := openReader(t, rootLibrary(t), 120, 40, words.English()).press("enter", "end", "ctrl+r")
	if _, ok := s.screen().(*dialog.Root); !ok {
		t.Errorf("the screen is %T, notice %q", s.screen(), s.notice)
	}
	s.press("esc")
	added, err := s.Library.Add(t.Context(), []articles.Article{{Title: "Nothing", Body: "Nothing in here is of a root."}})
	if err != nil {
		t.Fatal(err)
	}
	s.run(s.perform(s.visitor.Show(history.Place{ID: added[0].ID, At: history.WhereLeft, Focus: articlePane})))
	if s.press("ctrl+r"); s.screen() != nil || s.notice != s.Words.Root.None {
		t.Errorf("of no root it says %q", s.notice)
	}
}

// The screen of a root fits every size.
func TestRootSizes(t *testing.T) {
	t.Parallel()
	s := openReader(t, rootLibrary(t), 120, 40, words.Arabic()).press("enter", "ctrl+r")
	for width := 1; width < 130; width += 9 {
		for height := 1; height < 45; height += 4 {
			s.send(tea.WindowSizeMsg{Width: width, Height: height})
			rows, _ := s.frame()
			if err := fills(rows, width, height); err != nil {
				t.Fatal(err)
			}
			s.press("down")
		}
	}
}
