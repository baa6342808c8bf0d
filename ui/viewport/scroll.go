package viewport

import (
	"sort"

	"github.com/warraq/warraq/ui/page"
)

// rowPlace is a row of a block, as it is laid out at the present.
type rowPlace struct{ block, row int }

// above tells whether a place is further up than another.
func (p rowPlace) above(q rowPlace) bool {
	return p.block < q.block || p.block == q.block && p.row < q.row
}

// Anchor is a row of a text by what stands in it: it is the same row however the text
// is laid out.
type Anchor struct {
	Block    int
	Position int // in the text, in runes
	// Row counts the rows of the block that begin at the position, as those of a
	// picture do; the free lines before a block are -1, -2 …
	Row int
}

// Anchor is the row at the top.
func (m *Model) Anchor() Anchor {
	if m.source.Len() == 0 {
		return Anchor{}
	}
	if p := m.top(); m.following || p != m.resolve(m.anchor) {
		return m.anchorAt(p)
	}
	return m.anchor
}

// SetAnchor brings a row to the top.
func (m *Model) SetAnchor(a Anchor) { m.anchor, m.following = a, false }

// resolve finds the row of an anchor.
func (m *Model) resolve(a Anchor) rowPlace {
	p := rowPlace{block: max(0, min(a.Block, m.source.Len()-1))}
	lines := m.lines(p.block)
	gaps := gapsOf(lines)
	text := lines[gaps:]
	after := sort.Search(len(text), func(i int) bool { return text[i].Position > a.Position })
	first := firstAlike(text, max(0, after-1))
	switch {
	case len(text) == 0:
		p.row = 0
	case a.Row < 0:
		p.row = max(0, gaps+first+max(a.Row, -gaps))
	default:
		p.row = gaps + min(first+a.Row, max(first, after-1))
	}
	return p
}

// anchorAt is the anchor of a row.
func (m *Model) anchorAt(p rowPlace) Anchor {
	lines := m.lines(p.block)
	gaps := gapsOf(lines)
	a := Anchor{Block: p.block, Position: lines[p.row].Position}
	if p.row < gaps {
		a.Row = p.row - gaps
	} else {
		a.Row = p.row - gaps - firstAlike(lines[gaps:], p.row-gaps)
	}
	return a
}

// gapsOf is how many free lines stand before a block.
func gapsOf(lines []page.Line) int {
	n := 0
	for n < len(lines) && lines[n].Gap {
		n++
	}
	return n
}

// firstAlike is the first line that has the position of line i.
func firstAlike(lines []page.Line, i int) int {
	for i > 0 && lines[i-1].Position == lines[i].Position {
		i--
	}
	return i
}

// top is the row at the top: that of the anchor, or where the text ends before the
// screen does the one that fills it.
func (m *Model) top() rowPlace {
	if m.following {
		return m.lastTop()
	}
	p := m.resolve(m.anchor)
	if _, missing := m.step(p, max(0, m.height-1)); missing > 0 {
		return m.lastTop()
	}
	return p
}

// setTop scrolls to a row.
func (m *Model) setTop(p rowPlace) { m.SetAnchor(m.anchorAt(p)) }

// step goes so many rows down, or up where they are negative, and says how many of them
// there were not.
func (m *Model) step(p rowPlace, rows int) (to rowPlace, missing int) {
	p.row += rows
	for p.row < 0 {
		if p.block == 0 {
			return rowPlace{}, -p.row
		}
		p.block--
		p.row += len(m.lines(p.block))
	}
	for n := len(m.lines(p.block)); p.row >= n; n = len(m.lines(p.block)) {
		if p.block == m.source.Len()-1 {
			return rowPlace{p.block, n - 1}, p.row - n + 1
		}
		p.block++
		p.row -= n
	}
	return p, 0
}

// down is the row so many rows further down, or the last one.
func (m *Model) down(p rowPlace, rows int) rowPlace {
	to, _ := m.step(p, rows)
	return to
}

// lastTop is the top of the last screen.
func (m *Model) lastTop() rowPlace {
	last := m.source.Len() - 1
	return m.down(rowPlace{last, len(m.lines(last)) - 1}, -max(0, m.height-1))
}

// Scroll scrolls so many rows down, or up where they are negative.
func (m *Model) Scroll(rows int) {
	if m.source.Len() == 0 {
		return
	}
	m.setTop(m.down(m.top(), rows))
	m.setTop(m.top())
}

// ScrollTo brings the row that holds a position to the top, with what stands right
// before it where it begins a block.
func (m *Model) ScrollTo(position int) {
	block := m.blockOf(position)
	if start := m.source.Position(block); position <= start {
		m.SetAnchor(Anchor{Block: m.firstAt(start), Position: start, Row: -1 << 30})
		return
	}
	m.SetAnchor(Anchor{Block: block, Position: position})
}

// blockOf is the block that holds a position, the last one of several.
func (m *Model) blockOf(position int) int {
	n := sort.Search(m.source.Len(), func(i int) bool { return m.source.Position(i) > position })
	return max(0, n-1)
}

// firstAt is the first block that begins at a position, or behind it.
func (m *Model) firstAt(position int) int {
	return sort.Search(m.source.Len(), func(i int) bool { return m.source.Position(i) >= position })
}

// ScrollToStart shows the start.
func (m *Model) ScrollToStart() { m.SetAnchor(Anchor{Row: -1 << 30}) }

// ScrollToEnd shows the end.
func (m *Model) ScrollToEnd() {
	if m.source.Len() > 0 {
		m.setTop(m.lastTop())
	}
}

// Follow shows the end, wherever it goes, until somebody scrolls.
func (m *Model) Follow() { m.following = true }

// Following tells whether the end is followed.
func (m *Model) Following() bool { return m.following }

// Position is where the row at the top stands in the text, in runes.
func (m *Model) Position() int {
	row, _ := m.Row(0)
	return row.Position
}

// AtStart tells whether the first row is in sight.
func (m *Model) AtStart() bool { return m.source.Len() == 0 || m.top() == rowPlace{} }

// AtEnd tells whether the last row is in sight.
func (m *Model) AtEnd() bool {
	_, more := m.placeAt(m.height)
	return !more
}

// blockWeight is what a block counts for in [Model.Progress], in runes, beside its
// text: a rule and a picture have none.
const blockWeight = 40

// Progress says from where to where the screen stands, as parts of the whole text from
// 0 to 1. They are estimated by the length of the text: its rows are not known.
func (m *Model) Progress() (first, last float64) {
	n := m.source.Len()
	if n == 0 {
		return 0, 1
	}
	all := m.weight(rowPlace{n, 0})
	last = 1
	if p, more := m.placeAt(m.height); more {
		last = m.weight(p) / all
	}
	return m.weight(m.top()) / all, last
}

// weight is how much text there is before a row.
func (m *Model) weight(p rowPlace) float64 {
	before := float64(m.source.Position(p.block) + p.block*blockWeight)
	if p.row == 0 {
		return before
	}
	size := float64(m.source.Position(p.block+1) - m.source.Position(p.block) + blockWeight)
	return before + size*float64(p.row)/float64(len(m.lines(p.block)))
}

// isInSight tells whether a row is.
func (m *Model) isInSight(p rowPlace) bool {
	top := m.top()
	return !p.above(top) && !m.down(top, max(0, m.height-1)).above(p)
}

// reveal brings a row into sight. Where it is not, so much of the screen stands above
// it afterwards.
func (m *Model) reveal(p rowPlace, share float64) {
	if !m.isInSight(p) {
		m.setTop(m.down(p, -int(share*float64(m.height))))
		m.setTop(m.top())
	}
}
