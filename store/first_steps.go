package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// FirstSteps gives which of the first steps of a new reader were done, by their names; begun
// is false where nobody was shown them.
func (l *Library) FirstSteps(ctx context.Context) (done []string, begun bool, err error) {
	var names string
	err = l.db.QueryRowContext(ctx, "SELECT done FROM first_steps").Scan(&names)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return strings.Fields(names), err == nil, l.failure(err)
}

// SetFirstSteps writes down which of the first steps were done.
func (l *Library) SetFirstSteps(ctx context.Context, done []string) error {
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, `INSERT INTO first_steps (one, done) VALUES (1, ?1)
			ON CONFLICT DO UPDATE SET done = ?1`, strings.Join(done, " "))
		return err
	})
}
