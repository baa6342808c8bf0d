package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
)

// press takes a key.
func (app *App) press(key tea.KeyPressMsg) tea.Cmd {
	app.notice = ""
	app.KeysPressed++
	app.attend()
	if app.stack.Prompt() != nil {
		cmd, _ := app.tell(dialog.Key{Press: key})
		return cmd
	}
	now, wait := app.keys.Press(key)
	return tea.Batch(app.actOn(now), wait)
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
	if key.String() == "esc" && app.fetcher.IsRunning() && app.focus == listPane && !app.list.CanGoBack() {
		app.fetcher.Stop()
		return nil
	}
	return app.route(dialog.Key{Press: key, Action: a, At: at})
}

// do does an action among the panes; at says which of its keys it was.
func (app *App) do(a keymap.Action, at int) tea.Cmd {
	return app.route(dialog.Key{Action: a, At: at})
}

// route gives a key to the focused pane, then to those that take it wherever the focus
// is, and then to the app itself.
func (app *App) route(key dialog.Key) tea.Cmd {
	if cmd, ok := app.updatePane(app.focus, key); ok {
		return cmd
	}
	if cmd, ok := app.offerPanes(pane.Shortcut{Action: key.Action, At: key.At}); ok {
		return cmd
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
		keymap.NextPane:     func(app *App) tea.Cmd { return app.cycle(1) },
		keymap.PreviousPane: func(app *App) tea.Cmd { return app.cycle(-1) },
		keymap.Trail:        (*App).openTrail,
		keymap.Neighbours:   (*App).openMap,
		keymap.Compare:      (*App).openCompare,
		keymap.Root:         (*App).openRoot,
		keymap.Follow:       stepAction("follow"),
		keymap.Earlier:      (*App).goEarlier,
		keymap.Later:        (*App).goLater,

		keymap.Bookmark:    (*App).toggleBookmark,
		keymap.ToggleRead:  (*App).toggleReadMark,
		keymap.Remove:      (*App).removeTargets,
		keymap.RemoveAll:   (*App).openRemoveAll,
		keymap.Archive:     (*App).toggleArchived,
		keymap.Tags:        (*App).openTags,
		keymap.AddArticles: (*App).openAdd,
		keymap.Fetch:       func(app *App) tea.Cmd { return app.fetcher.Toggle(nil) },
		keymap.Feeds:       (*App).openFeeds,
		keymap.NextForm:    (*App).cycleForm,
		keymap.Widen:       (*App).widen,
		keymap.Narrow:      (*App).narrow,
		keymap.Justify:     stepAction("justify"),
		keymap.Tashkeel:    stepAction("tashkeel"),
		keymap.Digits:      stepAction("digits"),
		keymap.Print:       stepAction("view"),
		keymap.NextTheme:   stepAction("theme"),
		keymap.Alone:       (*App).toggleAlone,
		keymap.Compact:     stepAction("compact"),
		keymap.Pictures:    (*App).togglePictures,
		keymap.OnePicture:  (*App).openPicture,
		keymap.Redraw:      func(app *App) tea.Cmd { app.pixels.Repaint(); return nil },
		keymap.Palette:     (*App).openPalette,
		keymap.Undo:        (*App).undo,
		keymap.Notes:       (*App).openNotes,
		keymap.Statistics:  (*App).openStatistics,
		keymap.Welcome:     (*App).openWelcome,
		keymap.Guide:       (*App).openGuide,
		keymap.Settings:    (*App).openSettings,
		keymap.Help:        (*App).openHelp,
		keymap.Quit:        func(*App) tea.Cmd { return tea.Quit },
	}
}

// choose opens the article that was chosen from a list. Where it is open already, and was
// opened from there, the keys go to it.
func (app *App) choose(to dialog.Choose) tea.Cmd {
	if to.ID != app.article.Item.ID || app.article.Jumped && !app.preview.shown {
		app.leave()
		return app.visit(historyPlace{id: to.ID, at: whereLeft, focus: articlePane, searched: to.Searched})
	}
	app.Jobs.Abort(visitJob) // another one that is on its way was asked for before
	app.article.Wanted = to.ID
	shown := app.preview.shown
	cmd := tea.Batch(app.setFocus(articlePane), app.readNow())
	if to.Searched != "" {
		app.article.Find(article.Finding{Text: to.Searched, Query: true})
		if found, ok := app.list.Excerpt(to.ID); ok {
			app.article.ShowPassage(found, !shown)
		}
	}
	return cmd
}

// leave remembers the article that is left for another.
func (app *App) leave() {
	if here := app.here(); here.id != "" {
		app.history.leave(here)
	}
}

func (app *App) goEarlier() tea.Cmd {
	p, ok := app.history.back(app.here())
	if !ok {
		app.notice = app.Words.NoEarlier
		return nil
	}
	return app.goTo(p)
}

func (app *App) goLater() tea.Cmd {
	p, ok := app.history.forward(app.here())
	if !ok {
		app.notice = app.Words.NoLater
		return nil
	}
	return app.goTo(p)
}

// goTo goes back to a place where one was, with the list as it was then, as long
// as that is the same list.
func (app *App) goTo(p historyPlace) tea.Cmd {
	return tea.Batch(app.savePosition(), app.show(p), app.returnTo(p.panes))
}

// readNow marks the shown article as read.
func (app *App) readNow() tea.Cmd {
	if !app.article.Item.Full {
		return nil
	}
	return app.setRead([]store.Entry{app.article.Item.Entry}, true, true, "")
}
