package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/identity"
)

func timeOfMilliseconds(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// removeHere takes an article out of the library that was removed elsewhere. What comes in
// by itself does not bring it back. It goes with the marks that it had there: a server of
// feeds is told of them.
func (s *syncer) removeHere(ctx context.Context, it *syncedItem, v *articleView) error {
	if !it.here {
		return nil
	}
	r, err := s.first(ctx, "a.id = ?", anyRecord, it.id)
	if err != nil {
		return err
	}
	if r != nil {
		if err := s.keepRemoved(ctx, r); err != nil {
			return err
		}
		if err := s.execEach(ctx, []any{r.Num, v.read, v.bookmarked},
			"UPDATE article SET read = ?2, bookmarked = ?3 WHERE num = ?1 AND (read, bookmarked) IS NOT (?2, ?3)",
			"DELETE FROM article WHERE num = ?1"); err != nil {
			return err
		}
		s.unindex(r)
		s.counts.Removed++
	}
	it.here = false
	return s.forgetHere(ctx, it.item)
}

// highlightShadow is a highlight as it was when it was compared last.
type highlightShadow struct{ id, fields, value string }

// setsHere reads the tags and highlights that items had when the library was compared last.
func (s *syncer) setsHere(ctx context.Context, items []int64) (tags map[int64]map[string]string, highlights map[int64][]highlightShadow, err error) {
	among := encodeJSON(items)
	tags, highlights = map[int64]map[string]string{}, map[int64][]highlightShadow{}
	for _, err := range eachRow(ctx, s, func(scan scanner) (struct{}, error) {
		var item int64
		var key, name string
		err := scan(&item, &key, &name)
		if tags[item] == nil {
			tags[item] = map[string]string{}
		}
		tags[item][key] = name
		return struct{}{}, err
	}, `SELECT DISTINCT st.item, st.key, coalesce(t.name, '') FROM json_each(?) j CROSS JOIN sync_tag st ON st.item = j.value
		JOIN sync_item i ON i.item = st.item LEFT JOIN article a ON a.id = i.id LEFT JOIN tag t ON t.num = a.num AND t.key = st.key`, among) {
		if err != nil {
			return nil, nil, err
		}
	}
	for _, err := range eachRow(ctx, s, func(scan scanner) (struct{}, error) {
		var item int64
		var h highlightShadow
		err := scan(&item, &h.id, &h.fields, &h.value)
		highlights[item] = append(highlights[item], h)
		return struct{}{}, err
	}, "SELECT DISTINCT h.item, h.id, h.fields, h.value FROM json_each(?) j CROSS JOIN sync_highlight h ON h.item = j.value", among) {
		if err != nil {
			return nil, nil, err
		}
	}
	return tags, highlights, nil
}

// manyItems is from how many items on it is faster to count all articles once than to
// count each as it changes.
const manyItems = 2000

// withoutTally does something to so many items. Where they are many the triggers that
// count each change of a mark are left out meanwhile, and all are counted in the end.
func (s *syncer) withoutTally(ctx context.Context, items int, do func() error) error {
	if items < manyItems || s.counting {
		return do()
	}
	triggers, err := collectRows(ctx, s, func(scan scanner) (t [2]string, err error) { return t, scan(&t[0], &t[1]) },
		"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN ('tally_article_changes', 'topic_article_changes', 'topic_article_moves')")
	if err != nil || len(triggers) == 0 {
		return errors.Join(err, do())
	}
	s.counting = true
	defer func() { s.counting = false }()
	for _, t := range triggers {
		if _, err = s.conn.ExecContext(ctx, "DROP TRIGGER "+t[0]); err != nil {
			return fmt.Errorf("leaving out a trigger: %w", err)
		}
	}
	if err = do(); err != nil {
		return err
	}
	if err = s.countAnew(ctx); err != nil {
		return err
	}
	for _, t := range triggers {
		if _, err = s.conn.ExecContext(ctx, t[1]); err != nil {
			return fmt.Errorf("counting by a trigger again: %w", err)
		}
	}
	return nil
}

// settleTags makes the tags of an article those of a view, spelled as they are there, and
// tells whether one changed.
func (s *syncer) settleTags(ctx context.Context, it *syncedItem, v *articleView) (bool, error) {
	have := s.hadTags[it.item]
	changed := false
	for key := range have {
		if _, ok := v.tags[key]; ok {
			continue
		}
		changed = true
		if _, err := s.exec(ctx, "DELETE FROM tag WHERE num = (SELECT num FROM article WHERE id = ?) AND key = ?", it.id, key); err != nil {
			return false, err
		}
		if _, err := s.exec(ctx, "DELETE FROM sync_tag WHERE item = ? AND key = ?", it.item, key); err != nil {
			return false, err
		}
	}
	for key, name := range v.tags {
		key, name = text.CleanLine(key), text.CleanLine(name)
		if now, ok := have[key]; ok && now == name {
			continue
		}
		changed = true
		s.tagged = append(s.tagged, settledTag{it, key, name})
	}
	return changed, nil
}

// settleHighlights makes the highlights of an article those of a view, and tells whether
// one changed.
func (s *syncer) settleHighlights(ctx context.Context, it *syncedItem, v *articleView) (bool, error) {
	have := s.hadHighlights[it.item]
	changed := false
	for _, h := range have {
		if slices.ContainsFunc(v.highlights, func(w highlightView) bool { return w.id == h.id }) {
			continue
		}
		changed = true
		if _, err := s.exec(ctx, "DELETE FROM highlight WHERE id = ?", h.id); err != nil {
			return false, err
		}
		if _, err := s.exec(ctx, "DELETE FROM sync_highlight WHERE id = ?", h.id); err != nil {
			return false, err
		}
	}
	for _, w := range v.highlights {
		h := parseHighlight(w.value)
		if h.Quote == "" && h.Note == "" || !identity.IsID(w.id) {
			continue
		}
		value, fields := h.encode(), strings.Join(w.fields, "\n")
		if slices.Contains(have, highlightShadow{w.id, fields, value}) {
			continue
		}
		changed = true
		_, err := s.exec(ctx, `INSERT OR REPLACE INTO highlight (id, num, first, last, quote, quote_from, quote_to, note, made, changed)
			SELECT ?2, num, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM article WHERE id = ?1`,
			it.id, w.id, h.Start, h.End, h.Quote, h.Before, h.After, h.Note, h.Made, h.Changed)
		if err != nil {
			return false, err
		}
		_, err = s.exec(ctx, "INSERT OR REPLACE INTO sync_highlight (id, item, fields, value) VALUES (?, ?, ?, ?)", w.id, it.item, fields, value)
		if err != nil {
			return false, err
		}
	}
	return changed, nil
}
