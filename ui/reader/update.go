package reader

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/keyboard"
	"warraq/ui/page"
	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/jobs"
	"warraq/ui/reader/pane"
	"warraq/ui/terminal"
	"warraq/ui/theme"
)

// Update takes what happened and says what to do about it. It reads and writes
// nothing by itself.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	asker := jobs.Owner(msg)
	msg, next := m.Jobs.Receive(msg)
	var do tea.Cmd
	if asker == "" {
		do = m.take(msg)
	} else if msg != nil {
		do = m.answerPane(asker, msg)
	}
	m.fitChoosing()
	return m, tea.Batch(m.fitPixels(), do, next)
}

// take passes on what happened to what is made for it.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.Width, m.Height = msg.Width, msg.Height
		m.takeOff()
		cmd := m.relayout()
		return tea.Batch(cmd, m.measureCell())
	case tea.ResumeMsg:
		m.takeOff()
		return m.measureCell()
	case cellMeasured:
		m.cellSize = msg.size
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
		if msg.Button == tea.MouseLeft {
			cmd, _ := m.tell(dialog.Motion{Point: draw.Point{X: msg.X, Y: msg.Y}})
			return cmd
		}
	case tea.MouseReleaseMsg:
		cmd, _ := m.tell(dialog.Release{})
		return cmd
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case tea.PasteMsg:
		return m.paste(msg)
	case dropped:
		return m.addPath(msg.path)
	case addStepped:
		return m.tookBatch(msg)
	case fetchStepped:
		return m.tookFetchStep(msg)
	case followed:
		return m.tookFollowed(msg)
	case fetchEnded:
		return m.tookFetched(msg)
	case keyboard.Alone:
		return m.actOn(m.keys.Release(msg))
	case articleLoaded:
		return m.showArticle(msg)
	case articleCompleted:
		return m.showWhole(msg)
	case libraryChecked:
		return m.showChanges(msg)
	case linkFound:
		return m.openLink(msg)
	case browsed:
		m.sayBrowsed(msg)
	case tagsLoaded:
		return m.askTags(msg)
	case removable:
		return m.askRemoveAll(msg)
	case mapLoaded:
		return m.showMap(msg)
	case articleFound:
		return m.openFound(msg)
	case picturesLoaded:
		return m.showPictures(msg)
	case jobs.TakenBack:
		return m.sayTakenBack(msg)
	case jobs.Written:
		return m.wrote(msg)
	default:
		cmd, _ := m.tell(msg)
		return cmd
	}
	return nil
}

// aboutTheArticle are the kinds of questions that are about the open article, and of
// no use once another one is open.
var aboutTheArticle = []jobs.Kind{wholeJob, picturesJob, mapJob}

// showArticle shows an article in the place of the one that was open.
func (m *Model) showArticle(msg articleLoaded) tea.Cmd {
	if msg.err != nil {
		m.article.Wanted = m.article.Item.ID
		m.notice = m.sentence(msg.err)
		if errors.Is(msg.err, store.ErrNotFound) && msg.place.missing != "" {
			m.notice = msg.place.missing
		}
		return nil
	}
	m.Jobs.Abort(aboutTheArticle...)
	opened := m.tellPanes(pane.Opened{ID: msg.item.ID})
	if msg.theme != m.Theme || msg.words != m.Words { // which have changed since
		msg.document = article.Styled(page.Beginning(msg.item), m.Theme, m.Words)
	}
	another := msg.item.ID != m.article.Item.ID
	at := msg.place.at
	if at == whereLeft {
		at.Position = msg.item.Position
	}
	m.article.Open(msg.item, msg.document, at)
	m.article.Jumped = msg.place.jumped
	if another {
		m.article.Find(article.Finding{Text: msg.place.searched, Query: msg.place.searched != ""})
	}
	m.fitLooks()
	cmds := []tea.Cmd{opened, m.setFocus(msg.place.focus)}
	for i, shown := range msg.shown {
		if shown != nil {
			cmd, _ := m.updatePane(i, shown)
			cmds = append(cmds, cmd)
		}
	}
	cmds = append(cmds, m.complete(), m.attendTo(msg.item.ID), m.perform(m.article.LoadNotes(), nil))
	if another {
		// Letters that are wider than their cells leave specks where other text
		// replaces them.
		m.repaint()
	}
	if msg.place.visited {
		cmds = append(cmds, m.followArticle())
	}
	if msg.place.visited && msg.item.Full {
		cmds = append(cmds, m.setRead([]store.Entry{msg.item.Entry}, true, true, ""))
	}
	return tea.Batch(cmds...)
}

// showWhole puts the whole of the open article in the place of its beginning, or as
// it is now in the place of how it was. Nothing moves, unless the position that the
// article was opened at lies further on.
func (m *Model) showWhole(msg articleCompleted) tea.Cmd {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return nil
	}
	if msg.theme != m.Theme {
		msg.document.SetTheme(m.Theme)
	}
	m.article.Replace(msg.item, msg.document)
	m.fitLooks()
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
