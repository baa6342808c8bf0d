package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// keepText keeps a text until what brings its article back is here.
func (s *syncer) keepText(ctx context.Context, item int64, came arrived) error {
	_, err := s.exec(ctx, "INSERT OR REPLACE INTO sync_text (item, article, feeds) VALUES (?, ?, ?)",
		item, string(mustValue(json.Marshal(came.article))), encodeJSON(came.feeds))
	return err
}

// keptText gives a text that was kept, and keeps it no longer.
func (s *syncer) keptText(ctx context.Context, item int64) (came arrived, err error) {
	type kept struct{ article, feeds string }
	list, err := collectRows(ctx, s, func(scan scanner) (k kept, err error) { return k, scan(&k.article, &k.feeds) },
		"SELECT article, feeds FROM sync_text WHERE item = ?", item)
	if err != nil || len(list) == 0 {
		return came, err
	}
	if err = errors.Join(json.Unmarshal([]byte(list[0].article), &came.article), json.Unmarshal([]byte(list[0].feeds), &came.feeds)); err != nil {
		return arrived{}, fmt.Errorf("reading a text that was kept: %w", err)
	}
	_, err = s.exec(ctx, "DELETE FROM sync_text WHERE item = ?", item)
	return came, err
}

// putArrived takes in the text of an article that is the latest of all, and tells whether
// it came.
func (s *syncer) putArrived(ctx context.Context, it *syncedItem, came arrived, as register) (bool, error) {
	a := came.article.Article()
	_ = a.Clean(articles.DefaultLimits()) // no pictures come along
	in := identity.NewIncoming(&a)
	in.Arrive(s.now)
	here, err := s.articleFor(ctx, it, &in)
	if err != nil {
		return false, err
	}
	later, err := s.isReplaced(ctx, it.item, &as)
	switch {
	case err != nil:
		return false, err
	case here != nil && (here.Bundled || later): // it comes with the program, or what is here is the later
		return false, nil
	case here == nil:
		if err := s.insert(ctx, &in, in.Time()); err != nil {
			return false, err
		}
		here = &in.Record
		if err := s.forgetRemoved(ctx, []*identity.Record{here}); err != nil {
			return false, err
		}
	default:
		if err := s.overwrite(ctx, here, &in); err != nil {
			return false, err
		}
	}
	if err := s.putAround(ctx, it, here, &in, came.feeds); err != nil {
		return false, err
	}
	s.counts.Articles++
	return true, s.hereNow(ctx, it, here.ID)
}

// isReplaced tells whether a later text of an article is known than one that came.
func (s *syncer) isReplaced(ctx context.Context, item int64, came *register) (bool, error) {
	now, err := collectRows(ctx, s, func(scan scanner) (r register, err error) {
		return r, scan(&r.item, &r.field, &r.stamp, &r.machine, &r.value)
	}, "SELECT item, field, stamp, machine, value FROM sync_register WHERE item = ? AND field = 'content'", item)
	return len(now) > 0 && s.compareRegisters(came, &now[0]) < 0, err
}

// articleFor finds the article of the library that one of elsewhere is, nil where it is
// not here. One that has an item of its own here is of one item from then on.
func (s *syncer) articleFor(ctx context.Context, it *syncedItem, in *identity.Incoming) (*identity.Record, error) {
	if it.here {
		return s.first(ctx, "a.id = ?", anyRecord, it.id)
	}
	here, err := s.find(ctx, in)
	if err != nil || here == nil {
		return nil, err
	}
	items, err := collectRows(ctx, s, scanColumn[int64], "SELECT item FROM sync_item WHERE kind = 0 AND id = ? AND here = 1", here.ID)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 || items[0] == it.item {
		return here, nil
	}
	return here, s.unify(ctx, it, items[0])
}

// unify makes one item of one that came and one that is here, and lets all know.
func (s *syncer) unify(ctx context.Context, it *syncedItem, with int64) error {
	names, err := collectRows(ctx, s, scanColumn[string], "SELECT name FROM sync_name WHERE item = ? ORDER BY name LIMIT 1", with)
	if err != nil {
		return err
	}
	if err := s.uniteItems(ctx, it.item, with); err != nil {
		return err
	}
	if err := s.set(ctx, it.item, fieldSame+names[0], "1", 0); err != nil {
		return err
	}
	s.late = append(s.late, it.item)
	it.here = true
	return nil
}

// overwrite gives an article of the library all that another form of it says. A text that
// goes stays as a former one.
func (s *syncer) overwrite(ctx context.Context, here *identity.Record, in *identity.Incoming) error {
	if here.Full && !in.Full {
		return nil // a text stays
	}
	now := *here
	whole := in.Record
	whole.Key = here.Key
	now.Restore(&whole)
	now.Added = in.Added
	if now == *here {
		return nil
	}
	if err := s.keepVersion(ctx, here, &now); err != nil {
		return err
	}
	if err := s.update(ctx, here, &now); err != nil {
		return err
	}
	*here = now
	return nil
}

// putAround takes in what stands around the text of an article.
func (s *syncer) putAround(ctx context.Context, it *syncedItem, here *identity.Record, in *identity.Incoming, feeds []string) error {
	if _, err := s.addTopics(ctx, here.Num, in.Topics); err != nil {
		return err
	}
	if _, err := s.addSources(ctx, here.Num, "", in); err != nil {
		return err
	}
	if _, err := s.addVersions(ctx, here.Num, in.Versions); err != nil {
		return err
	}
	if _, err := s.keepPictures(ctx, here, nil, false); err != nil {
		return err
	}
	for _, name := range articles.PictureNames(here.Body) {
		_, err := s.exec(ctx, `INSERT OR IGNORE INTO article_picture (num, name) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM picture WHERE name = ?2)`, here.Num, name)
		if err != nil {
			return err
		}
		_, err = s.exec(ctx, "INSERT OR IGNORE INTO sync_picture (item, name) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM picture WHERE name = ?2)", it.item, name)
		if err != nil {
			return err
		}
	}
	for _, key := range feeds {
		_, err := s.exec(ctx, "INSERT OR IGNORE INTO feed_article (feed, num) SELECT num, ?2 FROM feed WHERE key = ?1", key, here.Num)
		if err != nil {
			return err
		}
	}
	return nil
}

// hereNow keeps that the article of an item is here, as it is. Its marks are still to
// follow.
func (s *syncer) hereNow(ctx context.Context, it *syncedItem, id string) error {
	if _, err := s.exec(ctx, "UPDATE sync_item SET id = NULL WHERE kind = 0 AND id = ? AND item <> ?", id, it.item); err != nil {
		return err
	}
	it.id, it.here = id, true
	if _, err := s.exec(ctx, `UPDATE sync_item SET id = ?2, here = 1, (sum, read, bookmarked, archived, position) =
		(SELECT sum, read, bookmarked, archived, position FROM article WHERE id = ?2) WHERE item = ?1`, it.item, id); err != nil {
		return err
	}
	nums, err := collectRows(ctx, s, scanColumn[int64], "SELECT num FROM article WHERE id = ?", id)
	if err != nil || len(nums) == 0 {
		return err
	}
	return s.bringReading(ctx, it.item, nums[0])
}

// linkArrived makes articles that came name those that they name where they come from,
// when all of them are here.
func (s *syncer) linkArrived(ctx context.Context, linked []*syncedItem, texts map[int64]arrived) error {
	for _, it := range linked {
		a := texts[it.item].article.Article()
		if len(a.Related) == 0 {
			continue
		}
		_ = a.Clean(articles.DefaultLimits())
		from, err := s.first(ctx, "a.id = ?", anyRecord, it.id)
		if err != nil {
			return err
		}
		if from == nil {
			continue
		}
		if _, err = s.link(ctx, from, false, a.Related, s.now); err != nil {
			return err
		}
		// What it changed here, a card's place say, is no change of a reader's.
		_, err = s.exec(ctx, "UPDATE sync_item SET sum = (SELECT sum FROM article WHERE id = ?2) WHERE item = ?1 AND EXISTS (SELECT 1 FROM article WHERE id = ?2)", it.item, it.id)
		if err != nil {
			return err
		}
	}
	return nil
}
