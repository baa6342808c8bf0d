package rtl

const (
	softHyphen     = '\u00ad'
	defaultTabStop = 8 // columns
)

// fill gives the end of the line that starts with character start and has room
// for some columns: as much as fits, up to the last place where it may end. A
// word that is wider by itself is cut at the edge; a cell that is wider goes
// alone (and is shown by a narrow stand-in). So each line takes one character at
// least.
func (p *paragraphText) fill(start, room int) (end int) {
	column, mayEnd := 0, start
	for i := start; i < len(p.units); i++ {
		u := p.units[i]
		if u == unitCell|1 && column < room {
			column++
			continue
		}
		if u&(unitMayBreak|unitMustBreak|unitInside) != 0 && i > start {
			switch {
			case u&unitInside != 0:
				continue
			case u&unitMustBreak != 0:
				return i
			case p.runes[i-1] != softHyphen || column < room:
				mayEnd = i
			}
		}
		if u&unitCell == 0 {
			continue
		}
		width := int(u & unitWidth)
		switch {
		case u&unitTab == unitTab:
			column += p.tabStop - column%p.tabStop
		case u&unitSpace != 0:
			column += width
		case column+width <= room || column == 0:
			column += width
		case mayEnd > start:
			return mayEnd
		default:
			return i
		}
	}
	return len(p.units)
}

// hyphenates reports whether a line that ends before character end shows a
// hyphen there.
func (p *paragraphText) hyphenates(end int) bool {
	return end < len(p.units) && p.units[end]&unitMayBreak != 0 && p.runes[end-1] == softHyphen
}

// trim gives the end of what is shown of a line: without the white space at its
// end, and with the format characters that follow the last cell shown.
func (p *paragraphText) trim(start, end int) int {
	last := end
	for last > start && (p.units[last-1]&(unitCell|unitInside) == 0 || p.units[last-1]&unitSpace != 0) {
		last--
	}
	for last < end && p.units[last]&unitSpace == 0 {
		last++
	}
	return last
}
