package rtl

// leadCells makes the cells that lead a line, in visual order, and gives their
// width. They leave one column at least to the text: what is over is cut.
func (l *Layouter) leadCells(text []Span, d Direction, o *Options) (cells []Cell, width int) {
	l.cells = l.cells[:0]
	if len(text) == 0 {
		return l.cells, 0
	}
	options := Options{Direction: leadDirection(d, o), Digits: o.Digits, NoShaping: o.NoShaping, HideMarks: o.HideMarks}
	s := &l.lead
	s.open(text)
	s.load(s.whole, 0, &options)
	width = s.collect(0, len(s.runes), o.Width, &options)
	for width > o.Width-1 {
		width -= int(s.items[len(s.items)-1].width)
		s.items = s.items[:len(s.items)-1]
	}
	l.cells = s.appendCells(l.cells, true)
	return l.cells, width
}

// leadDirection is the direction of what leads the lines of a paragraph.
func leadDirection(paragraph Direction, o *Options) Direction {
	if o.LeadDirection == LTR || o.LeadDirection == RTL {
		return o.LeadDirection
	}
	return paragraph
}

// place puts the body of a line, of some width, in the room that the lead
// leaves.
func (l *Layouter) place(lead []Cell, width, room int, d Direction, o *Options) []Cell {
	free := room - width
	left := 0
	switch o.Align {
	case AlignStart:
		if d == RTL {
			left = free
		}
	case AlignRight:
		left = free
	case AlignCenter:
		left = free / 2
	case AlignLeft:
	}
	level := l.body.bidi.Base()
	if leadDirection(d, o) == LTR || len(lead) == 0 {
		l.cells = appendBlanks(l.cells, left, level)
		l.cells = l.body.appendCells(l.cells, false)
		l.cells = appendBlanks(l.cells, free-left, level)
		return l.cells
	}
	n := len(lead)
	l.cells = appendBlanks(l.cells, left, level)
	l.cells = l.body.appendCells(l.cells, false)
	l.cells = appendBlanks(l.cells, free-left, level)
	l.cells = append(l.cells, l.cells[:n]...)
	return l.cells[n:]
}

// appendBlanks appends padding.
func appendBlanks(dst []Cell, n int, level uint8) []Cell {
	for range n {
		dst = append(dst, Cell{Glyph: ' ', At: NoOffset, Level: level, Width: 1, Kind: Space})
	}
	return dst
}
