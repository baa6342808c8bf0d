package store

import (
	"context"
	"fmt"
)

// Done is a kind of change that a reader makes.
type Done uint8

// The kinds.
const (
	DoneRead Done = iota + 1
	DoneUnread
	DoneBookmark
	DoneUnbookmark
	DoneTag
	DoneUntag
	DoneHighlight
	DoneNote
	DoneUnhighlight
	DoneRemove
	DoneArchive
	DoneUnarchive
	DoneKeepSearch
	DoneDropSearch
)

// Undo is a change that a reader made and that can be taken back, by
// [Library.Undo]. It holds for the library that gave it. The zero Undo takes
// nothing back.
type Undo struct {
	Done  Done
	Count int // of articles that were changed; 0 where all was so already

	back func(context.Context, *transaction) error
}

// Undo takes a change back. What was done to the same articles meanwhile, here or
// by another program, stays: only what the change itself did goes back, and what
// is so already, or of an article that is gone, is passed over.
func (l *Library) Undo(ctx context.Context, u Undo) error {
	if u.back == nil || u.Count == 0 {
		return nil
	}
	return l.change(ctx, func(c *transaction) error {
		if err := u.back(ctx, c); err != nil {
			return fmt.Errorf("taking back: %w", err)
		}
		return c.revise(ctx)
	})
}

// marking makes a change of marks that lists show, and gives what takes it back.
// Where nothing was changed nothing is written.
func (l *Library) marking(ctx context.Context, done Done, do func(*transaction) (int, func(context.Context, *transaction) error, error)) (Undo, error) {
	u := Undo{Done: done}
	err := l.change(ctx, func(c *transaction) error {
		var err error
		if u.Count, u.back, err = do(c); err != nil || u.Count == 0 {
			return err
		}
		return c.revise(ctx)
	})
	if err != nil {
		return Undo{}, err
	}
	return u, nil
}
