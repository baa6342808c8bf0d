package pager

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/prompt"
	"warraq/ui/rtl"
)

// seeking is a search that is not done.
type seeking struct {
	next  place // where to look next, that row too
	later bool  // look further down, else further up
}

// seekOn goes on with a search, if it is still the last one.
type seekOn struct{ search *seeking }

// atOnce is how many bytes are searched before keys are looked at again.
const atOnce = 4 << 20

// openPrompt asks what to search for.
func (m *Model) openPrompt() {
	m.prompt = &prompt.Line{Letters: rtl.Options{HideMarks: m.options.HideMarks, Shaping: m.options.Shaping}}
}

// edit takes a key while the prompt is open.
func (m *Model) edit(key tea.KeyPressMsg) tea.Cmd {
	switch key.String() {
	case "esc", "ctrl+c":
		m.prompt = nil
	case "backspace":
		if m.prompt.Text == "" {
			m.prompt = nil
			return nil
		}
		m.prompt.Edit(key)
	case "enter":
		text := m.prompt.Text
		m.prompt = nil
		return m.search(text)
	default:
		m.prompt.Edit(key)
	}
	return nil
}

// search looks for a text from what is shown on; nothing is the text before.
func (m *Model) search(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		return m.again(true)
	}
	q := newQuery(text)
	m.query, m.isHit = &q, false
	if q.folded == "" {
		m.query = nil
		return nil
	}
	return m.start(m.top, true)
}

// again looks for the next place, or the one before.
func (m *Model) again(later bool) tea.Cmd {
	if m.query == nil {
		m.notice = m.words.Pager.NoSearch
		return nil
	}
	from := m.top
	if m.isHit {
		from = m.hit
	}
	switch {
	case later && m.isHit:
		from.row++
	case !later && from.row > 0:
		from.row--
	case !later:
		from.block, from.row = from.block-1, lastRow
	}
	return m.start(from, later)
}

// lastRow stands for the last row of a block.
const lastRow = int(^uint(0) >> 1)

func (m *Model) start(from place, later bool) tea.Cmd {
	m.seeking = &seeking{next: from, later: later}
	return m.seek()
}

// seek searches a part of the text, and says how to go on.
func (m *Model) seek() tea.Cmd {
	s := m.seeking
	for left := atOnce; left > 0; {
		if s.next.block < 0 || s.next.block >= len(m.blocks) {
			return m.ranOut()
		}
		if row, ok := m.hitIn(s); ok {
			m.seeking = nil
			m.show(place{s.next.block, row})
			return m.read()
		}
		left -= m.blocks[s.next.block].size() + 1
		if s.later {
			s.next = place{s.next.block + 1, 0}
		} else {
			s.next = place{s.next.block - 1, lastRow}
		}
	}
	return func() tea.Msg { return seekOn{s} }
}

// hitIn is the first row in the block to look at next, from the row to look at
// next, that shows what is searched for.
func (m *Model) hitIn(s *seeking) (row int, ok bool) {
	if !m.blocks[s.next.block].has(*m.query) {
		return 0, false
	}
	for i := range m.hits(s.next.block) {
		switch {
		case s.later && i >= s.next.row && (!ok || i < row), !s.later && i <= s.next.row && (!ok || i > row):
			row, ok = i, true
		}
	}
	return row, ok
}

// ranOut reads on, or says that there is nothing to be found.
func (m *Model) ranOut() tea.Cmd {
	if m.seeking.later && !m.ended {
		return m.read()
	}
	m.notice = m.words.Pager.NotBefore
	if m.seeking.later {
		m.notice = m.words.Pager.NotAfter
	}
	m.seeking = nil
	return nil
}

// show brings a row that was found into sight, with some of what is before it.
func (m *Model) show(p place) {
	m.following = false
	m.hit, m.isHit = p, true
	rows := m.textRows()
	if p.before(m.top) || m.down(m.top, max(0, rows-1)).before(p) {
		m.top = m.up(p, rows/4)
		m.clamp()
	}
}
