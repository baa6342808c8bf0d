package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/keymap"
)

// press takes a key.
func (m *Model) press(key tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	m.keysPressed++
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
	return m.do(a, at)
}

// do does an action among the panes; at says which of its keys it was.
func (m *Model) do(a keymap.Action, at int) tea.Cmd {
	if mv, ok := draw.Movements[a]; ok {
		return m.move(mv)
	}
	if a == keymap.OpenRelated {
		return m.jump(at)
	}
	if act, ok := m.actions[a]; ok {
		return act(m)
	}
	return nil
}

// actions is what every action does that does not move and needs not know which
// of its keys it was.
func actions() map[keymap.Action]func(*Model) tea.Cmd {
	return map[keymap.Action]func(*Model) tea.Cmd{
		keymap.Onward:       (*Model).goOnward,
		keymap.Back:         (*Model).goBack,
		keymap.NextPane:     func(m *Model) tea.Cmd { return m.cycle(1) },
		keymap.PreviousPane: func(m *Model) tea.Cmd { return m.cycle(2) },
		keymap.NextSide:     (*Model).nextSide,
		keymap.FollowLink:   (*Model).openLinks,
		keymap.ShowAddress:  (*Model).openAddress,
		keymap.Trail:        (*Model).openTrail,
		keymap.Neighbours:   (*Model).openMap,
		keymap.Follow:       stepper("follow"),
		keymap.Earlier:      (*Model).goEarlier,
		keymap.Later:        (*Model).goLater,

		keymap.Bookmark:      (*Model).toggleBookmark,
		keymap.ToggleRead:    (*Model).toggleReadMark,
		keymap.Bookmarks:     (*Model).toggleBookmarksOnly,
		keymap.CopyParagraph: (*Model).copyPassage,
		keymap.CopyQuote:     (*Model).copyQuote,
		keymap.CopyArticle:   (*Model).copyArticle,
		keymap.FilterList:    (*Model).openFilter,
		keymap.AddArticles:   (*Model).openAdd,
		keymap.FindInArticle: (*Model).openFind,
		keymap.NextHit:       (*Model).nextHit,
		keymap.PreviousHit:   (*Model).previousHit,
		keymap.NextForm:      (*Model).cycleForm,
		keymap.Widen:         (*Model).widen,
		keymap.Narrow:        (*Model).narrow,
		keymap.Justify:       stepper("justify"),
		keymap.Tashkeel:      stepper("tashkeel"),
		keymap.Digits:        stepper("digits"),
		keymap.NextTheme:     stepper("theme"),
		keymap.Alone:         (*Model).toggleAlone,
		keymap.Pictures:      (*Model).togglePictures,
		keymap.OnePicture:    (*Model).openPicture,
		keymap.Redraw:        func(m *Model) tea.Cmd { m.repaint(); return nil },
		keymap.Palette:       (*Model).openPalette,
		keymap.Shelves:       (*Model).openShelves,
		keymap.NextTab:       func(m *Model) tea.Cmd { return m.nextShelf(1) },
		keymap.PreviousTab:   func(m *Model) tea.Cmd { return m.nextShelf(-1) },
		keymap.Order:         (*Model).nextOrder,
		keymap.Reverse:       (*Model).reverseOrder,
		keymap.NextUnread:    (*Model).openNextUnread,
		keymap.AllRead:       (*Model).markAllRead,
		keymap.Undo:          (*Model).undo,
		keymap.ChoosePassage: (*Model).startSelection,
		keymap.Highlight:     (*Model).toggleHighlight,
		keymap.Note:          (*Model).openNote,
		keymap.Notes:         (*Model).openNotes,
		keymap.Statistics:    (*Model).openStatistics,
		keymap.Welcome:       (*Model).openWelcome,
		keymap.Guide:         (*Model).openGuide,
		keymap.Settings:      (*Model).openSettings,
		keymap.Help:          (*Model).openHelp,
		keymap.Quit:          func(*Model) tea.Cmd { return tea.Quit },
	}
}

// move moves in the focused pane.
func (m *Model) move(mv draw.Movement) tea.Cmd { return m.moveIn(m.focus, mv) }

func (m *Model) moveIn(p pane, mv draw.Movement) tea.Cmd {
	switch p {
	case articlePane:
		rows := bodyRows(m.Height)
		m.article.Scroll(mv.In(rows))
		return m.scrolled()
	case relatedPane:
		m.moveSide(mv.In(m.visibleItems(relatedPane)))
	case listPane:
		visible := m.visibleItems(listPane)
		if m.list.move(mv.In(visible), visible) {
			return m.fetchList(m.list.filter, m.list.Selected)
		}
	}
	return nil
}

// goOnward follows the direction of reading: list, article, related, and the
// related article.
func (m *Model) goOnward() tea.Cmd {
	switch m.focus {
	case listPane:
		return m.openSelected()
	case articlePane:
		if m.article.Item.ID == "" {
			return m.openSelected()
		}
		if len(m.related.entries) == 0 {
			m.notice = m.noSide()
			return nil
		}
		m.focus = relatedPane
		return m.relaid()
	default:
		return m.jump(m.related.Selected)
	}
}

// openSelected opens the article that is selected in the list.
func (m *Model) openSelected() tea.Cmd {
	e, ok := m.list.at(m.list.Selected)
	if !ok {
		return m.takeMeant()
	}
	if e.ID != m.article.Item.ID || m.article.Jumped {
		m.leave()
		return m.visit(place{id: e.ID, at: whereLeft, focus: articlePane, searched: m.list.query.Text()})
	}
	m.jobs.Abort(visitJob) // another one that is on its way was asked for before
	m.article.Wanted = e.ID
	m.focus = articlePane
	cmd := tea.Batch(m.relaid(), m.readNow())
	if q := m.list.query.Text(); q != "" {
		m.article.Find(article.Finding{Text: q, Query: true})
	}
	return cmd
}

// goBack is the exact inverse of goOnward.
func (m *Model) goBack() tea.Cmd {
	switch {
	case m.focus == relatedPane:
		m.focus = articlePane
		return m.relaid()
	case m.focus == articlePane && m.article.Jumped:
		return m.goEarlier()
	case m.focus == articlePane:
		m.focus = listPane
		return m.relaid()
	case m.list.filter.Title != "":
		return m.setFilter("")
	}
	return nil
}

func (m *Model) cycle(steps int) tea.Cmd {
	m.focus = (m.focus + pane(steps)) % 3
	return m.relaid()
}

// jump opens a related article.
func (m *Model) jump(index int) tea.Cmd {
	e, ok := m.related.at(index)
	if !ok {
		m.notice = m.Words.NoSuchRelated
		return nil
	}
	m.related.Selected = index
	m.leave()
	return m.visit(place{id: e.ID, at: whereLeft, focus: articlePane, jumped: true})
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
	cmds := []tea.Cmd{m.savePosition(), m.show(p)}
	if p.list.filter == m.list.filter {
		m.list.Cursor = p.list.Cursor
		if m.list.move(0, m.visibleItems(listPane)) {
			cmds = append(cmds, m.fetchList(m.list.filter, m.list.Selected))
		}
	}
	return tea.Batch(cmds...)
}

// readNow marks the shown article as read.
func (m *Model) readNow() tea.Cmd {
	if !m.article.Item.Full {
		return nil
	}
	return m.setRead(m.article.Item.Entry, true, true, "")
}

func (m *Model) toggleBookmark() tea.Cmd {
	e, ok := m.entry()
	if !ok {
		return nil
	}
	on, said := !m.becomes(e).Bookmarked, m.Words.BookmarkSet
	if !on {
		said = m.Words.BookmarkGone
	}
	return m.setBookmarked(e, on, said)
}

func (m *Model) toggleReadMark() tea.Cmd {
	e, ok := m.entry()
	if !ok {
		return nil
	}
	read, said := !m.becomes(e).Read, m.Words.MarkedRead
	if !read {
		said = m.Words.MarkedUnread
	}
	return m.setRead(e, read, false, said)
}
