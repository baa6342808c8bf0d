package store

import (
	"context"
	"slices"
	"strings"
)

// The marks of articles are written many at a time: of a hundred thousand that come at once
// most of the time would go into asking for each.

// settledMarks are the marks that an article gets.
type settledMarks struct {
	it *syncedItem
	v  *articleView
}

// settledTag is a tag that an article gets.
type settledTag struct {
	it        *syncedItem
	key, name string
}

// settleMarks makes the marks of an article those of a view, by the next writeMarks.
func (s *syncer) settleMarks(ctx context.Context, it *syncedItem, v *articleView) error {
	changes := it.was != shadowOfMarks{v.read, v.bookmarked, v.archived, v.position}
	if changes {
		s.marked = append(s.marked, settledMarks{it, v})
	}
	newTags, err := s.settleTags(ctx, it, v)
	if err != nil {
		return err
	}
	newHighlights, err := s.settleHighlights(ctx, it, v)
	if changes || newTags || newHighlights {
		s.counts.Marks++
	}
	return err
}

// readShadow reads the marks that an article has by now.
func (s *syncer) readShadow(ctx context.Context, it *syncedItem) error {
	list, err := collectRows(ctx, s, func(scan scanner) (m shadowOfMarks, err error) {
		return m, scan(&m.read, &m.bookmarked, &m.archived, &m.position)
	}, "SELECT "+selectShadow+" FROM sync_item i WHERE i.item = ?", it.item)
	if len(list) > 0 {
		it.was = list[0]
	}
	return err
}

// writeMarks writes the marks that articles get.
func (s *syncer) writeMarks(ctx context.Context) error {
	marks, tags := s.marked, s.tagged
	s.marked, s.tagged = nil, nil
	for some := range slices.Chunk(marks, registersAtOnce) {
		if err := s.writeSomeMarks(ctx, some); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(tags, registersAtOnce) {
		if err := s.writeTags(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf gives so many rows of so many values each, for a statement.
func rowsOf(rows, values int) string {
	row := "(?" + strings.Repeat(", ?", values-1) + ")"
	return row + strings.Repeat(", "+row, rows-1)
}

func (s *syncer) writeSomeMarks(ctx context.Context, list []settledMarks) error {
	articles, shadows := make([]any, 0, 7*len(list)), make([]any, 0, 5*len(list))
	for _, m := range list {
		v := m.v
		articles = append(articles, m.it.id, v.read, v.readAt, v.bookmarked, v.bookmarkedAt, v.archived, v.position)
		shadows = append(shadows, m.it.item, v.read, v.bookmarked, v.archived, v.position)
		m.it.was = shadowOfMarks{v.read, v.bookmarked, v.archived, v.position}
	}
	_, err := s.exec(ctx, `WITH v (id, read, read_at, bookmarked, bookmarked_at, archived, position) AS (VALUES `+rowsOf(len(list), 7)+`)
		UPDATE article SET
			read = v.read, read_at = iif(article.read = v.read, article.read_at, v.read_at),
			bookmarked = v.bookmarked, bookmarked_at = iif(article.bookmarked = v.bookmarked, article.bookmarked_at, v.bookmarked_at),
			archived = v.archived, position = v.position
		FROM v WHERE article.id = v.id`, articles...)
	if err != nil {
		return err
	}
	_, err = s.exec(ctx, `WITH v (item, read, bookmarked, archived, position) AS (VALUES `+rowsOf(len(list), 5)+`)
		UPDATE sync_item SET read = v.read, bookmarked = v.bookmarked, archived = v.archived, position = v.position FROM v WHERE sync_item.item = v.item`, shadows...)
	if err != nil {
		return err
	}
	return s.writeBegun(ctx, list)
}

// writeBegun keeps how far articles were read whose positions came.
func (s *syncer) writeBegun(ctx context.Context, list []settledMarks) error {
	var values []any
	for _, m := range list {
		if m.v.percent != nil {
			values = append(values, m.it.id, m.v.percent, m.v.at)
		}
	}
	if len(values) == 0 {
		return nil
	}
	_, err := s.exec(ctx, `WITH v (id, percent, at) AS (VALUES `+rowsOf(len(values)/3, 3)+`)
		INSERT INTO begun (num, percent, at) SELECT a.num, v.percent, v.at FROM v JOIN article a ON a.id = v.id WHERE true
		ON CONFLICT DO UPDATE SET percent = excluded.percent, at = excluded.at WHERE at < excluded.at`, values...)
	return err
}

func (s *syncer) writeTags(ctx context.Context, list []settledTag) error {
	tags, shadows := make([]any, 0, 3*len(list)), make([]any, 0, 2*len(list))
	for _, t := range list {
		tags = append(tags, t.it.id, t.key, t.name)
		shadows = append(shadows, t.it.item, t.key)
	}
	_, err := s.exec(ctx, `WITH v (id, key, name) AS (VALUES `+rowsOf(len(list), 3)+`)
		INSERT INTO tag (num, key, name) SELECT a.num, v.key, v.name FROM v CROSS JOIN article a ON a.id = v.id WHERE true
		ON CONFLICT DO UPDATE SET name = excluded.name`, tags...)
	if err != nil {
		return err
	}
	_, err = s.exec(ctx, "INSERT OR IGNORE INTO sync_tag (item, key) VALUES "+rowsOf(len(list), 2), shadows...)
	return err
}
