package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// press takes a key.
func (m *Model) press(key tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	m.keysPressed++
	m.attend()
	if m.asking != nil {
		return m.edit(key)
	}
	now, wait := m.keys.Press(key)
	return tea.Batch(m.actOn(now), wait)
}

// actOn does what keys are bound to, one after the other. One of them may open
// a question, which takes the next.
func (m *Model) actOn(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, key := range keys {
		if m.asking != nil {
			cmds = append(cmds, m.edit(key))
		} else {
			cmds = append(cmds, m.act(key))
		}
	}
	return tea.Batch(cmds...)
}

// act does what a key that is no text and no part of one is bound to.
func (m *Model) act(key tea.KeyPressMsg) tea.Cmd {
	a, at := m.bound(key)
	if key.String() == alwaysQuits {
		return tea.Quit
	}
	if s := m.screen(); s != nil {
		if arrows, ok := s.(steered); ok && slices.Contains([]string{"up", "down", "left", "right"}, key.String()) {
			arrows.arrow(key.String())
			return nil
		}
		return m.onScreen(s, a, at)
	}
	if m.focus == articlePane && m.article.selection != nil {
		if cmd, ok := m.selecting(key, a); ok {
			return cmd
		}
	}
	return m.do(a, at)
}

// do does an action among the panes; at says which of its keys it was.
func (m *Model) do(a action, at int) tea.Cmd {
	if mv, ok := movements[a]; ok {
		return m.move(mv)
	}
	if a == openRelated {
		return m.jump(at)
	}
	if act, ok := m.actions[a]; ok {
		return act(m)
	}
	return nil
}

// actions is what every action does that does not move and needs not know which
// of its keys it was.
func actions() map[action]func(*Model) tea.Cmd {
	return map[action]func(*Model) tea.Cmd{
		onward:       (*Model).goOnward,
		back:         (*Model).goBack,
		nextPane:     func(m *Model) tea.Cmd { return m.cycle(1) },
		previousPane: func(m *Model) tea.Cmd { return m.cycle(2) },
		nextSide:     (*Model).nextSide,
		followLink:   (*Model).openLinks,
		showAddress:  (*Model).openAddress,
		trail:        (*Model).openTrail,
		neighbours:   (*Model).openMap,
		follow:       stepper("follow"),
		earlier:      (*Model).goEarlier,
		later:        (*Model).goLater,

		bookmark:      (*Model).toggleBookmark,
		toggleRead:    (*Model).toggleReadMark,
		bookmarks:     (*Model).toggleBookmarksOnly,
		copyParagraph: (*Model).copyPassage,
		copyQuote:     (*Model).copyQuote,
		copyArticle:   (*Model).copyArticle,
		filterList:    (*Model).openFilter,
		addArticles:   (*Model).openAdd,
		findInArticle: (*Model).openFind,
		nextHit:       (*Model).nextHit,
		previousHit:   (*Model).previousHit,
		nextForm:      (*Model).cycleForm,
		widen:         (*Model).widen,
		narrow:        (*Model).narrow,
		justify:       stepper("justify"),
		tashkeel:      stepper("tashkeel"),
		digits:        stepper("digits"),
		nextTheme:     stepper("theme"),
		alone:         (*Model).toggleAlone,
		pictures:      (*Model).togglePictures,
		onePicture:    (*Model).openPicture,
		redraw:        func(m *Model) tea.Cmd { m.repaint(); return nil },
		palette:       (*Model).openPalette,
		shelves:       (*Model).openShelves,
		nextTab:       func(m *Model) tea.Cmd { return m.nextShelf(1) },
		previousTab:   func(m *Model) tea.Cmd { return m.nextShelf(-1) },
		order:         (*Model).nextOrder,
		reverse:       (*Model).reverseOrder,
		nextUnread:    (*Model).openNextUnread,
		allRead:       (*Model).markAllRead,
		undo:          (*Model).undo,
		choosePassage: (*Model).startSelection,
		highlight:     (*Model).toggleHighlight,
		note:          (*Model).openNote,
		notes:         (*Model).openNotes,
		statistics:    (*Model).openStatistics,
		welcome:       (*Model).openWelcome,
		guide:         (*Model).openGuide,
		settings:      func(m *Model) tea.Cmd { return m.openScreen(newSettingsScreen(m)) },
		help:          func(m *Model) tea.Cmd { return m.openScreen(&helpScreen{}) },
		quit:          func(*Model) tea.Cmd { return tea.Quit },
	}
}

// move moves in the focused pane.
func (m *Model) move(mv movement) tea.Cmd { return m.moveIn(m.focus, mv) }

func (m *Model) moveIn(p pane, mv movement) tea.Cmd {
	switch p {
	case articlePane:
		rows := bodyRows(m.height)
		m.article.scroll(mv.in(rows), rows)
		return m.scrolled()
	case relatedPane:
		m.moveSide(mv.in(m.visibleItems(relatedPane)))
	case listPane:
		visible := m.visibleItems(listPane)
		if m.list.move(mv.in(visible), visible) {
			return m.fetchList(m.list.filter, m.list.selected)
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
		if m.article.item.ID == "" {
			return m.openSelected()
		}
		if len(m.related.entries) == 0 {
			m.notice = m.noSide()
			return nil
		}
		m.focus = relatedPane
		return m.relaid()
	default:
		return m.jump(m.related.selected)
	}
}

// openSelected opens the article that is selected in the list.
func (m *Model) openSelected() tea.Cmd {
	e, ok := m.list.at(m.list.selected)
	if !ok {
		return m.takeMeant()
	}
	if e.ID != m.article.item.ID || m.article.jumped {
		m.leave()
		return m.visit(place{id: e.ID, position: whereLeft, focus: articlePane, searched: m.list.query.Text()})
	}
	m.jobs.Abort(visitJob) // another one that is on its way was asked for before
	m.article.want = e.ID
	m.focus = articlePane
	cmd := tea.Batch(m.relaid(), m.readNow())
	if q := m.list.query.Text(); q != "" {
		m.findFor(finding{text: q, query: true, at: -1})
	}
	return cmd
}

// goBack is the exact inverse of goOnward.
func (m *Model) goBack() tea.Cmd {
	switch {
	case m.focus == relatedPane:
		m.focus = articlePane
		return m.relaid()
	case m.focus == articlePane && m.article.jumped:
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
		m.notice = m.words.NoSuchRelated
		return nil
	}
	m.related.selected = index
	m.leave()
	return m.visit(place{id: e.ID, position: whereLeft, focus: articlePane, jumped: true})
}

// leave remembers the article that is left for another.
func (m *Model) leave() {
	if m.article.item.ID != "" {
		m.history.leave(m.here())
	}
}

func (m *Model) goEarlier() tea.Cmd {
	p, ok := m.history.back(m.here())
	if !ok {
		m.notice = m.words.NoEarlier
		return nil
	}
	return m.goTo(p)
}

func (m *Model) goLater() tea.Cmd {
	p, ok := m.history.forward(m.here())
	if !ok {
		m.notice = m.words.NoLater
		return nil
	}
	return m.goTo(p)
}

// goTo goes back to a place where one was, with the list as it was then, as long
// as that is the same list.
func (m *Model) goTo(p place) tea.Cmd {
	cmds := []tea.Cmd{m.savePosition(), m.show(p)}
	if p.list.filter == m.list.filter {
		m.list.cursor = p.list.cursor
		if m.list.move(0, m.visibleItems(listPane)) {
			cmds = append(cmds, m.fetchList(m.list.filter, m.list.selected))
		}
	}
	return tea.Batch(cmds...)
}

// readNow marks the shown article as read.
func (m *Model) readNow() tea.Cmd {
	if !m.article.item.Full {
		return nil
	}
	return m.setRead(m.article.item.Entry, true, true, "")
}

func (m *Model) toggleBookmark() tea.Cmd {
	e, ok := m.entry()
	if !ok {
		return nil
	}
	on, said := !m.becomes(e).Bookmarked, m.words.BookmarkSet
	if !on {
		said = m.words.BookmarkGone
	}
	return m.setBookmarked(e, on, said)
}

func (m *Model) toggleReadMark() tea.Cmd {
	e, ok := m.entry()
	if !ok {
		return nil
	}
	read, said := !m.becomes(e).Read, m.words.MarkedRead
	if !read {
		said = m.words.MarkedUnread
	}
	return m.setRead(e, read, false, said)
}
