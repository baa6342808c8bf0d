package store

import (
	"context"
	"iter"

	"github.com/warraq/warraq/articles"
)

// SyncAhead is a row that is not in a folder yet, and its place among them.
type SyncAhead struct {
	SyncRow
	Seq int64
}

// SyncAheads reads the rows that are not in a folder yet, and did not come from it, in the
// order in which they were written. The texts of articles are as they are now; a row whose
// article is not here has none.
func (l *Library) SyncAheads(ctx context.Context, folder int64) iter.Seq2[SyncAhead, error] {
	return func(yield func(SyncAhead, error) bool) {
		for at := int64(0); ; {
			chunk, last, err := l.syncAheads(ctx, folder, at)
			if err != nil {
				yield(SyncAhead{}, l.failure(err))
				return
			}
			for i := range chunk {
				if !yield(chunk[i], nil) {
					return
				}
			}
			if last == at {
				return
			}
			at = last
		}
	}
}

// syncAtOnce is how many rows are read by one query.
const syncAtOnce = 2000

func (l *Library) syncAheads(ctx context.Context, folder, after int64) (rows []SyncAhead, last int64, err error) {
	last = after
	var articleIDs []string
	at := map[string][]int{} // the rows of texts by the IDs of articles
	type ahead struct {
		SyncAhead
		id, gone string
	}
	for a, err := range eachRow(ctx, l.db, func(scan scanner) (a ahead, err error) {
		err = scan(&a.Item, &a.Field, &a.Stamp, &a.Machine, &a.Value, &a.Seq, &a.id, &a.gone)
		return a, err
	}, `SELECT (SELECT min(name) FROM sync_name n WHERE n.item = r.item), r.field, r.stamp, m.id, r.value, r.seq,
			iif(i.here, coalesce(i.id, ''), ''), coalesce((SELECT value FROM sync_register g WHERE g.item = r.item AND g.field = 'gone'), '')
		FROM sync_register r JOIN sync_machine m USING (machine) JOIN sync_item i USING (item)
		WHERE r.seq > max(?2, (SELECT written FROM sync_folder WHERE folder = ?1)) AND r.folder <> ?1 ORDER BY r.seq LIMIT ?3`, folder, after, syncAtOnce) {
		if err != nil {
			return nil, after, err
		}
		last = a.Seq
		if a.IsText() {
			if a.id != "" && a.gone != "1" { // else whoever has it says it
				if len(at[a.id]) == 0 {
					articleIDs = append(articleIDs, a.id)
				}
				at[a.id] = append(at[a.id], len(rows))
			}
		}
		rows = append(rows, a.SyncAhead)
	}
	return rows, last, l.fillTexts(ctx, rows, articleIDs, at)
}

// fillTexts puts the texts of articles into rows.
func (l *Library) fillTexts(ctx context.Context, rows []SyncAhead, ids []string, at map[string][]int) error {
	if len(ids) == 0 {
		return nil
	}
	there, err := collectRows(ctx, l.db, scanColumn[string], "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))", encodeJSON(ids))
	if err != nil {
		return err
	}
	for whole, err := range l.Wholes(ctx, there) {
		if err != nil {
			return err
		}
		handedOn := syncArticle(&whole)
		for _, i := range at[whole.ID] {
			rows[i].Article = handedOn
		}
	}
	type came struct{ id, feed string }
	for f, err := range eachRow(ctx, l.db, func(scan scanner) (f came, err error) { return f, scan(&f.id, &f.feed) },
		`SELECT a.id, f.key FROM json_each(?) j JOIN article a ON a.id = j.value JOIN feed_article fa USING (num) JOIN feed f ON f.num = fa.feed`, encodeJSON(there)) {
		if err != nil {
			return err
		}
		for _, i := range at[f.id] {
			rows[i].Feeds = append(rows[i].Feeds, f.feed)
		}
	}
	return nil
}

// syncArticle gives an article as machines hand it on: without what has fields of its own,
// and without the bytes of pictures.
func syncArticle(w *Whole) *articles.JSON {
	a := w.Article()
	a.Kept = &articles.Kept{ID: w.ID, Added: w.Added, Sources: w.Sources, Versions: w.Versions}
	for i := range w.Named {
		n := &w.Named[i]
		a.Related = append(a.Related, articles.Related{
			Kind: n.Why.Kind(), ID: n.ID, URL: n.URL, Title: n.Title, Section: n.Section, Source: n.Source, Author: n.Author,
			Place: n.Place, Summary: n.Summary,
		})
	}
	j := a.JSON()
	return &j
}

// SyncTextWeight is how many rows the text of an article counts for, where it is asked
// whether segments are worth writing again.
const SyncTextWeight = 50

// SyncWeights gives how much the segments weigh that this library wrote into a folder, and
// how much of that holds.
func (l *Library) SyncWeights(ctx context.Context, folder int64) (written, current int, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(sum(weight), 0) FROM sync_segment WHERE folder = ?1 AND state IN (1, 3)),
		(SELECT count(*) FROM sync_register WHERE folder <> ?1) + (?2 - 1) * (SELECT count(*) FROM sync_register r WHERE folder <> ?1 AND field = 'content'
			AND NOT EXISTS (SELECT 1 FROM sync_register g WHERE g.item = r.item AND g.field = 'gone' AND g.value = '1'))`, folder, SyncTextWeight).Scan(&written, &current)
	return written, current, l.failure(err)
}

// AreSyncRowsCurrent tells of rows that this library wrote into a folder which of them
// still hold: the others were written anew, here or elsewhere.
func (l *Library) AreSyncRowsCurrent(ctx context.Context, folder int64, rows []SyncRow) ([]bool, error) {
	type known struct{ Item, Field string }
	type writing struct {
		stamp   int64
		machine string
		folder  int64
	}
	items := map[string]bool{}
	var names []string
	for i := range rows {
		if !items[rows[i].Item] {
			items[rows[i].Item] = true
			names = append(names, rows[i].Item)
		}
	}
	now := map[known]writing{}
	type register struct {
		known
		writing
	}
	for r, err := range eachRow(ctx, l.db, func(scan scanner) (r register, err error) {
		return r, scan(&r.Item, &r.Field, &r.stamp, &r.machine, &r.folder)
	}, `SELECT j.value, r.field, r.stamp, m.id, r.folder FROM json_each(?) j JOIN sync_name n ON n.name = j.value
		JOIN sync_register r USING (item) JOIN sync_machine m USING (machine)
		WHERE r.field <> 'content' OR NOT EXISTS (SELECT 1 FROM sync_register g WHERE g.item = r.item AND g.field = 'gone' AND g.value = '1')`, encodeJSON(names)) {
		if err != nil {
			return nil, l.failure(err)
		}
		now[r.known] = r.writing
	}
	current := make([]bool, len(rows))
	for i := range rows {
		r := &rows[i]
		w, ok := now[known{r.Item, r.Field}]
		current[i] = ok && w.stamp == r.Stamp && w.machine == r.Machine && w.folder != folder
	}
	return current, nil
}
