package draw

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

func textOf(r Row) string {
	text := ""
	for _, c := range r {
		if c.Text != "" {
			text += c.Text
		} else {
			text += string(c.Glyph)
		}
	}
	return text
}

// A row begins at the left in words that are written from there, and at the right in others;
// its parts keep the order of reading, and what does not fit is cut at its end.
func TestRowsBeginWhereReadingDoes(t *testing.T) {
	parts := func(texts ...string) (rows []Row) {
		for _, s := range texts {
			rows = append(rows, (&Canvas{}).Drawn(s, rtl.Style{}))
		}
		return rows
	}
	for name, test := range map[string]struct {
		row                 func(c *Canvas) Row
		fromRight, fromLeft string
	}{
		"parts":          {func(c *Canvas) Row { return c.Inset(10, parts("ab", "cd")...) }, "    cdab  ", "  abcd    "},
		"too many parts": {func(c *Canvas) Row { return c.Inset(6, parts("ab", "cd", "ef")...) }, "cdab  ", "  abcd"},
		"no room":        {func(c *Canvas) Row { return c.Inset(1, parts("ab")...) }, " ", " "},
		"a label":        {func(c *Canvas) Row { return c.Label(6, rtl.Span{Text: "abc"}) }, "   abc", "abc   "},
		"a paragraph":    {func(c *Canvas) Row { return c.Paragraph([]rtl.Span{{Text: "abc"}}, 6, 1)[0] }, "   abc", "abc   "},
		"one of Hebrew":  {func(c *Canvas) Row { return c.Paragraph([]rtl.Span{{Text: "אבג"}}, 6, 1)[0] }, "   גבא", "   גבא"},
		"a cut one":      {func(c *Canvas) Row { return c.Paragraph([]rtl.Span{{Text: "abc… defghi"}}, 6, 1)[0] }, "  abc…", "abc…  "},
		"cut at a comma": {func(c *Canvas) Row { return c.Paragraph([]rtl.Span{{Text: "ab c, defgh"}}, 6, 1)[0] }, " ab c…", "ab c… "},
		"a short one":    {func(c *Canvas) Row { return c.Short(6, rtl.Span{Text: "abc"}) }, "abc", "abc"},
		"cut at a word":  {func(c *Canvas) Row { return c.Short(6, rtl.Span{Text: "abc defg"}) }, "abc…", "abc…"},
		"an empty pane":  {func(c *Canvas) Row { return c.Empty("abc", 8)[1] }, "   abc  ", "  abc   "},
	} {
		c := &Canvas{Words: words.English()}
		if got := textOf(test.row(c)); got != test.fromRight {
			t.Errorf("%s from the right is %q, want %q", name, got, test.fromRight)
		}
		c.FromLeft = true
		if got := textOf(test.row(c)); got != test.fromLeft {
			t.Errorf("%s from the left is %q, want %q", name, got, test.fromLeft)
		}
	}
}

// A key stands before what it does.
func TestKeysStandBeforeTheirWords(t *testing.T) {
	keys, faults := keymap.Choose(nil)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	c := &Canvas{Words: words.English(), KeyMap: keys, Width: 80}
	for fromLeft, want := range map[bool]string{false: "  quit q  back →", true: "→ back  q quit  "} {
		c.FromLeft = fromLeft
		if got := textOf(c.KeyHints(HintsOf([]keymap.Action{keymap.Back, keymap.Quit}), 40)); got != want {
			t.Errorf("from the left %t: %q, want %q", fromLeft, got, want)
		}
	}
}

// What an empty pane says touches neither of its edges.
func TestEmptyKeepsFromTheEdges(t *testing.T) {
	t.Parallel()
	for _, fromLeft := range []bool{false, true} {
		rows := (&Canvas{FromLeft: fromLeft}).Empty("aaaaaa bbbbb cccccc ddddd", 14)
		for _, r := range rows[1:] {
			if got := textOf(r); rtl.Width(r) != 14 || got[:InsetColumns] != "  " || got[14-InsetColumns:] != "  " {
				t.Errorf("from the left %v: the row %q", fromLeft, got)
			}
		}
	}
}

// Letters that share a cell leave none free behind a label.
func TestNaturalWidthIsOfWhatIsDrawn(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"سلام": 3, " قائمة ": 7, "لا، لأنه": 6, "abc": 3, "": 0} {
		for _, fromLeft := range []bool{false, true} {
			r := (&Canvas{FromLeft: fromLeft}).Natural(20, rtl.Span{Text: text})
			if int(rtl.Width(r)) != want {
				t.Errorf("%q from the left %v is %q, want %d cells", text, fromLeft, textOf(r), want)
			}
		}
	}
	c := &Canvas{Words: words.Arabic(), Board: keyboard.Board{On: keyboard.Arabic}}
	if r := c.keyLabel(keymap.Binding{Keys: []string{"b"}}, 1); rtl.Width(r) != 1 {
		t.Errorf("the key لا takes %d cells", rtl.Width(r))
	}
}

// A sentence names the keys that its actions have, or these where they have none; in every
// language those that there are.
func TestSentencesNameKeys(t *testing.T) {
	t.Parallel()
	keys, _ := keymap.Choose([]keymap.Chosen{{Action: "bookmark", Keys: []string{"f5"}}, {Action: "note"}})
	c := &Canvas{Words: words.English(), KeyMap: keys}
	for sentence, want := range map[string]string{
		"Set one with {bookmark}": "Set one with \u2068F5\u2069",
		"{note}, {help}.":         "\u2068“write a note”\u2069, \u2068?\u2069.",
		"none":                    "none",
	} {
		if got := c.WithKeys(sentence); got != want {
			t.Errorf("%q is %q, want %q", sentence, got, want)
		}
	}
	for _, w := range words.All() {
		c.Words = w
		for _, sentence := range []string{w.NoBookmarks, w.NoGuide, w.Find.Nothing, w.Shelves.NoSearch, w.Notes.None} {
			for rest := sentence; ; {
				_, behind, found := strings.Cut(rest, "{")
				name, after, _ := strings.Cut(behind, "}")
				if !found {
					break
				}
				if keys.Of(keymap.Action(name)) == nil {
					t.Errorf("%s: there is no action %q in %q", w.Lang, name, sentence)
				}
				rest = after
			}
			if got := c.WithKeys(sentence); got == sentence || strings.ContainsAny(got, "{}") {
				t.Errorf("%s: %q names no key", w.Lang, got)
			}
		}
	}
}
