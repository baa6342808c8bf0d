package fetch

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// fetched is what one feed gave, before it is in the library.
type fetched struct {
	store.Fetched
	result Result
	whole  bool // it is not cut short by the end of the fetch

	counted bool  // its articles are in the library and told already
	broken  error // what the library failed with
}

// fetch asks for a feed and reads what comes.
func (r *run) fetch(ctx context.Context, f store.Feed) fetched {
	now := r.Now()
	answer, err := r.get(ctx, web.Request{Address: f.Address, ETag: f.ETag, LastModified: f.Modified, Private: true})
	got := fetched{whole: !isStopped(err)}
	got.Feed = f
	got.Feed.Tried = now
	got.result = Result{Status: Unchanged}
	feed := &got.Feed
	if answer != nil {
		got.result.Moved = moveFeed(feed, answer)
	}
	switch {
	case err != nil && (answer == nil || len(answer.Body) == 0 || !errors.Is(err, web.ErrCutOff)):
		got.fail(feed, err, answer, r)
	case err == nil && answer.NotModified:
		feed.ETag, feed.Modified = cmp.Or(answer.ETag, feed.ETag), cmp.Or(answer.LastModified, feed.Modified)
		noteSuccess(feed, now)
		feed.Next = answer.FreshUntil
	default:
		r.read(func() { got.read(ctx, r, answer, err) })
	}
	return got
}

// moveFeed gives a feed the address that its server says is the one for good, and tells
// whether that is another one.
func moveFeed(f *store.Feed, answer *web.Answer) bool {
	if answer.Permanent == "" || answer.Permanent == f.Address || answer.Status >= 400 {
		return false
	}
	f.Address = answer.Permanent
	return true
}

func (got *fetched) fail(f *store.Feed, err error, answer *web.Answer, r *run) {
	noteFailure(f, err, answer, r.Now())
	got.result.Err, got.result.Status = err, Failed
	if f.Stopped {
		got.result.Status = Gone
	}
}

// read reads the articles in an answer. Of one that was cut off, or is in part wrong, the
// whole ones are taken; it is asked for as a whole again.
func (got *fetched) read(ctx context.Context, r *run, answer *web.Answer, cut error) {
	f := &got.Feed
	sum := sha256.Sum256(answer.Body)
	digest := hex.EncodeToString(sum[:16])
	same := cut == nil && digest == f.Digest
	if same {
		noteSuccess(f, r.Now())
		f.ETag, f.Modified, f.Next = answer.ETag, answer.LastModified, answer.FreshUntil
		return
	}
	head, list, err := intake.ReadFeed(ctx, answer.Source())
	for i := range list {
		r.await(&list[i])
	}
	got.Articles = list
	f.Title, f.Site, f.Lang = cmp.Or(head.Title, f.Title), cmp.Or(head.Site, f.Site), cmp.Or(head.Lang, f.Lang)
	if err = errors.Join(err, cut); err != nil {
		f.ETag, f.Modified, f.Digest = "", "", ""
		got.fail(f, err, answer, r)
		return
	}
	noteSuccess(f, r.Now())
	f.ETag, f.Modified, f.Digest = answer.ETag, answer.LastModified, digest
	scheduleNext(f, answer, head, r.Now())
	got.Pages = pagesOf(f)
}

// pagesOf tells whether the pages of a feed's articles are to be fetched.
func pagesOf(f *store.Feed) store.PagesWanted {
	switch {
	case f.Whole == store.WholeAlways, f.Whole == store.WholeIfTeasers && f.Teasers == store.CarriesTeasers:
		return store.AllPages
	case f.Whole == store.WholeIfTeasers && f.Teasers == store.TeasersUnknown:
		return store.MaybePages
	}
	return store.NoPages
}
