package rtl

import (
	"iter"
	"slices"
)

// Layouter lays paragraphs out and keeps its buffers between them. The zero
// Layouter is ready. It is not for concurrent use, nor for two loops over
// [Layouter.Lines] at once.
type Layouter struct {
	body        lineSegment
	first, rest lineLead
	cells       []Cell
}

// Lines lays a text out in lines. A line and its cells are valid until the next
// one is asked for.
//
// A text is one paragraph or several, parted by what UAX #9 holds for paragraph
// separators (LF, CR, CR LF, NEL, U+2029, U+001C to U+001E): each has a direction
// of its own, by [Options.Direction]. VT, FF and U+2028 end a line within a
// paragraph. A separator at the very end opens no further line; an empty text is
// one blank line.
//
// Tabs go to the next tab stop from the edge where the line starts. White
// space at the end of a line is not shown. A paragraph is shorter than 2 GiB.
func (l *Layouter) Lines(text []Span, o Options) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		l.open(text, &o)
		for start, first := 0, true; first || start < len(l.body.whole); first = false {
			next, ok := l.paragraph(start, first, &o, yield)
			if !ok {
				return
			}
			start = next
		}
	}
}

// WrapSpans is [Layouter.Lines] with lines that own their cells.
func WrapSpans(text []Span, o Options) []Line {
	var l Layouter
	var lines []Line
	for line := range l.Lines(text, o) {
		line.Cells = slices.Clone(line.Cells)
		lines = append(lines, line)
	}
	return lines
}

// open takes a text and what leads its lines.
func (l *Layouter) open(text []Span, o *Options) {
	o.Width = max(o.Width, 1)
	l.body.open(text)
	l.first.open(o.Prefix)
	l.rest.open(o.RestPrefix)
}

// paragraph lays out the paragraph that starts at byte start.
func (l *Layouter) paragraph(start int, first bool, o *Options, yield func(Line) bool) (next int, ok bool) {
	b := &l.body
	next = b.load(b.whole, start, o)
	lead := &l.rest
	if first {
		lead = &l.first
	}
	for at := 0; ; {
		lead.layOut(b.direction(), o)
		room := o.Width - lead.width
		end := b.fill(at, room)
		last := end == len(b.runes)
		line := Line{
			Start:     Offset(start) + Offset(b.offsets[at]),
			End:       Offset(start) + Offset(b.offsets[end]),
			Direction: b.direction(),
			Last:      last,
		}
		if last {
			line.End = Offset(next)
		}
		width := l.bodyItems(at, end, room, o)
		switch {
		case o.Fill:
			width = b.spread(at, b.trim(at, end), width, room)
		case o.Justify && !last && b.units[end]&unitMustBreak == 0:
			width = b.justify(at, b.trim(at, end), width, room)
		}
		line.Cells = l.place(lead, width, o)
		if !yield(line) {
			return next, false
		}
		if last {
			return next, true
		}
		at, lead = end, &l.rest
	}
}

// bodyItems makes the items of a line.
func (l *Layouter) bodyItems(start, end, room int, o *Options) (width int) {
	b := &l.body
	width = b.collect(start, b.trim(start, end), room, o)
	if b.hyphenates(end) && len(b.items) > 0 && width < room {
		it := b.items[len(b.items)-1]
		b.items = append(b.items, item{start: addedItem, glyph: '-', span: it.span, level: it.level, width: 1, kind: Neutral})
		width++
	}
	return width
}
