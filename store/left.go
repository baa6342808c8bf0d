package store

import "context"

// SetLeftAt keeps which article was open when the reader was left, to be there
// again the next time.
func (l *Library) SetLeftAt(ctx context.Context, id string) error {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return err
	}
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, `INSERT INTO left_at (one, num) VALUES (1, ?1)
			ON CONFLICT DO UPDATE SET num = ?1 WHERE num <> ?1`, num)
		return err
	})
}

// LeftAt gives the article of [Library.SetLeftAt]; ok is false where there is none.
func (l *Library) LeftAt(ctx context.Context) (e Entry, ok bool, err error) {
	entries, err := l.entries(ctx, "SELECT "+entryColumns+" FROM left_at JOIN article a USING (num)")
	if err != nil || len(entries) == 0 {
		return Entry{}, false, err
	}
	return entries[0], true, nil
}
