package bidi

// trailingClasses are the classes that go with the white space at the end of a line or
// before a separator (L1); those that X9 removes go too (section 5.2).
const trailingClasses = 1<<WS | isolateClasses | removedClasses

// Line appends to dst the levels of the characters from start to end, which
// make one line, after rule L1: separators, and the white space before them and
// at the line's end, are of the paragraph's level.
func (p *Paragraph) Line(dst []uint8, start, end int) []uint8 {
	at := len(dst)
	dst = append(dst, p.levels[start:end]...)
	line, classes := dst[at:], p.classes[start:end]
	p.resetBefore(line, classes)
	if p.seen&(1<<B|1<<S) == 0 {
		return dst
	}
	for i, c := range classes {
		if c == B || c == S {
			line[i] = p.base
			p.resetBefore(line[:i], classes[:i])
		}
	}
	return dst
}

// resetBefore gives the white space at the end of levels the paragraph's level.
func (p *Paragraph) resetBefore(levels []uint8, classes []Class) {
	for i := len(levels) - 1; i >= 0 && classes[i].in(trailingClasses); i-- {
		levels[i] = p.base
	}
}
