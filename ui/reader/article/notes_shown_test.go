package article

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// noted returns a pane of a size with an article of some paragraphs, and notes on some of them.
func noted(width, height, paragraphs int, notes map[int]string) *Pane {
	canvas := &draw.Canvas{Words: words.English(), Styles: theme.Night().Styles(), Options: rtl.Options{Protocols: rtl.AllProtocols}}
	p := New(&pane.Context{Canvas: canvas})
	p.Measure, p.Spacing = 40, 1
	body := strings.TrimSuffix(strings.Repeat("wind\n\n", paragraphs), "\n\n")
	item := store.Item{Entry: store.Entry{ID: "x", Title: "title", Full: true}, Body: body}
	p.Open(item, page.New(item, theme.Night(), canvas.Words), Place{})
	p.Update(pane.Resized{Width: width, Height: height})
	begin := p.Document.Begin()
	for i, note := range notes {
		at := begin + i*len("wind\n")
		p.Highlights = append(p.Highlights, articles.Highlight{Note: note, Start: at, End: at + len("wind")})
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
