package viewport

import (
	"slices"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
)

// textSelection is a passage that is being chosen, word by word: from the word where it was
// begun to the one that the cursor is on.
type textSelection struct {
	cursor page.Word
	row    int // of the cursor in its block, for a word that stands on several
	from   page.Word
	begun  bool // else there is the word under the cursor alone
}

// bounds are the positions of the passage, and of what is behind it.
func (s *textSelection) bounds() (first, last int) {
	if !s.begun {
		return s.cursor.First, s.cursor.Last
	}
	return min(s.cursor.First, s.from.First), max(s.cursor.Last, s.from.Last)
}

// maxRowsSearched is how many rows are looked through for one that has words.
const maxRowsSearched = 500

// StartSelection puts a cursor on the first word in sight that ends behind a position,
// or the first one below, and tells whether there is one.
func (m *Model) StartSelection(position int) bool {
	p, ok := m.placeAt(0)
	for range maxRowsSearched {
		if !ok {
			return false
		}
		for _, w := range m.words(p) {
			if w.Last > position {
				m.selection = &textSelection{}
				m.selectWord(p, w)
				return true
			}
		}
		p, ok = m.next(p, 1)
	}
	return false
}

// next is the row beside one, if there is one.
func (m *Model) next(p rowPlace, rows int) (to rowPlace, ok bool) {
	to, missing := m.step(p, rows)
	return to, missing == 0
}

// words are the words of a row in reading order.
func (m *Model) words(p rowPlace) []page.Word { return m.lines(p.block)[p.row].Words() }

// BeginSelection begins the passage at the word under the cursor.
func (m *Model) BeginSelection() {
	if s := m.selection; s != nil {
		s.from, s.begun = s.cursor, true
	}
}

// EndSelection leaves the word under the cursor alone.
func (m *Model) EndSelection() {
	if m.selection != nil {
		m.selection.begun = false
	}
}

// ClearSelection takes the cursor away.
func (m *Model) ClearSelection() { m.selection = nil }

// Selecting tells whether there is a cursor, and whether a passage is begun.
func (m *Model) Selecting() (cursor, begun bool) {
	return m.selection != nil, m.selection != nil && m.selection.begun
}

// Selected are the positions from which to which the passage stands that is chosen; ok
// is false where there is none.
func (m *Model) Selected() (first, last int, ok bool) {
	if m.selection == nil {
		return 0, 0, false
	}
	first, last = m.selection.bounds()
	return first, last, true
}

// SelectLine moves the cursor by rows, to the word that is nearest on the screen.
func (m *Model) SelectLine(rows int) {
	if m.selection == nil {
		return
	}
	p := m.cursorPlace()
	column := middleColumn(m.lines(p.block)[p.row].Cells, m.selection.cursor)
	direction := 1
	if rows < 0 {
		direction = -1
	}
	target := m.down(p, rows)
	for _, towards := range []int{direction, -direction} { // beyond the last words there are none
		q, ok := target, true
		for n := 0; ok && n < maxRowsSearched && q != p; n++ {
			if words := m.words(q); len(words) > 0 {
				m.selectWord(q, m.nearest(q, words, column))
				return
			}
			q, ok = m.next(q, towards)
		}
	}
}

// SelectBeside moves the cursor to the word beside it on the screen, to the right or
// where step is negative to the left; from the edge on to the row that is read before
// or after, in a text that starts at a side.
func (m *Model) SelectBeside(step int, side rtl.Direction) {
	if m.selection == nil {
		return
	}
	p := m.cursorPlace()
	words := acrossTheScreen(m.words(p))
	i := slices.IndexFunc(words, func(w page.Word) bool { return w.First == m.selection.cursor.First }) + step
	if i >= 0 && i < len(words) {
		m.selectWord(p, words[i])
		return
	}
	rows := step
	if side == rtl.RTL {
		rows = -step
	}
	p, ok := m.next(p, rows)
	for n := 0; ok && n < maxRowsSearched; n++ {
		if words = acrossTheScreen(m.words(p)); len(words) > 0 {
			if step > 0 {
				m.selectWord(p, words[0])
			} else {
				m.selectWord(p, words[len(words)-1])
			}
			return
		}
		p, ok = m.next(p, rows)
	}
}

// SelectFrom begins a passage at the word nearest to a column of a row of the screen,
// and puts the cursor there. It tells whether there is a word.
func (m *Model) SelectFrom(y, column int) bool {
	p, w, ok := m.wordNear(y, column)
	if ok {
		m.selection = &textSelection{from: w, begun: true}
		m.selectWord(p, w)
	}
	return ok
}

// SelectTo moves the cursor to the word nearest to a column of a row of the screen, or
// of the rows right above and below it.
func (m *Model) SelectTo(y, column int) {
	p, w, ok := m.wordNear(max(-1, min(y, m.height)), column)
	if ok && m.selection != nil {
		m.selectWord(p, w)
	}
}

// HasWordAt tells whether there is a word in the text near a row of the screen.
func (m *Model) HasWordAt(y, column int) bool {
	_, _, ok := m.wordNear(y, column)
	return ok
}

// wordNear is the word that stands nearest to a column of a row of the screen, or of
// the next one below or else above that has words.
func (m *Model) wordNear(y, column int) (p rowPlace, w page.Word, ok bool) {
	if m.source.Len() == 0 {
		return p, w, false
	}
	start := m.down(m.top(), y)
	for _, towards := range []int{1, -1} {
		p, ok = start, true
		for n := 0; ok && n < maxRowsSearched; n++ {
			if words := m.words(p); len(words) > 0 {
				return p, m.nearest(p, words, column), true
			}
			p, ok = m.next(p, towards)
		}
	}
	return p, w, false
}

// selectWord puts the cursor on a word, and that in sight.
func (m *Model) selectWord(p rowPlace, w page.Word) {
	m.selection.cursor, m.selection.row = w, p.row
	switch top := m.top(); {
	case p.above(top):
		m.reveal(p, 0)
	case !m.isInSight(p):
		m.setTop(m.down(p, -max(0, m.height-1)))
	}
}

// cursorPlace is the row that the cursor is in.
func (m *Model) cursorPlace() rowPlace {
	first := m.selection.cursor.First
	p := rowPlace{block: m.blockOf(first)}
	lines := m.lines(p.block)
	has := func(row int) bool {
		return row < len(lines) && slices.ContainsFunc(lines[row].Words(), func(w page.Word) bool { return w.First == first })
	}
	if p.row = m.selection.row; has(p.row) {
		return p
	}
	for p.row = range lines {
		if has(p.row) {
			return p
		}
	}
	return m.resolve(Anchor{Block: p.block, Position: first})
}

// keepCursor makes a change after which the cursor is in sight, if it was before.
func (m *Model) keepCursor(change func()) {
	if m.selection == nil || m.source.Len() == 0 || !m.isInSight(m.cursorPlace()) {
		change()
		return
	}
	change()
	if m.source.Len() > 0 {
		m.reveal(m.cursorPlace(), 1./3)
	}
}

// acrossTheScreen puts the words of a line in the order in which they stand, from the
// left.
func acrossTheScreen(words []page.Word) []page.Word {
	slices.SortStableFunc(words, func(a, b page.Word) int { return a.Cells[0] - b.Cells[0] })
	return words
}

// nearest is the word of a row that stands nearest to a column.
func (m *Model) nearest(p rowPlace, words []page.Word, column int) page.Word {
	cells := m.lines(p.block)[p.row].Cells
	return slices.MinFunc(words, func(v, w page.Word) int { return columnDistance(cells, v, column) - columnDistance(cells, w, column) })
}

// middleColumn is the column in which the middle of a word stands.
func middleColumn(cells []rtl.Cell, w page.Word) int {
	if len(w.Cells) == 0 || w.Cells[len(w.Cells)-1] >= len(cells) {
		return 0
	}
	return int(rtl.Width(cells[:w.Cells[0]])+rtl.Width(cells[:w.Cells[len(w.Cells)-1]+1])) / 2
}

// columnDistance is how far a column is from a word.
func columnDistance(cells []rtl.Cell, w page.Word, column int) int {
	first := int(rtl.Width(cells[:w.Cells[0]]))
	last := int(rtl.Width(cells[:w.Cells[len(w.Cells)-1]+1])) - 1
	return max(first-column, column-last, 0)
}
