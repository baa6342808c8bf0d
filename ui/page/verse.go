package page

import (
	"regexp"
	"strings"
	"sync"

	"github.com/warraq/warraq/ui/rtl"
)

// verse is a stanza: lines of which some have two halves, which stand beside each other
// in two columns of one width, as in print, or on a narrow page below each other.
type verse struct {
	*paragraphBlock
	lines []verseLine
}

// verseLine is a line of a stanza, by where it and what comes behind it begin in the
// text, in bytes; and its parts, two halves or the whole line.
type verseLine struct {
	start, next int
	parts       []versePart
}

// versePart is half a line, or a whole one, and where it begins in the text.
type versePart struct {
	spans []rtl.Span
	start int
}

// halfGap parts the halves of a verse, as the formats write it.
var halfGap = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("[\u2001\u2003]{2,}") })

// halvesGap is how many columns stand between the halves.
const halvesGap = 4

// newVerse gives the stanza that a paragraph is, nil where none of its lines has two
// halves, or one has more.
func newVerse(p *paragraphBlock) *verse {
	all := p.text()
	if !halfGap().MatchString(all) {
		return nil
	}
	v := &verse{paragraphBlock: p}
	halved := false
	for start := 0; start < len(all); {
		end, next := lineEnd(all, start)
		gaps := halfGap().FindAllStringIndex(all[start:end], 2)
		line := verseLine{start: start, next: next}
		switch len(gaps) {
		case 0:
			line.parts = []versePart{p.part(start, end)}
		case 1:
			halved = true
			line.parts = []versePart{p.part(start, start+gaps[0][0]), p.part(start+gaps[0][1], end)}
		default:
			return nil
		}
		v.lines = append(v.lines, line)
		start = next
	}
	if !halved {
		return nil
	}
	return v
}

// part gives the part of a paragraph between two offsets of its text.
func (p *paragraphBlock) part(from, to int) versePart {
	part := versePart{start: from}
	at := 0
	for _, s := range p.spans {
		first, last := max(from-at, 0), min(to-at, len(s.Text))
		at += len(s.Text)
		if first < last {
			s.Text = s.Text[first:last]
			part.spans = append(part.spans, s)
		}
	}
	return part
}

func (v *verse) lay(s *sheet, emit func(Line) bool) bool {
	column := 0
	for _, l := range v.lines {
		for _, part := range l.parts {
			if len(l.parts) > 1 {
				column = max(column, int(rtl.StringWidth(toPlain.Replace(spanText(part.spans)))))
			}
		}
	}
	counter := positionCounter{text: v.text()}
	beside := 2*column+halvesGap <= s.options.Width
	for _, l := range v.lines {
		row := Line{Position: counter.before(rtl.Offset(l.start)), text: counter.text, start: rtl.Offset(l.start)}
		row.End = counter.before(rtl.Offset(l.next))
		if len(l.parts) == 2 && beside {
			row.Cells = v.halves(s, l.parts, column)
			if !emit(row) {
				return false
			}
			continue
		}
		if !v.below(s, l.parts, row, emit) {
			return false
		}
	}
	return true
}

// direction is that of the whole stanza on a sheet.
func (v *verse) direction(s *sheet) rtl.Direction {
	switch d := s.options.Direction; d {
	case rtl.LTR, rtl.RTL:
		return d
	}
	if d := v.firstDirection(); d != rtl.Auto {
		return d
	}
	return s.side
}

// halves lays two halves out in columns of some width, the first one where the stanza
// starts, in the middle of the sheet.
func (v *verse) halves(s *sheet, parts []versePart, column int) []rtl.Cell {
	direction := v.direction(s)
	first, second := 0, 1
	if direction == rtl.RTL {
		first, second = 1, 0
	}
	margin := s.options.Width - 2*column - halvesGap
	row := s.blanks(margin / 2)
	row = append(row, v.half(s, parts[first], column, direction)...)
	row = append(row, s.blanks(halvesGap)...)
	row = append(row, v.half(s, parts[second], column, direction)...)
	return append(row, s.blanks(margin-margin/2)...)
}

// half lays half a line out in one line of some width.
func (v *verse) half(s *sheet, part versePart, width int, direction rtl.Direction) []rtl.Cell {
	options := s.options
	options.Width, options.Direction, options.Align, options.Fill, options.Prefix = width, direction, rtl.AlignStart, true, nil
	for line := range s.layout.Lines(part.spans, options) {
		return part.moved(line.Cells)
	}
	return s.blanks(width)
}

// moved lets cells count from the beginning of the stanza.
func (p *versePart) moved(cells []rtl.Cell) []rtl.Cell {
	for i := range cells {
		if cells[i].At != rtl.NoOffset {
			cells[i].At += rtl.Offset(p.start)
		}
	}
	return cells
}

// below lays the parts of a line out below each other, the second at the other edge. A
// line that is whole stands in the middle where it fits.
func (v *verse) below(s *sheet, parts []versePart, row Line, emit func(Line) bool) bool {
	options := s.options
	options.Direction, options.Justify, options.Prefix = v.direction(s), false, nil
	end := row.End
	for i, part := range parts {
		switch {
		case len(parts) == 1 && int(rtl.StringWidth(toPlain.Replace(spanText(part.spans)))) <= options.Width:
			options.Align = rtl.AlignCenter
		case i == 1 && options.Direction == rtl.RTL:
			options.Align = rtl.AlignLeft
		case i == 1:
			options.Align = rtl.AlignRight
		default:
			options.Align = rtl.AlignStart
		}
		counter := positionCounter{text: row.text, at: int(row.start), runes: row.Position}
		for line := range s.layout.Lines(part.spans, options) {
			row.start = rtl.Offset(part.start) + line.Start
			row.Position = counter.before(row.start)
			row.End = counter.before(rtl.Offset(part.start) + line.End)
			if i == len(parts)-1 && line.Last {
				row.End = end
			}
			row.Cells = part.moved(line.Cells)
			if !emit(row) {
				return false
			}
		}
	}
	return true
}

// lineEnd gives where a line ends that begins at an offset of a text, and where the next
// one begins.
func lineEnd(all string, start int) (end, next int) {
	if n := strings.Index(all[start:], hardBreak); n >= 0 {
		return start + n, start + n + len(hardBreak)
	}
	return len(all), len(all)
}
