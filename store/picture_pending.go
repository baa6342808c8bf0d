package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// Pictures that a text shows from the web keep their addresses in it until they are here.
// Those that are wanted are noted in the change that takes the text in; so whatever ends a
// fetch, the next one knows them. One goes from the list when it came, when it will never
// come, and when it was tried often enough.

// awaitPictures notes the pictures of an article that are still to be fetched, as far as
// its text shows them, and lets go of those that it shows no more.
func (c *transaction) awaitPictures(ctx context.Context, r *identity.Record, addresses []string) error {
	shown := articles.WebPictures(r.Body)
	for _, address := range addresses {
		if !slices.Contains(shown, address) {
			continue
		}
		if _, err := c.exec(ctx, "INSERT OR IGNORE INTO picture_pending (num, address) VALUES (?, ?)", r.Num, address); err != nil {
			return err
		}
	}
	_, err := c.exec(ctx, "DELETE FROM picture_pending WHERE num = ? AND address NOT IN (SELECT value FROM json_each(?))", r.Num, encodeJSON(append([]string{}, shown...)))
	return err
}

// Awaiting is an article with the pictures that are still to be fetched for it.
type Awaiting struct {
	ID, URL  string
	Feed     int64 // that it came by, 0 where there is none
	Pictures []AwaitedPicture
}

// AwaitedPicture is a picture that is still to be fetched.
type AwaitedPicture struct {
	Address string
	Tries   int
}

// AwaitedPictures gives the articles with pictures that are to be fetched at a time, the
// newest first; of some feeds alone where any are named.
func (l *Library) AwaitedPictures(ctx context.Context, at time.Time, feeds ...int64) ([]Awaiting, error) {
	list, err := collectRows(ctx, l.db, func(scan scanner) (a Awaiting, err error) {
		var pictures string
		if err := scan(&a.ID, &a.URL, &a.Feed, &pictures); err != nil {
			return a, err
		}
		if err := json.Unmarshal([]byte(pictures), &a.Pictures); err != nil {
			return a, fmt.Errorf("reading which pictures are awaited: %w", err)
		}
		return a, nil
	}, `SELECT a.id, a.url, coalesce((SELECT min(f.feed) FROM feed_article f WHERE f.num = a.num), 0), json_group_array(json_object('Address', p.address, 'Tries', p.tries))
		FROM picture_pending p JOIN article a USING (num) WHERE p.next <= ?1 AND (?2 = '[]' OR p.num IN (SELECT num FROM feed_article WHERE feed IN (SELECT value FROM json_each(?2))))
		GROUP BY a.num ORDER BY a.newness DESC`, at.UnixMilli(), encodeJSON(append([]int64{}, feeds...)))
	return list, l.failure(err)
}

// TriedPicture is what became of a picture that was to be fetched.
type TriedPicture struct {
	Address string
	Came    string    // its name, "" where it did not come
	Next    time.Time // when it is tried again; a zero time is never
}

// AddPictures gives an article pictures that were fetched for it, which its text then shows
// in the places of their addresses, and keeps when others are tried again. An article that
// was deleted meanwhile stays so.
func (l *Library) AddPictures(ctx context.Context, id string, tried []TriedPicture, pictures []articles.Picture) error {
	err := l.change(ctx, func(c *transaction) error {
		here, err := c.first(ctx, "a.id = ?", anyRecord, id)
		if err != nil || here == nil {
			return err
		}
		for _, p := range tried {
			if err := c.keepTried(ctx, here.Num, &p); err != nil {
				return err
			}
		}
		shown := *here
		shown.Body = showPictures(here.Body, tried)
		if shown.Body == here.Body {
			return nil
		}
		if err := c.update(ctx, here, &shown); err != nil {
			return err
		}
		if _, err := c.keepPictures(ctx, &shown, pictures, false); err != nil {
			return err
		}
		return c.revise(ctx)
	})
	if err != nil {
		err = fmt.Errorf("adding the pictures of %s: %w", id, err)
	}
	return err
}

// showPictures gives a text in which pictures that came stand in the places of their
// addresses.
func showPictures(body string, tried []TriedPicture) string {
	return articles.ReplaceImages(body, func(address string) string {
		for _, p := range tried {
			if p.Came != "" && p.Address == address {
				return articles.PictureScheme + p.Came
			}
		}
		return address
	})
}

// keepTried keeps what became of a picture.
func (c *transaction) keepTried(ctx context.Context, num int64, p *TriedPicture) error {
	if p.Came != "" || p.Next.IsZero() {
		_, err := c.exec(ctx, "DELETE FROM picture_pending WHERE num = ? AND address = ?", num, p.Address)
		return err
	}
	_, err := c.exec(ctx, "UPDATE picture_pending SET tries = tries + 1, next = ? WHERE num = ? AND address = ?", p.Next.UnixMilli(), num, p.Address)
	return err
}
