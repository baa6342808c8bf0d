package reader

import (
	"github.com/warraq/warraq/ui/reader/article"
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
