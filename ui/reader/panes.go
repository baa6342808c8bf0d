package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/related"
)

// paneColumn is a pane with how it stands on the screen.
type paneColumn struct {
	pane.Pane
	name string // that the kinds of its jobs begin with
	// usual is its width where there is room and nobody chose another, 0 for the one
	// that takes what is left; chosen is the chosen one, 0 for none, and setting the name
	// under which that is kept.
	usual   int
	chosen  *int
	setting string
}

// The panes that the app itself speaks of, as places in the table.
const (
	listPane = iota
	articlePane
	relatedPane
)

// makePanes makes the table of panes, in reading order: the first stands at the right. A
// new pane is a package and a row here; one that has a width of its own has a setting.
func (app *App) makePanes() {
	app.list, app.article, app.related = list.New(app.Context), article.New(app.Context), related.New(app.Context)
	app.panes = []paneColumn{
		listPane:    {Pane: app.list, name: list.Name, usual: 34, chosen: &app.looks.ListWidth, setting: "list-width"},
		articlePane: {Pane: app.article, name: article.Name},
		relatedPane: {Pane: app.related, name: related.Name, usual: 28, chosen: &app.looks.RelatedWidth, setting: "related-width"},
	}
}

// updatePane tells a pane something and does what it asks for; ok is false where the pane
// has nothing to do with it.
func (app *App) updatePane(i int, msg tea.Msg) (cmd tea.Cmd, ok bool) {
	action := app.panes[i].Update(msg)
	if action == (dialog.Pass{}) {
		return nil, false
	}
	return app.perform(action), true
}

// tellPanes tells all panes something.
func (app *App) tellPanes(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i := range app.panes {
		cmd, _ := app.updatePane(i, msg)
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

// offerPanes tells the panes something, one after the other, until one takes it.
func (app *App) offerPanes(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	for i := range app.panes {
		if cmd, ok := app.updatePane(i, msg); ok {
			return cmd, true
		}
	}
	return nil, false
}

// answerPane gives an answer to the pane that asked for it.
func (app *App) answerPane(name string, msg tea.Msg) tea.Cmd {
	for i := range app.panes {
		if app.panes[i].name == name {
			cmd, _ := app.updatePane(i, msg)
			return cmd
		}
	}
	return nil
}

// relayout gives the panes their sizes.
func (app *App) relayout() tea.Cmd {
	var cmds []tea.Cmd
	for i, width := range app.columns() {
		cmd, _ := app.updatePane(i, pane.Resized{Width: width, Height: bodyRows(app.Height)})
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

// setFocus gives the keys to a pane.
func (app *App) setFocus(i int) tea.Cmd {
	app.focus = i
	var opened tea.Cmd
	if i != listPane {
		opened = app.adoptPreview()
	}
	return tea.Batch(opened, app.relayout())
}

// moveFocus gives the keys to the pane so many further on from another one. Where that is
// the next one in reading order and has nothing to go to, it says why.
func (app *App) moveFocus(to dialog.Focus) tea.Cmd {
	for i := range app.panes {
		if app.panes[i].Pane != to.Pane {
			continue
		}
		i = max(0, min(i+to.By, len(app.panes)-1))
		if r, ok := app.panes[i].Pane.(pane.Refuser); ok && to.By > 0 {
			if why := r.Refuses(); why != "" {
				app.notice = why
				return nil
			}
		}
		return app.setFocus(i)
	}
	return nil
}

// cycle gives the keys to the pane so many further on, round and round.
func (app *App) cycle(steps int) tea.Cmd {
	n := len(app.panes)
	return app.setFocus((app.focus + steps + n) % n)
}

// entry returns the article that a mark goes to: that of the focused pane, or the open
// one.
func (app *App) entry() (store.Entry, bool) {
	if e, ok := app.panes[app.focus].Entry(); ok || app.focus == listPane {
		return e, ok
	}
	return app.article.Item.Entry, app.article.Item.ID != ""
}

// places returns where one is in each pane.
func (app *App) places() []any {
	places := make([]any, len(app.panes))
	for i := range app.panes {
		if r, ok := app.panes[i].Pane.(pane.Returner); ok {
			places[i] = r.Place()
		}
	}
	return places
}

// returnTo goes back to a place in each pane.
func (app *App) returnTo(places []any) tea.Cmd {
	var cmds []tea.Cmd
	for i, place := range places {
		if r, ok := app.panes[i].Pane.(pane.Returner); ok && place != nil {
			cmds = append(cmds, app.perform(r.Return(place)))
		}
	}
	return tea.Batch(cmds...)
}
