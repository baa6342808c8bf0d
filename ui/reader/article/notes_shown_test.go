package article

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// noted returns a pane of a size with an article of some paragraphs, and notes on some of them.
func noted(width, height, paragraphs int, notes map[int]string) *Pane {
	canvas := &draw.Canvas{Width: width, Words: words.English(), Styles: theme.Night().Styles(), Options: rtl.Options{Protocols: rtl.AllProtocols}}
	p := New(&pane.Context{Canvas: canvas})
	p.Measure, p.Spacing = 40, 1
	body := strings.TrimSuffix(strings.Repeat("wind\n\n", paragraphs), "\n\n")
	item := store.Item{Entry: store.Entry{ID: "x", Title: "title", Full: true}, Body: body}
	p.Open(item, page.New(item, theme.Night(), canvas.Words), Place{})
	p.Update(pane.Resized{Width: width, Height: height})
	begin := p.Document.Begin()
	for i, note := range notes {
		at := begin + i*len("wind\n")
		p.Highlights = append(p.Highlights, articles.Highlight{ID: note, Note: note, Start: at, End: at + len("wind")})
	}
	return p
}

func textOf(rows []draw.Row) string {
	var b strings.Builder
	for _, r := range rows {
		for _, c := range r {
			if c.Text != "" {
				b.WriteString(c.Text)
			} else {
				b.WriteRune(c.Glyph)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A note stands beside its passage where there is room for it, and else in the footer.
func TestNotesBesideTheText(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		width, height int
		notes         map[int]string
		beside        []string // what is to be read beside the text, in rows of their own
		footer        string
		right         int // the columns at the right of the text
	}{
		"no room":       {58, 20, map[int]string{0: "blow"}, nil, "✎ blow", 9},
		"just enough":   {62, 20, map[int]string{0: "blow"}, []string{"blow ✎"}, "", 20},
		"room to spare": {120, 20, map[int]string{0: "blow"}, []string{"blow ✎"}, "", 40},
		"no note":       {62, 20, nil, nil, "", 11},
		"several":       {120, 20, map[int]string{0: "blow", 1: "cold"}, []string{"blow ✎", "cold ✎"}, "", 40},
		"a long one":    {62, 20, map[int]string{0: "one two three four five six seven"}, []string{"one two three ✎", "four five six", "seven"}, "", 20},
		"at the end":    {62, 7, map[int]string{0: "one two three four five six seven"}, []string{"one two three ✎", "four five six", "seven"}, "", 20},
		"a wide one":    {62, 20, map[int]string{0: "漢字"}, []string{"漢字 ✎"}, "", 20},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := noted(tt.width, tt.height, 3, tt.notes)
			rows := p.View(true)
			for _, r := range rows {
				if int(rtl.Width(r)) != tt.width {
					t.Errorf("a row has %d columns: %q", rtl.Width(r), textOf([]draw.Row{r}))
				}
			}
			shown := textOf(rows)
			for _, want := range tt.beside {
				if !strings.Contains(shown, " "+want+" ") && !strings.Contains(shown, " "+want+"\n") {
					t.Errorf("%q is not there:\n%s", want, shown)
				}
			}
			if got := p.Note(); got != tt.footer {
				t.Errorf("the footer says %q, want %q", got, tt.footer)
			}
			if left := p.textLeft(); tt.width-left-p.textColumns() != tt.right {
				t.Errorf("the text stands at %d of %d, want %d free at its right", left, tt.width, tt.right)
			}
		})
	}
}

// A note that is not shown whole is told from one that is.
func TestCutNotes(t *testing.T) {
	t.Parallel()
	long := strings.TrimSpace(strings.Repeat("one two three four five six ", 6))
	for name, tt := range map[string]struct {
		width, height int
		notes         map[int]string
		cut           string
	}{
		"none":                      {120, 20, nil, ""},
		"whole beside the text":     {62, 20, map[int]string{0: long}, ""},
		"cut beside the text":       {62, 9, map[int]string{0: long}, long},
		"cut by the next one":       {62, 9, map[int]string{0: "blow", 1: long}, long},
		"whole in the footer":       {58, 20, map[int]string{0: "blow"}, ""},
		"cut in the footer":         {58, 20, map[int]string{0: long}, long},
		"one that has no room left": {58, 20, map[int]string{0: "blow", 1: "cold"}, "cold"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := noted(tt.width, tt.height, 3, tt.notes)
			if got := p.CutNote(); got != tt.cut {
				t.Errorf("%q is not shown whole, want %q:\n%s", got, tt.cut, textOf(p.View(true)))
			}
			if named := slices.Contains(p.Footer(), keymap.Notes); named != (tt.cut != "") {
				t.Errorf("the footer names the key of notes: %v", named)
			}
			if tt.cut != "" && p.noteColumns() > 0 && !strings.Contains(textOf(p.View(true)), "…") {
				t.Errorf("nothing says that it goes on:\n%s", textOf(p.View(true)))
			}
		})
	}
}

// Notes are laid out once, and again when the text is.
func TestNotesAreLaidOutOnce(t *testing.T) {
	t.Parallel()
	p := noted(120, 20, 3, map[int]string{0: "one two three four five six seven"})
	first := func() *rtl.Cell {
		p.View(true)
		return &p.notesBeside(p.noteColumns())[0].lines[0][0]
	}
	before := first()
	if first() != before {
		t.Error("a second frame lays them out anew")
	}
	for name, change := range map[string]func(){
		"options":   func() { p.Text.SetOptions(p.Options) },
		"a theme":   func() { p.SetTheme(theme.Day()) },
		"direction": func() { p.FromLeft = !p.FromLeft },
		"the note":  func() { p.Highlights[0].Note = "another" },
	} {
		if change(); first() == before {
			t.Errorf("%s: they are as they were", name)
		}
		before = first()
	}
}
