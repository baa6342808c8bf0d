// Package attention counts how long an article is read, so that the library can keep it.
package attention

import (
	"context"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// absenceTime is how long nobody touches a key who still reads; of a longer time no more
// than that counts.
const absenceTime = 2 * time.Minute

// leastTime is the shortest time that is kept.
const leastTime = time.Second

// Span is how long an article has been read since that was last written down.
type Span struct {
	id    string
	last  time.Time // of the last key in it
	spent time.Duration
}

// Touch notes a key at a time. What passed since the key before counts as read if that was
// in the article of an ID, "" for none.
func (s *Span) Touch(now time.Time, id string) {
	if s.id != "" && s.id == id {
		s.spent += max(0, min(now.Sub(s.last), absenceTime))
	}
	s.last = now
}

// Turn counts for another article from a time on, "" for none, and returns what keeps how
// long the one before was read.
func (s *Span) Turn(now time.Time, id string, library *store.Library) dialog.Action {
	if id == s.id {
		return nil
	}
	save := s.Save(library)
	*s = Span{id: id, last: now}
	return save
}

// Save returns what keeps how long the article was read, nil where it was not.
func (s *Span) Save(library *store.Library) dialog.Action {
	id, last, spent := s.id, s.last, s.spent
	s.spent = 0
	if id == "" || spent < leastTime {
		return nil
	}
	return dialog.Save{ByItself: true, Do: func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.AddReadingTime(ctx, id, last, spent)
	}}
}
