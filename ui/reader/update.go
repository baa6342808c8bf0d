package reader

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/keyboard"
	"warraq/ui/page"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/jobs"
	"warraq/ui/terminal"
	"warraq/ui/theme"
)

// Update takes what happened and says what to do about it. It reads and writes
// nothing by itself.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	msg, next := m.jobs.Receive(msg)
	do := m.take(msg)
	m.fitChoosing()
	return m, tea.Batch(m.fitPixels(), do, next)
}

// take passes on what happened to what is made for it.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.Width, m.Height = msg.Width, msg.Height
		m.takeOff()
		return m.relaid()
	case tea.ResumeMsg:
		m.takeOff()
	case pixelsStill:
		return m.drawPixels()
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
		if key, ok := m.Board.Pressed(msg); ok {
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
		return m.paste(msg)
	case dropped:
		return m.addPath(msg.path)
	case addStepped:
		return m.tookBatch(msg)
	case keyboard.Alone:
		return m.actOn(m.keys.Release(msg))
	case listLoaded:
		m.tookList(msg)
	case articleLoaded:
		return m.tookArticle(msg)
	case articleCompleted:
		return m.tookWhole(msg)
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
	case dialog.ShelvesLoaded:
		m.tookShelves(msg)
	case unreadFound:
		return m.tookUnread(msg)
	case picturesLoaded:
		return m.tookPictures(msg)
	case notesLoaded:
		m.tookNotes(msg)
	case jobs.TakenBack:
		return m.tookBack(msg)
	case jobs.Written:
		return m.wrote(msg)
	case unreadCounted:
		m.tookCount(msg)
	case rested:
		return m.savePosition()
	default:
		cmd, _ := m.tell(msg)
		return cmd
	}
	return nil
}

// relaid fits what is shown to the screen and asks for what came into view.
func (m *Model) relaid() tea.Cmd {
	c := m.columns()
	rows := bodyRows(m.Height)
	if w := c[articlePane]; w > 0 {
		if m.article.lay(m.Options, m.pictures(), m.looks.Spacing, m.textColumns(w), rows) {
			m.findAgain()
		}
	}
	m.moveSide(0)
	if m.list.move(0, m.visibleItems(listPane)) {
		return m.fetchList(m.list.filter, m.list.Selected)
	}
	return nil
}

func (m *Model) tookList(msg listLoaded) {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	m.list.loaded(msg)
	m.list.scrollTo(m.visibleItems(listPane))
}

func (m *Model) tookCount(msg unreadCounted) {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	m.list.unread = msg.unread
}

// aboutTheArticle are the kinds of questions that are about the open article, and of
// no use once another one is open.
var aboutTheArticle = []jobs.Kind{wholeJob, relatedJob, notesJob, picturesJob, restJob, placeJob, mapJob}

// tookArticle shows an article in the place of the one that was open.
func (m *Model) tookArticle(msg articleLoaded) tea.Cmd {
	if msg.err != nil {
		m.article.want = m.article.item.ID
		m.notice = m.sentence(msg.err)
		if errors.Is(msg.err, store.ErrNotFound) && msg.place.missing != "" {
			m.notice = msg.place.missing
		}
		return nil
	}
	m.jobs.Abort(aboutTheArticle...)
	if msg.theme != m.Theme || msg.words != m.Words { // which have changed since
		msg.document = numbered(page.Beginning(msg.item), m.Theme, m.Words)
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
		item: msg.item, document: msg.document, jumped: msg.place.jumped, want: msg.item.ID,
	}
	chosen := m.related.side
	m.related = related{shown: msg.side, Cursor: msg.place.related}
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
		cmds = append(cmds, m.setRead(msg.item.Entry, true, true, ""))
	}
	return tea.Batch(cmds...)
}

// tookWhole puts the whole of the open article in the place of its beginning, or as
// it is now in the place of how it was. Nothing moves, unless the position that the
// article was opened at lies further on.
func (m *Model) tookWhole(msg articleCompleted) tea.Cmd {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return nil
	}
	a := &m.article
	rows := bodyRows(m.Height)
	position, top := a.position(), a.top
	width, first := a.width, a.lines == nil
	text := len(a.item.Body)
	a.item, a.document = msg.item, msg.document
	a.locate()
	switch {
	case first: // it is not in sight
	case width != msg.width:
		a.width = 0
		a.lay(m.Options, m.pictures(), m.looks.Spacing, width, rows)
	default:
		a.lines = msg.lines
		a.selectAgain()
		if a.top = top; text != len(msg.item.Body) {
			a.goTo(position, rows)
		}
		a.clampTop(rows)
	}
	if !first && a.awaited.position > position && !a.moved {
		a.open(rows)
	}
	m.findAgain()
	return nil
}

// paste takes pasted text: for what has the keys, or else as the name of a file that
// was dropped on the terminal.
func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	if cmd, ok := m.tell(msg); ok {
		return cmd
	}
	return m.takeDropped(msg.Content)
}
