package reader

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
)

// graceForKeys is how long a dialog that an answer opened leaves the keys to what lies
// beneath: they may have been pressed before it was seen.
const graceForKeys = 300 * time.Millisecond

// tell gives a message to what has the keys, and does what that asks for; ok is false
// where nothing takes it.
func (m *Model) tell(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	action, from := m.stack.Update(msg, m.now())
	if from == nil {
		return nil, false
	}
	return m.perform(action, from), true
}

// perform does what a dialog asks for.
func (m *Model) perform(action dialog.Action, from dialog.Dialog) tea.Cmd {
	switch a := action.(type) {
	case dialog.Close:
		m.stack.Close(from)
		cmd := m.relayout()
		return tea.Batch(cmd, m.perform(a.Then, nil))
	case dialog.Many:
		var cmds []tea.Cmd
		for _, one := range a {
			cmds = append(cmds, m.perform(one, from))
		}
		return tea.Batch(cmds...)
	case dialog.Call:
		return m.perform(a(), from)
	case dialog.Run:
		return a.Cmd
	case dialog.Say:
		m.notice = a.Text
	case dialog.Failed:
		m.notice = m.sentence(a.Err)
	case dialog.Do:
		return m.do(a.Action, 0)
	case dialog.Press:
		return m.press(a.Key)
	case dialog.Open:
		m.leave()
		return m.visit(place{id: a.ID, at: article.Place{Position: a.Position}, focus: articlePane, jumped: a.Jumped})
	case dialog.Push:
		return m.push(a.Dialog)
	case dialog.Tell:
		cmd, _ := m.tell(a.Msg)
		return cmd
	case dialog.Focus:
		return m.moveFocus(a)
	case dialog.Choose:
		return m.choose(a)
	case dialog.Seek:
		return m.seekArticle(a)
	case dialog.Follow:
		return m.followAddress(a.Address)
	case dialog.CountRead:
		return m.readNow()
	case dialog.Renew:
		return m.renew()
	case dialog.Save:
		about := saved{change: a.Change, said: a.Said, counted: a.Counted}
		if a.ID != "" {
			about.ids = []string{a.ID}
		}
		if a.Then != nil {
			about.then = func() tea.Cmd { return m.perform(a.Then(), nil) }
		}
		return m.save(about, a.Do, a.ByItself)
	case dialog.Copy:
		return m.toClipboard(a.Text)
	case dialog.Browse:
		return m.openInBrowser(a.Address)
	case dialog.Step:
		return m.step(a.Setting, a.By)
	}
	return nil
}

// push opens a dialog.
func (m *Model) push(d dialog.Dialog) tea.Cmd {
	m.stack.Push(d)
	return m.relayout()
}

// pushLate opens a dialog by an answer, unless another one has the keys since the
// question of a mark, and tells whether it did.
func (m *Model) pushLate(d dialog.Dialog, mark int) bool {
	return m.stack.PushLate(d, mark, m.now().Add(m.grace))
}

// run is what a command is as an action.
func run(cmd tea.Cmd) dialog.Action { return dialog.Run{Cmd: cmd} }

func (m *Model) openHelp() tea.Cmd { return m.push(dialog.NewHelp(m.Canvas)) }

func (m *Model) openPalette() tea.Cmd { return m.push(dialog.NewPalette(m.Canvas)) }

func (m *Model) openSettings() tea.Cmd {
	var list []dialog.Setting
	for _, c := range m.choices {
		list = append(list, dialog.Setting{Name: c.name, Now: func() string { return c.now(m) }})
	}
	return m.push(dialog.NewSettings(m.Canvas, list, m.settingsPath))
}

func (m *Model) openStatistics() tea.Cmd {
	save := m.saveAttention() // what is written while this is read has it read again
	d, read := dialog.NewStatistics(m.Canvas, m.Jobs, m.Library, m.now())
	return tea.Batch(save, m.push(d), read)
}

func (m *Model) openNotes() tea.Cmd {
	d, read := dialog.NewNotes(m.Canvas, m.Jobs, m.Library)
	return tea.Batch(m.push(d), read)
}

// openTrail shows the way. One that has no other point than here is said.
func (m *Model) openTrail() tea.Cmd {
	var titles []string
	for _, p := range m.history.before {
		titles = append(titles, p.title)
	}
	here := len(titles)
	if m.article.Item.ID != "" {
		titles = append(titles, m.article.Item.Title)
	}
	for _, p := range slices.Backward(m.history.after) {
		titles = append(titles, p.title)
	}
	if len(titles) < 2 {
		m.notice = m.Words.Sides.NoTrail
		return nil
	}
	return m.push(dialog.NewTrail(m.Canvas, titles, here, func(to int) dialog.Action { return run(m.goAlong(to)) }))
}

// openPicture shows the picture that is in sight, or the nearest one before, on the
// whole screen.
func (m *Model) openPicture() tea.Cmd {
	if m.article.Text == nil || len(m.article.Item.Pictures) == 0 || len(m.article.Document.Shown()) == 0 {
		m.notice = m.Words.Pictures.None
		return nil
	}
	list := m.article.Document.Shown()
	d, read := dialog.NewPicture(m.Canvas, m.Jobs, m.Library, list, m.article.PictureInSight(list), m.ground, m.palette)
	return tea.Batch(m.push(d), read)
}

// goAlong goes to a point of the trail, the first being 0: what lies before it
// stays before it, and what lies behind it behind it.
func (m *Model) goAlong(to int) tea.Cmd {
	h := &m.history
	p, ok := m.here(), false
	for len(h.before) > to {
		p, ok = h.back(p)
	}
	for at := len(h.before); at < to && len(h.after) > 0; at++ {
		p, ok = h.forward(p)
	}
	if !ok {
		return nil // one is there
	}
	return m.goTo(p)
}
