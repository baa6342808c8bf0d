package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/warraq/warraq/store"
)

// When relating that nobody sees on a terminal is told of: after so long, and from
// then on every so often.
const (
	relateSilence = 2 * time.Second
	relateEvery   = 10 * time.Second
)

// relate finds out how the articles that came lately are related, and says how
// far it is where that takes long: on a bar, or where there is no terminal, in a
// line now and then.
func (e *env) relate(ctx context.Context, l *store.Library) error {
	p := e.newProgress(ctx, nil)
	defer p.clear()
	before, next := 0, time.Now().Add(relateSilence)
	err := l.Relate(ctx, func(done, total int) {
		p.expect(int64(total))
		p.advance(int64(done-before), done)
		before = done
		if now := time.Now(); p == nil && done < total && now.After(next) {
			next = now.Add(relateEvery)
			_, _ = fmt.Fprintf(e.Err, e.words.Progress.Relating+"\n", done, total) // the answer follows all the same
		}
	})
	switch {
	case errors.Is(err, store.ErrReadOnly), errors.Is(err, store.ErrFull):
		return nil // what is known already can be read
	case errors.Is(err, store.ErrBusy):
		e.say(err)
		return nil // the same; and what came lately is missing in it
	}
	return err
}
