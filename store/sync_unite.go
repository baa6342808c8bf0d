package store

import (
	"context"
	"strings"

	"github.com/warraq/warraq/articles"
)

// unite makes one item of two of which a row says that they are one.
func (s *syncer) unite(ctx context.Context, rows []SyncRow, items map[string]int64) error {
	for i := range rows {
		other, ok := strings.CutPrefix(rows[i].Field, fieldSame)
		if !ok || items[other] == items[rows[i].Item] {
			continue
		}
		one, _ := parseItemName(rows[i].Item)
		if two, _ := parseItemName(other); one != articleItem || two != articleItem {
			continue
		}
		keep, drop := items[rows[i].Item], items[other]
		if err := s.uniteItems(ctx, keep, drop); err != nil {
			return err
		}
		for name, item := range items {
			if item == drop {
				items[name] = keep
			}
		}
		s.late = append(s.late, keep)
	}
	return nil
}

// uniteItems gives an item all that another has, which goes. Where both are here one of
// the two articles goes, whose text the other one keeps as a former one of its own.
func (s *syncer) uniteItems(ctx context.Context, keep, drop int64) error {
	registers, err := s.registersOf(ctx, []int64{keep, drop})
	if err != nil {
		return err
	}
	if err := s.liftReading(ctx, keep, drop, registers); err != nil {
		return err
	}
	if err := s.uniteHere(ctx, keep, drop, registers); err != nil {
		return err
	}
	for field, r := range registers[drop] {
		was, ok := registers[keep][field]
		if ok && s.compareRegisters(&r, &was) <= 0 {
			continue
		}
		_, err := s.exec(ctx, `INSERT OR REPLACE INTO sync_register (item, field, stamp, machine, folder, seq, value)
			SELECT ?1, field, stamp, machine, folder, seq, value FROM sync_register WHERE item = ?2 AND field = ?3`, keep, drop, field)
		if err != nil {
			return err
		}
	}
	if err := s.execEach(ctx, []any{keep, drop},
		"UPDATE sync_name SET item = ?1 WHERE item = ?2",
		"DELETE FROM sync_register WHERE item = ?2",
		"DELETE FROM sync_tag WHERE item = ?2",
		"DELETE FROM sync_highlight WHERE item = ?2",
		"DELETE FROM sync_picture WHERE item = ?2",
		"UPDATE OR REPLACE sync_text SET item = ?1 WHERE item = ?2",
		"DELETE FROM sync_item WHERE item = ?2",
	); err != nil {
		return err
	}
	return s.placeReading(ctx, keep)
}

// uniteHere leaves one article of two that are one: the one whose text is the later.
func (s *syncer) uniteHere(ctx context.Context, keep, drop int64, registers map[int64]itemRegisters) error {
	list, err := s.itemsHere(ctx, []int64{keep, drop})
	if err != nil || len(list) < 2 || list[0].kind != articleItem || list[1].kind != articleItem {
		return err
	}
	kept, dropped := list[0], list[1]
	if kept.item != keep {
		kept, dropped = dropped, kept
	}
	switch {
	case !dropped.here:
		return nil
	case !kept.here:
		return s.moveHere(ctx, &kept, &dropped)
	}
	one, other := registers[keep][fieldContent], registers[drop][fieldContent]
	if s.compareRegisters(&one, &other) < 0 {
		if err := s.dropInto(ctx, kept.id, dropped.id); err != nil {
			return err
		}
		if err := s.forgetHere(ctx, keep); err != nil {
			return err
		}
		return s.moveHere(ctx, &kept, &dropped)
	}
	return s.dropInto(ctx, dropped.id, kept.id)
}

// moveHere makes the article of one item that of another.
func (s *syncer) moveHere(ctx context.Context, to, from *syncedItem) error {
	if err := s.execEach(ctx, []any{to.item, from.item, from.id},
		"UPDATE sync_item SET id = NULL WHERE item = ?2",
		`UPDATE sync_item SET (id, here, sum, read, bookmarked, archived, position, bundled) =
			(SELECT ?3, 1, sum, read, bookmarked, archived, position, bundled FROM sync_item WHERE item = ?2) WHERE item = ?1`,
		"INSERT OR IGNORE INTO sync_tag (item, key) SELECT ?1, key FROM sync_tag WHERE item = ?2",
		"UPDATE sync_highlight SET item = ?1 WHERE item = ?2",
		"INSERT OR IGNORE INTO sync_picture (item, name) SELECT ?1, name FROM sync_picture WHERE item = ?2",
	); err != nil {
		return err
	}
	return nil
}

// dropInto takes an article out of the library that is another one, which keeps its text
// as a former one.
func (s *syncer) dropInto(ctx context.Context, id, into string) error {
	gone, err := s.first(ctx, "a.id = ?", anyRecord, id)
	if err != nil || gone == nil {
		return err
	}
	stays, err := s.first(ctx, "a.id = ?", anyRecord, into)
	if err != nil || stays == nil {
		return err
	}
	if gone.Full {
		former := []articles.Version{{Title: gone.Title, Body: gone.Body, Until: timeOfMilliseconds(s.now)}}
		if _, err := s.addVersions(ctx, stays.Num, former); err != nil {
			return err
		}
	}
	if err := s.execEach(ctx, []any{gone.Num, stays.Num},
		"INSERT OR IGNORE INTO feed_article (num, feed) SELECT ?2, feed FROM feed_article WHERE num = ?1",
		"INSERT OR IGNORE INTO link (source, position, target, kind) SELECT source, position, ?2, kind FROM link WHERE target = ?1 AND source <> ?2",
		"UPDATE server_article SET num = ?2 WHERE num = ?1",
		`INSERT INTO reading (day, num, ms, told) SELECT day, ?2, ms, told FROM reading WHERE num = ?1
			ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told`,
		"DELETE FROM reading WHERE num = ?1",
		"DELETE FROM article WHERE num = ?1",
	); err != nil {
		return err
	}
	s.unindex(gone)
	return nil
}
