package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/dialog"
)

// startSelection puts a cursor on the first word of the text in sight, or begins the
// passage there.
func (m *Model) startSelection() tea.Cmd {
	m.focus = articlePane
	cmd := m.relaid() // it may come into sight with that
	m.article.Choose()
	return cmd
}

// choosing is the dialog of a passage that is being chosen: it takes the keys that move
// or end that, as long as the article has the keys, and leaves others alone.
type choosing struct{ m *Model }

// Update takes the keys that move the cursor.
func (c *choosing) Update(msg tea.Msg) dialog.Action {
	key, ok := msg.(dialog.Key)
	if !ok || c.m.focus != articlePane || !c.m.article.Choosing() {
		return dialog.Pass{}
	}
	before := c.m.article.Place()
	if !c.m.article.ChooseByKey(key.Press, key.Action) {
		return dialog.Pass{}
	}
	if c.m.article.Place() != before {
		return run(c.m.scrolled())
	}
	return nil
}

// fitChoosing has the keys go to the choosing of a passage as long as there is one.
func (m *Model) fitChoosing() {
	switch is := m.article.Choosing(); {
	case is && m.choosing == nil:
		m.choosing = &choosing{m}
		m.stack.Push(m.choosing)
	case !is && m.choosing != nil:
		m.stack.Close(m.choosing)
		m.choosing = nil
	}
}
