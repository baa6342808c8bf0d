package pager

// place is a row of a block.
type place struct{ block, row int }

// before tells whether a place is further up than another.
func (p place) before(q place) bool {
	return p.block < q.block || p.block == q.block && p.row < q.row
}

// layout is a block at the width of the screen.
type layout struct {
	rows  []Row
	query query // for which hits are known
	hits  map[int][]int
}

// keptLayouts is how many blocks are kept laid out.
const keptLayouts = 1024

// columns is the width of the text.
func (m *Model) columns() int {
	if m.options.Width > 0 {
		return min(m.options.Width, max(1, m.width))
	}
	return max(1, m.width)
}

// layout lays a block out.
func (m *Model) layout(block int) *layout {
	if l, ok := m.laid[block]; ok {
		return l
	}
	if len(m.laid) >= keptLayouts || m.laid == nil {
		m.laid = map[int]*layout{}
	}
	o := m.options
	o.Width = m.columns()
	l := &layout{rows: m.blocks[block].Lay(o)}
	m.laid[block] = l
	return l
}

func (m *Model) rows(block int) []Row { return m.layout(block).rows }

// hits are the cells of a block's rows that show what is searched for.
func (m *Model) hits(block int) map[int][]int {
	if m.query == nil {
		return nil
	}
	l := m.layout(block)
	if l.hits == nil || l.query != *m.query {
		l.query, l.hits = *m.query, map[int][]int{}
		if m.blocks[block].has(l.query) {
			l.hits = m.blocks[block].find(l.query, l.rows)
		}
	}
	return l.hits
}

// relay lays the text out anew, for another width or terminal. What is at the top
// stays there.
func (m *Model) relay(change func()) {
	if len(m.blocks) == 0 {
		change()
		return
	}
	start := m.rows(m.top.block)[m.top.row].Start
	change()
	m.laid, m.isHit = nil, false
	m.top.row = 0
	for i, row := range m.rows(m.top.block) {
		if row.Start <= start {
			m.top.row = i
		}
	}
	m.clamp()
}

// textRows is how many rows of the screen show the text.
func (m *Model) textRows() int { return max(0, m.height-footerRows) }

// down is the place some rows further down, or the last one.
func (m *Model) down(p place, rows int) place {
	for {
		last := len(m.rows(p.block)) - 1
		switch {
		case p.row+rows <= last:
			return place{p.block, p.row + rows}
		case p.block == len(m.blocks)-1:
			return place{p.block, last}
		}
		rows -= last - p.row + 1
		p = place{p.block + 1, 0}
	}
}

// up is the place some rows further up, or the first one.
func (m *Model) up(p place, rows int) place {
	for {
		switch {
		case p.row >= rows:
			return place{p.block, p.row - rows}
		case p.block == 0:
			return place{}
		}
		rows -= p.row + 1
		p = place{p.block - 1, len(m.rows(p.block-1)) - 1}
	}
}

// lastTop is the top of the last screen.
func (m *Model) lastTop() place {
	if len(m.blocks) == 0 {
		return place{}
	}
	last := len(m.blocks) - 1
	return m.up(place{last, len(m.rows(last)) - 1}, max(0, m.textRows()-1))
}

// clamp keeps the screen full, as far as there is text.
func (m *Model) clamp() {
	if len(m.blocks)-m.top.block > m.textRows() {
		return // a block has one row at least
	}
	if last := m.lastTop(); last.before(m.top) {
		m.top = last
	}
}

// scroll moves by rows. Down at the end of what is there goes along with what
// comes.
func (m *Model) scroll(rows int) {
	m.following, m.isHit = false, false
	switch {
	case len(m.blocks) == 0:
	case rows < 0:
		m.top = m.up(m.top, -rows)
	default:
		m.top = m.down(m.top, rows)
		m.clamp()
	}
}

// toEnd shows the end, and what comes after it.
func (m *Model) toEnd() {
	m.isHit = false
	m.following = true
	m.top = m.lastTop()
}
