package reader

import (
	tea "charm.land/bubbletea/v2"

	"warraq/articles"
	"warraq/ui/keyboard"
	"warraq/ui/page"
	"warraq/ui/terminal"
	"warraq/ui/theme"
)

// Update takes what happened and says what to do about it. It reads and writes
// nothing by itself.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	do := m.take(msg)
	return m, tea.Batch(m.fitPixels(), do)
}

// take passes on what happened to what is made for it.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.takeOff()
		return m.relaid()
	case tea.ResumeMsg:
		m.takeOff()
	case pixelsStill:
		return m.drawPixels(msg)
	case pixelsReady:
		return m.sendPixels(msg)
	case tea.RawMsg:
		m.sentPixels(msg)
	case terminal.Found:
		return m.found(msg.Terminal)
	case tea.BackgroundColorMsg:
		m.background = theme.Light
		if msg.IsDark() {
			m.background = theme.Dark
		}
		return m.fitTheme()
	case tea.KeyPressMsg:
		if key, ok := m.board.Pressed(msg); ok {
			return m.press(key)
		}
	case tea.MouseClickMsg:
		return m.click(msg)
	case tea.MouseMotionMsg:
		return m.dragTo(msg)
	case tea.MouseReleaseMsg:
		return m.letGo()
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case dropped:
		return m.addPath(msg.path)
	case addStepped:
		return m.tookBatch(msg)
	case completions:
		m.tookCompletions(msg)
	case keyboard.Alone:
		return m.actOn(m.keys.Release(msg))
	case listLoaded:
		m.tookList(msg)
	case articleLoaded:
		return m.tookArticle(msg)
	case articleCompleted:
		m.tookWhole(msg)
	case looked:
		return m.tookLook(msg)
	case listMoved:
		return m.tookMoved(msg)
	case relatedKnown:
		return m.tookRelations(msg)
	case relatedLoaded:
		m.tookRelated(msg)
	case linkFound:
		return m.tookLink(msg)
	case browsed:
		m.tookBrowsed(msg)
	case mapLoaded:
		return m.tookMap(msg)
	case placeFound:
		return m.tookPlace(msg)
	case shelvesLoaded:
		m.tookShelves(msg)
	case unreadFound:
		return m.tookUnread(msg)
	case statisticsLoaded:
		m.tookStatistics(msg)
	case picturesLoaded:
		return m.tookPictures(msg)
	case pictureLoaded:
		m.tookPicture(msg)
	case notesLoaded:
		m.tookNotes(msg)
	case allNotesLoaded:
		m.tookAllNotes(msg)
	case undone:
		return m.tookUndo(msg)
	case written:
		return m.wrote(msg)
	case saveLater:
		if msg.scrolls == m.article.scrolls {
			return m.savePosition()
		}
	}
	return nil
}

// relaid fits what is shown to the screen and asks for what came into view.
func (m *Model) relaid() tea.Cmd {
	c := m.columns()
	rows := bodyRows(m.height)
	if w := c[articlePane]; w > 0 {
		if m.article.lay(m.options, m.pictures(), m.looks.Spacing, m.textColumns(w), rows) {
			m.findAgain()
		}
	}
	m.moveSide(0)
	if m.list.move(0, m.visibleItems(listPane)) {
		return m.fetchList(m.list.filter, m.list.selected)
	}
	return nil
}

func (m *Model) tookList(msg listLoaded) {
	if msg.request != m.list.request {
		return
	}
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	m.list.loaded(msg)
	m.list.scrollTo(m.visibleItems(listPane))
}

func (m *Model) tookArticle(msg articleLoaded) tea.Cmd {
	if msg.request != m.article.request {
		return nil
	}
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return nil
	}
	if msg.theme != m.theme || msg.words != m.words { // which have changed since
		msg.document = numbered(page.Beginning(msg.item), m.theme, m.words)
	}
	another := msg.item.ID != m.article.item.ID
	position := msg.place.position
	if position == whereLeft {
		position = msg.item.Position
	}
	kept := finding{text: msg.place.searched, query: msg.place.searched != "", at: -1}
	var selected *selection
	var highlights []articles.Highlight
	var pictured gallery
	if !another {
		kept, selected, highlights, pictured = m.article.finding, m.article.selection, m.article.highlights, m.article.gallery
	}
	m.article = article{
		finding: kept, selection: selected, highlights: highlights, gallery: pictured,
		item: msg.item, document: msg.document, jumped: msg.place.jumped,
		want: msg.item.ID, request: msg.request, scrolls: m.article.scrolls + 1,
	}
	chosen := m.related.side
	m.related = related{shown: msg.side, cursor: msg.place.related}
	m.focus = msg.place.focus
	m.article.awaited = msg.place
	m.article.awaited.position = position
	cmds := []tea.Cmd{m.relaid()}
	cmds = append(cmds, m.complete(), m.attendTo(msg.item.ID), m.fetchNotes(msg.item.ID))
	if another {
		// Letters that are wider than their cells leave specks where other text
		// replaces them.
		m.repaint()
	}
	if msg.place.visited {
		cmds = append(cmds, m.followArticle())
	}
	if msg.place.visited && chosen != msg.side.side { // while it was on its way
		m.related = related{shown: shown{side: chosen}}
		cmds = append(cmds, m.fetchRelated())
	}
	if msg.place.visited && msg.item.Full {
		cmds = append(cmds, m.setRead(msg.item.Entry, true, true))
	}
	return tea.Batch(cmds...)
}

// tookWhole puts the whole of an article in the place of its beginning. Nothing
// moves, unless the position that the article was opened at lies further on.
func (m *Model) tookWhole(msg articleCompleted) {
	a := &m.article
	if msg.request != a.request {
		return
	}
	rows := bodyRows(m.height)
	position, top := a.position(), a.top
	width := a.width
	a.document, a.lines, a.width = msg.document, msg.lines, msg.width
	a.locate()
	a.selectAgain()
	if width != msg.width {
		a.lay(m.options, m.pictures(), m.looks.Spacing, width, rows)
		a.goTo(position, rows)
	} else {
		a.top = top // the beginning has the same lines
	}
	if a.awaited.position > position && !a.moved {
		a.open(rows)
	}
	m.findAgain()
}
