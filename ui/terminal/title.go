package terminal

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// tmuxTitle is how many columns a title has in the status line of tmux, as it is set when
// nobody sets it, one less than it cuts it at: it would take away what is further right, which
// is the beginning of a text that was laid out, and a mark behind the last column.
const tmuxTitle = 20

// Title returns text as the title of a window (see [TitleOf]). Inside a multiplexer that is a
// part of its status line, a row of the terminal outside: it is laid out, in the form that
// rows are sent in. What a form tells by styles alone a title cannot have.
func (t Terminal) Title(s string) string {
	s = TitleOf(s)
	width := int(rtl.StringWidth(s))
	if !t.inside || width == 0 || t.Form == Logical || t.Form == Alternate {
		return s
	}
	if strings.HasPrefix(t.Name, "tmux") && strings.ContainsFunc(s, isRightToLeft) {
		width = min(width, tmuxTitle)
	}
	options := rtl.Options{Protocols: rtl.AllProtocols, Width: width, Direction: rtl.AutoRTL, Align: rtl.AlignLeft}
	t.Apply(&options)
	cells := rtl.TruncateSpans([]rtl.Span{{Text: s}}, options)
	for len(cells) > 0 && cells[len(cells)-1].Kind == rtl.Space {
		cells = cells[:len(cells)-1]
	}
	return ansi.Strip(string(t.Append(nil, cells)))
}

// isRightToLeft tells whether a character is a letter that runs from right to left.
func isRightToLeft(r rune) bool {
	c := bidi.ClassOf(r)
	return c == bidi.R || c == bidi.AL
}
