package page

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// paragraphBlock is running text, a heading or a caption.
type paragraphBlock struct {
	spans []rtl.Span
	// beside is true of the text behind a marker: it keeps to the marker's side,
	// whatever its direction.
	beside bool
	// ragged is true of what is never justified.
	ragged bool
	// heading is true of what stands above what follows it, and level says which heading
	// it is: 1 of the title, 0 of what is none.
	heading bool
	level   int
	// direction is that of the paragraph that the text goes on of, [rtl.Auto] for one
	// that is whole.
	direction rtl.Direction
}

// firstDirection is the direction of the first strong character, [rtl.Auto] where
// there is none.
func (p *paragraphBlock) firstDirection() rtl.Direction {
	of := func(otherwise rtl.Direction) rtl.Direction {
		for line := range new(rtl.Layouter).Lines(p.spans, rtl.Options{Protocols: rtl.AllProtocols, Width: 1, Direction: otherwise}) {
			return line.Direction
		}
		return otherwise
	}
	if d := of(rtl.Auto); d == of(rtl.AutoRTL) {
		return d
	}
	return rtl.Auto
}

func (p *paragraphBlock) text() string { return spanText(p.spans) }

func (p *paragraphBlock) lay(s *sheet, emit func(Line) bool) bool {
	options := s.options
	if p.beside && options.Align == rtl.AlignStart {
		options.Align = alignToEdge(s.side)
	}
	options.Justify = options.Justify && !p.ragged
	if options.Direction != rtl.LTR && options.Direction != rtl.RTL && p.direction != rtl.Auto {
		options.Direction = p.direction
	}
	for line := range TextLines(s.layout, p.spans, options) {
		if !emit(line) {
			return false
		}
	}
	return true
}

// TextLines lays text out in lines whose positions are counted from its beginning. A
// line and its cells are valid until the next one is asked for.
func TextLines(layout *rtl.Layouter, spans []rtl.Span, options rtl.Options) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		all := spanText(spans)
		counter := positionCounter{text: all}
		for line := range layout.Lines(spans, options) {
			if !yield(Line{
				Cells: line.Cells, Position: counter.before(line.Start), End: counter.before(line.End), text: all, start: line.Start,
			}) {
				return
			}
		}
	}
}

// alignToEdge is the alignment to the side where a direction starts.
func alignToEdge(d rtl.Direction) rtl.Align {
	if d == rtl.RTL {
		return rtl.AlignRight
	}
	return rtl.AlignLeft
}

// positionCounter turns offsets in bytes, each at or behind the one before, into
// numbers of runes.
type positionCounter struct {
	text      string
	at, runes int
}

func (c *positionCounter) before(o rtl.Offset) int {
	if end := min(int(o), len(c.text)); end > c.at {
		c.runes += utf8.RuneCountInString(c.text[c.at:end])
		c.at = end
	}
	return c.runes
}

// ruleBlock is a line across the page.
type ruleBlock struct{ style rtl.Style }

func (r ruleBlock) text() string { return "" }

func (r ruleBlock) lay(s *sheet, emit func(Line) bool) bool {
	return emit(Line{Cells: s.drawn(strings.Repeat("─", s.options.Width), r.style)})
}
