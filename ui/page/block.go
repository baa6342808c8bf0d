package page

import (
	"strings"
	"unicode/utf8"

	"warraq/ui/rtl"
)

// block is a paragraph, a heading, a line of code, a rule or a table.
type block struct {
	spans       []rtl.Span
	first, rest []rtl.Span // what leads its lines: markers and bars
	apart       bool       // a free line stands before it
	above       []rtl.Span // what leads that line: the bars of the quotes that go on
	position    int

	code  bool // left to right whatever it holds
	rule  bool
	table *table
	style rtl.Style // of the rule
}

func (b block) text() string {
	if b.table != nil {
		return b.table.text()
	}
	var s strings.Builder
	for _, span := range b.spans {
		s.WriteString(span.Text)
	}
	return s.String()
}

// lay appends the lines of a block.
func (b block) lay(lines []Line, options rtl.Options) []Line {
	options.First, options.Rest = b.first, b.rest
	switch {
	case b.table != nil:
		return b.table.lay(lines, b, options)
	case b.rule:
		lead := leadColumns(b.first)
		b.spans = []rtl.Span{{Text: strings.Repeat("─", max(1, options.Width-lead)), Style: b.style}}
	case b.code:
		options.Direction, options.Align, options.Justify = rtl.LTR, rtl.AlignLeft, false
	}
	text := b.text()
	at, runes := 0, 0
	for _, line := range rtl.Lay(b.spans, options) {
		if start := int(line.Start); start > at && start <= len(text) {
			runes += utf8.RuneCountInString(text[at:start])
			at = start
		}
		lines = append(lines, Line{line.Cells, b.position + runes})
	}
	return lines
}

// gap is the free line before a block; the bars of a quote go through it.
func gap(b block, options rtl.Options) Line {
	options.First, options.Rest = bars(b.above), nil
	l := rtl.Lay([]rtl.Span{{Text: " "}}, options)
	return Line{l[0].Cells, b.position}
}

// bars are the quote bars among what leads a line.
func bars(lead []rtl.Span) []rtl.Span {
	out := make([]rtl.Span, len(lead))
	for i, s := range lead {
		out[i] = s
		if !strings.Contains(s.Text, quoteBar) {
			out[i].Text = strings.Repeat(" ", int(rtl.StringWidth(s.Text)))
		}
	}
	return out
}

func leadColumns(lead []rtl.Span) int {
	n := 0
	for _, s := range lead {
		n += int(rtl.StringWidth(s.Text))
	}
	return n
}
