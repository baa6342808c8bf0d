package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// mapLoaded answers openMap.
type mapLoaded struct {
	of   store.Entry
	mark int // of the dialogs that were open when it was asked for
	n    store.Neighbourhood
	err  error
}

func (app *App) openMap() tea.Cmd {
	e := app.article.Item.Entry
	if e.ID == "" {
		app.notice = app.Words.NothingOpen
		return nil
	}
	library, mark := app.Library, app.stack.Mark()
	return app.Jobs.Ask(mapJob, func(ctx context.Context) tea.Msg {
		n, err := library.Neighbourhood(ctx, e.ID)
		return mapLoaded{e, mark, n, err}
	})
}

// showMap shows the map, unless one has gone on since.
func (app *App) showMap(msg mapLoaded) tea.Cmd {
	switch {
	case msg.err != nil:
		app.notice = app.sentence(msg.err)
		return nil
	case len(msg.n.Articles) < 2:
		app.notice = app.Words.Sides.NoMap
		return nil
	}
	app.pushLate(dialog.NewMap(app.Canvas, msg.of.Title, msg.n), msg.mark)
	return nil
}
