package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/keymap"
	"warraq/ui/reader/pane"
)

// press takes a key.
func (m *Model) press(key tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	m.KeysPressed++
	m.attend()
	if m.stack.Prompt() != nil {
		cmd, _ := m.tell(dialog.Key{Press: key})
		return cmd
	}
	now, wait := m.keys.Press(key)
	return tea.Batch(m.actOn(now), wait)
}

// actOn does what keys are bound to, one after the other. One of them may open
// a question, which takes the next.
func (m *Model) actOn(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, key := range keys {
		if m.stack.Prompt() != nil {
			cmd, _ := m.tell(dialog.Key{Press: key})
			cmds = append(cmds, cmd)
		} else {
			cmds = append(cmds, m.act(key))
		}
	}
	return tea.Batch(cmds...)
}

// act does what a key that is no text and no part of one is bound to.
func (m *Model) act(key tea.KeyPressMsg) tea.Cmd {
	var a keymap.Action
	var at int
	a, at, m.Board = m.KeyMap.Bound(key, m.Board)
	if key.String() == keymap.AlwaysQuits {
		return tea.Quit
	}
	if cmd, ok := m.tell(dialog.Key{Press: key, Action: a, At: at}); ok {
		return cmd
	}
	if key.String() == "esc" && m.fetching != nil && m.focus == listPane && !m.list.CanGoBack() {
		return m.stopFetch()
	}
	return m.do(a, at)
}

// do does an action among the panes; at says which of its keys it was.
func (m *Model) do(a keymap.Action, at int) tea.Cmd {
	return m.route(dialog.Key{Action: a, At: at})
}

// route gives a key to the focused pane, then to those that take it wherever the focus
// is, and then to the app itself.
func (m *Model) route(key dialog.Key) tea.Cmd {
	if cmd, ok := m.updatePane(m.focus, key); ok {
		return cmd
	}
	if cmd, ok := m.offerPanes(pane.Shortcut{Action: key.Action, At: key.At}); ok {
		return cmd
	}
	if act, ok := m.actions[key.Action]; ok {
		return act(m)
	}
	return nil
}

// actions is what every action does that does not move and needs not know which
// of its keys it was.
func actions() map[keymap.Action]func(*Model) tea.Cmd {
	return map[keymap.Action]func(*Model) tea.Cmd{
		keymap.NextPane:     func(m *Model) tea.Cmd { return m.cycle(1) },
		keymap.PreviousPane: func(m *Model) tea.Cmd { return m.cycle(-1) },
		keymap.Trail:        (*Model).openTrail,
		keymap.Neighbours:   (*Model).openMap,
		keymap.Follow:       stepper("follow"),
		keymap.Earlier:      (*Model).goEarlier,
		keymap.Later:        (*Model).goLater,

		keymap.Bookmark:    (*Model).toggleBookmark,
		keymap.ToggleRead:  (*Model).toggleReadMark,
		keymap.Remove:      (*Model).removeTargets,
		keymap.RemoveAll:   (*Model).openRemoveAll,
		keymap.Archive:     (*Model).toggleArchived,
		keymap.Tags:        (*Model).openTags,
		keymap.AddArticles: (*Model).openAdd,
		keymap.Fetch:       (*Model).fetchDue,
		keymap.Feeds:       (*Model).openFeeds,
		keymap.NextForm:    (*Model).cycleForm,
		keymap.Widen:       (*Model).widen,
		keymap.Narrow:      (*Model).narrow,
		keymap.Justify:     stepper("justify"),
		keymap.Tashkeel:    stepper("tashkeel"),
		keymap.Digits:      stepper("digits"),
		keymap.NextTheme:   stepper("theme"),
		keymap.Alone:       (*Model).toggleAlone,
		keymap.Pictures:    (*Model).togglePictures,
		keymap.OnePicture:  (*Model).openPicture,
		keymap.Redraw:      func(m *Model) tea.Cmd { m.repaint(); return nil },
		keymap.Palette:     (*Model).openPalette,
		keymap.Undo:        (*Model).undo,
		keymap.Notes:       (*Model).openNotes,
		keymap.Statistics:  (*Model).openStatistics,
		keymap.Welcome:     (*Model).openWelcome,
		keymap.Guide:       (*Model).openGuide,
		keymap.Settings:    (*Model).openSettings,
		keymap.Help:        (*Model).openHelp,
		keymap.Quit:        func(*Model) tea.Cmd { return tea.Quit },
	}
}

// choose opens the article that was chosen from a list. Where it is open already, and was
// opened from there, the keys go to it.
func (m *Model) choose(to dialog.Choose) tea.Cmd {
	if to.ID != m.article.Item.ID || m.article.Jumped {
		m.leave()
		return m.visit(place{id: to.ID, at: whereLeft, focus: articlePane, searched: to.Searched})
	}
	m.Jobs.Abort(visitJob) // another one that is on its way was asked for before
	m.article.Wanted = to.ID
	cmd := tea.Batch(m.setFocus(articlePane), m.readNow())
	if to.Searched != "" {
		m.article.Find(article.Finding{Text: to.Searched, Query: true})
	}
	return cmd
}

// leave remembers the article that is left for another.
func (m *Model) leave() {
	if m.article.Item.ID != "" {
		m.history.leave(m.here())
	}
}

func (m *Model) goEarlier() tea.Cmd {
	p, ok := m.history.back(m.here())
	if !ok {
		m.notice = m.Words.NoEarlier
		return nil
	}
	return m.goTo(p)
}

func (m *Model) goLater() tea.Cmd {
	p, ok := m.history.forward(m.here())
	if !ok {
		m.notice = m.Words.NoLater
		return nil
	}
	return m.goTo(p)
}

// goTo goes back to a place where one was, with the list as it was then, as long
// as that is the same list.
func (m *Model) goTo(p place) tea.Cmd {
	return tea.Batch(m.savePosition(), m.show(p), m.returnTo(p.panes))
}

// readNow marks the shown article as read.
func (m *Model) readNow() tea.Cmd {
	if !m.article.Item.Full {
		return nil
	}
	return m.setRead([]store.Entry{m.article.Item.Entry}, true, true, "")
}
