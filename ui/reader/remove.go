package reader

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/marking"
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
	if app.shared {
		return app.refuseShared()
	}
	removal := marking.Remove(app.Context, app.targets(), app.visitor.Removed)
	if removal == nil {
		return nil
	}
	do := dialog.Many{app.article.SavePosition(), removal}
	if app.hasFocus(listPane) {
		do = append(do, dialog.Call(app.list.SkipRemoved))
	}
	return app.perform(do)
}

// openRemoveAll asks which articles are to be deleted together: all that are listed, those
// of the section or the source of the selected one, or what came with the program.
func (app *App) openRemoveAll() tea.Cmd {
	if app.shared {
		return app.refuseShared()
	}
	return app.perform(dialog.OpenRemoveAll(app.Canvas, app.Library, app.removals(), func(f store.Filter) dialog.Action {
		return dialog.Many{app.article.SavePosition(), marking.RemoveAll(app.Context, f, app.visitor.Removed)}
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
