package fetch

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// Bounds of fetching pages: how many of one feed in one fetch, how often one is tried, and
// after how long again.
const (
	mostPages    = 100
	mostTries    = 5
	betweenTries = time.Hour
)

// How it is found out what a feed carries: by so many pages, unless its entries are so long
// that they are whole; of a teaser the page has so much more. Lengths are in characters.
const (
	probeCount  = 2
	wholeLength = 1500
	teaserShare = 1.5
	teaserMore  = 200
)

// pages fetches the pages of articles that need it: those that are wanted by rule or by an
// earlier fetch, those of feeds that carry teasers, and of feeds of which that is not known
// as many as tell.
func (r *run) pages(ctx context.Context) error {
	if err := r.wantMore(ctx); err != nil {
		return err
	}
	if err := r.probe(ctx); err != nil {
		return err
	}
	list, err := r.library.PendingPages(ctx, r.Now(), r.Feeds...)
	if err != nil {
		return err
	}
	_, err = r.fetchPages(ctx, inTurns(list, mostPages))
	return err
}

// wantMore wants the pages that the caller chooses of what is new.
func (r *run) wantMore(ctx context.Context) error {
	if r.Wanted == nil {
		return nil
	}
	for i := range r.summary.Results {
		result := &r.summary.Results[i]
		if len(result.New) == 0 {
			continue
		}
		ids, err := r.Wanted(ctx, result.New)
		if err != nil {
			return err
		}
		if err := r.library.WantPages(ctx, result.Feed.Num, ids...); err != nil {
			return err
		}
	}
	return nil
}

// probe finds out what feeds carry of which that is not known: by some pages of each, but
// where the entries are long.
func (r *run) probe(ctx context.Context) error {
	list, err := r.library.MaybePages(ctx, r.Now(), r.Feeds...)
	if err != nil {
		return err
	}
	lengths := map[int64][]int{}
	for _, p := range list {
		lengths[p.Feed] = append(lengths[p.Feed], p.Length)
	}
	for num, of := range lengths {
		slices.Sort(of)
		if of[len(of)/2] < wholeLength {
			continue
		}
		list = slices.DeleteFunc(list, func(p store.Page) bool { return p.Feed == num })
		if err = r.library.SetTeasers(ctx, num, store.CarriesTexts); err != nil {
			return err
		}
	}
	list = inTurns(list, probeCount)
	got, err := r.fetchPages(ctx, list)
	if err != nil {
		return err
	}
	for num, carries := range judgeTeasers(list, got) {
		if err := r.library.SetTeasers(ctx, num, carries); err != nil {
			return err
		}
	}
	return nil
}

// judgeTeasers tells what feeds carry by how long some of their pages are, by their articles.
func judgeTeasers(list []store.Page, got map[string]int) map[int64]store.Teasers {
	feeds := map[int64]store.Teasers{}
	for _, p := range list {
		switch n, ok := got[p.ID]; {
		case !ok:
		case float64(n) >= teaserShare*float64(p.Length) && n >= p.Length+teaserMore:
			feeds[p.Feed] = store.CarriesTeasers
		case feeds[p.Feed] == store.TeasersUnknown:
			feeds[p.Feed] = store.CarriesTexts
		}
	}
	return feeds
}

// fetchPages fetches pages, and gives how long each is that came, by its article.
func (r *run) fetchPages(ctx context.Context, list []store.Page) (lengths map[string]int, err error) {
	if len(list) == 0 {
		return nil, nil //nolint:nilnil // none came
	}
	hosts, err := r.hosts(ctx)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.total += len(list)
	r.mu.Unlock()
	lengths = map[string]int{}
	todo := make(chan store.Page)
	var working sync.WaitGroup
	var failed error
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for range r.Workers {
		working.Go(func() {
			for p := range todo {
				n, err := r.page(ctx, p, hosts[p.Feed])
				r.mu.Lock()
				if err != nil {
					failed = errors.Join(failed, err)
					stop()
				} else if n > 0 {
					lengths[p.ID] = n
				}
				r.mu.Unlock()
			}
		})
	}
	for _, p := range list {
		if ctx.Err() != nil {
			break
		}
		todo <- p
	}
	close(todo)
	working.Wait()
	return lengths, failed
}

// inTurns gives the pages of all feeds by turns, of none more than so many.
func inTurns(list []store.Page, most int) []store.Page {
	turn, turns := map[int64]int{}, map[string]int{}
	for _, p := range list {
		turns[p.ID] = turn[p.Feed]
		turn[p.Feed]++
	}
	list = slices.DeleteFunc(list, func(p store.Page) bool { return turns[p.ID] >= most })
	slices.SortStableFunc(list, func(a, b store.Page) int { return turns[a.ID] - turns[b.ID] })
	return list
}

// hosts gives the host of each feed: pages there may be where the feed is, also in a
// private network. Of the feeds of a server it is the server's: that alone was named by its
// reader.
func (r *run) hosts(ctx context.Context) (map[int64]string, error) {
	all, err := r.library.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	hosts := map[int64]string{}
	for _, f := range all {
		hosts[f.Num] = hostOf(f.Address)
	}
	for _, f := range all {
		if f.Server != 0 {
			hosts[f.Num] = hosts[f.Server]
		}
	}
	return hosts, nil
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// page fetches a page and gives the article its text, and how long that is; 0 where it
// could not be had. An error is the library's.
func (r *run) page(ctx context.Context, p store.Page, host string) (length int, err error) {
	answer, why := r.get(ctx, web.Request{Address: p.URL, Page: true, Private: host != "" && hostOf(p.URL) == host})
	var page *articles.Article
	if why == nil {
		pictures := r.pictures(ctx, p.URL, host)
		if pictures != nil { // which are waited for
			page, why = readPage(ctx, answer.Source(), pictures)
		} else {
			r.read(func() { page, why = readPage(ctx, answer.Source(), nil) })
		}
	}
	switch {
	case isStopped(why) || ctx.Err() != nil:
		return 0, nil
	case why == nil:
		length = utf8.RuneCountInString(page.Body)
		var mine bool
		if _, mine, err = r.library.AddPage(context.WithoutCancel(ctx), p.ID, page); err != nil {
			return 0, err
		}
		if !mine {
			why, length = ErrOtherPage, 0
		}
	}
	if why != nil {
		err = r.pageFailed(context.WithoutCancel(ctx), p, why)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if why != nil {
		r.summary.PagesFailed++
	} else {
		r.summary.Pages++
	}
	r.done++
	r.tell(Event{Page: &p, PageErr: why, Done: r.done, Total: r.total, Articles: r.articles})
	return length, err
}

// pageFailed keeps why a page could not be fetched, and when that is tried again.
func (r *run) pageFailed(ctx context.Context, p store.Page, why error) error {
	var next time.Time
	if _, ofWeb := errors.AsType[*web.Error](why); !ofWeb || web.IsPassing(why) {
		if r.isOffline(why) {
			return nil
		}
		next = r.nextTry(p.Tries, why)
	}
	return r.library.PageFailed(ctx, p.ID, FailureOf(why), next)
}

// isOffline tells a failure to reach a server while none at all could be reached: it is the
// network that is not there, which counts for nothing.
func (r *run) isOffline(why error) bool {
	wrong, ok := errors.AsType[*web.Error](why)
	r.mu.Lock()
	defer r.mu.Unlock()
	return ok && wrong.Status == 0 && !r.reached
}

// nextTry gives when what failed in passing, after some failures before, is tried again,
// zero for never. A server that could not be reached may be there again at once, and is
// asked the first time without waiting.
func (r *run) nextTry(tries int, why error) time.Time {
	if tries+1 >= mostTries {
		return time.Time{}
	}
	wait := betweenTries << tries
	wrong, ok := errors.AsType[*web.Error](why)
	switch next := r.Now().Add(wait); {
	case ok && wrong.Until.After(next):
		return wrong.Until
	case ok && wrong.Status == 0:
		return next.Add(-betweenTries)
	default:
		return next
	}
}

// pictures returns what fetches the pictures of the page at an address, of a feed on a
// host, as many as are wanted.
func (r *run) pictures(ctx context.Context, address, host string) *articles.Remote {
	if r.Pictures == nil {
		return nil
	}
	return web.Pictures(ctx, r.get, host, r.Pictures(address))
}

// readPage reads the article on a page as one is read that was saved, with the pictures
// that come from afar: the longest, where there are several.
func readPage(ctx context.Context, src *articles.Source, pictures *articles.Remote) (*articles.Article, error) {
	var best *articles.Article
	var wrong error
	src.Remote = pictures
	for in, err := range intake.OpenSource(ctx, src) {
		if err != nil {
			return nil, err
		}
		list, err := in.Read(ctx)
		wrong = errors.Join(wrong, err)
		for i := range list {
			if list[i].Body != "" && (best == nil || len(list[i].Body) > len(best.Body)) {
				best = &list[i]
			}
		}
	}
	switch {
	case best != nil:
		return best, nil
	case wrong != nil:
		return nil, wrong
	}
	return nil, src.Fail(0, articles.ErrNoArticle, nil)
}
