package reader

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
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
func (app *App) followAddress(address string) tea.Cmd {
	library, mark := app.Library, app.stack.Mark()
	return app.Jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		e, ok, err := library.AtAddress(ctx, address)
		return linkFound{address, mark, e, ok, err}
	})
}

// openLink jumps to the article of a link, or shows the address of what is not here
// and asks what to do with it.
func (app *App) openLink(msg linkFound) tea.Cmd {
	switch {
	case msg.err != nil:
		app.notice = app.sentence(msg.err)
		return nil
	case msg.ok && msg.entry.ID == app.article.Item.ID:
		app.notice = app.Words.Sides.ThisLink
		return nil
	case msg.ok:
		app.leave()
		return app.visit(historyPlace{id: msg.entry.ID, at: whereLeft, focus: articlePane, jumped: true})
	}
	if !app.pushLate(dialog.NewAddress(app.Canvas, msg.address, false), msg.mark) {
		app.notice = fmt.Sprintf(app.Words.Sides.Absent, "\u2068"+msg.address+"\u2069")
	}
	return nil
}

// browsedMsg answers openInBrowser.
type browsedMsg struct{ err error }

// openInBrowser has an address opened by the program that the system has for that.
func (app *App) openInBrowser(address string) tea.Cmd {
	browse := app.browse
	return app.Jobs.Run(app.Jobs.Begin(browseJob), func(ctx context.Context) tea.Msg { return browsedMsg{browse(ctx, address)} })
}

func (app *App) sayBrowsed(msg browsedMsg) {
	app.notice = app.Words.Sides.Opened
	if msg.err != nil {
		app.notice = app.Words.Sides.NotOpened
	}
}
