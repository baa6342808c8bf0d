package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/related"
	"github.com/warraq/warraq/ui/reader/visits"
)

// The panes that the app itself speaks of, as places in the table.
const (
	listPane = iota
	articlePane
	relatedPane
)

// makePanes makes the panes and their table.
func (app *App) makePanes() {
	app.list, app.article, app.related = list.New(app.Context), article.New(app.Context), related.New(app.Context)
	app.columns = &columns.Columns{
		Context: app.Context, Table: tableOfPanes(app.list, app.article, app.related, &app.settings.Looks),
		Measure: func() int { return app.settings.Measure },
	}
	app.settings.TextColumns = app.article.Narrower
	app.visitor = visits.New(visits.Panes{
		Columns: app.columns, List: app.list, Article: app.article, Settings: app.settings,
		IsCovered: func() bool { return app.stack.Screen() != nil },
	})
}

// tableOfPanes returns the panes in reading order: the first stands at the right. A new pane
// is a package and a row here; one that has a width of its own has a setting.
func tableOfPanes(l *list.Pane, a *article.Pane, r *related.Pane, chosen *looks.Looks) []columns.Column {
	return []columns.Column{
		listPane:    {Pane: l, Name: list.Name, Usual: 34, Chosen: &chosen.ListWidth, Setting: "list-width"},
		articlePane: {Pane: a, Name: article.Name},
		relatedPane: {Pane: r, Name: related.Name, Usual: 28, Chosen: &chosen.RelatedWidth, Setting: "related-width"},
	}
}

// ArticleText says where an article's text stands on a screen of so many columns, the
// panes beside it, in a reader whose looks nobody changed: its first column from the
// left, and how many it has.
func ArticleText(width int) (column, text int) {
	return columns.Text(width, looks.DefaultMeasure, tableOfPanes(nil, nil, nil, &looks.Looks{}))
}

// ArticleRow is the first row of the panes' contents, from the top.
const ArticleRow = columns.FirstRow

// tellPanes tells all panes something.
func (app *App) tellPanes(msg tea.Msg) tea.Cmd { return app.perform(app.columns.TellAll(msg)) }

// relayout gives the panes their sizes.
func (app *App) relayout() tea.Cmd { return app.perform(app.columns.Relayout()) }

// setFocus gives the keys to a pane.
func (app *App) setFocus(i int) tea.Cmd {
	app.columns.Focus = i
	var opened tea.Cmd
	if i != listPane {
		opened = app.perform(app.visitor.Adopt())
	}
	return tea.Batch(opened, app.relayout())
}

// moveFocus gives the keys to the pane so many further on from another one. Where that is
// the next one in reading order and has nothing to go to, it says why.
func (app *App) moveFocus(to dialog.Focus) tea.Cmd {
	i, why, ok := app.columns.Moved(to)
	switch {
	case ok:
		return app.setFocus(i)
	case why != "":
		app.notice = why
	}
	return nil
}

// hasFocus tells whether a pane has the keys.
func (app *App) hasFocus(i int) bool { return app.columns.Focus == i }

// toggleAlone shows the article alone, or the panes beside it again.
func (app *App) toggleAlone() tea.Cmd {
	app.columns.Alone = !app.columns.Alone || !app.hasFocus(articlePane)
	app.pixels.Repaint() // letters that are higher than their cells leave specks beside the text
	return app.setFocus(articlePane)
}

// entry returns the article that a mark goes to: that of the focused pane, or the open
// one.
func (app *App) entry() (store.Entry, bool) {
	if e, ok := app.columns.Entry(); ok || app.hasFocus(listPane) {
		return e, ok
	}
	return app.article.Item.Entry, app.article.Item.ID != ""
}

// wheel moves what is under the pointer, and leaves the keys where they are.
func (app *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	turn, ok := dialog.WheelOf(msg)
	if !ok {
		return nil
	}
	if cmd, ok := app.tell(turn); ok {
		return cmd
	}
	return app.perform(app.columns.Wheel(msg.X, turn))
}

// click gives a click to what is under the pointer: a dialog or a pane.
func (app *App) click(msg tea.MouseClickMsg) tea.Cmd {
	app.notice = ""
	app.stack.EndDrag()
	app.KeysPressed++
	if msg.Button != tea.MouseLeft {
		return nil
	}
	if cmd, ok := app.tell(dialog.ClickOf(msg)); ok {
		return cmd
	}
	return app.perform(app.columns.Click(msg, func(setting, value string) dialog.Action {
		app.settings.Keep(setting, value)
		return looks.Changed{Effects: looks.Relayout}
	}))
}
