package rtl

// lineLead is what leads a line: a list's marker, a quote's bar.
type lineLead struct {
	lineSegment
	direction Direction
	width     int
}

// layOut lays the lead of a paragraph's lines out; again only if the direction
// is another one than before. It leaves one column at least to the text: what is
// over is cut.
func (l *lineLead) layOut(paragraph Direction, o *Options) {
	d := o.PrefixDirection
	if d != LTR && d != RTL {
		d = paragraph
	}
	if d == l.direction {
		return
	}
	l.direction = d
	options := Options{Direction: d, Digits: o.Digits, Protocols: o.Protocols, Shaping: o.Shaping, HideMarks: o.HideMarks, KeepShadda: o.KeepShadda, TabStop: o.TabStop}
	l.load(l.whole, 0, &options)
	l.width = l.collect(0, len(l.runes), o.Width, &options)
	for l.width > o.Width-1 {
		last := len(l.items) - 1
		l.width -= int(l.items[last].width)
		l.items = l.items[:last]
	}
}

// open takes the text of a lead.
func (l *lineLead) open(text []Span) {
	l.lineSegment.open(text)
	l.direction = Auto
}
