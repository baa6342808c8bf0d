package page

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// textBlock is a paragraph, a heading, a code block, a rule or a table, with what
// leads its lines.
type textBlock struct {
	content
	lead  leadingSigns
	apart bool         // a free line stands before it
	above leadingSigns // of that line: the bars of the quotes that go on
	// continues is true of what was cut off the block before, which was too long to
	// be laid out at once: the text goes on in it without a break.
	continues bool
	position  int
	runes     int // of its text
}

// running tells whether the block is a paragraph of running text.
func (b *textBlock) running() bool {
	p, ok := b.content.(*paragraphBlock)
	return ok && len(b.lead) == 0 && !p.ragged
}

// content is what a block holds.
type content interface {
	// text is what the content says, in logical order.
	text() string
	// lay hands on its lines, each of the sheet's room, their positions counted
	// from the beginning of the text. It ends with false as soon as emit does.
	lay(s *sheet, emit func(Line) bool) bool
}

// The text of a block says where its cells stand in it: [rtl.Cell.At] of each is an
// offset into it, or [rtl.NoOffset].

// leadingSign is what leads lines: a list's marker, a quote's bar. A space follows it.
type leadingSign struct {
	text  string
	width int // columns, with the space
	style rtl.Style
	every bool // it leads every line, not the first alone
}

func newSign(text string, style rtl.Style) leadingSign {
	return leadingSign{text: text, width: int(rtl.StringWidth(text)) + 1, style: style}
}

// leadingSigns are the signs that lead the lines of a block, the outermost first.
type leadingSigns []leadingSign

// and adds a sign.
func (l leadingSigns) and(s leadingSign) leadingSigns { return append(slices.Clip(l), s) }

// after is the lead of what follows the line or the block that shows the signs:
// room where those were that are shown once.
func (l leadingSigns) after() leadingSigns {
	out := slices.Clone(l)
	for i := range out {
		if !out[i].every {
			out[i].text = ""
		}
	}
	return out
}

func (l leadingSigns) width() int {
	n := 0
	for _, s := range l {
		n += s.width
	}
	return n
}

// marks tells whether there is a sign that does not lead every line.
func (l leadingSigns) marks() bool {
	return slices.ContainsFunc(l, func(s leadingSign) bool { return !s.every })
}

// excess is how many signs, the outermost, have to go so that half of a width is
// left to the text.
func (l leadingSigns) excess(width int) int {
	n := 0
	for n < len(l) && l[n:].width() > width/2 {
		n++
	}
	return n
}

// spanText is the text of spans.
func spanText(spans []rtl.Span) string {
	var s strings.Builder
	for _, span := range spans {
		s.WriteString(span.Text)
	}
	return s.String()
}

// withoutLayoutMarks takes out what the layout put in: isolates around code and links, and the
// numbers of links.
func withoutLayoutMarks(s string) string { return linkNumbers.ReplaceAllString(toPlain.Replace(s), "") }

var toPlain = strings.NewReplacer(leftIsolate, "", firstIsolate, "", popIsolate, "", hardBreak, "\n")
