package store

import (
	"context"
	"slices"
	"time"
)

// Retention says what is kept of the articles that came from feeds, where a feed has no
// choice of its own: so many in all, those of so many days; 0 is all.
type Retention struct{ Keep, KeepDays int }

// pastArticle is an article of a feed, as it is looked at for whether it is past.
type pastArticle struct {
	num, feed, newness int64
	keep, days         int // of the feed
	marked             bool
}

// PastArticles gives the articles that are past what is kept, the oldest first. An article
// that came from several feeds is past if it is so in all of them. One that its reader
// bookmarked, tagged, highlighted or noted never is, nor one that came otherwise than from
// a feed that is followed.
func (l *Library) PastArticles(ctx context.Context, r Retention, now time.Time) ([]Entry, error) {
	list, err := collectRows(ctx, l.db, func(scan scanner) (p pastArticle, err error) {
		return p, scan(&p.num, &p.feed, &p.newness, &p.keep, &p.days, &p.marked)
	}, `SELECT a.num, f.num, a.newness, f.keep, f.keep_days,
			a.bookmarked OR a.bundled OR EXISTS (SELECT 1 FROM tag WHERE tag.num = a.num) OR EXISTS (SELECT 1 FROM highlight h WHERE h.num = a.num)
		FROM feed_article fa JOIN article a USING (num) JOIN feed f ON f.num = fa.feed ORDER BY a.newness DESC`)
	if err != nil {
		return nil, l.failure(err)
	}
	return l.entries(ctx, "SELECT "+entryColumns+" FROM article a WHERE a.num IN (SELECT value FROM json_each(?)) ORDER BY a.newness", encodeJSON(pastNums(list, r, now)))
}

// pastNums gives the numbers of the articles that are past, of all articles of feeds, the
// newest first.
func pastNums(list []pastArticle, r Retention, now time.Time) (past []int64) {
	inFeed, inAll := map[int64]int{}, 0
	kept, seen := map[int64]bool{}, map[int64]bool{}
	for _, p := range list {
		if p.keep == 0 && !seen[p.num] {
			inAll++
		}
		seen[p.num] = true
		inFeed[p.feed]++
		tooMany := p.keep > 0 && inFeed[p.feed] > p.keep || p.keep == 0 && r.Keep > 0 && inAll > r.Keep
		days := p.days
		if days == 0 {
			days = r.KeepDays
		}
		tooOld := days > 0 && timeOfNewness(p.newness).Before(now.AddDate(0, 0, -days))
		if p.marked || !tooMany && !tooOld {
			kept[p.num] = true
		}
	}
	for _, p := range list {
		if !kept[p.num] {
			past = append(past, p.num)
		}
	}
	slices.Sort(past)
	return slices.Compact(past)
}

// CleaningTold tells whether its reader was told that what is past is deleted.
func (l *Library) CleaningTold(ctx context.Context) (bool, error) {
	told, err := collectRows(ctx, l.db, scanColumn[bool], "SELECT EXISTS (SELECT 1 FROM cleaning_told)")
	return err == nil && len(told) > 0 && told[0], l.failure(err)
}

// SetCleaningTold keeps that its reader was told.
func (l *Library) SetCleaningTold(ctx context.Context) error {
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "INSERT OR IGNORE INTO cleaning_told VALUES (1)")
		return err
	})
}
