package typeset

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
)

// natural returns the width of the widest line of spans where none is broken, and that of
// the widest word.
func (b *partSetter) natural(spans []page.PartSpan, o lineOptions) (width, word float32) {
	o.width, o.justify, o.fill, o.indent = 1e9, false, false, 0
	p := paragraph{Setter: b.Setter, options: o, spans: spans}
	for _, l := range b.lines(spans, o) {
		width = max(width, l.width)
	}
	for _, span := range spans {
		p.text += span.Text
		p.ends = append(p.ends, len(p.text))
	}
	for start := 0; start < len(p.text); {
		start = b.resolver.Resolve(p.text, start, o.direction)
		p.shape()
		sum := float32(0)
		for i, a := range p.advance {
			if i > 0 && b.resolver.MayBreak(i) {
				sum = 0
			}
			if sum += a; !b.resolver.IsSpace(i) {
				word = max(word, sum)
			}
		}
	}
	return width, word
}

// verse adds a stanza: the halves of a line stand in two columns of one width, filled by
// lengthening, the first where the stanza starts; where there is no room for both, below
// each other.
func (b *partSetter) verse(lines []page.VerseLine) {
	o := b.lineOptions()
	o.direction = b.verseDirection()
	half, gap := float32(0), 2*b.options.Size
	for _, l := range lines {
		if len(l.Halves) == 2 {
			for _, h := range l.Halves {
				width, _ := b.natural(h.Spans, o)
				half = max(half, width)
			}
		}
	}
	beside := 2*half+gap <= b.room
	if beside {
		half = min(half*1.04, (b.room-gap)/2)
	}
	for _, l := range lines {
		if len(l.Halves) == 2 && beside {
			b.halves(l, o, half, gap)
			continue
		}
		b.below(l, o)
	}
}

// verseDirection is that of a whole stanza.
func (b *partSetter) verseDirection() rtl.Direction {
	if d := b.lineOptions().direction; d == rtl.LTR || d == rtl.RTL {
		return d
	}
	b.resolver.Resolve(b.part.Text, 0, b.direction())
	return b.resolver.Direction()
}

// halves adds a line of verse in two columns.
func (b *partSetter) halves(l page.VerseLine, o lineOptions, half, gap float32) {
	o.width, o.fill = half, true
	margin := (b.room - 2*half - gap) / 2
	var row Row
	var ascent float32
	for i, h := range l.Halves {
		set := b.lines(h.Spans, o)[0]
		x := margin
		if (i == 0) == (o.direction == rtl.RTL) {
			x += half + gap
		}
		moveOffsets(set.Texts, h.Start)
		set.shift(x, 0)
		row.Height, ascent = max(row.Height, set.Height), max(ascent, set.ascent)
		row.put(set.Row)
	}
	row.Position = b.counter.before(l.Halves[0].Start)
	last := l.Halves[1]
	row.End = b.counter.before(last.Start + length(last.Spans))
	b.add(row, ascent)
}

// length is how long the text of spans is, in bytes.
func length(spans []page.PartSpan) (n int) {
	for _, s := range spans {
		n += len(s.Text)
	}
	return n
}

// below adds the halves of a line of verse below each other, the second at the other edge;
// a whole line stands in the middle.
func (b *partSetter) below(l page.VerseLine, o lineOptions) {
	for i, h := range l.Halves {
		o.align = rtl.AlignStart
		switch {
		case len(l.Halves) == 1:
			o.align = rtl.AlignCenter
		case i == 1 && o.direction == rtl.RTL:
			o.align = rtl.AlignLeft
		case i == 1:
			o.align = rtl.AlignRight
		}
		for _, set := range b.lines(h.Spans, o) {
			b.addLine(set, h.Start)
		}
	}
}

// code adds lines of code on their ground, each broken where it is too long.
func (b *partSetter) code(lines []page.CodeLine) {
	pad := 0.5 * b.options.Size
	for i, l := range lines {
		o := lineOptions{width: b.room - 2*pad, size: b.options.Size * codeSize, mono: true, direction: rtl.LTR}
		if l.Prose {
			o.direction = rtl.Auto
		}
		indent := min(float32(l.Indent)*0.6*o.size*fontScales["NotoSansMono"], o.width/2)
		o.width -= indent
		for _, set := range b.lines(l.Spans, o) {
			x := pad
			if set.direction == rtl.LTR {
				x += indent
			}
			set.shift(x, 0)
			top := 0.0
			if i == 0 {
				top = 0.3
			}
			set.shift(0, float32(top)*o.size)
			set.Height += float32(top) * o.size
			set.ascent += float32(top) * o.size
			if i == len(lines)-1 && set.last {
				set.Height += 0.3 * o.size
			}
			if panel := b.part.Style.Background; panel != 0 {
				set.Rects = slices.Insert(set.Rects, 0, Rect{0, 0, b.room, set.Height * b.options.Leading, panel})
			}
			b.addCodeLine(set, l.Start+l.Indent)
		}
	}
}

// addCodeLine adds a line of code: the isolates in it are none of the part's text.
func (b *partSetter) addCodeLine(l textLine, offset int) {
	l.end = max(l.start, l.end)
	b.addLine(l, offset)
}

// picture adds a picture, no larger than it is and than there is room, and what it shows
// where it cannot be seen.
func (b *partSetter) picture(p page.Part) {
	width, height := float32(p.Picture.Width), float32(p.Picture.Height)
	if !b.options.Pictures || width <= 0 || height <= 0 {
		return
	}
	scale := min(1, b.room/width)
	if b.options.Tallest > 0 {
		scale = min(scale, b.options.Tallest/height)
	}
	width, height = width*scale, height*scale
	at := b.counter.before(0)
	b.add(Row{
		Height: height, Position: at, End: at, Keep: true,
		Picture: &Figure{Picture: p.Picture, X: (b.room - width) / 2, Width: width, Height: height},
	}, height)
}

// table adds rows of a table, each cell a paragraph of its own, the first column where the
// article starts. Rules part the head, and rows of several lines. Where there is no room
// for the columns, cells stand below each other behind the heads of their columns.
func (b *partSetter) table(t *page.TableRows) {
	gap := 1.2 * b.options.Size
	widths, ok := b.columns(t, gap)
	if !ok {
		b.stack(t)
		return
	}
	for i, row := range t.Rows {
		if t.First+i > 0 {
			b.tableRule(widths, gap, t.First+i == 1)
		}
		b.tableRow(t, row, widths, gap, t.First+i == 0)
	}
}

// cellOptions are those of a cell.
func (b *partSetter) cellOptions(head bool) lineOptions {
	o := b.lineOptions()
	o.size *= 0.94
	o.bold = head
	return o
}

// columns shares the room among the columns of a table: each gets what its widest cell
// needs; where that is too much, what its longest word does and a share of the rest.
func (b *partSetter) columns(t *page.TableRows, gap float32) (widths []float32, ok bool) {
	widths = make([]float32, len(t.Columns))
	least := make([]float32, len(t.Columns))
	if !t.Whole {
		em := 0.55 * b.options.Size
		for c, column := range t.Columns {
			widths[c], least[c] = float32(column.Natural)*em, float32(column.Least)*em
		}
	}
	for r, row := range t.Rows {
		for c, cell := range row {
			if !t.Whole {
				break
			}
			natural, word := b.natural(cell.Spans, b.cellOptions(t.First+r == 0))
			widths[c], least[c] = max(widths[c], natural+0.1), max(least[c], word+0.1)
		}
	}
	room := b.room - gap*float32(len(widths)-1)
	total, needed := sumOf(widths), sumOf(least)
	switch {
	case total <= room:
		return widths, true
	case needed > room || len(widths) == 0:
		return nil, false
	}
	share := (room - needed) / max(total-needed, 1e-3)
	for i := range widths {
		widths[i] = least[i] + (widths[i]-least[i])*share
	}
	return widths, true
}

func sumOf(list []float32) (total float32) {
	for _, x := range list {
		total += x
	}
	return total
}

// tableRow adds a row, a line of all its cells at a time.
func (b *partSetter) tableRow(t *page.TableRows, row []page.TableCell, widths []float32, gap float32, head bool) {
	columns := make([][]textLine, len(widths))
	height := 1
	for c, cell := range row {
		o := b.cellOptions(head)
		o.width, o.align = widths[c], t.Columns[c].Align
		columns[c] = b.lines(cell.Spans, o)
		height = max(height, len(columns[c]))
	}
	if len(row) == 0 {
		return
	}
	first := b.counter.before(row[0].Start)
	last := row[len(row)-1]
	end := b.counter.before(last.Start + length(last.Spans) + 1)
	for y := range height {
		out := Row{Position: first, End: end, Keep: head}
		var ascent float32
		for c := range columns {
			if y < len(columns[c]) {
				ascent = max(ascent, columns[c][y].ascent)
			}
		}
		x := float32(0)
		for c := range columns {
			if y < len(columns[c]) {
				set := columns[c][y]
				moveOffsets(set.Texts, row[c].Start)
				set.shift(b.inRoom(x, widths[c]), ascent-set.ascent)
				out.Height = max(out.Height, set.Height+ascent-set.ascent)
				out.put(set.Row)
			}
			x += widths[c] + gap
		}
		b.add(out, ascent)
	}
}

// inRoom returns where something stands in the part's room that is some way from the side
// where the article starts.
func (b *partSetter) inRoom(from, width float32) float32 {
	if b.options.Side == rtl.RTL {
		return b.room - from - width
	}
	return from
}

// tableRule adds a rule below a row of a table; that below the head stays with the next.
func (b *partSetter) tableRule(widths []float32, gap float32, keep bool) {
	width := sumOf(widths) + gap*float32(len(widths)-1)
	at := b.counter.runes
	height := 0.3 * b.options.Size
	b.add(Row{
		Height: height, Position: at, End: at, Keep: keep,
		Rects: []Rect{{b.inRoom(0, width), height / 2, width, max(b.options.Size/28, 1/b.density), b.part.Style.Foreground}},
	}, 0)
}

// stack adds the cells of a table below each other, each behind the head of its column.
func (b *partSetter) stack(t *page.TableRows) {
	o := b.cellOptions(false)
	heads := headTexts(t.Head)
	for i, row := range t.Rows {
		if t.First+i == 0 && (len(t.Rows) > 1 || !t.Whole) {
			continue
		}
		for c, cell := range row {
			spans, moved := cell.Spans, 0
			if t.First+i > 0 && c < len(heads) && heads[c] != "" {
				before := "\u2068" + heads[c] + "\u2069: "
				spans = append(spansOf(before, rtl.Style{Attributes: rtl.Bold}), spans...)
				moved = len(before)
			}
			for _, set := range b.lines(spans, o) {
				set.start, set.end = max(0, set.start-moved), max(0, set.end-moved)
				for j := range set.Texts {
					for k := range set.Texts[j].Glyphs {
						if g := &set.Texts[j].Glyphs[k]; g.At >= 0 {
							if g.At -= moved; g.At < 0 {
								g.At = -1
							}
						}
					}
				}
				b.addLine(set, cell.Start)
			}
		}
		b.rule(b.part.Style.Foreground, 0.5*b.options.Size)
	}
}

// headTexts returns the texts of the heads of a table.
func headTexts(head []page.TableCell) (texts []string) {
	for _, cell := range head {
		var text strings.Builder
		for _, s := range cell.Spans {
			text.WriteString(s.Text)
		}
		texts = append(texts, text.String())
	}
	return texts
}
