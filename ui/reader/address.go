package reader

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/dialog"
)

// linkFound answers followAddress.
type linkFound struct {
	address string
	mark    int // of the dialogs that were open when it was asked for
	entry   store.Entry
	ok      bool // the library has it
	err     error
}

// followAddress follows a link: to the article that has its address, if the
// library has that.
func (m *Model) followAddress(address string) tea.Cmd {
	library, mark := m.Library, m.stack.Mark()
	return m.Jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		e, ok, err := library.AtAddress(ctx, address)
		return linkFound{address, mark, e, ok, err}
	})
}

// openLink jumps to the article of a link, or shows the address of what is not here
// and asks what to do with it.
func (m *Model) openLink(msg linkFound) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
		return nil
	case msg.ok && msg.entry.ID == m.article.Item.ID:
		m.notice = m.Words.Sides.ThisLink
		return nil
	case msg.ok:
		m.leave()
		return m.visit(place{id: msg.entry.ID, at: whereLeft, focus: articlePane, jumped: true})
	}
	if !m.pushLate(dialog.NewAddress(m.Canvas, msg.address, false), msg.mark) {
		m.notice = fmt.Sprintf(m.Words.Sides.Absent, "\u2068"+msg.address+"\u2069")
	}
	return nil
}

// browsed answers openInBrowser.
type browsed struct{ err error }

// openInBrowser has an address opened by the program that the system has for that.
func (m *Model) openInBrowser(address string) tea.Cmd {
	browse := m.browse
	return m.Jobs.Run(m.Jobs.Begin(browseJob), func(ctx context.Context) tea.Msg { return browsed{browse(ctx, address)} })
}

func (m *Model) sayBrowsed(msg browsed) {
	m.notice = m.Words.Sides.Opened
	if msg.err != nil {
		m.notice = m.Words.Sides.NotOpened
	}
}
