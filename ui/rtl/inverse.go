package rtl

// Offset gives the place in the text of what is shown at a column. Of a cell
// that is nothing in the text it is that of the nearest cell, the one before it
// in reading order first; padding and what leads the line count as the end of
// the line that they are at.
func (l Line) Offset(c Column) Offset {
	first, last := l.shown()
	if first > last {
		return l.Start
	}
	var left Column
	at := -1
	for i := range l.Cells {
		right := left + Column(l.Cells[i].Width)
		if c < right {
			at = i
			break
		}
		left = right
	}
	before, after := l.Start, l.End // what the left and the right end stand for
	if l.Direction == RTL {
		before, after = after, before
	}
	switch {
	case at >= 0 && at < first || c < 0:
		return before
	case at < 0 || at > last:
		return after
	}
	step := -1
	if l.Cells[at].Level&1 == 1 {
		step = 1
	}
	for l.Cells[at].At == NoOffset && at+step >= first && at+step <= last {
		at += step
	}
	for l.Cells[at].At == NoOffset {
		at -= step
	}
	return l.Cells[at].At
}

// Column gives the left edge of the cell that shows a place in the text: of the
// last one before it in the text where none does, as for white space at the end
// of the line, and of the first one where there is none before. On a line that
// shows nothing it is the edge where the line starts.
func (l Line) Column(o Offset) Column {
	var left, column Column
	best := NoOffset
	found, earliest := false, Offset(0)
	for i := range l.Cells {
		c := &l.Cells[i]
		switch {
		case c.At == NoOffset:
		case c.At <= o && c.At > best:
			best, column, found = c.At, left, true
		case best == NoOffset && (!found || c.At < earliest):
			earliest, column, found = c.At, left, true
		}
		left += Column(c.Width)
	}
	if !found && l.Direction == RTL {
		return max(left-1, 0)
	}
	return column
}

// shown gives the first and the last cell, from the left, that shows some of the
// text; first is greater where there is none.
func (l Line) shown() (first, last int) {
	first, last = 0, len(l.Cells)-1
	for first <= last && l.Cells[first].At == NoOffset {
		first++
	}
	for last > first && l.Cells[last].At == NoOffset {
		last--
	}
	return first, last
}
