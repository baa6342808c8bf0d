package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// Article gives an article with its text. The beginning of an ID is enough where
// no other begins so.
func (l *Library) Article(ctx context.Context, id string) (Item, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return Item{}, err
	}
	var item Item
	var captions string
	row := l.db.QueryRowContext(ctx, "SELECT "+entryColumns+`, coalesce(warraq_text(t.body), ''), coalesce(t.captions, '[]'), a.guid
		FROM article a LEFT JOIN text t USING (num) WHERE a.num = ?`, num)
	if item.Entry, err = scanEntryAnd(&item.Body, &captions, &item.GUID)(row.Scan); err != nil {
		return Item{}, l.failure(fmt.Errorf("reading article %s: %w", id, err))
	}
	if err = json.Unmarshal([]byte(captions), &item.Captions); err != nil {
		return Item{}, &Error{Path: l.path, Kind: ErrDamaged, Why: fmt.Errorf("the captions of %s: %w", item.ID, err)}
	}
	if item.Pictures, err = l.pictures(ctx, num, item.Body, false); err != nil {
		return item, err
	}
	if item.Sources, err = l.sources(ctx, num); err != nil {
		return item, err
	}
	item.Tags, err = l.topics(ctx, num)
	return item, err
}

// resolve finds the article of an ID or of the beginning of one.
func (l *Library) resolve(ctx context.Context, id string) (int64, error) {
	wanted := strings.ToLower(strings.TrimSpace(id))
	if wanted == "" {
		return 0, fmt.Errorf("%q: %w", id, ErrNotFound)
	}
	var num, matches int64
	var exact bool
	err := l.db.QueryRowContext(ctx, `SELECT num, count(*) OVER (), id = ?1 FROM article
		WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 1`, wanted).Scan(&num, &matches, &exact)
	switch {
	case isNoRow(err):
		return 0, fmt.Errorf("%q: %w", id, ErrNotFound)
	case err != nil:
		return 0, l.failure(fmt.Errorf("looking for %q: %w", id, err))
	case matches > 1 && !exact:
		return 0, fmt.Errorf("%q: %w", id, ErrAmbiguous)
	}
	return num, nil
}
