package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/ui/rtl"
)

// row is one row of a pane or of the screen: cells whose widths add up to the
// width it was made for.
type row = []rtl.Cell

// blank is a row of spaces.
func blank(width int, style rtl.Style) row { return repeat(' ', width, style) }

// repeat is a row of one character.
func repeat(glyph rune, width int, style rtl.Style) row {
	cells := make(row, max(0, width))
	for i := range cells {
		cells[i] = rtl.Cell{Glyph: glyph, Style: style, At: rtl.NoOffset, Width: 1}
		if glyph == ' ' {
			cells[i].Kind = rtl.Space
		}
	}
	return cells
}

// line lays out what stands outside the article: at the right, with letters,
// marks and digits as in the article.
func (m *Model) line(width int) rtl.Options {
	o := m.options
	o.Width, o.Direction, o.Align, o.Justify = width, rtl.AutoRTL, rtl.AlignRight, false
	return o
}

// label is one row of text at the right, cut with an ellipsis where it does not
// fit.
func (m *Model) label(width int, spans ...rtl.Span) row {
	if width <= 0 {
		return nil
	}
	return rtl.Label(spans, m.line(width))
}

// natural is a label as wide as its text, but no wider than most.
func (m *Model) natural(most int, spans ...rtl.Span) row {
	width := 0
	for _, s := range spans {
		width += int(rtl.StringWidth(s.Text))
	}
	return m.label(min(width, most), spans...)
}

// paragraph is text in at most so many rows at the right. What does not fit is
// cut off behind an ellipsis, and laid out again with it, so that the order
// stays that of a paragraph.
func (m *Model) paragraph(spans []rtl.Span, width, most int) []row {
	if width <= 0 || most <= 0 {
		return nil
	}
	lines := rtl.Lay(spans, m.line(width))
	if len(lines) > most {
		var text strings.Builder
		for _, s := range spans {
			text.WriteString(s.Text)
		}
		kept := text.String()[:lines[most-1].End]
		for len(lines) > most && kept != "" {
			whole := strings.TrimRightFunc(kept, unicode.IsSpace)
			lines = rtl.Lay(append(cut(spans, len(whole)), rtl.Span{Text: "…", Style: spans[0].Style}), m.line(width))
			_, last := utf8.DecodeLastRuneInString(kept)
			kept = kept[:len(kept)-last]
		}
	}
	rows := make([]row, 0, most)
	for _, line := range lines[:min(len(lines), most)] {
		rows = append(rows, line.Cells)
	}
	return rows
}

// cut is the beginning of spans, of so many bytes.
func cut(spans []rtl.Span, length int) (kept []rtl.Span) {
	for _, s := range spans {
		s.Text = s.Text[:min(len(s.Text), length)]
		length -= len(s.Text)
		kept = append(kept, s)
	}
	return kept
}

// fit brings rows to an exact height and width.
func fit(rows []row, width, height int) []row {
	if len(rows) > height {
		rows = rows[:height]
	}
	for len(rows) < height {
		rows = append(rows, blank(width, rtl.Style{}))
	}
	for i := range rows {
		if w := int(rtl.Width(rows[i])); w != width {
			rows[i] = refit(rows[i], w, width)
		}
	}
	return rows
}

// refit cuts a row at its left, or fills it up there.
func refit(r row, has, width int) row {
	for has > width && len(r) > 0 {
		has -= int(r[0].Width)
		r = r[1:]
	}
	return append(blank(width-has, rtl.Style{}), r...)
}

// restyle gives cells a background and the attributes of a style, keeping
// colours of their own only where the style has none and does not reverse them.
func restyle(r row, style rtl.Style) row {
	out := make(row, len(r))
	for i, c := range r {
		if style.Foreground != 0 || style.Attributes&rtl.Reverse != 0 {
			c.Style.Foreground = style.Foreground
		}
		c.Style.Background = style.Background
		c.Style.Attributes |= style.Attributes
		out[i] = c
	}
	return out
}
