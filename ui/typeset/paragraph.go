package typeset

import (
	"slices"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// lineOptions say how a paragraph is set in lines.
type lineOptions struct {
	width     float32
	indent    float32 // of the first line
	size      float32
	bold      bool
	mono      bool
	direction rtl.Direction
	align     rtl.Align
	justify   bool // lines but the last are filled to the width
	fill      bool // all are, whatever that takes
}

// textLine is a line of a paragraph, and where it stands in the paragraph's text, in bytes.
type textLine struct {
	Row
	start, end int
	ascent     float32
	width      float32
	direction  rtl.Direction
	last       bool
}

// paragraph is one that is being set: its characters and their glyphs.
type paragraph struct {
	*Setter
	options lineOptions
	text    string
	spans   []page.PartSpan
	ends    []int  // where each span ends in the text
	runes   []rune // as they are shown
	runs    []run
	glyphs  []faces.Glyph
	advance []float32 // of each character: of the first of a cluster that of all of it
}

// run is a stretch of a paragraph in one face, script and direction.
type run struct {
	faces.Run
	level       uint8
	size        float32
	first, last int // of its glyphs
}

// lines sets spans in lines.
func (s *Setter) lines(spans []page.PartSpan, o lineOptions) []textLine {
	p := paragraph{Setter: s, options: o, spans: spans}
	for _, span := range spans {
		p.text += span.Text
		p.ends = append(p.ends, len(p.text))
	}
	var out []textLine
	for start, first := 0, true; first || start < len(p.text); first = false {
		next := s.resolver.Resolve(p.text, start, o.direction)
		p.shape()
		out = p.fill(out, first)
		start = next
	}
	return out
}

// span returns the number of the span that an offset lies in.
func (p *paragraph) span(offset int) int {
	i, found := slices.BinarySearch(p.ends, offset)
	if found {
		i++
	}
	return min(i, len(p.ends)-1)
}

// shape finds the runs of the paragraph and their glyphs.
func (p *paragraph) shape() {
	p.runes = append(p.runes[:0], p.resolver.Runes()...)
	p.runs, p.glyphs = p.runs[:0], p.glyphs[:0]
	p.advance = slices.Grow(p.advance[:0], len(p.runes))[:len(p.runes)]
	clear(p.advance)
	for i, r := range p.runes {
		p.runes[i] = p.shown(r)
	}
	p.itemize()
	for i := range p.runs {
		r := &p.runs[i]
		r.first = len(p.glyphs)
		p.glyphs = p.shaper.Append(p.glyphs, p.runes, r.Run)
		r.last = len(p.glyphs)
		for _, g := range p.glyphs[r.first:] {
			p.advance[g.Cluster] += g.Advance * r.size
		}
	}
}

// itemize cuts the paragraph into runs.
func (p *paragraph) itemize() {
	levels := p.resolver.Levels()
	before := p.script(0)
	for i, r := range p.runes {
		if isControl(r) {
			continue
		}
		script := faces.ScriptOf(r)
		common := faces.IsCommon(script)
		if common {
			script = before
		}
		before = script
		n := len(p.runs) - 1
		bold, mono := p.options.bold, p.options.mono
		if len(p.spans) > 0 {
			span := &p.spans[p.span(int(p.resolver.Offset(i)))]
			bold, mono = bold || span.Style.Attributes&rtl.Bold != 0, mono || span.Code
		}
		if mono && common && r < 0x80 {
			script = faces.LatinScript // signs of code, whatever stands beside them
		}
		face := p.face(r, script, bold, mono)
		if n >= 0 && (isJoiner(r) || isMark(r) && p.runs[n].Face.Has(r)) {
			face = p.runs[n].Face
		}
		if n < 0 || p.runs[n].End != i || p.runs[n].level != levels[i] || p.runs[n].Face != face || p.runs[n].Script != script {
			p.runs = append(p.runs, run{
				Run:   faces.Run{Face: face, Start: i, End: i, RightToLeft: levels[i]&1 == 1, Script: script, Language: p.languageOf(script)},
				level: levels[i], size: p.options.size * scaleOf(face),
			})
			n++
		}
		p.runs[n].End = i + 1
	}
}

// script returns the script of the first character from one on that has one.
func (p *paragraph) script(from int) faces.Script {
	for _, r := range p.runes[from:] {
		if s := faces.ScriptOf(r); !faces.IsCommon(s) {
			return s
		}
	}
	switch {
	case p.resolver.Direction() != rtl.RTL:
		return faces.LatinScript
	case p.hebrew:
		return faces.HebrewScript
	}
	return faces.Arabic
}

// fill cuts the paragraph into lines and adds them to dst.
func (p *paragraph) fill(dst []textLine, first bool) []textLine {
	for start := 0; ; {
		room := p.options.width
		if first {
			room -= p.options.indent
		}
		end := p.lineEnd(start, room)
		last := end == len(p.runes)
		must := !last && p.resolver.MustBreak(end)
		l := p.line(start, end, room, last, must)
		if first && p.options.indent > 0 && l.direction == rtl.LTR {
			l.shift(p.options.indent, 0)
		}
		dst = append(dst, l)
		if last {
			return dst
		}
		start, first = end, false
	}
}

// lineEnd returns where the line ends that starts with a character and has some room: as
// much as fits, up to the last place where it may end; each takes one cluster at least.
func (p *paragraph) lineEnd(start int, room float32) int {
	width, mayEnd := float32(0), start
	for i := start; i < len(p.runes); i++ {
		if i > start {
			if p.resolver.MustBreak(i) {
				return i
			}
			if p.resolver.MayBreak(i) {
				mayEnd = i
			}
		}
		width += p.advance[i]
		if width <= room || p.resolver.IsSpace(i) || i == start {
			continue
		}
		if mayEnd > start {
			return mayEnd
		}
		for i > start+1 && (!p.resolver.Begins(i) || p.advance[i] == 0) {
			i--
		}
		for i < len(p.runes) && !p.resolver.Begins(i) {
			i++
		}
		return i
	}
	return len(p.runes)
}

// trimmed returns the end of what is shown of a line.
func (p *paragraph) trimmed(start, end int) int {
	for end > start && (p.resolver.IsSpace(end-1) || isControl(p.runes[end-1])) {
		end--
	}
	return end
}

// lineRuns returns the runs of the characters from start to end, in visual order, with
// kashidas at some places, by how many stand before a character.
func (p *paragraph) lineRuns(start, end int, kashidas map[int]int) []setRun {
	var parts []setRun
	var levels []uint8
	for i := range p.runs {
		r := &p.runs[i]
		if r.End <= start || r.Start >= end {
			continue
		}
		part := p.part(r, max(start, r.Start), min(end, r.End), kashidas)
		parts, levels = append(parts, part), append(levels, r.level)
	}
	return visual(parts, levels)
}

// part returns the glyphs of a part of a run.
func (p *paragraph) part(r *run, start, end int, kashidas map[int]int) setRun {
	out := setRun{run: *r}
	for at := range kashidas {
		if at > start && at < end {
			out.glyphs = p.lengthened(r, start, end, kashidas)
			return out
		}
	}
	all := p.glyphs[r.first:r.last]
	switch {
	case start == r.Start && end == r.End:
		out.glyphs = slices.Clone(all)
	case p.isApart(r, start) && p.isApart(r, end):
		for _, g := range all {
			if g.Cluster >= start && g.Cluster < end {
				out.glyphs = append(out.glyphs, g)
			}
		}
	default:
		part := r.Run
		part.Start, part.End = start, end
		out.glyphs = p.shaper.Append(nil, p.runes, part)
	}
	return out
}

// isApart tells whether a run may be cut before a character without shaping again: next to
// a space, and where its font says so.
func (p *paragraph) isApart(r *run, i int) bool {
	if i <= r.Start || i >= r.End {
		return true
	}
	if p.runes[i-1] != ' ' {
		return false
	}
	for _, g := range p.glyphs[r.first:r.last] {
		if g.Cluster == i {
			return !g.Unsafe
		}
	}
	return false
}

// setRun is a run of a line with its glyphs, from the left.
type setRun struct {
	run
	glyphs []faces.Glyph
}
