package reader

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/words"
)

// openText starts a reader on an article of one's own, its text at the top.
func openText(t *testing.T, body string) (*session, *store.Library) {
	t.Helper()
	l := sampleLibrary(t)
	if _, err := l.Add(t.Context(), []articles.Article{{Title: "نص", Lang: "ar", Full: true, Body: body + strings.Repeat("\n\nبقية.", 40)}}); err != nil {
		t.Fatal(err)
	}
	s := openReader(t, l, 120, 30, words.English())
	for s.entryTitle() != "نص" {
		s.press("down")
	}
	s.press("enter")
	for i := range s.lines() { // to the text
		if strings.Contains(lineText(s.lines()[i].Cells), "أ") {
			s.article.Scroll(i)
			break
		}
	}
	return s, l
}

func lineText(cells draw.Row) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.Text)
	}
	return b.String()
}

const someText = "أحمد كتب English words هنا، ثم مضى.\n\nوفي الثانية كلمات أخرى.\n\n| اسم | عدد |\n|---|---|\n| سيف | ٧ |\n"

// The arrows go where they point, v begins a passage, and what is done is done
// with what is between.
func TestSelection(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, keys, want string
	}{
		{"the first word", "v", "أحمد"},
		{"to the left is on", "v left", "كتب"},
		{"words of the other direction as they stand", "v left left", "words"},
		{"and back", "v left left right", "كتب"},
		{"to the right of the first is what goes before", "v right", "نص"},
		{"from the end of a line to the next", "v " + strings.Repeat("left ", 7), "وفي"},
		{"and back to the end of the one before", "v " + strings.Repeat("left ", 7) + "right", "مضى."},
		{"down, to the word below", "v down", "وفي"},
		{"a row of a table is one", "v down down down", "سيف"},
		{"down beyond the last", "v end", "بقية."},
		{"a passage", "v v left left", "أحمد كتب English words"},
		{"from its end", "v left left left v right right right", "أحمد كتب English"},
		{"begun by shift", "v shift+left", "أحمد كتب"},
		{"over paragraphs", "v v down left", "أحمد كتب English words هنا، ثم مضى.\nوفي الثانية"},
		{"begun again", "v v left v", "كتب"},
		{"enter begins too", "v enter left", "أحمد كتب"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := openText(t, someText)
			for k := range strings.FieldsSeq(tt.keys) {
				if k == "shift+left" {
					s.send(tea.KeyPressMsg{Code: tea.KeyLeft, Mod: tea.ModShift})
				} else {
					s.press(k)
				}
			}
			h, _ := s.article.Passage()
			if got := h.Quote; got != tt.want && !strings.Contains(got, tt.want+"\t") {
				t.Errorf("%q, want %q, on\n%s", got, tt.want, s.text())
			}
		})
	}
}

// What is chosen is highlighted, noted and copied, exactly; the screen shows it so
// at any width, and the choice is over.
func TestWhatIsSelected(t *testing.T) {
	t.Parallel()
	s, _ := openText(t, someText)
	var copied string
	s.clipboard = func(_ context.Context, text string) error { copied = text; return nil }
	const want = "كتب English"
	before := s.highlighted()
	s.press("v", "left", "v", "left", "left", "h")
	h := s.article.Highlights
	if len(h) != 1 || h[0].Quote != want || s.article.Choosing() {
		t.Fatalf("%+v", h)
	}
	if n := s.highlighted() - before; n != len([]rune(want)) {
		t.Errorf("%d cells are underlined\n%s", n, s.text())
	}
	s.send(tea.WindowSizeMsg{Width: 45, Height: 30})
	if n := s.highlighted() - before; n != len([]rune(want)) {
		t.Errorf("%d cells are underlined on another screen\n%s", n, s.text())
	}
	s.send(tea.WindowSizeMsg{Width: 120, Height: 30})
	s.press("v", "v", "left", "y")
	if copied != "أحمد كتب" || s.article.Choosing() {
		t.Errorf("copied %q", copied)
	}
	s.article.Item.Title, s.article.Item.Source, s.article.Item.URL = "يومان", "صحيفة النهر", "https://example.org/1"
	s.press("v", "v", "left", `"`)
	if want := "«أحمد كتب»\nيومان، صحيفة النهر\nhttps://example.org/1"; copied != want || s.article.Choosing() {
		t.Errorf("with its source it is %q, want %q", copied, want)
	}
	s.press("v", "left", "m", "ن", "enter")
	if h := s.article.Highlights; len(h) != 1 || h[0].Note != "ن" {
		t.Errorf("a note on what is highlighted: %+v", h)
	}
	s.press("v", "left", "h")
	if h := s.article.Highlights; len(h) != 0 {
		t.Errorf("taken away: %+v", h)
	}
	if s.press("v", "esc"); s.article.Choosing() || s.columns.Focus != articlePane {
		t.Errorf("given up: %s", s.where())
	}
}

// A highlight stays on its words when the text comes again with others before them.
func TestHighlightInTextThatChanged(t *testing.T) {
	t.Parallel()
	s, l := openText(t, someText)
	s.press("v", "left", "v", "left", "left", "h", "esc")
	if _, err := l.Add(t.Context(), []articles.Article{{Title: "نص", Lang: "ar", Full: true, Body: "أ مقدمة جديدة أطول.\n\n" + someText + strings.Repeat("\n\nبقية أخرى.", 40)}}); err != nil {
		t.Fatal(err)
	}
	s.press("down", "enter", "esc", "up", "enter")
	if h := s.article.Highlights; len(h) != 1 || s.article.Document.Between(h[0].Start, h[0].End) != "كتب English" {
		t.Errorf("%+v on\n%s", h, s.text())
	}
}

// What is drawn over with the mouse is chosen; a click alone is not.
func TestSelectionByMouse(t *testing.T) {
	t.Parallel()
	s, _ := openText(t, someText)
	y := s.rowOf("كتب")
	right := s.textLeft() + s.textWidth() - 1
	s.clickOn(right, y)
	s.send(tea.MouseReleaseMsg{X: right, Y: y, Button: tea.MouseLeft})
	if s.article.Choosing() {
		t.Error("a click")
	}
	s.clickOn(right, y)
	s.send(tea.MouseMotionMsg{X: right - 6, Y: y, Button: tea.MouseLeft})
	if h, _ := s.article.Passage(); h.Quote != "أحمد كتب" {
		t.Errorf("to the next word: %q", h.Quote)
	}
	s.send(tea.MouseMotionMsg{X: right - 2, Y: y + 2, Button: tea.MouseLeft})
	s.send(tea.MouseReleaseMsg{X: right - 2, Y: y + 2, Button: tea.MouseLeft})
	if h, _ := s.article.Passage(); !strings.HasSuffix(h.Quote, "مضى.\nوفي") {
		t.Errorf("to the next paragraph: %q", h.Quote)
	}
	if s.press("h"); len(s.article.Highlights) != 1 {
		t.Errorf("%+v", s.article.Highlights)
	}
}

// rowOf is the row of the screen that a word stands in.
func (s *session) rowOf(text string) int {
	s.t.Helper()
	rows, _ := s.frame()
	for y, r := range rows {
		if strings.Contains(lineText(reversed(r)), text) {
			return y
		}
	}
	s.t.Fatalf("%q is not on\n%s", text, s.text())
	return 0
}

func reversed(r draw.Row) draw.Row {
	out := make(draw.Row, len(r))
	for i := range r {
		out[len(r)-1-i] = r[i]
	}
	return out
}

// The borders of the panes go where they are drawn to, and stay there.
func TestBorders(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 140, 30, words.English())
	c := s.columns.Widths()
	for _, tt := range []struct {
		name     string
		from, to int
		setting  string
		want     string
	}{
		{"of the list", 140 - c[listPane] - 1, 140 - 51, "list-width", "50"},
		{"of the related pane", 28 + 1, 26, "related-width", "25"},
		{"as far as the article lets it", 26, 120, "related-width", "57"},
		{"and as far as there is a pane", 58, 0, "related-width", "16"},
	} {
		s.clickOn(tt.from, 10)
		s.send(tea.MouseMotionMsg{X: tt.to, Y: 12, Button: tea.MouseLeft})
		s.send(tea.MouseReleaseMsg{X: tt.to, Y: 12, Button: tea.MouseLeft})
		if got := s.settings.Changed[tt.setting]; got != tt.want {
			t.Errorf("%s: %s %s, want %s; %v", tt.name, tt.setting, got, tt.want, s.columns.Widths())
		}
	}
	if s.article.Item.Read || s.columns.Focus != listPane {
		t.Errorf("something else was done: %s", s.where())
	}
}

// A click on a link follows it.
func TestClickOnLink(t *testing.T) {
	t.Parallel()
	s, _ := openText(t, "أحمد في [رابط](https://nowhere.example/x) هنا.")
	y := s.rowOf("رابط")
	for x := s.textLeft() + s.textWidth() - 1; s.screen() == nil && x > s.textLeft(); x-- {
		s.clickOn(x, y)
		s.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	}
	if a, ok := s.screen().(*dialog.Address); !ok || a.Address() != "https://nowhere.example/x" {
		t.Errorf("%+v on\n%s", s.screen(), s.text())
	}
}
