package rtl

import (
	"slices"
	"strings"
)

const ellipsisRune = '…'

// lineEnds are the characters that end a line or a paragraph.
const lineEnds = "\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029"

// oneLine gives a text with a space for each line end.
func oneLine(text []Span) []Span {
	if !slices.ContainsFunc(text, func(s Span) bool { return strings.ContainsAny(s.Text, lineEnds) }) {
		return text
	}
	text = slices.Clone(text)
	for i, s := range text {
		text[i].Text = strings.Map(func(r rune) rune {
			if strings.ContainsRune(lineEnds, r) {
				return ' '
			}
			return r
		}, strings.ReplaceAll(s.Text, "\r\n", "\n"))
	}
	return text
}

// TruncateSpans lays a text out in one line of [Options.Width] columns that owns
// its cells; see [Layouter.Truncate].
func TruncateSpans(text []Span, o Options) []Cell {
	return new(Layouter).Truncate(text, o)
}

// Truncate lays a text out in one line of [Options.Width] columns, led by
// [Options.Prefix]. What does not fit is cut at its end, where an ellipsis is put.
// Each line end is shown as a space, and [Cell.At] counts it as one byte. The
// cells are valid until the Layouter is used again.
func (l *Layouter) Truncate(text []Span, o Options) []Cell {
	l.open(oneLine(text), &o)
	b := &l.body
	b.load(b.whole, 0, &o)
	l.first.layOut(b.direction(), &o)
	room := o.Width - l.first.width
	width := b.collect(0, b.trim(0, len(b.runes)), room, &o)
	if width > room {
		width = b.cut(width, room)
	}
	return l.place(&l.first, width, &o)
}

// isEllipsis reports whether an item is an ellipsis of the text itself: two of them are one
// too many.
func (s *lineSegment) isEllipsis(it item) bool {
	return it.start >= 0 && s.text[s.start:][it.start:it.end] == string(ellipsisRune)
}

// cut drops items from the end of a line until it has room for an ellipsis, and
// puts one there, in the style of what is before it.
func (s *lineSegment) cut(width, room int) int {
	n := len(s.items)
	for n > 0 && (width >= room || s.items[n-1].kind == Space || s.isEllipsis(s.items[n-1])) {
		n--
		width -= int(s.items[n].width)
	}
	span := s.items[max(n-1, 0)].span
	s.items = append(s.items[:n], item{start: addedItem, glyph: ellipsisRune, span: span, level: s.bidi.Base(), width: 1})
	return width + 1
}
