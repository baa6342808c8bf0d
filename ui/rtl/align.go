package rtl

import "slices"

// place puts the lead and the body of a line, which is some columns wide, in
// their places.
func (l *Layouter) place(lead *lineLead, width int, o *Options) []Cell {
	base := l.body.bidi.Base()
	free := o.Width - lead.width - width
	left := 0
	switch o.Align {
	case AlignStart:
		if l.body.direction() == RTL {
			left = free
		}
	case AlignRight:
		left = free
	case AlignCenter:
		left = free / 2
	case AlignLeft:
	}
	l.cells = l.cells[:0]
	if lead.direction == LTR {
		l.cells = lead.appendCells(l.cells, true)
	}
	l.cells = appendBlanks(l.cells, left, base)
	l.cells = l.body.appendCells(l.cells, false)
	l.cells = appendBlanks(l.cells, free-left, base)
	if lead.direction == RTL {
		l.cells = lead.appendCells(l.cells, true)
	}
	return l.cells
}

// appendBlanks appends padding.
func appendBlanks(dst []Cell, n int, level uint8) []Cell {
	blank := Cell{Glyph: ' ', At: NoOffset, Level: level, Width: 1, Kind: Space}
	at := len(dst)
	dst = slices.Grow(dst, n)[:at+n]
	for i := range dst[at:] {
		dst[at+i] = blank
	}
	return dst
}
