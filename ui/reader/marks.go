package reader

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/pane"
)

// savedMsg is what the reader does once a change is in the library.
type savedMsg struct {
	ids     []string           // of the articles that were changed, nil where they are not known
	change  func(*store.Entry) // what is so then, nil for nothing that is shown of it
	mark    pane.MarkKind      // that is on its way until then
	said    string             // what was done
	keys    int                // that had been pressed when it was
	counted bool               // how many articles were changed is said behind that
	quiet   bool               // it was done by itself
	then    func() tea.Cmd     // what is to be done next, nil for nothing
}

// save hands a change to the library, after those before it.
func (app *App) save(about savedMsg, do func(context.Context) (store.Undo, error), byItself bool) tea.Cmd {
	about.keys, about.quiet = app.KeysPressed, byItself
	return app.Jobs.Save(jobs.Write{Do: do, CanBeTakenBack: !byItself, About: about})
}

// wrote shows what is in the library now. What could not be saved is said, and what
// is shown is read again, so that it is what is really kept.
func (app *App) wrote(msg jobs.Written) tea.Cmd {
	about := msg.About.(savedMsg)
	for _, id := range about.ids {
		app.Pending.Done(pane.Mark{ID: id, Kind: about.mark})
	}
	switch {
	case about.quiet && errors.Is(msg.Err, store.ErrNotFound):
		return nil // the article was deleted meanwhile
	case msg.Err != nil:
		app.notice = app.Words.NoWrite + " " + app.sentence(msg.Err)
		return app.renew()
	}
	var cmds []tea.Cmd
	for _, id := range about.ids {
		if about.change != nil {
			cmds = append(cmds, app.tellPanes(pane.Marked{ID: id, Change: about.change, Read: about.mark == pane.ReadMark}))
		}
	}
	if about.counted {
		about.said += " " + app.Words.Count(msg.Undo.Count, app.Words.ArticleNoun)
	}
	if about.said != "" && about.keys == app.KeysPressed {
		app.notice = about.said
	}
	if about.then != nil {
		cmds = append(cmds, about.then())
	}
	return tea.Batch(cmds...)
}

// leavingBound is how long the reader waits, when it is left, for what is not saved
// yet: with all else that ends it is three seconds.
const leavingBound = 2500 * time.Millisecond

// flush saves what is still waiting, and where the reader is in the text.
func (app *App) flush(ctx context.Context) error {
	_ = app.savePosition()
	app.attend()
	_ = app.saveAttention()
	if id := app.leftAt(); id != "" {
		_ = app.save(savedMsg{ids: []string{id}}, func(ctx context.Context) (store.Undo, error) {
			return store.Undo{}, app.Library.SetLeftAt(ctx, id)
		}, true)
	}
	unsaved, err := app.Jobs.Drain(ctx, app.leaving)
	if unsaved == 0 {
		return nil
	}
	if errors.Is(err, jobs.ErrBusy) {
		err = &store.Error{Path: app.Library.Path(), Kind: store.ErrBusy}
	}
	return errors.New(app.Words.NoWrite + " " + app.Words.Count(unsaved, app.Words.ChangeNoun) + ".\n" + app.sentence(err))
}

// leftAt returns the article that the reader is left at: one that was opened, and not
// merely passed by; "" for none.
func (app *App) leftAt() string {
	if app.preview.shown {
		return app.preview.left.id
	}
	if e := app.article.Item.Entry; app.Pending.Apply(e).Read {
		return e.ID
	}
	return ""
}

// setRead marks articles as read or unread. What is so by itself, because the article was
// opened, is no change to be taken back.
func (app *App) setRead(list []store.Entry, read, byItself bool, said string) tea.Cmd {
	list = slices.DeleteFunc(slices.Clone(list), func(e store.Entry) bool { return app.Pending.Apply(e).Read == read })
	if len(list) == 0 {
		return nil
	}
	ids, library := app.pend(list, pane.ReadMark, read), app.Library
	about := savedMsg{ids: ids, mark: pane.ReadMark, said: said, counted: len(ids) > 1, change: func(e *store.Entry) { e.Read = read }}
	return app.save(about, func(ctx context.Context) (store.Undo, error) {
		if byItself {
			return store.Undo{}, library.SetRead(ctx, ids[0], read)
		}
		return library.MarkRead(ctx, ids, read)
	}, byItself)
}

// setBookmarked sets or takes away the bookmarks of articles.
func (app *App) setBookmarked(list []store.Entry, on bool, said string) tea.Cmd {
	ids, library := app.pend(list, pane.BookmarkMark, on), app.Library
	about := savedMsg{ids: ids, mark: pane.BookmarkMark, said: said, counted: len(ids) > 1, change: func(e *store.Entry) { e.Bookmarked = on }}
	return app.save(about, func(ctx context.Context) (store.Undo, error) {
		return library.Bookmark(ctx, ids, on)
	}, false)
}

// pend notes that a mark of articles is on its way, and returns their IDs.
func (app *App) pend(list []store.Entry, kind pane.MarkKind, on bool) (ids []string) {
	for _, e := range list {
		app.Pending.Add(pane.Mark{ID: e.ID, Kind: kind}, on)
		ids = append(ids, e.ID)
	}
	return ids
}

// savePosition writes down where the reader is in the text, if that changed.
func (app *App) savePosition() tea.Cmd { return app.perform(app.article.SavePosition(), nil) }

// renew reads again what is shown: after a change of more than one article.
func (app *App) renew() tea.Cmd {
	cmds := []tea.Cmd{app.tellPanes(pane.Renewed{})}
	if app.article.Item.ID != "" {
		cmds = append(cmds, app.showAgain())
	}
	return tea.Batch(cmds...)
}
