package reader

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/jobs"
)

// The kinds of what a preview waits for: until the selection has rested, and the article.
const (
	previewRestJob jobs.Kind = "preview rest"
	previewJob     jobs.Kind = "preview"
)

// previewRest is how long a selection has to stay until its article is shown beside it.
const previewRest = 150 * time.Millisecond

// articlePreview is the article that the list has selected, shown beside it. It is not
// opened: it does not count as read, its position stays, and the way back knows nothing of
// it.
type articlePreview struct {
	rest     time.Duration
	selected selectedArticle
	shown    bool          // the article in its pane is a preview
	left     history.Place // where one was in the article that it took the place of; of no ID for none
}

// selectedArticle is what the list has selected, when that was last looked at, and by which
// query it was found.
type selectedArticle struct{ id, searched string }

// searched returns the query by which the list found what it lists, "" for none.
func (app *App) searched() string {
	if q := app.list.Query().Query; !q.IsEmpty() {
		return q.Text()
	}
	return ""
}

// changesPreview tells whether the selected article, which is the one that is shown, is to
// be shown otherwise: the open one as it was found, or again as it was. A preview of it is
// marked by what is searched for by now.
func (app *App) changesPreview(now selectedArticle) bool {
	if !app.preview.shown {
		return now.searched != ""
	}
	if now.searched == "" && app.preview.left.ID == now.id {
		return true
	}
	app.article.Find(article.Finding{Text: now.searched, Query: now.searched != ""})
	app.showFound(history.Place{ID: now.id, At: history.WhereLeft, Searched: now.searched})
	return false
}

// showFound goes to the passage in which a search found an article, unless it is to be
// shown at another place.
func (app *App) showFound(to history.Place) {
	if to.Searched == "" || to.At != history.WhereLeft || to.ID != app.article.Item.ID {
		return
	}
	if found, ok := app.list.Excerpt(to.ID); ok {
		app.article.ShowPassage(found, false)
	}
}

// previewRested tells that the selection has stayed on an article.
type previewRested struct{ id string }

// fitPreview has the article follow the selection of the list, where it moved.
func (app *App) fitPreview() tea.Cmd {
	if !app.hasFocus(listPane) || app.stack.Screen() != nil {
		app.Jobs.Abort(previewRestJob, previewJob)
	}
	e, _ := app.list.Entry()
	now := selectedArticle{e.ID, app.searched()}
	if now == app.preview.selected {
		return nil
	}
	app.preview.selected = now
	app.Jobs.Abort(previewRestJob, previewJob)
	if e.ID == "" || !app.canPreview() {
		return nil
	}
	if e.ID == app.article.Item.ID && !app.changesPreview(now) {
		return nil
	}
	rest := app.preview.rest
	return app.Jobs.Run(app.Jobs.Begin(previewRestJob), func(ctx context.Context) tea.Msg {
		select {
		case <-time.After(rest):
		case <-ctx.Done():
		}
		return previewRested{e.ID}
	})
}

// canPreview tells whether the selected article is shown beside the list: an article is
// open, in sight, and no other one is on its way.
func (app *App) canPreview() bool {
	return app.settings.Preview && app.hasFocus(listPane) && app.stack.Screen() == nil && app.columns.Shows(articlePane) &&
		app.article.Item.ID != "" && app.article.Wanted == app.article.Item.ID
}

// showPreview shows an article without opening it. The one that was open comes back as it
// was.
func (app *App) showPreview(id string) tea.Cmd {
	if !app.canPreview() || app.Pending.IsRemoved(id) {
		return nil
	}
	if app.preview.shown && app.preview.left.ID == id && app.searched() == "" {
		back := app.preview.left
		back.Focus, back.Panes = listPane, nil
		return app.showBy(previewJob, back)
	}
	return app.showBy(previewJob, history.Place{ID: id, At: history.WhereLeft, Focus: listPane, Preview: true, Searched: app.searched()})
}

// previewing notes that a preview takes the place of the open article, which is left as it
// is.
func (app *App) previewing(to history.Place) tea.Cmd {
	if !to.Preview {
		app.endPreview()
		return nil
	}
	if app.preview.shown {
		return nil
	}
	app.preview.left = app.here()
	save := app.savePosition()
	app.preview.shown = true
	return save
}

// endPreview notes that no preview is shown any more.
func (app *App) endPreview() {
	app.preview.shown, app.preview.left, app.article.Preview = false, history.Place{}, false
}

// adoptPreview opens the article that was shown as a preview: it counts as read, and the
// way back leads to the one before it.
func (app *App) adoptPreview() tea.Cmd {
	if !app.preview.shown {
		return nil
	}
	app.leave()
	app.endPreview()
	app.pixels.Repaint() // as whenever another article is opened
	return tea.Batch(app.readNow(), app.attendTo(app.article.Item.ID))
}

// forgetPreviewed leaves out that articles were open which are gone.
func (app *App) forgetPreviewed(ids []string) {
	if slices.Contains(ids, app.preview.left.ID) {
		app.preview.left = history.Place{}
	}
	if slices.Contains(ids, app.article.Item.ID) {
		app.preview.shown = true // there is nothing to come back to
	}
}

// leftAt returns the article that the reader is left at: one that was opened, and not
// merely passed by; "" for none.
func (app *App) leftAt() string {
	if app.preview.shown {
		return app.preview.left.ID
	}
	if e := app.article.Item.Entry; app.Pending.Apply(e).Read {
		return e.ID
	}
	return ""
}
