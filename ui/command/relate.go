package command

import (
	"context"

	"warraq/store"
)

// relate finds out how the articles that came lately are related, and says how
// far it is where that takes long.
func (e *env) relate(ctx context.Context, l *store.Library) error {
	p := e.newProgress(ctx, nil)
	defer p.clear()
	before := 0
	return l.Relate(ctx, func(done, total int) {
		p.expect(int64(total))
		p.advance(int64(done-before), done)
		before = done
	})
}
