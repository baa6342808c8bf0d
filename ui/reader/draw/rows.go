package draw

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// Row is one row of a pane or of the screen: cells whose widths add up to the
// width it was made for.
type Row = []rtl.Cell

// Blank is a row of spaces.
func Blank(width int, style rtl.Style) Row { return Repeat(' ', width, style) }

// Repeat is a row of one character.
func Repeat(glyph rune, width int, style rtl.Style) Row {
	cells := make(Row, max(0, width))
	for i := range cells {
		cells[i] = rtl.Cell{Glyph: glyph, Style: style, At: rtl.NoOffset, Width: 1}
		if glyph == ' ' {
			cells[i].Kind = rtl.Space
		}
	}
	return cells
}

// Line lays out what stands outside the article: at the edge at which rows begin, with
// letters, marks and digits as in the article.
func (c *Canvas) Line(width int) rtl.Options {
	o := c.Options
	o.Width, o.Direction, o.Align, o.Justify = width, rtl.AutoRTL, rtl.AlignRight, false
	if c.FromLeft {
		o.Direction, o.Align = rtl.Auto, rtl.AlignLeft
	}
	return o
}

// lines lays out the lines of a paragraph.
func (c *Canvas) lines(width int) rtl.Options {
	o := c.Line(width)
	if c.FromLeft {
		o.Align = rtl.AlignStart
	}
	return o
}

// Label is one row of text at the edge at which rows begin, cut with an ellipsis where it does not
// fit.
func (c *Canvas) Label(width int, spans ...rtl.Span) Row {
	if width <= 0 {
		return nil
	}
	return rtl.TruncateSpans(spans, c.Line(width))
}

// Natural is a label as wide as its text is when it is laid out, but no wider than most.
func (c *Canvas) Natural(most int, spans ...rtl.Span) Row {
	return natural(most, spans, c.Line(0))
}

// Short is a label as wide as its text, but no wider than most: what does not fit is cut off at
// a word.
func (c *Canvas) Short(most int, spans ...rtl.Span) Row {
	r := c.Natural(most+1, spans...)
	if int(rtl.Width(r)) <= most {
		return r
	}
	rows := c.Paragraph(spans, most, 1)
	if len(rows) == 0 {
		return nil
	}
	r = rows[0]
	for len(r) > 0 && isFiller(r[0]) {
		r = r[1:]
	}
	for len(r) > 0 && isFiller(r[len(r)-1]) {
		r = r[:len(r)-1]
	}
	return r
}

// natural lays spans out in one line as wide as they are then: letters may share a cell, as
// lam and alef do, so that it is less than what they take each by itself.
func natural(most int, spans []rtl.Span, o rtl.Options) Row {
	for _, s := range spans {
		o.Width += int(rtl.StringWidth(s.Text))
	}
	if o.Width = min(o.Width, most); o.Width <= 0 {
		return nil
	}
	r := rtl.TruncateSpans(spans, o)
	spare := -trailingColumns(spans)
	for _, cell := range r {
		if isFiller(cell) {
			spare += int(cell.Width)
		}
	}
	for ; spare > 0 && isFiller(r[0]); spare-- {
		r = r[1:]
	}
	for ; spare > 0 && isFiller(r[len(r)-1]); spare-- {
		r = r[:len(r)-1]
	}
	return r
}

// isFiller reports whether a cell only fills up a row.
func isFiller(cell rtl.Cell) bool { return cell.Kind == rtl.Space && cell.At == rtl.NoOffset }

// trailingColumns returns how many columns the spaces at the end of spans take, for which a
// row has free cells.
func trailingColumns(spans []rtl.Span) int {
	if len(spans) == 0 {
		return 0
	}
	last := spans[len(spans)-1].Text
	return int(rtl.StringWidth(last) - rtl.StringWidth(strings.TrimRightFunc(last, unicode.IsSpace)))
}

// Shorten returns a text that is cut to some columns at the most, at a word where that leaves
// half of them or more, with an ellipsis behind it that goes the way of the text.
func Shorten(text string, most int) string {
	if int(rtl.StringWidth(text)) <= most {
		return text
	}
	letters := []rune(text)
	n := sort.Search(len(letters), func(n int) bool { return int(rtl.StringWidth(string(letters[:n+1])+"…")) > most })
	cut := string(letters[:n])
	if at := strings.LastIndexFunc(cut, unicode.IsSpace); n < len(letters) && !unicode.IsSpace(letters[n]) && 2*at >= len(cut) {
		cut = cut[:at]
	}
	return strings.TrimRightFunc(cut, unicode.IsSpace) + "…"
}

// Paragraph is text in at most so many rows, each at the edge at which rows begin; where that
// is the left, a paragraph of right-to-left text keeps to its own. What does not fit is
// cut off at a word behind an ellipsis, and laid out again with it, so that the order
// stays that of a paragraph.
func (c *Canvas) Paragraph(spans []rtl.Span, width, most int) []Row {
	if width <= 0 || most <= 0 {
		return nil
	}
	lines := rtl.WrapSpans(spans, c.lines(width))
	if len(lines) > most {
		lines = c.truncate(spans, int(lines[most-1].End), width, most)
	}
	rows := make([]Row, 0, most)
	for _, line := range lines[:min(len(lines), most)] {
		rows = append(rows, line.Cells)
	}
	return rows
}

// truncate returns the lines of spans that are cut to so many, from their first bytes on:
// by words, and where one word alone does not fit by characters.
func (c *Canvas) truncate(spans []rtl.Span, length, width, most int) (lines []rtl.Line) {
	var text strings.Builder
	for _, s := range spans {
		text.WriteString(s.Text)
	}
	kept := text.String()[:length]
	for kept != "" {
		whole := strings.TrimRightFunc(kept, endsBefore)
		lines = rtl.WrapSpans(append(truncateSpans(spans, len(whole)), rtl.Span{Text: "…", Style: spans[0].Style}), c.lines(width))
		if len(lines) <= most {
			break
		}
		kept = withoutLastWord(kept)
	}
	return lines
}

// endsBefore reports what is left out before an ellipsis: free space, another one, and what
// leads on to words that are cut off.
func endsBefore(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("…،,؛;:–—-", r)
}

// longestWord is how many bytes are taken for one word. What has no spaces for longer, as
// Chinese and addresses, is cut by characters.
const longestWord = 40

// withoutLastWord returns a text without its last word, or without its last character
// where that is no word.
func withoutLastWord(text string) string {
	whole := strings.TrimRightFunc(text, unicode.IsSpace)
	if at := strings.LastIndexFunc(whole, unicode.IsSpace); at > 0 && len(whole)-at <= longestWord {
		return whole[:at]
	}
	_, last := utf8.DecodeLastRuneInString(text)
	return text[:len(text)-last]
}

// truncateSpans is the beginning of spans, of so many bytes.
func truncateSpans(spans []rtl.Span, length int) (kept []rtl.Span) {
	for _, s := range spans {
		s.Text = s.Text[:min(len(s.Text), length)]
		length -= len(s.Text)
		kept = append(kept, s)
	}
	return kept
}

// Fit brings rows to an exact height and width.
func Fit(rows []Row, width, height int) []Row {
	if len(rows) > height {
		rows = rows[:height]
	}
	for len(rows) < height {
		rows = append(rows, Blank(width, rtl.Style{}))
	}
	for i := range rows {
		if w := int(rtl.Width(rows[i])); w != width {
			rows[i] = Refit(rows[i], w, width)
		}
	}
	return rows
}

// Refit cuts a row at its left, or fills it up there.
func Refit(r Row, has, width int) Row {
	for has > width && len(r) > 0 {
		has -= int(r[0].Width)
		r = r[1:]
	}
	return append(Blank(width-has, rtl.Style{}), r...)
}

// Restyle gives cells a background and the attributes of a style, keeping
// colours of their own only where the style has none and does not reverse them.
func Restyle(r Row, style rtl.Style) Row {
	out := make(Row, len(r))
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
