package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/articles"
	"warraq/ui/page"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/keymap"
	"warraq/ui/rtl"
)

// selection is a passage of the open article that is being chosen, word by word:
// from the word where it was begun to the one that the cursor is on.
type selection struct {
	line  int       // that the cursor is in
	at    page.Word // under the cursor
	from  page.Word
	begun bool // else the cursor goes about, and there is the word under it alone
}

// bounds are the positions of the passage, and of what is behind it.
func (s *selection) bounds() (first, last int) {
	if !s.begun {
		return s.at.First, s.at.Last
	}
	return min(s.at.First, s.from.First), max(s.at.Last, s.from.Last)
}

// begin begins the passage at the word under the cursor.
func (s *selection) begin() { s.from, s.begun = s.at, true }

// startSelection puts a cursor on the first word of the text in sight; where there is one it
// begins the passage, and where there is a passage it is begun again.
func (m *Model) startSelection() tea.Cmd {
	a := &m.article
	if s := a.selection; s != nil {
		if s.begun = !s.begun; s.begun {
			s.begin()
		}
		return nil
	}
	if !a.item.Full {
		return nil
	}
	m.focus = articlePane
	cmd := m.relaid() // it may come into sight with that
	first, _ := a.paragraph()
	for i := a.top; i < len(a.lines); i++ {
		if words := a.lines[i].Words(); len(words) > 0 && words[0].Last > first {
			a.selection = &selection{line: i}
			return tea.Batch(cmd, m.selectAt(i, words[0]))
		}
	}
	return cmd
}

// paragraph is from where to where the paragraph at the top stands; of the head of
// the article it is the first one below that.
func (a *article) paragraph() (first, last int) {
	return a.document.Block(max(a.position(), a.document.Begin()))
}

// selecting does what a key does while a passage is chosen; ok is false of one
// that has nothing to do with that.
func (m *Model) selecting(key tea.KeyPressMsg, a keymap.Action) (cmd tea.Cmd, ok bool) {
	s := m.article.selection
	arrow := key.Key()
	if arrow.Mod == tea.ModShift && !s.begun {
		s.begin()
	}
	switch arrow.Code {
	case tea.KeyLeft:
		return m.selectBeside(-1), true
	case tea.KeyRight:
		return m.selectBeside(1), true
	case tea.KeyUp:
		a = keymap.Up
	case tea.KeyDown:
		a = keymap.Down
	}
	if mv, moves := draw.Movements[a]; moves {
		return m.selectLine(mv.In(bodyRows(m.Height))), true
	}
	switch a {
	case keymap.Back, keymap.Quit:
		m.article.selection = nil
		return nil, true
	case keymap.Onward:
		return m.startSelection(), true
	default:
		return nil, false
	}
}

// selectLine moves the cursor by lines, to the word that is nearest on the screen.
func (m *Model) selectLine(steps int) tea.Cmd {
	a := &m.article
	s := a.selection
	column := a.column(s.line, s.at)
	direction := 1
	if steps < 0 {
		direction = -1
	}
	target := draw.Clamp(s.line+steps, len(a.lines)-1)
	for _, towards := range []int{direction, -direction} { // beyond the last words there are none
		for i := target; i >= 0 && i < len(a.lines) && (i-s.line)*direction >= 0; i += towards {
			if words := a.lines[i].Words(); len(words) > 0 {
				return m.selectAt(i, a.nearest(i, words, column))
			}
		}
	}
	return nil
}

// selectBeside moves the cursor to the word beside it on the screen; from the edge
// on to the line that is read before or after.
func (m *Model) selectBeside(step int) tea.Cmd {
	a := &m.article
	s := a.selection
	words := acrossTheScreen(a.lines[s.line].Words())
	i := slices.IndexFunc(words, func(w page.Word) bool { return w.First == s.at.First }) + step
	if i >= 0 && i < len(words) {
		return m.selectAt(s.line, words[i])
	}
	lines := step
	if a.document.Side() == rtl.RTL {
		lines = -step
	}
	for line := s.line + lines; line >= 0 && line < len(a.lines); line += lines {
		if words = acrossTheScreen(a.lines[line].Words()); len(words) > 0 {
			if step > 0 {
				return m.selectAt(line, words[0])
			}
			return m.selectAt(line, words[len(words)-1])
		}
	}
	return nil
}

// acrossTheScreen puts the words of a line in the order in which they stand, from
// the left.
func acrossTheScreen(words []page.Word) []page.Word {
	slices.SortStableFunc(words, func(a, b page.Word) int { return a.Cells[0] - b.Cells[0] })
	return words
}

// selectAt puts the cursor on a word, and that in sight.
func (m *Model) selectAt(line int, w page.Word) tea.Cmd {
	a := &m.article
	a.selection.line, a.selection.at = line, w
	rows := bodyRows(m.Height)
	top := a.top
	a.top = draw.Scroll(a.top, line, rows, len(a.lines))
	if a.top == top {
		return nil
	}
	a.moved = true
	return m.scrolled()
}

// column is where the middle of a word stands on its line.
func (a *article) column(line int, w page.Word) int {
	cells := a.lines[line].Cells
	first, last := w.Cells[0], w.Cells[len(w.Cells)-1]
	return int(rtl.Width(cells[:first])+rtl.Width(cells[:last+1])) / 2
}

// nearest is the word of a line that stands nearest to a column.
func (a *article) nearest(line int, words []page.Word, column int) page.Word {
	return slices.MinFunc(words, func(v, w page.Word) int {
		return a.distance(line, v, column) - a.distance(line, w, column)
	})
}

// distance is how far a column is from a word.
func (a *article) distance(line int, w page.Word, column int) int {
	cells := a.lines[line].Cells
	first := int(rtl.Width(cells[:w.Cells[0]]))
	last := int(rtl.Width(cells[:w.Cells[len(w.Cells)-1]+1])) - 1
	return max(first-column, column-last, 0)
}

// selectAgain finds the cursor's word in lines that are new.
func (a *article) selectAgain() {
	s := a.selection
	if s == nil {
		return
	}
	for i := range a.lines {
		for _, w := range a.lines[i].Words() {
			if w.First <= s.at.First && s.at.First < w.Last {
				s.line, s.at = i, w
				return
			}
		}
	}
	a.selection = nil
}

// withSelection shows the passage that is chosen on a line of the article.
func (m *Model) withSelection(line int, cells []rtl.Cell) []rtl.Cell {
	if s := m.article.selection; s != nil {
		for _, at := range m.article.lines[line].Cover(s.bounds()) {
			look := m.Styles.Selected
			look.Link = cells[at].Style.Link
			cells[at].Style = look
		}
	}
	return cells
}

// passage is what is chosen, or else the paragraph at the top; ok is
// false where the article has no text.
func (m *Model) passage() (h articles.Highlight, ok bool) {
	a := &m.article
	if a.document == nil || len(a.lines) == 0 || !a.item.Full {
		return h, false
	}
	if a.selection != nil {
		h = a.document.Highlight(a.selection.bounds())
	} else {
		h = a.document.Highlight(a.paragraph())
	}
	return h, h.Quote != ""
}

// choosing is the dialog of a passage that is being chosen: it takes the keys that move
// or end that, as long as the article has the keys, and leaves others alone.
type choosing struct{ m *Model }

// Update takes the keys that move the cursor.
func (c *choosing) Update(msg tea.Msg) dialog.Action {
	key, ok := msg.(dialog.Key)
	if !ok || c.m.focus != articlePane || c.m.article.selection == nil {
		return dialog.Pass{}
	}
	cmd, ok := c.m.selecting(key.Press, key.Action)
	if !ok {
		return dialog.Pass{}
	}
	return run(cmd)
}

// fitChoosing has the keys go to the choosing of a passage as long as there is one.
func (m *Model) fitChoosing() {
	switch is := m.article.selection != nil; {
	case is && m.choosing == nil:
		m.choosing = &choosing{m}
		m.stack.Push(m.choosing)
	case !is && m.choosing != nil:
		m.stack.Close(m.choosing)
		m.choosing = nil
	}
}
