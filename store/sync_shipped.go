package store

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/store/identity"
)

// What ships with the program is on every machine, and no machine gives it to another. So
// one that removed such an article, and is told that it was marked elsewhere since, takes it
// from the program again.

// compareShipped finds articles that ship and that were removed before the library was
// compared first: there is no item of them, and others would keep them. When they were
// removed nobody knows; so any mark is later.
func (s *syncer) compareShipped(ctx context.Context) error {
	keys, err := collectRows(ctx, s, scanColumn[string], `SELECT substr(known, length('key ') + 1) FROM removed
		WHERE known > 'key ' || ?1 AND known < 'key ' || ?1 || char(1114111)
		AND NOT EXISTS (SELECT 1 FROM sync_item WHERE bundled = substr(known, length('key ') + 1))`, bundled.Key)
	if err != nil {
		return err
	}
	for _, key := range keys {
		name := syncName(&identity.Record{Key: key}, 0)
		item, err := s.itemNamed(ctx, name)
		if err != nil {
			return err
		}
		if _, err := s.exec(ctx, "UPDATE sync_item SET bundled = ? WHERE item = ?", key, item); err != nil {
			return err
		}
		if value, err := s.value(ctx, item, fieldGone); err != nil {
			return err
		} else if value == "" {
			if err := s.set(ctx, item, fieldGone, "1", 1); err != nil {
				return err
			}
		}
		s.late = append(s.late, item)
	}
	return nil
}

// bringShipped takes an article in again that ships with the program and was removed here, or
// of which a card came back alone.
func (s *syncer) bringShipped(ctx context.Context, it *syncedItem) error {
	keys, err := collectRows(ctx, s, scanColumn[string], `SELECT bundled FROM sync_item
		WHERE item = ? AND bundled <> '' AND (EXISTS (SELECT 1 FROM removed WHERE known = 'key ' || bundled)
			OR EXISTS (SELECT 1 FROM article a WHERE a.id = sync_item.id AND a.full = 0))`, it.item)
	if err != nil || len(keys) == 0 {
		return err
	}
	ships, err := bundled.Articles()
	if err != nil {
		return fmt.Errorf("reading what ships: %w", err)
	}
	for i := range ships {
		if ships[i].Key != keys[0] {
			continue
		}
		if err := s.forgetRemoved(ctx, []*identity.Record{{Key: keys[0]}}); err != nil {
			return err
		}
		added, err := s.addAll(ctx, []articles.Article{ships[i]}, true)
		if err != nil {
			return err
		}
		s.counts.Articles++
		return s.hereNow(ctx, it, added[0].ID)
	}
	return nil // another version of the program ships it
}
