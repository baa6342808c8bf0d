package page

import (
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// sheet lays blocks out below each other at a width.
type sheet struct {
	layout *rtl.Layouter
	colors *colors
	// options are those of a paragraph in the room that its lead leaves.
	options rtl.Options
	width   int
	side    rtl.Direction
	signs   rtl.Layouter
	row     []rtl.Cell
	spacing int // free lines between paragraphs
	yield   func(Line) bool
}

// sheet makes the sheet that blocks of the document are laid out on.
func (d *Document) sheet(o rtl.Options, layout *rtl.Layouter, yield func(Line) bool) *sheet {
	side := d.side
	s := &sheet{
		options: o, width: max(o.Width, 1), side: side, spacing: d.spacing, yield: yield,
		layout: layout, colors: &d.colors,
	}
	switch o.Direction {
	case rtl.LTR, rtl.RTL:
		s.side = o.Direction
	case rtl.Auto, rtl.AutoRTL:
		s.options.Direction = rtl.Auto
		if side == rtl.RTL {
			s.options.Direction = rtl.AutoRTL
		}
	}
	s.options.Prefix, s.options.RestPrefix = nil, nil
	return s
}

// paragraphIndent leads a paragraph that follows another without a free line between.
const paragraphIndent = "   "

// gaps is how many free lines stand before a block that stands apart.
func (s *sheet) gaps(before, b *textBlock) int {
	if before.running() && b.running() {
		return s.spacing
	}
	return max(1, s.spacing)
}

// block lays a block out, behind free lines where it stands apart from the one
// before it, nil for none.
func (s *sheet) block(b, before *textBlock) bool {
	excess := b.lead.excess(s.width)
	s.options.Prefix = nil
	if before != nil && b.apart {
		gaps := s.gaps(before, b)
		for range gaps {
			if !s.gap(b.above[min(excess, len(b.above)):], b.position) {
				return false
			}
		}
		if gaps == 0 {
			s.options.Prefix = []rtl.Span{{Text: paragraphIndent[:min(len(paragraphIndent), s.width/4)]}}
		}
	}
	lead := b.lead[excess:]
	s.options.Width = s.width - lead.width()
	first, rest := s.leading(lead), s.leading(lead.after())
	started := false
	return b.lay(s, func(line Line) bool {
		leading := rest
		if !started {
			leading, started = first, true
		}
		line.Position += b.position
		line.End += b.position
		if line.Drawn == (Stretch{}) {
			s.colors.paint(line.Cells)
		}
		return s.emit(leading, line)
	})
}

// gap is the free line before a block; the bars of a quote go through it.
func (s *sheet) gap(above leadingSigns, position int) bool {
	return s.emit(s.leading(above.after()), Line{Cells: s.blanks(s.width - above.width()), Position: position, End: position, Gap: true})
}

// emit hands on a line: what leads it at the side where the document starts,
// the content beside it.
func (s *sheet) emit(leading []rtl.Cell, line Line) bool {
	switch {
	case len(leading) == 0:
	case s.side == rtl.RTL:
		s.row = append(append(s.row[:0], line.Cells...), leading...)
		line.Cells = s.row
	default:
		s.row = append(append(s.row[:0], leading...), line.Cells...)
		line.Cells = s.row
		line.Drawn.From += int(rtl.Width(leading))
	}
	return s.yield(line)
}

// leading lays out what leads a line. Each sign is a segment of its own (UAX
// #9, HL3), at the edge of its room that is nearer to the text.
func (s *sheet) leading(l leadingSigns) []rtl.Cell {
	var cells []rtl.Cell
	for i := range l {
		g := l[i]
		if s.side == rtl.RTL {
			g = l[len(l)-1-i]
		}
		cells = append(cells, s.sign(g)...)
	}
	return cells
}

func (s *sheet) sign(g leadingSign) []rtl.Cell {
	align := rtl.AlignRight
	if s.side == rtl.RTL {
		align = rtl.AlignLeft
	}
	cells := s.signs.Truncate([]rtl.Span{{Text: g.text, Style: g.style}}, rtl.Options{
		Protocols: rtl.AllProtocols,
		Width:     max(g.width-1, 1), Direction: s.side, Align: align, Digits: s.options.Digits,
	})
	room := s.drawn(" ", rtl.Style{})
	if s.side == rtl.RTL {
		cells = append(room, cells...)
	} else {
		cells = append(cells, room...)
	}
	s.colors.paint(cells)
	for i := range cells {
		if cells[i].At = rtl.NoOffset; cells[i].Text == "" {
			cells[i].Text = " " // it leads, and is no padding
		}
	}
	return cells
}

// level is the embedding level of what has no direction of its own.
func (s *sheet) level() uint8 {
	if s.side == rtl.RTL {
		return 1
	}
	return 0
}

// blanks are n columns of padding.
func (s *sheet) blanks(n int) []rtl.Cell {
	cells := make([]rtl.Cell, max(n, 0))
	for i := range cells {
		cells[i] = rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Level: s.level(), Width: 1, Kind: rtl.Space}
	}
	return cells
}

// drawn is a row of characters that stand as they are, each of one column.
func (s *sheet) drawn(text string, style rtl.Style) []rtl.Cell {
	cells := make([]rtl.Cell, 0, len(text))
	for i, r := range text {
		kind := rtl.Neutral
		if r == ' ' {
			kind = rtl.Space
		}
		cells = append(cells, rtl.Cell{
			Text: text[i : i+utf8.RuneLen(r)], Style: style, At: rtl.NoOffset, Level: s.level(), Width: 1, Kind: kind,
		})
	}
	return cells
}
