package typeset

import (
	"unicode/utf8"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
)

// Sizes and distances, in parts of the size of letters.
const (
	signColumn = 0.56 // what stands for a column of cells before a line: a bullet's room
	mutedSize  = 0.86
	codeSize   = 0.9
	lineGap    = 0.72 // of a free line
	barWidth   = 0.16
)

// headingSizes are the sizes of headings by their levels, the title first.
var headingSizes = [...]float32{1, 1.7, 1.42, 1.24, 1.12, 1.04, 1, 1}

// captionSign is what leads captions in cells; letters that are smaller do that here.
const captionSign = "▣"

// Part sets a part that stands behind another one, nil for the first.
func (s *Setter) Part(p page.Part, before *page.Part) []Row {
	b := &partSetter{Setter: s, part: p, counter: counter{text: p.Text, runes: p.Position}}
	b.lead, b.above = b.signs(p.Lead), b.signs(p.Above)
	b.room = s.options.Width - b.lead.width
	if before != nil && p.Apart {
		b.gap(before)
	}
	switch p.Kind {
	case page.TextPart:
		b.text(p.Spans)
	case page.RulePart:
		b.rule(p.Style.Foreground, 1.2*s.options.Size)
	case page.TablePart:
		b.table(p.Table)
	case page.VersePart:
		b.verse(p.Verse)
	case page.CodePart:
		b.code(p.Code)
	case page.PicturePart:
		b.picture(p)
	}
	return b.rows
}

// partSetter sets one part.
type partSetter struct {
	*Setter
	part        page.Part
	lead, above lead
	room        float32
	rows        []Row
	counter     counter
	started     bool // the lead's signs that are shown once have been
}

// counter turns offsets in bytes, each at or behind the one before, into positions.
type counter struct {
	text      string
	at, runes int
}

func (c *counter) before(offset int) int {
	if offset = min(offset, len(c.text)); offset > c.at {
		c.runes += utf8.RuneCountInString(c.text[c.at:offset])
		c.at = offset
	}
	return c.runes
}

// lead is what stands before lines, and how much room it takes.
type lead struct {
	signs []page.Sign
	width float32
}

// signs returns what leads lines. The outermost go where less than half of the width would
// be left to the text.
func (b *partSetter) signs(signs []page.Sign) (l lead) {
	for _, s := range signs {
		if s.Text != captionSign {
			l.signs = append(l.signs, s)
			l.width += b.signWidth(s)
		}
	}
	for len(l.signs) > 0 && l.width > b.options.Width/2 {
		l.width -= b.signWidth(l.signs[0])
		l.signs = l.signs[1:]
	}
	return l
}

func (b *partSetter) signWidth(s page.Sign) float32 {
	return float32(s.Columns) * signColumn * b.options.Size
}

// gap adds the free space before the part.
func (b *partSetter) gap(before *page.Part) {
	running := func(p *page.Part) bool {
		return p.Kind == page.TextPart && len(p.Lead) == 0 && !p.Ragged
	}
	lines := b.options.Spacing
	if !running(before) || !running(&b.part) {
		lines = max(1, lines)
	}
	if b.part.Level > 1 {
		lines += 0.5
	}
	if lines <= 0 {
		return
	}
	row := Row{Height: lines * lineGap * b.options.Size * b.options.Leading, Position: b.part.Position, End: b.part.Position, Gap: true}
	b.bars(&row, b.above)
	b.rows = append(b.rows, row)
}

// text adds the lines of a paragraph.
func (b *partSetter) text(spans []page.PartSpan) {
	o := b.lineOptions()
	p := &b.part
	o.size *= headingSizes[min(p.Level, len(headingSizes)-1)]
	o.bold = p.Level > 0
	if p.Muted {
		o.size *= mutedSize
	}
	o.justify = b.options.Justify && !p.Ragged
	if p.Beside && o.align == rtl.AlignStart {
		o.align = b.edge()
	}
	if b.options.Spacing <= 0 && !p.Ragged && len(p.Lead) == 0 && !p.Continues && p.Apart {
		o.indent = 1.6 * b.options.Size
	}
	lines := b.lines(spans, o)
	for i, l := range lines {
		// A paragraph leaves no line by itself on a page, neither its first nor its last.
		l.Keep = p.Level > 0 || i == 0 && len(lines) > 1 || i > 0 && i == len(lines)-2
		b.addLine(l, 0)
	}
}

// lineOptions are those of a paragraph in the room of the part.
func (b *partSetter) lineOptions() lineOptions {
	o := lineOptions{width: b.room, size: b.options.Size, direction: b.direction()}
	if b.part.Direction != rtl.Auto && b.options.Direction != rtl.LTR && b.options.Direction != rtl.RTL {
		o.direction = b.part.Direction
	}
	return o
}

// direction returns how the direction of a paragraph is found.
func (b *partSetter) direction() rtl.Direction {
	switch {
	case b.options.Direction == rtl.LTR || b.options.Direction == rtl.RTL:
		return b.options.Direction
	case b.options.Side == rtl.RTL:
		return rtl.AutoRTL
	}
	return rtl.Auto
}

// edge is the alignment to the side where the article starts.
func (b *partSetter) edge() rtl.Align {
	if b.options.Side == rtl.RTL {
		return rtl.AlignRight
	}
	return rtl.AlignLeft
}

// addLine adds a line whose text begins at an offset in that of the part.
func (b *partSetter) addLine(l textLine, offset int) {
	row := l.Row
	row.Position = b.counter.before(offset + l.start)
	row.End = b.counter.before(offset + l.end)
	moveOffsets(row.Texts, offset)
	b.add(row, l.ascent)
}

// moveOffsets lets glyphs count from the beginning of the part's text.
func moveOffsets(texts []Text, by int) {
	for i := range texts {
		for j := range texts[i].Glyphs {
			if g := &texts[i].Glyphs[j]; g.At >= 0 {
				g.At += by
			}
		}
	}
}

// add adds a row, behind what leads it and with its leading.
func (b *partSetter) add(row Row, ascent float32) {
	if b.options.Side == rtl.LTR {
		row.shift(b.lead.width, 0)
	}
	if extra := row.Height * (b.options.Leading - 1); extra != 0 && row.Picture == nil {
		row.shift(0, extra/2)
		row.Height += extra
		ascent += extra / 2
	}
	row.Base = ascent
	b.bars(&row, b.lead)
	if !b.started {
		b.markers(&row, ascent)
		b.started = true
	}
	b.rows = append(b.rows, row)
}

// bars draws the bars of the quotes that a row stands in.
func (b *partSetter) bars(row *Row, l lead) {
	x := float32(0)
	for _, s := range l.signs {
		width := b.signWidth(s)
		if s.Every {
			row.Rects = append(row.Rects, Rect{b.across(x, barWidth*b.options.Size), 0, barWidth * b.options.Size, row.Height, s.Style.Foreground})
		}
		x += width
	}
}

// across returns where something stands that is some way from the side where the article
// starts.
func (b *partSetter) across(from, width float32) float32 {
	if b.options.Side == rtl.RTL {
		return b.options.Width - from - width
	}
	return from
}

// beforeText is taken from where glyphs stand that lead a line: they are read before it, in
// their order, and are none of its text.
const beforeText = 1 << 20

// markers draws the signs that stand before the first row, at the side of their room that
// is nearer to the text.
func (b *partSetter) markers(row *Row, ascent float32) {
	x := float32(0)
	for _, s := range b.lead.signs {
		width := b.signWidth(s)
		if !s.Every && s.Text != "" {
			o := lineOptions{width: width, size: b.options.Size, direction: b.options.Side, align: rtl.AlignLeft}
			lines := b.lines(spansOf(s.Text, s.Style), o)
			sign := lines[0]
			space := signColumn * b.options.Size
			left := b.across(x, width) + space
			if b.options.Side == rtl.LTR {
				left = b.across(x, width) + max(0, width-space-sign.width)
			}
			sign.shift(left, ascent-sign.ascent)
			for i := range sign.Texts {
				for j := range sign.Texts[i].Glyphs {
					sign.Texts[i].Glyphs[j].At -= beforeText
				}
			}
			row.put(sign.Row)
		}
		x += width
	}
}

// rule adds a line across the page.
func (b *partSetter) rule(color rtl.Color, height float32) {
	at := b.counter.before(0)
	b.add(Row{
		Height: height, Position: at, End: at,
		Rects: []Rect{{0, height / 2, b.room, max(b.options.Size/20, 1/b.density), color}},
	}, height/2)
}
