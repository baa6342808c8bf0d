package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/compare"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/firststeps"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/reader/visits"
)

// press takes a key.
func (app *App) press(key tea.KeyPressMsg) tea.Cmd {
	app.notice = ""
	app.KeysPressed++
	app.visitor.Attend()
	if app.stack.Prompt() != nil {
		cmd, _ := app.tell(dialog.Key{Press: key})
		return cmd
	}
	now, wait := app.keys.Press(key)
	return tea.Batch(app.actOn(now), wait)
}

// afterEscape returns the key that came together with an Esc before it, where alt is bound
// to nothing with it. While one types an answer that is a second Esc alone: alt and an
// arrow go from word to word there, and what was typed is not to be lost to a slip; nor where
// a key is to be chosen, which may be one with alt.
func (app *App) afterEscape(key tea.KeyPressMsg) (behind tea.KeyPressMsg, ok bool) {
	behind, ok = keyboard.AfterEscape(key)
	if !ok || app.tellsAlt || (app.stack.Prompt() != nil || app.stack.TakesKeys()) && key.Code != tea.KeyEscape {
		return key, false
	}
	bound, _, _ := app.KeyMap.Bound(key, app.Board)
	return behind, bound == ""
}

// actOn does what keys are bound to, one after the other. One of them may open
// a question, which takes the next.
func (app *App) actOn(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, key := range keys {
		if app.stack.Prompt() != nil {
			cmd, _ := app.tell(dialog.Key{Press: key})
			cmds = append(cmds, cmd)
		} else {
			cmds = append(cmds, app.act(key))
		}
	}
	return tea.Batch(cmds...)
}

// act does what a key that is no text and no part of one is bound to.
func (app *App) act(key tea.KeyPressMsg) tea.Cmd {
	var a keymap.Action
	var at int
	a, at, app.Board = app.KeyMap.Bound(key, app.Board)
	if key.String() == keymap.AlwaysQuits {
		return tea.Quit
	}
	if cmd, ok := app.tell(dialog.Key{Press: key, Action: a, At: at}); ok {
		return cmd
	}
	if key.String() == "esc" && app.fetcher.IsRunning() && app.hasFocus(listPane) && !app.list.CanGoBack() {
		app.fetcher.Stop()
		return nil
	}
	return app.route(dialog.Key{Press: key, Action: a, At: at})
}

// do does an action among the panes, as by the first of its keys.
func (app *App) do(a keymap.Action) tea.Cmd { return app.route(dialog.Key{Action: a}) }

// route gives a key to the focused pane, then to those that take it wherever the focus
// is, and then to the app itself.
func (app *App) route(key dialog.Key) tea.Cmd {
	switch {
	case key.Action == keymap.Onward && app.isWelcoming():
		return app.openGuide()
	case (key.Action == keymap.Back || key.Action == keymap.Earlier) && !app.hasFocus(listPane) && app.article.Item.ID != "":
		return tea.Batch(app.countSteps(firststeps.Back), app.routeOn(key))
	default:
		return app.routeOn(key)
	}
}

// routeOn is route where the key is no more than what it is bound to.
func (app *App) routeOn(key dialog.Key) tea.Cmd {
	if action := app.columns.Tell(app.columns.Focus, key); action != (dialog.Pass{}) {
		return app.perform(action)
	}
	if action := app.columns.Offer(pane.Shortcut{Action: key.Action, At: key.At}); action != (dialog.Pass{}) {
		return app.perform(action)
	}
	if act, ok := app.actions[key.Action]; ok {
		return act(app)
	}
	return nil
}

// keyActions is what every action does that does not move and needs not know which
// of its keys it was.
func keyActions() map[keymap.Action]func(*App) tea.Cmd {
	return map[keymap.Action]func(*App) tea.Cmd{
		keymap.NextPane:     func(app *App) tea.Cmd { return app.setFocus(app.columns.Cycled(1)) },
		keymap.PreviousPane: func(app *App) tea.Cmd { return app.setFocus(app.columns.Cycled(-1)) },
		keymap.Trail:        visiting((*visits.Visitor).OpenTrail),
		keymap.Compare:      (*App).openCompare,
		keymap.Follow:       stepAction("follow"),
		keymap.Earlier:      visiting((*visits.Visitor).Earlier),
		keymap.Later:        visiting((*visits.Visitor).Later),

		keymap.Bookmark:    markTargets(marking.ToggleBookmark),
		keymap.ToggleRead:  markTargets(marking.ToggleRead),
		keymap.Remove:      (*App).removeTargets,
		keymap.RemoveAll:   (*App).openRemoveAll,
		keymap.Archive:     markTargets(marking.ToggleArchived),
		keymap.Tags:        markTargets(marking.AskTag),
		keymap.AddArticles: (*App).openAdd,
		keymap.Fetch:       func(app *App) tea.Cmd { return app.fetch(nil) },
		keymap.Feeds:       (*App).openFeeds,
		keymap.NextForm:    func(app *App) tea.Cmd { return app.perform(app.settings.NextForm()) },
		keymap.Widen:       func(app *App) tea.Cmd { return app.perform(app.settings.Widen(app.columns.Alone)) },
		keymap.Narrow:      func(app *App) tea.Cmd { return app.perform(app.settings.Narrow()) },
		keymap.Justify:     stepAction("justify"),
		keymap.Tashkeel:    stepAction("tashkeel"),
		keymap.Digits:      stepAction("digits"),
		keymap.Print:       stepAction("view"),
		keymap.NextTheme:   stepAction("theme"),
		keymap.Alone:       (*App).toggleAlone,
		keymap.Compact:     stepAction("compact"),
		keymap.Redraw:      func(app *App) tea.Cmd { app.pixels.Repaint(); return nil },
		keymap.Palette:     (*App).openPalette,
		keymap.Undo:        func(app *App) tea.Cmd { return app.Jobs.TakeBack() },
		keymap.Notes:       (*App).openNotes,
		keymap.Statistics:  (*App).openStatistics,
		keymap.Welcome:     visiting((*visits.Visitor).Welcome),
		keymap.Guide:       (*App).openGuide,
		keymap.Settings:    func(app *App) tea.Cmd { return app.perform(app.settings.Open()) },
		keymap.Help:        (*App).openHelp,
		keymap.Quit:        func(*App) tea.Cmd { return tea.Quit },
	}
}

// markTargets is what marks the articles that a mark goes to, as an action of a key.
func markTargets(mark func(*pane.Context, []store.Entry) dialog.Action) func(*App) tea.Cmd {
	return func(app *App) tea.Cmd { return app.perform(mark(app.Context, app.targets())) }
}

// openCompare shows two articles side by side.
func (app *App) openCompare() tea.Cmd {
	selected := ""
	if e, ok := app.related.Entry(); ok && app.hasFocus(relatedPane) {
		selected = e.ID
	}
	first, second := compare.Pair(app.list.Picked(), app.article.Item.ID, selected, app.related.Entries())
	return app.perform(compare.Open(app.Canvas, app.Library, first, second))
}

// openFeeds shows the feeds that are followed.
func (app *App) openFeeds() tea.Cmd {
	return app.perform(dialog.OpenFeeds(app.Canvas, app.Library, dialog.FeedActions{
		Open:  func(f *store.Feed) dialog.Action { return app.list.Show(shelf.OfFeed(f)) },
		Fetch: func(num int64) dialog.Action { return run(app.fetch([]int64{num})) },
		Follow: func(text string) dialog.Action {
			return dialog.FollowFeed(app.Canvas, app.Library, &store.Feed{Address: text}, app.follow)
		},
		Remove: func(num int64) dialog.Action { return dialog.UnfollowFeed(app.Canvas, app.Library, num) },
		Problem: func(f *store.Feed) string {
			if err := fetch.ErrorOf(f.Failure, f.Address); err != nil {
				return app.Sentence(err)
			}
			return ""
		},
	}))
}

// stepAction takes a setting to its next value, as an action of a key.
func stepAction(name string) func(*App) tea.Cmd {
	return func(app *App) tea.Cmd { return app.perform(app.settings.Step(name, 1)) }
}

// visiting goes to another article, as an action of a key.
func visiting(to func(*visits.Visitor) dialog.Action) func(*App) tea.Cmd {
	return func(app *App) tea.Cmd { return app.perform(to(app.visitor)) }
}
