package reader

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
)

// targets returns the articles that a mark goes to: those that are chosen in the list
// while it has the keys, else the one that is selected or open.
func (app *App) targets() []store.Entry {
	if picked := app.list.Picked(); app.hasFocus(listPane) && len(picked) > 0 {
		return picked
	}
	if e, ok := app.entry(); ok {
		return []store.Entry{e}
	}
	return nil
}

// removeTargets deletes the targets. What is still to be written of the open article is
// written before.
func (app *App) removeTargets() tea.Cmd {
	removal := marking.Remove(app.Context, app.targets(), app.removedAction)
	if removal == nil {
		return nil
	}
	do := dialog.Many{app.article.SavePosition(), removal}
	if app.hasFocus(listPane) {
		do = append(do, dialog.Call(app.list.SkipRemoved))
	}
	return app.perform(do)
}

// removedAction is [App.removed] as an action.
func (app *App) removedAction(ids []string) dialog.Action { return run(app.removed(ids)) }

// removed shows that articles are gone. Where the open one is among them, the one behind
// it in the list takes its place.
func (app *App) removed(ids []string) tea.Cmd {
	open := app.article.Item.ID
	next, ok := app.list.Behind(open, ids)
	app.history.Forget(ids)
	app.forgetPreviewed(ids)
	if slices.Contains(ids, app.article.Wanted) {
		app.Jobs.Abort(dialog.VisitJob)
		app.article.Wanted = open
	}
	told := app.tellPanes(pane.Left{IDs: ids, Removed: true})
	switch {
	case open == "" || !slices.Contains(ids, open):
		return told
	case app.article.Wanted != open: // another one is on its way
		return told
	case !ok:
		return tea.Batch(told, app.closeArticle())
	case app.hasFocus(articlePane) && next.Full:
		return tea.Batch(told, app.show(history.Place{ID: next.ID, At: history.WhereLeft, Focus: app.columns.Focus, Visited: true}))
	default:
		return tea.Batch(told, app.show(history.Place{ID: next.ID, At: history.WhereLeft, Focus: app.columns.Focus, Preview: app.hasFocus(listPane)}))
	}
}

// closeArticle leaves no article open, and gives the keys to the list.
func (app *App) closeArticle() tea.Cmd {
	app.Jobs.Abort(aboutTheArticle...)
	app.endPreview()
	app.article.Clear()
	return tea.Batch(app.tellPanes(pane.Opened{}), app.attendTo(""), app.setFocus(listPane))
}

// openRemoveAll asks which articles are to be deleted together: all that are listed, those
// of the section or the source of the selected one, or what came with the program.
func (app *App) openRemoveAll() tea.Cmd {
	return app.perform(dialog.OpenRemoveAll(app.Canvas, app.Library, app.removals(), func(f store.Filter) dialog.Action {
		return dialog.Many{app.article.SavePosition(), marking.RemoveAll(app.Context, f, app.removedAction)}
	}))
}

// removals returns what can be deleted together from here.
func (app *App) removals() []dialog.Removal {
	say := app.Words.Several
	var list []dialog.Removal
	if name := app.list.Filter().Title; name != "" || app.list.Tab().HoldsArticles() {
		list = append(list, dialog.Removal{Of: say.AllListed, Name: cmp.Or(name, app.list.Tab().Title(app.Words)), Filter: app.list.Query()})
	}
	if e, ok := app.entry(); ok {
		if e.Section != "" {
			list = append(list, dialog.Removal{Of: say.AllOfSection, Name: e.Section, Filter: store.Filter{Section: e.Section, Archive: store.AnyArchived}})
		}
		if e.Source != "" {
			list = append(list, dialog.Removal{Of: say.AllOfSource, Name: e.Source, Filter: store.Filter{Source: e.Source, Archive: store.AnyArchived}})
		}
	}
	return append(list, dialog.Removal{Of: say.AllBundled, Filter: store.Filter{Bundled: true, Archive: store.AnyArchived}})
}
