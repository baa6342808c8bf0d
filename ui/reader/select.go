package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/keymap"
)

// fitChoosing has the keys go to the choosing of a passage as long as there is one.
func (app *App) fitChoosing() {
	switch is := app.article.Choosing(); {
	case is && app.choosing == nil:
		app.choosing = article.NewChooser(app.article, func() bool { return app.hasFocus(articlePane) })
		app.stack.Push(app.choosing)
	case !is && app.choosing != nil:
		app.stack.Close(app.choosing)
		app.choosing = nil
	}
}

// fitAloud has the keys go to the reading aloud as long as there is one.
func (app *App) fitAloud() tea.Cmd {
	var begun tea.Cmd
	if app.listens && app.article.WasInSight() {
		app.listens = false
		begun = app.do(keymap.Listen)
	}
	switch is := app.article.IsAloud(); {
	case is && app.reciter == nil:
		app.reciter = article.NewReciter(app.article, func() bool { return app.hasFocus(articlePane) })
		app.stack.Push(app.reciter)
	case !is && app.reciter != nil:
		app.stack.Close(app.reciter)
		app.reciter = nil
	}
	return begun
}
