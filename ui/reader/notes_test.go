package reader

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/words"
)

// highlighted counts the cells of the frame that are.
func (s *session) highlighted() (n int) {
	rows, _ := s.frame()
	for _, r := range rows {
		for _, c := range r {
			if c.Style.Background != 0 && c.Style.Background == s.Styles.Highlight.Background {
				n++
			}
		}
	}
	return n
}

func TestHighlightsAndNotes(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 40, words.English()).press("enter", "end")
	id, paragraph := s.article.Item.ID, s.article.Document.Paragraph(s.article.Position())
	before := s.highlighted()
	s.press("h")
	if len(s.article.Highlights) != 1 || s.article.Highlights[0].Quote != paragraph || s.highlighted() <= before {
		t.Fatalf("%+v, %d cells highlighted; want %q", s.article.Highlights, s.highlighted(), paragraph)
	}
	s.press(append([]string{"m"}, append(strings.Split("هام جدا", ""), "enter")...)...)
	if h := s.article.Highlights; len(h) != 1 || h[0].Note != "هام جدا" {
		t.Fatalf("with a note: %+v", h)
	}
	if shown := s.text(); !strings.Contains(shown, string(article.NoteSign)) || s.article.Note() != "✎ هام جدا" {
		t.Errorf("the note is %q, on the screen\n%s", s.article.Note(), shown)
	}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 14})
	if s.press("home"); s.article.Note() != "" {
		t.Errorf("out of sight the footer says %q", s.article.Note())
	}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	s.press("end")
	s.press("esc", "home", "down", "enter", "H")
	for _, size := range []int{80, 40} {
		s.Width = size
		golden(t, fmt.Sprintf("notes-%d-en", size), s.text())
	}
	s.Width = 120
	if s.press("enter"); s.article.Item.ID != id || s.article.Document.Paragraph(s.article.Position()) != paragraph {
		t.Errorf("led to %s", s.where())
	}
	if s.press("U"); len(s.article.Highlights) != 1 || s.article.Highlights[0].Note != "" {
		t.Errorf("the note taken back: %+v", s.article.Highlights)
	}
	if s.press("h"); len(s.article.Highlights) != 0 || s.highlighted() != before {
		t.Errorf("taken away: %+v", s.article.Highlights)
	}
	if s.press("U"); len(s.article.Highlights) != 1 {
		t.Errorf("and back: %+v", s.article.Highlights)
	}
}

// A text with notes stands where it stands from the first, however late the notes and the whole
// of a long text come.
func TestTextDoesNotMoveForItsNotes(t *testing.T) {
	t.Parallel()
	for _, passage := range []string{"هذه فقرة رقم 2 من المقالة 1.", "هذه فقرة رقم 190 من المقالة 1."} {
		l := longLibrary(t)
		s := openReader(t, l, 100, 30, words.English())
		id := s.list.Entries()[1].ID
		if _, _, err := l.AddHighlight(t.Context(), id, articles.Highlight{Quote: passage, Note: "blow"}); err != nil {
			t.Fatal(err)
		}
		begins := map[int]bool{} // the columns in which the line below the head begins
		s.seen = func() {
			for row := range strings.Lines(s.text()) {
				if before, _, ok := strings.Cut(row, " ────"); ok && s.article.Item.ID == id {
					begins[utf8.RuneCountInString(before)] = true
				}
			}
		}
		s.press("z")
		s.run(s.perform(s.visitor.Show(history.Place{ID: id, Focus: articlePane})))
		if len(begins) != 1 || len(s.article.Highlights) != 1 {
			t.Errorf("%s: the text began in the columns %v, with %d notes", passage, begins, len(s.article.Highlights))
		}
	}
}

// What is cut of a note is read whole among all notes, where it is selected.
func TestCutNoteIsReadWhole(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 80, 24, words.English()).press("enter", "z", "end", "m")
	s.paste(strings.Repeat("word ", 60)+"last").press("enter", "up", "down")
	if text := s.text(); strings.Contains(text, "last") || !strings.Contains(text, "H all notes") {
		t.Fatalf("the footer does not say that the note goes on:\n%s", text)
	}
	s.press("home", "m")
	s.paste("another").press("enter", "end", "H")
	text := s.text()
	if c, ok := s.screen().(*dialog.Notes).Choose(); !ok || !strings.HasSuffix(c.Note, "last") || !strings.Contains(text, "last") || !strings.Contains(text, "another") {
		t.Errorf("%q is selected:\n%s", c.Note, text)
	}
}

// A highlight that is taken away twice, by keys that come before the first is seen, is away:
// that is no failure.
func TestHighlightTakenAwayTwice(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press("enter", "end", "h")
	h := tea.KeyPressMsg{Text: "h", Code: 'h'}
	_, first := s.Update(h)
	_, second := s.Update(h)
	s.run(first)
	s.run(second)
	if shown := s.text(); len(s.article.Highlights) != 0 || strings.Contains(shown, s.Words.NoWrite) {
		t.Errorf("%+v are left, and the screen says\n%s", s.article.Highlights, shown)
	}
}

// Whoever takes a highlight away with the note on it is told of the note, and of the key
// that brings both back.
func TestNoteGoesWithHighlight(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press("enter", "m", "x", "enter", "h")
	if want := s.Words.Notes.GoneNoted + " \u2068U\u2069 undo"; s.notice != want || len(s.article.Highlights) != 0 {
		t.Errorf("said %q, want %q; %d highlights", s.notice, want, len(s.article.Highlights))
	}
	if s.press("U"); len(s.article.Highlights) != 1 || s.article.Highlights[0].Note != "x" {
		t.Errorf("taken back: %+v", s.article.Highlights)
	}
	if s.press("m", "backspace", "enter", "h"); s.notice != s.Words.Notes.Gone {
		t.Errorf("without a note: said %q", s.notice)
	}
}
