// Package marking changes what the library keeps of articles: what was read, bookmarks,
// tags, what is put away and what is deleted.
//
// It holds nothing itself. Each function returns a [dialog.Save], which goes through the one
// queue of changes; until it is in the library the marks are pending (package marks), and
// [Written] says what is so then.
package marking

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/marks"
	"github.com/warraq/warraq/ui/reader/pane"
)

// savedChange is a change that waits for its outcome, with how many keys had been pressed
// when it was made.
type savedChange struct {
	dialog.Save
	keys int
}

// Save hands a change to the library, after those before it, and returns the command that
// makes it. Its outcome is for [Written].
func Save(c *pane.Context, s dialog.Save) tea.Cmd {
	return c.Jobs.Save(jobs.Write{
		Do: s.Do, CanBeTakenBack: !s.ByItself, Deletes: s.Mark == marks.RemovedMark, About: savedChange{s, c.KeysPressed},
	})
}

// Written returns what is to be done once a change is in the library. What could not be
// saved is said, and what is shown is read again, so that it is what is really kept.
func Written(c *pane.Context, msg jobs.Written) dialog.Action {
	about := msg.About.(savedChange)
	for _, id := range about.IDs {
		c.Pending.Done(marks.Mark{ID: id, Kind: about.Mark})
	}
	switch {
	case about.ByItself && errors.Is(msg.Err, store.ErrNotFound):
		return nil // the article was deleted meanwhile
	case msg.Err != nil:
		return dialog.Many{dialog.Say{Text: c.Words.NoWrite + " " + c.Sentence(msg.Err)}, dialog.Renew{}}
	}
	var do dialog.Many
	for _, id := range about.IDs {
		if about.Change != nil {
			do = append(do, dialog.TellPanes{Msg: pane.Marked{ID: id, Change: about.Change, Read: about.Mark == marks.ReadMark}})
		}
	}
	said := about.Said
	if about.Counted {
		said += " " + c.Words.Count(msg.Undo.Count, c.Words.ArticleNoun)
	}
	if said != "" && about.Mark == marks.RemovedMark {
		said += c.UndoHint() // another key may have been meant
	}
	if said != "" && about.keys == c.KeysPressed {
		do = append(do, dialog.Say{Text: said})
	}
	if about.Then != nil {
		do = append(do, dialog.Call(about.Then))
	}
	return do
}

// TakenBack says what was taken back, and returns what shows what is so now.
func TakenBack(c *pane.Context, msg jobs.TakenBack) dialog.Action {
	switch {
	case msg.Err != nil:
		return dialog.Failed{Err: msg.Err}
	case msg.Undo.Count == 0:
		return dialog.Say{Text: c.Words.Undo.Nothing}
	}
	said := c.Words.Undo.Done[msg.Undo.Done]
	if msg.Undo.Count > 1 {
		said += " (" + c.Words.Count(msg.Undo.Count, c.Words.ArticleNoun) + ")"
	}
	return dialog.Many{dialog.Say{Text: said}, dialog.Renew{}}
}

// Flush writes down what is not saved yet, for a time at the most, and says how much of it
// could not be.
func Flush(ctx context.Context, c *pane.Context, atMost time.Duration) error {
	unsaved, err := c.Jobs.Drain(ctx, atMost)
	if unsaved == 0 {
		return nil
	}
	if errors.Is(err, jobs.ErrBusy) {
		err = &store.Error{Path: c.Library.Path(), Kind: store.ErrBusy}
	}
	return errors.New(c.Words.NoWrite + " " + c.Words.Count(unsaved, c.Words.ChangeNoun) + ".\n" + c.Sentence(err))
}
