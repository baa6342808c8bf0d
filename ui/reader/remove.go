package reader

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/pane"
)

// targets returns the articles that a mark goes to: those that are chosen in the list
// while it has the keys, else the one that is selected or open.
func (app *App) targets() []store.Entry {
	if picked := app.list.Picked(); app.focus == listPane && len(picked) > 0 {
		return picked
	}
	if e, ok := app.entry(); ok {
		return []store.Entry{e}
	}
	return nil
}

// countSentence returns what is said of a change: of one article a sentence, of several what
// stands before how many they are.
func countSentence(list []store.Entry, one, several string) string {
	if len(list) == 1 {
		return one
	}
	return several
}

// turn returns what a switch of articles becomes: off where it is on in all of them.
func (app *App) turn(list []store.Entry, is func(store.Entry) bool) (on bool) {
	return slices.ContainsFunc(list, func(e store.Entry) bool { return !is(app.Pending.Apply(e)) })
}

// toggleBookmark sets the bookmarks of the targets, or takes them away where all have one.
func (app *App) toggleBookmark() tea.Cmd {
	list := app.targets()
	if len(list) == 0 {
		return nil
	}
	if app.turn(list, func(e store.Entry) bool { return e.Bookmarked }) {
		return app.setBookmarked(list, true, countSentence(list, app.Words.BookmarkSet, app.Words.Several.Bookmarked))
	}
	return app.setBookmarked(list, false, countSentence(list, app.Words.BookmarkGone, app.Words.Several.Unbookmarked))
}

// toggleReadMark marks the targets as read, or as unread where all are read.
func (app *App) toggleReadMark() tea.Cmd {
	list := app.targets()
	if len(list) == 0 {
		return nil
	}
	if app.turn(list, func(e store.Entry) bool { return e.Read }) {
		return app.setRead(list, true, false, countSentence(list, app.Words.MarkedRead, app.Words.Undo.Marked))
	}
	return app.setRead(list, false, false, countSentence(list, app.Words.MarkedUnread, app.Words.Several.Unread))
}

// toggleArchived puts the targets away, or takes them out again where all are put away.
func (app *App) toggleArchived() tea.Cmd {
	list := app.targets()
	if len(list) == 0 {
		return nil
	}
	on := slices.ContainsFunc(list, func(e store.Entry) bool { return !e.Archived })
	said := countSentence(list, app.Words.ArchivedNow, app.Words.Several.Archived)
	if !on {
		said = countSentence(list, app.Words.UnarchivedNow, app.Words.Several.Unarchived)
	}
	var ids []string
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	library := app.Library
	about := savedMsg{
		ids: ids, said: said, counted: len(ids) > 1, change: func(e *store.Entry) { e.Archived = on },
		then: func() tea.Cmd { return app.tellPanes(pane.Left{IDs: ids, Archived: on}) },
	}
	return app.save(about, func(ctx context.Context) (store.Undo, error) { return library.SetArchived(ctx, ids, on) }, false)
}

// removeTargets deletes the targets. What is still to be written of the open article is
// written before.
func (app *App) removeTargets() tea.Cmd {
	list := slices.DeleteFunc(slices.Clone(app.targets()), func(e store.Entry) bool { return app.Pending.IsRemoved(e.ID) })
	if len(list) == 0 {
		return nil
	}
	position := app.savePosition()
	ids, library := app.pend(list, pane.RemovedMark, true), app.Library
	about := savedMsg{
		ids: ids, mark: pane.RemovedMark, counted: len(ids) > 1, said: countSentence(list, app.Words.RemovedNow, app.Words.Several.Removed),
		then: func() tea.Cmd { return app.removed(ids) },
	}
	removal := app.save(about, func(ctx context.Context) (store.Undo, error) { return library.Remove(ctx, ids...) }, false)
	var on tea.Cmd
	if app.focus == listPane {
		on = app.perform(app.list.SkipRemoved(), nil)
	}
	return tea.Batch(position, removal, on)
}

// removed shows that articles are gone. Where the open one is among them, the one behind
// it in the list takes its place.
func (app *App) removed(ids []string) tea.Cmd {
	open := app.article.Item.ID
	next, ok := app.list.Behind(open, ids)
	app.history.forget(ids)
	app.forgetPreviewed(ids)
	if slices.Contains(ids, app.article.Wanted) {
		app.Jobs.Abort(visitJob)
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
	case app.focus == articlePane && next.Full:
		return tea.Batch(told, app.show(historyPlace{id: next.ID, at: whereLeft, focus: app.focus, visited: true}))
	default:
		return tea.Batch(told, app.show(historyPlace{id: next.ID, at: whereLeft, focus: app.focus, preview: app.focus == listPane}))
	}
}

// closeArticle leaves no article open, and gives the keys to the list.
func (app *App) closeArticle() tea.Cmd {
	app.Jobs.Abort(aboutTheArticle...)
	app.endPreview()
	app.article.Clear()
	return tea.Batch(app.tellPanes(pane.Opened{}), app.attendTo(""), app.setFocus(listPane))
}

// removalCount answers openRemoveAll.
type removalCount struct {
	choices []dialog.Removal
	mark    int
	err     error
}

// openRemoveAll asks which articles are to be deleted together: all that are listed, those
// of the section or the source of the selected one, or what came with the program.
func (app *App) openRemoveAll() tea.Cmd {
	library, mark, choices := app.Library, app.stack.Mark(), app.removals()
	return app.Jobs.Ask(removeJob, func(ctx context.Context) tea.Msg {
		answer := removalCount{mark: mark}
		for _, c := range choices {
			if c.Count, answer.err = library.Count(ctx, c.Filter); answer.err != nil {
				return answer
			}
			if c.Count > 0 {
				answer.choices = append(answer.choices, c)
			}
		}
		return answer
	})
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

// askRemoveAll opens the question, once it is counted how many each answer means.
func (app *App) askRemoveAll(msg removalCount) tea.Cmd {
	switch {
	case msg.err != nil:
		app.notice = app.sentence(msg.err)
	case len(msg.choices) == 0:
		app.notice = app.Words.NoMatch
	default:
		d := dialog.NewRemoveAll(app.Canvas, msg.choices, func(f store.Filter) dialog.Action { return run(app.removeAll(f)) })
		app.pushLate(d, msg.mark)
	}
	return nil
}

// removeAll deletes all articles that a filter chooses.
func (app *App) removeAll(f store.Filter) tea.Cmd {
	library := app.Library
	var ids []string
	position := app.savePosition()
	about := savedMsg{said: app.Words.Several.Removed, counted: true, then: func() tea.Cmd { return app.removed(ids) }}
	return tea.Batch(position, app.save(about, func(ctx context.Context) (store.Undo, error) {
		chosen, err := library.List(ctx, f)
		if err != nil {
			return store.Undo{}, err
		}
		for _, e := range chosen {
			ids = append(ids, e.ID)
		}
		return library.Remove(ctx, ids...)
	}, false))
}
