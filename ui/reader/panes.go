package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/list"
	"warraq/ui/reader/pane"
	"warraq/ui/reader/related"
)

// column is a pane with how it stands on the screen.
type column struct {
	pane.Pane
	name string // that the kinds of its jobs begin with
	// usual is its width where there is room and nobody chose another, 0 for the one
	// that takes what is left; chosen is the chosen one, 0 for none, and setting the name
	// under which that is kept.
	usual   int
	chosen  *int
	setting string
}

// The panes that the app itself speaks of, as places in the table.
const (
	listPane = iota
	articlePane
	relatedPane
)

// makePanes makes the table of panes, in reading order: the first stands at the right. A
// new pane is a package and a row here; one that has a width of its own has a setting.
func (m *Model) makePanes() {
	m.list, m.article, m.related = list.New(m.Context), article.New(m.Context), related.New(m.Context)
	m.panes = []column{
		listPane:    {Pane: m.list, name: list.Name, usual: 34, chosen: &m.looks.ListWidth, setting: "list-width"},
		articlePane: {Pane: m.article, name: article.Name},
		relatedPane: {Pane: m.related, name: related.Name, usual: 28, chosen: &m.looks.RelatedWidth, setting: "related-width"},
	}
}

// updatePane tells a pane something and does what it asks for; ok is false where the pane
// has nothing to do with it.
func (m *Model) updatePane(i int, msg tea.Msg) (cmd tea.Cmd, ok bool) {
	action := m.panes[i].Update(msg)
	if action == (dialog.Pass{}) {
		return nil, false
	}
	return m.perform(action, nil), true
}

// tellPanes tells all panes something.
func (m *Model) tellPanes(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i := range m.panes {
		cmd, _ := m.updatePane(i, msg)
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

// offerPanes tells the panes something, one after the other, until one takes it.
func (m *Model) offerPanes(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	for i := range m.panes {
		if cmd, ok := m.updatePane(i, msg); ok {
			return cmd, true
		}
	}
	return nil, false
}

// answerPane gives an answer to the pane that asked for it.
func (m *Model) answerPane(name string, msg tea.Msg) tea.Cmd {
	for i := range m.panes {
		if m.panes[i].name == name {
			cmd, _ := m.updatePane(i, msg)
			return cmd
		}
	}
	return nil
}

// relayout gives the panes their sizes.
func (m *Model) relayout() tea.Cmd {
	var cmds []tea.Cmd
	for i, width := range m.columns() {
		cmd, _ := m.updatePane(i, pane.Resized{Width: width, Height: bodyRows(m.Height)})
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

// setFocus gives the keys to a pane.
func (m *Model) setFocus(i int) tea.Cmd {
	m.focus = i
	return m.relayout()
}

// moveFocus gives the keys to the pane so many further on from another one. Where that is
// the next one in reading order and has nothing to go to, it says why.
func (m *Model) moveFocus(to dialog.Focus) tea.Cmd {
	for i := range m.panes {
		if m.panes[i].Pane != to.Pane {
			continue
		}
		i = max(0, min(i+to.By, len(m.panes)-1))
		if r, ok := m.panes[i].Pane.(pane.Refuser); ok && to.By > 0 {
			if why := r.Refuses(); why != "" {
				m.notice = why
				return nil
			}
		}
		return m.setFocus(i)
	}
	return nil
}

// cycle gives the keys to the pane so many further on, round and round.
func (m *Model) cycle(steps int) tea.Cmd {
	n := len(m.panes)
	return m.setFocus((m.focus + steps + n) % n)
}

// entry returns the article that a mark goes to: that of the focused pane, or the open
// one.
func (m *Model) entry() (store.Entry, bool) {
	if e, ok := m.panes[m.focus].Entry(); ok || m.focus == listPane {
		return e, ok
	}
	return m.article.Item.Entry, m.article.Item.ID != ""
}

// places returns where one is in each pane.
func (m *Model) places() []any {
	places := make([]any, len(m.panes))
	for i := range m.panes {
		if r, ok := m.panes[i].Pane.(pane.Returner); ok {
			places[i] = r.Place()
		}
	}
	return places
}

// returnTo goes back to a place in each pane.
func (m *Model) returnTo(places []any) tea.Cmd {
	var cmds []tea.Cmd
	for i, place := range places {
		if r, ok := m.panes[i].Pane.(pane.Returner); ok && place != nil {
			cmds = append(cmds, m.perform(r.Return(place), nil))
		}
	}
	return tea.Batch(cmds...)
}
