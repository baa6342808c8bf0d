package reader

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/item"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/words"
)

// where says which article is shown and which pane has the keys.
func (s *session) where() string {
	return [...]string{"list", "article", "related"}[s.columns.Focus] + ": " + s.article.Item.Title
}

// Going back is the exact inverse of going on, step by step.
func TestBackIsTheInverseOfOnward(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	trail := []string{s.where()}
	for range 4 { // article, related, its first article, related again
		s.press("enter")
		trail = append(trail, s.where())
	}
	if s.article.Item.ID == "" || trail[3] == trail[1] {
		t.Fatalf("the way on leads nowhere: %q", trail)
	}
	for i := len(trail) - 2; i >= 0; i-- {
		if s.press("esc"); s.where() != trail[i] {
			t.Fatalf("back to %q, want %q; the way was %q", s.where(), trail[i], trail)
		}
	}
}

// History walks as a browser's does, to the scroll position that was left.
func TestHistoryKeepsPositions(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 80, 24, words.Arabic())
	s.press("enter", " ", "j", "j")
	left := s.top()
	if left == 0 {
		t.Fatal("the article does not scroll")
	}
	first := s.where()
	s.press("1", "]")
	second := s.where()
	if second == first {
		t.Fatal("the digit opens nothing")
	}
	if s.press("["); s.where() != first || s.top() != left {
		t.Errorf("back at %q line %d, want %q line %d", s.where(), s.top(), first, left)
	}
	if s.press("]"); s.where() != second {
		t.Errorf("forward to %q, want %q", s.where(), second)
	}
}

// The line at the top stays there when the width changes.
func TestResizeKeepsTheLine(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	s.press("enter", "j", "j", "j", "j", "j", "j", "j")
	line := s.article.Document.Paragraph(s.article.Position())
	for _, width := range []int{70, 140, 61, 120} {
		_, cmd := s.Update(tea.WindowSizeMsg{Width: width, Height: 20})
		s.run(cmd)
		if got := s.article.Document.Paragraph(s.article.Position()); got != line {
			t.Errorf("at %d columns the top line is of %q, want %q", width, got, line)
		}
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 40, words.Arabic())
	first := s.list.Entries()[0]
	if first.Read {
		t.Fatal("the article shown at the start counts as read before it is opened")
	}
	s.press("b", "enter", "u", "u")
	kept, err := l.Article(t.Context(), first.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !kept.Bookmarked || !kept.Read {
		t.Errorf("kept: bookmarked %v, read %v", kept.Bookmarked, kept.Read)
	}
	if s.press("B"); s.list.Total() != 1 || s.list.Entries()[0].ID != first.ID {
		t.Errorf("the bookmarks alone are %d", s.list.Total())
	}
	if s.press("B"); s.list.Total() < 2 {
		t.Error("the list stays narrow")
	}
}

// The filter narrows with every letter, whatever its hamza, and goes away.
func TestFilter(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	all := s.list.Total()
	s.press("/")
	for _, letter := range "سوق الكتب" {
		s.press(string(letter))
	}
	if s.list.Total() == 0 || s.list.Total() >= all {
		t.Fatalf("%d of %d articles are left", s.list.Total(), all)
	}
	s.press("backspace", "backspace", "backspace", "backspace", "backspace", "enter")
	if s.asking() != nil || s.list.Filter().Title != "سوق " {
		t.Errorf("the filter is %q", s.list.Filter().Title)
	}
	if s.press("esc"); s.list.Total() != all {
		t.Errorf("%d of %d articles are back", s.list.Total(), all)
	}
}

// In mixed text the arrows go where they point, and what is typed goes where
// the cursor is.
func TestTypingInBothDirections(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	s.press("/")
	for _, letter := range "نص abc" {
		s.press(string(letter))
	}
	column := func() int { _, at := s.asking().Field(40, s.Styles.Input, s.Styles.Selected); return at }
	start := column()
	s.press("right")
	if column() <= start {
		t.Errorf("right moves from column %d to %d", start, column())
	}
	s.press("home")
	if got := s.asking().Cursor; got != 0 {
		t.Errorf("home is at %d", got)
	}
	for at := column(); ; at = column() {
		s.press("left")
		if column() >= at {
			break
		}
	}
	s.press("end", "د")
	if got := s.asking().Text; got != "نص abcد" {
		t.Errorf("typed %q", got)
	}
}

// A long article shows its beginning first, and opens where it was left all
// the same.
func TestLongArticle(t *testing.T) {
	t.Parallel()
	var body strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&body, "الفقرة %d من كتاب طويل لا يُعرض كله دفعة واحدة.\n\n", i)
	}
	l := sampleLibrary(t)
	added, err := l.Add(t.Context(), []articles.Article{{Title: "كتاب", Body: body.String(), Full: true, Lang: "ar"}})
	if err != nil {
		t.Fatal(err)
	}
	const position = 60_000
	if err := l.SetPosition(t.Context(), added[0].ID, position); err != nil {
		t.Fatal(err)
	}
	s := openReader(t, l, 100, 30, words.Arabic())
	s.run(s.perform(s.visitor.Show(history.Place{ID: added[0].ID, At: history.WhereLeft, Focus: articlePane})))
	if got := s.article.Position(); got > position || got < position-200 {
		t.Errorf("opened at position %d, left at %d", got, position)
	}
	s.press("end")
	rows := s.article.Text.Rows()
	if !strings.Contains(s.article.Document.Paragraph(rows[len(rows)-1].Position), "1999") {
		t.Error("the end of the article is not its end")
	}
}

// A late answer is dropped: what the reader asked for last is what is shown.
func TestLateAnswers(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	a, b := s.list.Entries()[0].ID, s.list.Entries()[1].ID
	first := s.perform(s.visitor.Show(history.Place{ID: a, Focus: articlePane}))
	second := s.perform(s.visitor.Show(history.Place{ID: b, Focus: articlePane}))
	s.run(second)
	s.run(first)
	if s.article.Item.ID != b {
		t.Error("a late answer took the place of the last one")
	}
}

// What fails to be written is said, and the screen shows what is kept.
func TestFailedWrites(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	s.run(s.perform(marking.ToggleRead(s.Context, []store.Entry{{ID: "nosuchid"}})))
	if !strings.HasPrefix(s.notice, words.Arabic().NoWrite) {
		t.Errorf("the notice is %q", s.notice)
	}
	if !s.Pending.IsEmpty() {
		t.Error("a write still waits")
	}
}

// While another program holds the library a mark looks as one on its way, and whoever
// leaves is told what is not saved; what can be saved by then is.
func TestMarksUnderAnothersLock(t *testing.T) {
	t.Parallel()
	for _, held := range []bool{true, false} {
		t.Run(fmt.Sprint(held), func(t *testing.T) {
			l := sampleLibrary(t)
			s := openReader(t, l, 120, 40, words.English())
			s.leaving = 50 * time.Millisecond
			db, err := sql.Open("sqlite", l.Path())
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			db.SetMaxOpenConns(1)
			if _, err = db.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
				t.Fatal(err)
			}
			_, save := s.Update(tea.KeyPressMsg{Text: "b", Code: 'b'})
			if text := s.text(); save == nil || !strings.ContainsRune(text, item.BookmarkPending) || strings.ContainsRune(text, item.BookmarkSign) {
				t.Errorf("the mark does not look as one on its way:\n%s", text)
			}
			if !held {
				if _, err = db.ExecContext(t.Context(), "ROLLBACK"); err != nil {
					t.Fatal(err)
				}
				s.leaving = time.Minute
			}
			err = s.flush(t.Context())
			if held != (err != nil) || held && !strings.Contains(err.Error(), s.Words.Count(1, s.Words.ChangeNoun)) {
				t.Errorf("leaving says %v", err)
			}
			if _, err := db.ExecContext(t.Context(), "SELECT 1"); err != nil {
				t.Fatal(err)
			}
			if held {
				_, _ = db.ExecContext(t.Context(), "ROLLBACK")
				return
			}
			if e := s.list.Entries()[0]; s.article.Item.ID != e.ID {
				t.Fatal("another article is shown")
			}
			if kept, err := l.Article(t.Context(), s.article.Item.ID); err != nil || !kept.Bookmarked {
				t.Errorf("the mark is not saved: %v", err)
			}
		})
	}
}
