package store

import (
	"context"

	"warraq/store/arabic"
)

// index makes an article's words findable.
func (c *change) index(ctx context.Context, r *record) error {
	_, err := c.exec(ctx, "INSERT INTO words (rowid, title, body, section, source) VALUES (?, ?, ?, ?, ?)",
		r.newness, arabic.Fold(r.title), arabic.Fold(r.summary+"\n"+r.body), arabic.Fold(r.section),
		arabic.Fold(r.source+"\n"+r.author+"\n"+r.place))
	return err
}

// unindex takes an article's words out of the index.
func (c *change) unindex(ctx context.Context, r *record) error {
	_, err := c.exec(ctx, "DELETE FROM words WHERE rowid = ?", r.newness)
	return err
}
