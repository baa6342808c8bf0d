package store

import (
	"context"
	"fmt"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// Fetched is what one feed gave when it was asked: the feed as it is known now, and its
// articles, of which there are none where nothing has changed.
type Fetched struct {
	Feed     Feed
	Articles []articles.Article
	// Pages says whether the pages of new articles are to be fetched.
	Pages PagesWanted
}

// PagesWanted says whether pages are to be fetched.
type PagesWanted uint8

// Whether they are.
const (
	NoPages    PagesWanted = iota
	MaybePages             // if the feed is found to carry teasers
	AllPages
)

// AddFetched takes what feeds gave into the library, and what is now known of them, all
// or, where there is an error, nothing. It says what became of the articles of each but
// of those that the reader has removed, which stay away.
func (l *Library) AddFetched(ctx context.Context, list []Fetched) ([][]Added, error) {
	var all [][]Added
	err := l.change(ctx, func(c *transaction) error {
		all = nil
		for i := range list {
			added, err := c.addFetched(ctx, &list[i])
			if err != nil {
				return err
			}
			all = append(all, added)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

func (c *transaction) addFetched(ctx context.Context, f *Fetched) ([]Added, error) {
	wanted, err := withoutRemoved(ctx, c, f.Articles)
	if err != nil {
		return nil, err
	}
	added, err := c.addAll(ctx, wanted, false)
	if err != nil {
		return nil, err
	}
	for i, a := range added {
		if _, err := c.exec(ctx, "INSERT OR IGNORE INTO feed_article (feed, num) SELECT ?, num FROM article WHERE id = ? AND EXISTS (SELECT 1 FROM feed WHERE num = ?1)", f.Feed.Num, a.ID); err != nil {
			return nil, err
		}
		if f.Pages != NoPages && a.Outcome == New && wanted[i].URL != "" {
			if err := c.wantPage(ctx, f.Feed.Num, a.ID, f.Pages == MaybePages); err != nil {
				return nil, err
			}
		}
	}
	return added, c.keepFeed(ctx, &f.Feed)
}

func (c *transaction) wantPage(ctx context.Context, feed int64, id string, maybe bool) error {
	_, err := c.exec(ctx, `INSERT INTO page_pending (feed, num, maybe) SELECT ?1, num, ?3 FROM article WHERE id = ?2 AND EXISTS (SELECT 1 FROM feed WHERE num = ?1)
		ON CONFLICT (num) DO UPDATE SET maybe = min(maybe, excluded.maybe)`, feed, id, maybe)
	return err
}

// keepFeed keeps what is known of a feed from fetching it, whatever its reader has said of
// it meanwhile. An address that another feed has stays as it was.
func (c *transaction) keepFeed(ctx context.Context, f *Feed) error {
	was, err := collectRows(ctx, c, scanFeed, selectFeeds+"WHERE f.num = ?", f.Num)
	if err != nil || len(was) == 0 {
		return err // it was removed meanwhile
	}
	now := *f
	now.FeedChoices, now.Added = was[0].FeedChoices, was[0].Added
	other, err := collectRows(ctx, c, scanColumn[int64], "SELECT num FROM feed WHERE key = ? AND num <> ?", now.key(), now.Num)
	if err != nil {
		return err
	}
	if len(other) > 0 {
		now.Address = was[0].Address
	}
	_, err = c.exec(ctx, updateFeed, feedValues(&now)...)
	return err
}

// Page is the page of an article that is still to be fetched.
type Page struct {
	ID, URL, Title string
	Feed           int64
	Tries          int
	Length         int // of the article's text as it is, in characters
}

// PendingPages gives the pages that are to be fetched at a time, those of the newest
// articles first; of some feeds alone where any are named.
func (l *Library) PendingPages(ctx context.Context, at time.Time, feeds ...int64) ([]Page, error) {
	return l.pendingPages(ctx, false, at, feeds)
}

// MaybePages gives the pages that are to be fetched if their feed is found to carry
// teasers, as PendingPages does.
func (l *Library) MaybePages(ctx context.Context, at time.Time, feeds ...int64) ([]Page, error) {
	return l.pendingPages(ctx, true, at, feeds)
}

func (l *Library) pendingPages(ctx context.Context, maybe bool, at time.Time, feeds []int64) ([]Page, error) {
	list, err := collectRows(ctx, l.db, func(scan scanner) (p Page, err error) {
		return p, scan(&p.ID, &p.URL, &p.Title, &p.Feed, &p.Tries, &p.Length)
	}, `SELECT a.id, a.url, a.title, p.feed, p.tries, a.length FROM page_pending p JOIN article a USING (num) JOIN feed f ON f.num = p.feed
		WHERE a.url <> '' AND f.whole <> ?4 AND p.maybe = ?3 AND p.next <= ?1 AND (?2 = '[]' OR p.feed IN (SELECT value FROM json_each(?2)))
		ORDER BY a.newness DESC`, at.UnixMilli(), encodeJSON(feeds), maybe, WholeNever)
	return list, l.failure(err)
}

// WantPages has the pages of articles fetched.
func (l *Library) WantPages(ctx context.Context, feed int64, ids ...string) error {
	return l.change(ctx, func(c *transaction) error {
		for _, id := range ids {
			if err := c.wantPage(ctx, feed, id, false); err != nil {
				return err
			}
		}
		return nil
	})
}

// PageFailed keeps why a page could not be fetched, and when that is tried again; a zero
// time is never.
func (l *Library) PageFailed(ctx context.Context, id string, why FetchFailure, next time.Time) error {
	return l.change(ctx, func(c *transaction) error {
		statement, values := "DELETE FROM page_pending WHERE num = (SELECT num FROM article WHERE id = ?)", []any{id}
		if !next.IsZero() {
			statement = "UPDATE page_pending SET tries = tries + 1, next = ?2, failure = ?3 WHERE num = (SELECT num FROM article WHERE id = ?1)"
			values = append(values, next.UnixMilli(), why.encoded())
		}
		_, err := c.exec(ctx, statement, values...)
		return err
	})
}

// AddPage gives an article what its page says. It is told whether that is new, and
// whether the page is that of the article at all: what is served in its place is not
// taken.
func (l *Library) AddPage(ctx context.Context, id string, page *articles.Article) (outcome Outcome, mine bool, err error) {
	err = l.change(ctx, func(c *transaction) error {
		here, wrong := c.first(ctx, "a.id = ?", anyRecord, id)
		if wrong != nil || here == nil {
			return wrong
		}
		in := identity.NewIncoming(page)
		if mine = in.IsPageOf(here); !mine {
			return nil
		}
		in.TakeHead(here)
		in.Arrive(time.Now().UnixMilli())
		outcome, wrong = c.addPage(ctx, here, &in, page)
		return wrong
	})
	if err != nil {
		err = fmt.Errorf("adding the page of %s: %w", id, err)
	}
	return outcome, mine, err
}

// addPage gives an article what its page says, which is fetched by that.
func (c *transaction) addPage(ctx context.Context, here *identity.Record, in *identity.Incoming, page *articles.Article) (Outcome, error) {
	merged, became, err := c.merge(ctx, here, in)
	if err != nil {
		return became, err
	}
	if _, err = c.keepPictures(ctx, merged, page.Pictures, false); err != nil {
		return became, err
	}
	if err = c.awaitPictures(ctx, merged, page.Awaited()); err != nil {
		return became, err
	}
	if became != Same {
		err = c.revise(ctx)
	}
	if err != nil {
		return became, err
	}
	_, err = c.exec(ctx, "DELETE FROM page_pending WHERE num = ?", here.Num)
	return became, err
}

// SetTeasers keeps what a feed was found to carry, and with it whether the pages are wanted
// that waited for that.
func (l *Library) SetTeasers(ctx context.Context, feed int64, carries Teasers) error {
	return l.change(ctx, func(c *transaction) error {
		if _, err := c.exec(ctx, "UPDATE feed SET teasers = ? WHERE num = ?", carries, feed); err != nil {
			return err
		}
		statement := "DELETE FROM page_pending WHERE feed = ? AND maybe = 1"
		if carries == CarriesTeasers {
			statement = "UPDATE page_pending SET maybe = 0 WHERE feed = ?"
		}
		_, err := c.exec(ctx, statement, feed)
		return err
	})
}
