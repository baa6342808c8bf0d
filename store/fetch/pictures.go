package fetch

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// await notes in an article of a feed the pictures that its text shows from the web, where
// any are wanted. They are fetched when the article is in the library; what ends the fetch
// before leaves them to the next one.
func (r *run) await(a *articles.Article) {
	if r.Pictures != nil && r.Pictures(a.URL) > 0 {
		a.Await(articles.WebPictures(a.Body))
	}
}

// awaitedPictures fetches the pictures that texts are still to show: of articles whose text
// the feed itself carries, and all that could not be had before. Those of pages come with
// the pages (see [run.page]).
func (r *run) awaitedPictures(ctx context.Context) error {
	if r.Pictures == nil {
		return nil
	}
	list, err := r.library.AwaitedPictures(ctx, r.Now(), r.Feeds...)
	if err != nil || len(list) == 0 {
		return err
	}
	hosts, err := r.hosts(ctx)
	if err != nil {
		return err
	}
	todo := make(chan *store.Awaiting)
	var working sync.WaitGroup
	var mu sync.Mutex
	for range r.Workers {
		working.Go(func() {
			for a := range todo {
				if failed := r.picturesOf(ctx, a, hosts[a.Feed]); failed != nil {
					mu.Lock()
					err = failed
					mu.Unlock()
				}
			}
		})
	}
	for i := range list {
		if ctx.Err() != nil {
			break
		}
		todo <- &list[i]
	}
	close(todo)
	working.Wait()
	return err
}

// picturesOf fetches the pictures that the text of an article is still to show, of a feed
// on a host. An error is the library's.
func (r *run) picturesOf(ctx context.Context, a *store.Awaiting, host string) error {
	most := r.Pictures(a.URL)
	if most <= 0 {
		return nil
	}
	for whole, err := range r.library.Wholes(ctx, []string{a.ID}) {
		switch {
		case errors.Is(err, store.ErrNotFound):
			return nil // it was removed meanwhile
		case err != nil:
			return err
		}
		most -= len(articles.PictureNames(whole.Body))
		tried, came := r.tryPictures(ctx, a, articles.WebPictures(whole.Body), web.Pictures(ctx, r.get, host, most))
		if err := r.library.AddPictures(context.WithoutCancel(ctx), a.ID, tried, came); err != nil {
			return err
		}
	}
	return nil
}

// tryPictures asks for the pictures that an article awaits, in the order in which its text
// shows them, and returns what became of each that was tried. One that the text shows no
// more, and one too many, is not asked for again.
func (r *run) tryPictures(ctx context.Context, a *store.Awaiting, shown []string, remote *articles.Remote) (tried []store.TriedPicture, came []articles.Picture) {
	slices.SortFunc(a.Pictures, func(p, q store.AwaitedPicture) int {
		return slices.Index(shown, p.Address) - slices.Index(shown, q.Address)
	})
	var why error
	if remote != nil {
		get := remote.Get
		remote.Get = func(address string, largest int64) (data []byte, err error) {
			data, why = get(address, largest)
			return data, why
		}
	}
	album := articles.Album{Limits: articles.DefaultLimits(), Remote: remote}
	for _, p := range a.Pictures {
		result := store.TriedPicture{Address: p.Address}
		if slices.Contains(shown, p.Address) {
			why = nil
			name, ok := articles.CutPicture(album.Fetch(p.Address))
			switch {
			case isStopped(why) || ctx.Err() != nil && !ok:
				return tried, album.Pictures()
			case r.isOffline(why):
				continue
			case ok:
				result.Came = name
			case why != nil && web.IsPassing(why):
				result.Next = r.nextTry(p.Tries, why)
			}
		}
		tried = append(tried, result)
	}
	return tried, album.Pictures()
}
