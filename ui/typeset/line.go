package typeset

import (
	"cmp"
	"slices"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/typeset/faces"
)

const tatweelSign = 'ـ'

// How lines are justified, in parts of the size of letters.
const (
	easyGap     = 0.22 // a space is widened by as much before kashidas are asked for
	widestGap   = 1.1  // and by as much at the most: a line that would need more is ragged
	kashidaRoom = 7    // of a line for each kashida
	mostTatweel = 2    // at one place
	fillTatweel = 6    // where a line is filled whatever that takes
)

// lineHeights are how far lines stand apart at the least, by the family of most of their
// letters, in parts of the size.
var lineHeights = map[faces.Family]float32{
	faces.Naskh: 1.84, faces.Nastaliq: 2.3, faces.Hebrew: 1.6, faces.Latin: 1.5, faces.Mono: 1.4,
}

// line sets the characters from start to end as a line in some room.
func (p *paragraph) line(start, end int, room float32, last, must bool) textLine {
	shown := p.trimmed(start, end)
	runs := p.lineRuns(start, shown, nil)
	width, gap := widthOf(runs), float32(0)
	wanted := p.options.fill || p.options.justify && !last && !must
	if wanted && width < room {
		runs, width, gap = p.justified(runs, start, shown, width, room)
	}
	l := textLine{
		start: int(p.resolver.Offset(start)), end: int(p.resolver.Offset(end)),
		direction: p.resolver.Direction(), last: last, width: width,
	}
	if p.resolver.Hyphenates(end) {
		runs = p.hyphenated(runs)
		l.width = widthOf(runs)
	}
	p.place(&l, runs, gap, shown)
	l.shift(p.alignment(l, room), 0)
	return l
}

// alignment returns how far a line stands from the left.
func (p *paragraph) alignment(l textLine, room float32) float32 {
	align := p.options.align
	if align == rtl.AlignStart {
		align = rtl.AlignLeft
		if l.direction == rtl.RTL {
			align = rtl.AlignRight
		}
	}
	switch align {
	case rtl.AlignRight:
		return room - l.width
	case rtl.AlignCenter:
		return (room - l.width) / 2
	}
	return 0
}

// widthOf returns the width of the runs of a line.
func widthOf(runs []setRun) (width float32) {
	for i := range runs {
		for _, g := range runs[i].glyphs {
			width += g.Advance * runs[i].size
		}
	}
	return width
}

// justified fills a line to the room there is: spaces are widened a little; where that is
// not enough, words are lengthened with kashidas at the best places, and spaces take what
// remains. It returns the runs, their width, and by how much each space is widened.
func (p *paragraph) justified(runs []setRun, start, end int, width, room float32) ([]setRun, float32, float32) {
	size := p.options.size
	gaps := float32(p.gaps(start, end))
	if gaps > 0 && (room-width)/gaps <= easyGap*size {
		return runs, room, (room - width) / gaps
	}
	if kashidas := p.kashidas(start, end, room-width, room); len(kashidas) > 0 {
		longer := p.lineRuns(start, end, kashidas)
		if w := widthOf(longer); w <= room {
			runs, width = longer, w
		}
	}
	if gaps == 0 || !p.options.fill && (room-width)/gaps > widestGap*size {
		return runs, width, 0
	}
	return runs, room, (room - width) / gaps
}

// gaps returns how many spaces a line has between words.
func (p *paragraph) gaps(start, end int) (n int) {
	for i := start; i < end; i++ {
		if p.runes[i] == ' ' {
			n++
		}
	}
	return n
}

// kashidas returns how many kashidas stand before which characters of a line that has some
// free room: the font's own stroke, in a hand that has one.
func (p *paragraph) kashidas(start, end int, free, room float32) map[int]int {
	p.places = p.resolver.AppendKashidas(p.places[:0], start, end)
	p.places = slices.DeleteFunc(p.places, func(k rtl.Kashida) bool { return p.stroke(k.Before) == 0 })
	slices.SortStableFunc(p.places, func(a, b rtl.Kashida) int { return cmp.Compare(a.Rank, b.Rank) })
	each, places := mostTatweel, len(p.places)
	if p.options.fill {
		each = fillTatweel
	} else {
		places = min(places, max(1, int(room/(kashidaRoom*p.options.size))))
		free *= 0.75
	}
	at := map[int]int{}
	for range each {
		for _, k := range p.places[:places] {
			stroke := p.stroke(k.Before)
			if free < stroke {
				return at
			}
			at[k.Before]++
			free -= stroke
		}
	}
	return at
}

// stroke returns how long a kashida before a character is, 0 where the hand has none:
// Nastaliq is not lengthened with a stroke.
func (p *paragraph) stroke(i int) float32 {
	for r := range p.runs {
		if r := &p.runs[r]; i > r.Start && i < r.End {
			if r.Face == p.faces.Face(faces.Nastaliq, false) || r.Face == p.faces.Face(faces.Nastaliq, true) {
				return 0
			}
			return r.Face.Tatweel * r.size
		}
	}
	return 0
}

// lengthened shapes a part of a run with kashidas in it.
func (p *paragraph) lengthened(r *run, start, end int, kashidas map[int]int) []faces.Glyph {
	var text []rune
	var from []int
	first := max(start-1, 0)
	for i := first; i < min(end+1, len(p.runes)); i++ {
		if i > start && i < end {
			for range kashidas[i] {
				text, from = append(text, tatweelSign), append(from, i-1)
			}
		}
		text, from = append(text, p.runes[i]), append(from, i)
	}
	part := r.Run
	part.Start, part.End = start-first, len(text)
	if end < len(p.runes) {
		part.End--
	}
	glyphs := p.shaper.Append(nil, text, part)
	for i := range glyphs {
		at := from[glyphs[i].Cluster]
		for at > start && !p.resolver.Begins(at) {
			at--
		}
		glyphs[i].Cluster = at
	}
	return glyphs
}

// hyphenated adds the hyphen that a soft one shows at the end of a line.
func (p *paragraph) hyphenated(runs []setRun) []setRun {
	if len(runs) == 0 {
		return runs
	}
	at := len(runs) - 1
	if p.resolver.Direction() == rtl.RTL {
		at = 0
	}
	r := runs[at]
	glyph, ok := r.Face.Glyph('-')
	if !ok {
		return runs
	}
	r.glyphs = []faces.Glyph{{ID: glyph, Cluster: -1, Advance: r.Face.Advance(glyph)}}
	if at == 0 && len(runs) > 0 && p.resolver.Direction() == rtl.RTL {
		return slices.Insert(runs, 0, r)
	}
	return append(runs, r)
}

// visual puts the parts of a line into the order in which they stand, from the left (UAX
// #9, L2).
func visual(parts []setRun, levels []uint8) []setRun {
	order := bidi.Reorder(nil, levels)
	out := make([]setRun, len(parts))
	for i, at := range order {
		out[i] = parts[at]
	}
	return out
}

// place puts the glyphs of a line in their places, from its left, and finds its height.
func (p *paragraph) place(l *textLine, runs []setRun, gap float32, shown int) {
	family := p.family(p.script(0), p.options.mono)
	base := p.faces.Face(family, false)
	scale := scaleOf(base) * p.options.size
	ascent, descent := base.Ascent*scale, base.Descent*scale
	for i := range runs {
		ascent, descent = max(ascent, runs[i].Face.Ascent*runs[i].size), max(descent, runs[i].Face.Descent*runs[i].size)
	}
	if free := lineHeights[family]*p.options.size - ascent - descent; free > 0 {
		ascent, descent = ascent+free/2, descent+free/2
	}
	l.ascent, l.Height = ascent, ascent+descent
	x := float32(0)
	for i := range runs {
		x = p.placeRun(l, &runs[i], x, gap, shown)
	}
	l.merge()
}

// placeRun puts the glyphs of a run in their places and returns where it ends.
func (p *paragraph) placeRun(l *textLine, r *setRun, x, gap float32, shown int) float32 {
	for i, g := range r.glyphs {
		advance := g.Advance * r.size
		if g.Cluster >= 0 && p.runes[g.Cluster] == ' ' {
			advance += gap
		}
		placed := Placed{ID: g.ID, X: x + g.DX*r.size, Y: l.ascent - g.DY*r.size, Advance: advance, At: -1, RightToLeft: r.RightToLeft}
		style := rtl.Style{}
		if g.Cluster >= 0 {
			if i == 0 || r.glyphs[i-1].Cluster != g.Cluster {
				placed.At = int(p.resolver.Offset(g.Cluster))
				placed.Shows = p.text[placed.At:int(p.resolver.Offset(p.clusterEnd(r, g.Cluster, shown)))]
			}
			style = p.styleAt(int(p.resolver.Offset(g.Cluster)))
		}
		l.add(r, placed, style)
		p.decorate(l, style, x, advance, r.size)
		x += advance
	}
	return x
}

// styleAt returns the style of the text at an offset.
func (p *paragraph) styleAt(offset int) rtl.Style {
	if len(p.spans) == 0 {
		return rtl.Style{}
	}
	return p.spans[p.span(offset)].Style
}

// clusterEnd returns where a cluster ends that begins with a character: where the next one
// begins in the run.
func (p *paragraph) clusterEnd(r *setRun, cluster, shown int) int {
	end := min(r.End, shown)
	for _, g := range r.glyphs {
		if g.Cluster > cluster && g.Cluster < end {
			end = g.Cluster
		}
	}
	return max(end, cluster+1)
}

// add adds a glyph to a line, beside those that are drawn as it is.
func (l *textLine) add(r *setRun, g Placed, style rtl.Style) {
	n := len(l.Texts) - 1
	if n < 0 || l.Texts[n].Face != r.Face || l.Texts[n].Size != r.size || l.Texts[n].Color != style.Foreground || l.Texts[n].Link != style.Link {
		l.Texts = append(l.Texts, Text{Face: r.Face, Size: r.size, Color: style.Foreground, Link: style.Link})
		n++
	}
	l.Texts[n].Glyphs = append(l.Texts[n].Glyphs, g)
}

// decorate draws what a style has beside letters: a ground, a line under or through them.
func (p *paragraph) decorate(l *textLine, style rtl.Style, x, width, size float32) {
	thick := max(size/18, 1/p.density)
	if style.Background != 0 {
		l.Rects = append(l.Rects, Rect{x, l.ascent - 0.95*size, width, 1.3 * size, style.Background})
	}
	if style.Attributes&rtl.Underline != 0 {
		l.Rects = append(l.Rects, Rect{x, l.ascent + 0.26*size, width, thick, style.Foreground})
	}
	if style.Attributes&rtl.Strike != 0 {
		l.Rects = append(l.Rects, Rect{x, l.ascent - 0.28*size, width, thick, style.Foreground})
	}
}

// merge makes one of rectangles that touch.
func (l *textLine) merge() {
	kept := l.Rects[:0]
	for _, r := range l.Rects {
		merged := false
		for i := len(kept) - 1; i >= 0 && i >= len(kept)-3; i-- {
			k := &kept[i]
			if k.Y == r.Y && k.Height == r.Height && k.Color == r.Color && abs(k.X+k.Width-r.X) < 0.01 {
				k.Width, merged = k.Width+r.Width, true
				break
			}
		}
		if !merged {
			kept = append(kept, r)
		}
	}
	l.Rects = kept
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}

// spansOf makes spans of a text in one style.
func spansOf(text string, style rtl.Style) []page.PartSpan {
	return []page.PartSpan{{Span: rtl.Span{Text: text, Style: style}}}
}
