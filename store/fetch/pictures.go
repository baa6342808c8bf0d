package fetch

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/identity"
)

// shownOnWeb finds the pictures that a text shows from the web: what stands before the
// address, and the address.
var shownOnWeb = pattern.New(`(!\[[^\]]*\]\()(https?://[^)\s]+)\)`)

// feedPictures fetches the pictures of new articles whose text the feed itself carries, as
// many as are wanted. Those of pages come with the pages (see [run.page]), also of those
// that are still to be fetched.
func (r *run) feedPictures(ctx context.Context) error {
	if r.Pictures == nil {
		return nil
	}
	hosts, err := r.hosts(ctx)
	if err != nil {
		return err
	}
	var ids []string
	host := map[string]string{}
	for i := range r.summary.Results {
		result := &r.summary.Results[i]
		for _, id := range result.New {
			host[id] = hosts[result.Feed.Num]
		}
		ids = append(ids, result.New...)
	}
	todo := make(chan string)
	var working sync.WaitGroup
	var mu sync.Mutex
	for range r.Workers {
		working.Go(func() {
			for id := range todo {
				if failed := r.picturesOf(ctx, id, host[id]); failed != nil {
					mu.Lock()
					err = failed
					mu.Unlock()
				}
			}
		})
	}
	for _, id := range ids {
		if ctx.Err() != nil {
			break
		}
		todo <- id
	}
	close(todo)
	working.Wait()
	return err
}

// picturesOf fetches the pictures that the text of an article shows from the web, of a feed
// on a host. An error is the library's.
func (r *run) picturesOf(ctx context.Context, id, host string) error {
	for whole, err := range r.library.Wholes(ctx, []string{id}) {
		switch {
		case errors.Is(err, store.ErrNotFound):
			return nil // it was removed meanwhile
		case err != nil:
			return err
		}
		a := whole.Article()
		if !strings.Contains(a.Body, "](http") || identity.ShowsPictures(a.Body) {
			continue
		}
		album := articles.Album{Limits: articles.DefaultLimits(), Remote: web.Pictures(ctx, r.get, host, r.Pictures(a.URL))}
		body := shownOnWeb.ReplaceAllStringFunc(a.Body, func(shown string) string {
			parts := shownOnWeb.FindStringSubmatch(shown)
			if local := album.Fetch(parts[2]); local != "" {
				return parts[1] + local + ")"
			}
			return shown
		})
		if body == a.Body || ctx.Err() != nil {
			continue
		}
		a.Body, a.Kept = body, nil
		album.Give(&a)
		if err := r.library.AddPictures(context.WithoutCancel(ctx), id, &a); err != nil {
			return err
		}
	}
	return nil
}
