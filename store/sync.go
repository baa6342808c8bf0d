package store

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
)

// How two libraries become one.
//
// All that is kept alike are items (articles, feeds, searches), and fields of items. The
// last writing of a field is a register: its value, the machine that wrote it and a stamp,
// which is the time in milliseconds, or one more than the stamp of what it replaces. So
// whoever saw a writing and writes after it wins, however wrong its clock is. Of two
// writings of one field the one with the greater stamp stays; of two texts of one article a
// whole one before a card.
//
// What its reader changed is found by comparing: tables sync_item, sync_tag and
// sync_highlight have what the library had when it was compared last. Nothing has to be
// written down while articles are read, and no instant in which a program is killed leaves
// a change that is not found the next time. A comparison and what it finds are one
// transaction, and so are the registers of others and what follows from them.
//
// Tags and highlights are sets. Each giving of a tag, each writing of a highlight is a
// register of its own, named by who wrote it and when; taking one away empties the
// registers that were seen. So a tag that one machine gave while another took it away
// stays, and of two edits of one note both stay.
//
// An article that was removed stays away, unless it was bookmarked, tagged or highlighted
// after that; then the machine that has it gives it to all again.
//
// Items have names that are made of what an article is known by, so that two machines give
// one article one name. Where they do not (one had its card, the other its text), the first
// that has both says that the two names are of one item.

// SyncRow is the writing of a field of an item, as machines hand it on.
type SyncRow struct {
	Item    string         `json:"u"`
	Field   string         `json:"f"`
	Stamp   int64          `json:"t"`
	Machine string         `json:"m"`
	Value   string         `json:"v,omitempty"`
	Article *articles.JSON `json:"a,omitempty"` // of the field "content"
	Feeds   []string       `json:"k,omitempty"` // the keys of the feeds that an article came from
}

// IsText tells whether the row has the text of an article.
func (r *SyncRow) IsText() bool { return r.Field == fieldContent }

// MaxSyncStamp is the greatest stamp that is taken: one of the year 2286.
const MaxSyncStamp = 9_999_999_999_999

// The fields. A tag, a highlight and another name are behind the beginnings of theirs.
const (
	fieldContent    = "content" // "1" of a text, "0" of a card
	fieldGone       = "gone"    // "1" since it was removed
	fieldRead       = "read"    // "0", "1", and "2" of what was marked so without being read
	fieldBookmarked = "bookmarked"
	fieldArchived   = "archived"
	fieldPosition   = "position" // of the reader, and the percentage that was read
	fieldSame       = "same:"
	fieldTag        = "tag:"
	fieldHighlight  = "highlight:"
	fieldFeed       = "feed."
	fieldSearch     = "search"
)

// SyncSegment is a segment of a folder, and what this library has to do with it.
type SyncSegment struct {
	Name   string
	State  SegmentState
	Weight int // of its rows; see SyncTextWeight
}

// SegmentState says what a library has to do with a segment.
type SegmentState int

// The states.
const (
	SegmentRead     SegmentState = iota // it is another's, and was read
	SegmentWritten                      // it was written here
	SegmentReplaced                     // it was, and what holds of it stands in another
	SegmentBegun                        // it was about to be written here
)

// SyncCounts are how much a merge changed here.
type SyncCounts struct {
	Articles int // that came or got another text
	Marks    int // of articles
	Removed  int // articles
	Feeds    int // that came, went or changed
}

// Add adds other counts.
func (n *SyncCounts) Add(more SyncCounts) {
	n.Articles += more.Articles
	n.Marks += more.Marks
	n.Removed += more.Removed
	n.Feeds += more.Feeds
}

// IsZero tells whether nothing changed.
func (n SyncCounts) IsZero() bool { return n == SyncCounts{} }

var syncIDs = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewSyncID makes a random name of a machine or a folder.
func NewSyncID() string {
	b := make([]byte, 10)
	_, _ = rand.Read(b) // it never fails (crypto/rand)
	return syncIDs.EncodeToString(b)
}

// SyncMachine gives the name by which this library is known to others, making one where it
// has none.
func (l *Library) SyncMachine(ctx context.Context) (string, error) {
	var id string
	err := l.db.QueryRowContext(ctx, "SELECT machine FROM sync_library").Scan(&id)
	if err != nil || id != "" {
		return id, l.failure(err)
	}
	return l.setSyncMachine(ctx, "")
}

func (l *Library) setSyncMachine(ctx context.Context, was string) (id string, err error) {
	err = l.change(ctx, func(c *transaction) error {
		if _, err = c.exec(ctx, "UPDATE sync_library SET machine = ? WHERE machine = ?", NewSyncID(), was); err != nil {
			return err
		}
		var ids []string
		ids, err = collectRows(ctx, c, scanColumn[string], "SELECT machine FROM sync_library")
		if err == nil {
			id = ids[0]
		}
		return err
	})
	return id, err
}

// RenewSyncMachine gives this library another name, since a copy of it writes under the
// one that it has. What it wrote into a folder stays there under that, as another's, and
// the folder is known by a new token.
func (l *Library) RenewSyncMachine(ctx context.Context, was string, folder int64, token string) (string, error) {
	err := l.change(ctx, func(c *transaction) error {
		return c.execEach(ctx, []any{folder, token},
			"UPDATE sync_register SET folder = ?1 WHERE folder = 0 AND seq <= (SELECT written FROM sync_folder WHERE folder = ?1)",
			"UPDATE sync_segment SET state = 0 WHERE folder = ?1",
			"UPDATE sync_folder SET token = ?2 WHERE folder = ?1")
	})
	if err != nil {
		return "", err
	}
	return l.setSyncMachine(ctx, was)
}

// SyncFolder finds what is known of a folder by its token. Of one that is not known ok is
// false.
func (l *Library) SyncFolder(ctx context.Context, token string) (folder int64, segments map[string]SegmentState, ok bool, err error) {
	nums, err := collectRows(ctx, l.db, scanColumn[int64], "SELECT folder FROM sync_folder WHERE token = ?", token)
	if err != nil || len(nums) == 0 {
		return 0, nil, false, l.failure(err)
	}
	segments = map[string]SegmentState{}
	list, err := collectRows(ctx, l.db, func(scan scanner) (s SyncSegment, err error) { return s, scan(&s.Name, &s.State) },
		"SELECT name, state FROM sync_segment WHERE folder = ?", nums[0])
	for _, s := range list {
		segments[s.Name] = s.State
	}
	return nums[0], segments, true, l.failure(err)
}

// SyncToken gives the token of the folder that some segments were written into by this
// library, "" where they are of none.
func (l *Library) SyncToken(ctx context.Context, segments []string) (string, error) {
	tokens, err := collectRows(ctx, l.db, scanColumn[string], `SELECT f.token FROM sync_segment s JOIN sync_folder f USING (folder)
		WHERE s.state <> 0 AND s.name IN (SELECT value FROM json_each(?)) GROUP BY folder ORDER BY count(*) DESC LIMIT 1`, encodeJSON(segments))
	if err != nil || len(tokens) == 0 {
		return "", l.failure(err)
	}
	return tokens[0], nil
}

// AddSyncFolder makes a folder known by a token.
func (l *Library) AddSyncFolder(ctx context.Context, token string) (folder int64, err error) {
	err = l.change(ctx, func(c *transaction) error {
		if _, err = c.exec(ctx, "INSERT OR IGNORE INTO sync_folder (token) VALUES (?)", token); err != nil {
			return err
		}
		var nums []int64
		nums, err = collectRows(ctx, c, scanColumn[int64], "SELECT folder FROM sync_folder WHERE token = ?", token)
		if err == nil {
			folder = nums[0]
		}
		return err
	})
	return folder, err
}

// NoteSyncSegments keeps that segments of a folder were read, or that they are written or
// about to be.
func (l *Library) NoteSyncSegments(ctx context.Context, folder int64, segments ...SyncSegment) error {
	if len(segments) == 0 {
		return nil
	}
	return l.change(ctx, func(c *transaction) error { return c.noteSegments(ctx, folder, segments) })
}

func (c *transaction) noteSegments(ctx context.Context, folder int64, segments []SyncSegment) error {
	for _, s := range segments {
		if _, err := c.exec(ctx, "INSERT OR REPLACE INTO sync_segment (folder, name, state, weight) VALUES (?, ?, ?, ?)", folder, s.Name, s.State, s.Weight); err != nil {
			return err
		}
	}
	return nil
}

// ForgetSyncSegments forgets segments that are no longer in a folder.
func (l *Library) ForgetSyncSegments(ctx context.Context, folder int64, names []string) error {
	if len(names) == 0 {
		return nil
	}
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "DELETE FROM sync_segment WHERE folder = ? AND name IN (SELECT value FROM json_each(?))", folder, encodeJSON(names))
		return err
	})
}

// SyncWritten keeps up to which register a folder has what was written here.
func (l *Library) SyncWritten(ctx context.Context, folder, seq int64) error {
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "UPDATE sync_folder SET written = max(written, ?) WHERE folder = ?", seq, folder)
		return err
	})
}

// SyncSeq gives the place of the last register that was written, and up to which one a
// folder has them.
func (l *Library) SyncSeq(ctx context.Context, folder int64) (last, written int64, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT seq, coalesce((SELECT written FROM sync_folder WHERE folder = ?), 0) FROM sync_library", folder).Scan(&last, &written)
	return last, written, l.failure(err)
}

// RewriteSync has all that was written into a folder written again, since segments of
// it are lost there.
func (l *Library) RewriteSync(ctx context.Context, folder int64, lost []string) error {
	return l.change(ctx, func(c *transaction) error {
		return c.execEach(ctx, []any{folder, encodeJSON(lost)},
			"UPDATE sync_folder SET written = 0 WHERE folder = ?1",
			"DELETE FROM sync_segment WHERE folder = ?1 AND state IN (1, 3) AND name IN (SELECT value FROM json_each(?2))")
	})
}

// CompareSync finds what changed in the library since it was compared last, and keeps it
// as written at a time. It gives the number of fields that changed.
func (l *Library) CompareSync(ctx context.Context, now time.Time) (changed int, err error) {
	err = l.change(ctx, func(c *transaction) error {
		s, failure := c.newSyncer(ctx, now)
		if failure != nil {
			return failure
		}
		changed, failure = s.compare(ctx)
		return failure
	})
	return changed, err
}

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

// MergeSync takes rows of other machines into the library, and keeps that the segments of
// a folder that they came in were read, all or, where there is an error, nothing. What
// changed in the library meanwhile is found first.
func (l *Library) MergeSync(ctx context.Context, folder int64, rows []SyncRow, segments []SyncSegment, now time.Time) (SyncCounts, error) {
	var counts SyncCounts
	err := l.change(ctx, func(c *transaction) error {
		s, err := c.newSyncer(ctx, now)
		if err != nil {
			return err
		}
		if _, err := s.compare(ctx); err != nil {
			return err
		}
		s.folder = folder
		if err := s.merge(ctx, rows); err != nil {
			return err
		}
		counts = s.counts
		if err := c.noteSegments(ctx, folder, segments); err != nil {
			return err
		}
		if counts.IsZero() {
			return nil
		}
		return c.revise(ctx)
	})
	return counts, err
}

// MissingPictures gives the names of pictures that texts show and that have not come.
func (l *Library) MissingPictures(ctx context.Context) ([]string, error) {
	names, err := collectRows(ctx, l.db, scanColumn[string], "SELECT DISTINCT name FROM sync_picture")
	return names, l.failure(err)
}

// AddMissingPictures keeps pictures that texts show.
func (l *Library) AddMissingPictures(ctx context.Context, pictures []articles.Picture) error {
	if len(pictures) == 0 {
		return nil
	}
	return l.change(ctx, func(c *transaction) error {
		for _, p := range pictures {
			if err := c.keepMissing(ctx, &p); err != nil {
				return err
			}
		}
		return c.revise(ctx)
	})
}

func (c *transaction) keepMissing(ctx context.Context, p *articles.Picture) error {
	const showing = `FROM sync_picture s JOIN sync_item i USING (item) JOIN article a ON a.id = i.id WHERE s.name = ?1`
	return c.execEach(ctx, []any{p.Name, p.Type, p.Width, p.Height, p.Data},
		"INSERT OR IGNORE INTO picture (name, type, width, height, data) SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 "+showing+")",
		"INSERT OR IGNORE INTO article_picture (num, name) SELECT a.num, ?1 "+showing,
		"DELETE FROM sync_picture WHERE name = ?1")
}

// syncKind is a kind of item.
type syncKind int

const (
	articleItem syncKind = iota
	feedItem
	searchItem
)

// The beginnings of the names of items that are not articles.
const feedPrefix, searchPrefix = "feed:", "search:"

// parseItemName gives the kind of the item of a name, and the ID that it has here where
// the name says it.
func parseItemName(name string) (kind syncKind, id string) {
	if key, ok := strings.CutPrefix(name, feedPrefix); ok {
		return feedItem, key
	}
	if query, ok := strings.CutPrefix(name, searchPrefix); ok {
		return searchItem, query
	}
	return articleItem, ""
}

// execEach runs statements, each with as many of the values as it names by ?1, ?2 and so
// on.
func (c *transaction) execEach(ctx context.Context, values []any, statements ...string) error {
	for _, statement := range statements {
		named := 0
		for n := range values {
			if strings.Contains(statement, "?"+strconv.Itoa(n+1)) {
				named = n + 1
			}
		}
		if _, err := c.exec(ctx, statement, values[:named]...); err != nil {
			return err
		}
	}
	return nil
}
