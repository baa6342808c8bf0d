package store

import (
	"context"
	"maps"
	"slices"

	"warraq/store/arabic"
)

// indexing is what a change has still to do to the index of words. It waits for
// the end of the change: every other statement in between would have FTS5 write
// out what it has gathered.
type indexing struct {
	out []int64           // places in the order whose words go
	in  map[int64]*record // by place: those whose words come
}

// index makes an article's words findable.
func (c *change) index(r *record) { c.indexing.in[r.newness] = r }

// unindex takes an article's words out of the index.
func (c *change) unindex(r *record) {
	if _, ok := c.indexing.in[r.newness]; ok {
		delete(c.indexing.in, r.newness)
		return
	}
	c.indexing.out = append(c.indexing.out, r.newness)
}

// writeIndex does what has been waiting.
func (c *change) writeIndex(ctx context.Context) error {
	for _, place := range c.indexing.out {
		if _, err := c.exec(ctx, "DELETE FROM words WHERE rowid = ?", place); err != nil {
			return err
		}
	}
	for _, place := range slices.Sorted(maps.Keys(c.indexing.in)) {
		r := c.indexing.in[place]
		_, err := c.exec(ctx, "INSERT INTO words (rowid, title, body, section, source) VALUES (?, ?, ?, ?, ?)",
			place, arabic.Fold(r.title), arabic.Fold(r.summary+"\n"+r.body), arabic.Fold(r.section),
			arabic.Fold(r.source+"\n"+r.author+"\n"+r.place))
		if err != nil {
			return err
		}
	}
	return nil
}
