package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/warraq/warraq/store/identity"
)

// arrivals is what a change has still to note of the articles that it took in: how many
// there are more of, and which wait to be related. It is noted once, in the end of the
// change. Triggers would do it for each article, and for a statement with triggers SQLite
// copies all pages that it changes, so that it can be taken back alone: with the many
// indexes of an article 200 KB each time.
type arrivals struct {
	counted map[tallyKey]tallyCounts
	waiting []int64 // numbers of articles, those that have to wait longest first
}

// tallyKey is the key of a row of table tally.
type tallyKey struct{ kind, key string }

// tallyCounts is what a row of table tally counts.
type tallyCounts struct{ articles, unread, bookmarked int }

// count counts an article that came in. The rows that count it are there from then on, so
// that triggers find them which count what becomes of it in the same change.
func (c *transaction) count(ctx context.Context, r *identity.Record) error {
	archived := ""
	if r.Archived {
		archived = "archived "
	}
	for _, t := range []tallyKey{{archived + "all", ""}, {archived + "section", r.SectionKey}, {archived + "source", r.SourceKey}} {
		n, known := c.arrivals.counted[t]
		if !known {
			if _, err := c.exec(ctx, "INSERT OR IGNORE INTO tally VALUES (?, ?, 0, 0, 0)", t.kind, t.key); err != nil {
				return err
			}
		}
		n.articles++
		if r.Full && !r.Read {
			n.unread++
		}
		if r.Bookmarked {
			n.bookmarked++
		}
		c.arrivals.counted[t] = n
	}
	return nil
}

// countAnew counts all articles anew, those that came in the change too.
func (c *transaction) countAnew(ctx context.Context) error {
	return c.countBy(ctx, countArticles+"INSERT INTO tally "+countTopics)
}

// countBy counts articles anew by statements.
func (c *transaction) countBy(ctx context.Context, statements string) error {
	clear(c.arrivals.counted)
	if _, err := c.conn.ExecContext(ctx, statements); err != nil {
		return fmt.Errorf("counting articles: %w", err)
	}
	return nil
}

// countArticles counts all articles anew, but for what they are filed under.
const countArticles = `DELETE FROM tally;
INSERT OR IGNORE INTO tally VALUES ('all', '', 0, 0, 0), ('archived all', '', 0, 0, 0);
INSERT OR REPLACE INTO tally SELECT iif(archived, 'archived all', 'all'), '', count(*), sum(read = 0 AND full = 1), sum(bookmarked) FROM article GROUP BY archived;
INSERT INTO tally SELECT iif(archived, 'archived section', 'section'), section_key, count(*), sum(read = 0 AND full = 1), sum(bookmarked)
	FROM article GROUP BY archived, section_key;
INSERT INTO tally SELECT iif(archived, 'archived source', 'source'), source_key, count(*), sum(read = 0 AND full = 1), sum(bookmarked)
	FROM article GROUP BY archived, source_key;
`

// countTopics counts all articles by what they are filed under, as rows of the tally.
const countTopics = `SELECT iif(a.archived, 'archived topic', 'topic') AS kind, t.key AS key, count(*) AS articles,
	sum(a.read = 0 AND a.full = 1) AS unread, sum(a.bookmarked) AS bookmarked FROM topic t JOIN article a USING (num) GROUP BY a.archived, t.key`

// wait has an article wait to be related, behind all that wait already.
func (c *transaction) wait(num int64) { c.arrivals.waiting = append(c.arrivals.waiting, num) }

// writeArrivals notes what has to be noted of the articles that came in.
func (c *transaction) writeArrivals(ctx context.Context) error {
	byKey := func(a, b tallyKey) int { return strings.Compare(a.kind+"\x00"+a.key, b.kind+"\x00"+b.key) }
	for _, t := range slices.SortedFunc(maps.Keys(c.arrivals.counted), byKey) {
		n := c.arrivals.counted[t]
		const add = "UPDATE tally SET articles = articles + ?, unread = unread + ?, bookmarked = bookmarked + ? WHERE kind = ? AND key = ?"
		if _, err := c.exec(ctx, add, n.articles, n.unread, n.bookmarked, t.kind, t.key); err != nil {
			return err
		}
	}
	if len(c.arrivals.waiting) == 0 {
		return nil
	}
	_, err := c.exec(ctx, "INSERT OR REPLACE INTO found_pending (num) SELECT value FROM json_each(?) ORDER BY key", encodeJSON(c.arrivals.waiting))
	return err
}
