package fetch

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"sync"
	"time"

	"warraq/articles"
	"warraq/articles/intake"
	"warraq/articles/web"
	"warraq/store"
)

// Bounds of fetching pages: how many of one feed in one fetch, how often one is tried, and
// after how long again.
const (
	mostPages    = 100
	mostTries    = 5
	betweenTries = time.Hour
)

// How it is found out what a feed carries: by so many pages, unless its entries have so
// many words that they are whole; of a teaser the page has so much more.
const (
	probes      = 2
	wholeWords  = 250
	teaserShare = 1.5
	teaserMore  = 40 // words
)

// pages fetches the pages of articles that need it: those that are wanted by rule or by
// an earlier fetch, those of feeds that carry teasers, and of feeds of which that is not
// known as many as tell.
func (r *run) pages(ctx context.Context) error {
	if err := r.wantMore(ctx); err != nil {
		return err
	}
	probed, err := r.wantProbes(ctx)
	if err != nil {
		return err
	}
	got, err := r.pending(ctx)
	if err != nil || len(probed) == 0 {
		return err
	}
	more, err := r.judge(ctx, probed, got)
	if err != nil || !more {
		return err
	}
	_, err = r.pending(ctx)
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
			return err //nolint:wrapcheck // Run says what was done
		}
	}
	return nil
}

// wantProbes wants some pages of each feed of which it is not known what it carries, and
// gives those feeds. Entries of many words need none.
func (r *run) wantProbes(ctx context.Context) (probed []store.Feed, err error) {
	for i := range r.summary.Results {
		f := r.summary.Results[i].Feed
		new := r.grown[f.Num]
		if f.Whole != store.WholeIfTeasers || f.Teasers != store.TeasersUnknown || len(new) == 0 {
			continue
		}
		slices.SortStableFunc(new, func(a, b grown) int { return a.words - b.words })
		if new[len(new)/2].words >= wholeWords {
			if err := r.library.SetTeasers(ctx, f.Num, store.CarriesTexts); err != nil {
				return nil, err //nolint:wrapcheck // Run says what was done
			}
			continue
		}
		for _, g := range new[:min(len(new), probes)] {
			if err := r.library.WantPages(ctx, f.Num, g.id); err != nil {
				return nil, err //nolint:wrapcheck // Run says what was done
			}
		}
		probed = append(probed, f)
	}
	return probed, nil
}

// judge finds out from pages that were fetched what feeds carry, and wants the others of
// those that carry teasers; it tells whether there are any.
func (r *run) judge(ctx context.Context, probed []store.Feed, words map[string]int) (more bool, err error) {
	for _, f := range probed {
		carries := store.TeasersUnknown
		for _, g := range r.grown[f.Num] {
			switch n, ok := words[g.id]; {
			case !ok:
			case float64(n) >= teaserShare*float64(g.words) && n >= g.words+teaserMore:
				carries = store.CarriesTeasers
			case carries == store.TeasersUnknown:
				carries = store.CarriesTexts
			}
		}
		if carries == store.TeasersUnknown {
			continue
		}
		if err := r.library.SetTeasers(ctx, f.Num, carries); err != nil {
			return more, err //nolint:wrapcheck // Run says what was done
		}
		if carries != store.CarriesTeasers {
			continue
		}
		var ids []string
		for _, g := range r.grown[f.Num] {
			if _, ok := words[g.id]; !ok {
				ids = append(ids, g.id)
			}
		}
		if err := r.library.WantPages(ctx, f.Num, ids...); err != nil {
			return more, err //nolint:wrapcheck // Run says what was done
		}
		more = more || len(ids) > 0
	}
	return more, nil
}

// pending fetches the pages whose time it is, and gives how many words each has that came.
func (r *run) pending(ctx context.Context) (words map[string]int, err error) {
	list, err := r.library.PendingPages(ctx, r.Now(), r.Feeds...)
	if err != nil {
		return nil, err //nolint:wrapcheck // Run says what was done
	}
	list = inTurns(list)
	hosts, err := r.hosts(ctx)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.total += len(list)
	r.mu.Unlock()
	words = map[string]int{}
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
					words[p.ID] = n
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
	return words, failed
}

// inTurns gives the pages of all feeds by turns, of none more than mostPages.
func inTurns(list []store.Page) []store.Page {
	turn, turns := map[int64]int{}, map[string]int{}
	for _, p := range list {
		turns[p.ID] = turn[p.Feed]
		turn[p.Feed]++
	}
	list = slices.DeleteFunc(list, func(p store.Page) bool { return turns[p.ID] >= mostPages })
	slices.SortStableFunc(list, func(a, b store.Page) int { return turns[a.ID] - turns[b.ID] })
	return list
}

// hosts gives the host of each feed: pages there may be where the feed is, also in a
// private network.
func (r *run) hosts(ctx context.Context) (map[int64]string, error) {
	all, err := r.library.Feeds(ctx)
	if err != nil {
		return nil, err //nolint:wrapcheck // Run says what was done
	}
	hosts := map[int64]string{}
	for _, f := range all {
		hosts[f.Num] = hostOf(f.Address)
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

// page fetches a page and gives the article its text, and how many words that has; 0 where
// it could not be had. An error is the library's.
func (r *run) page(ctx context.Context, p store.Page, host string) (words int, err error) {
	answer, why := r.get(ctx, web.Request{Address: p.URL, Private: host != "" && hostOf(p.URL) == host})
	var page *articles.Article
	if why == nil {
		page, why = readPage(ctx, answer)
	}
	switch {
	case isStopped(why) || ctx.Err() != nil:
		return 0, nil
	case why == nil:
		words = wordsOf(page)
		var mine bool
		if _, mine, err = r.library.AddPage(context.WithoutCancel(ctx), p.ID, page); err != nil {
			return 0, err //nolint:wrapcheck // Run says what was done
		}
		if !mine {
			why, words = ErrOtherPage, 0
		}
	}
	if why != nil {
		err = r.library.PageFailed(context.WithoutCancel(ctx), p.ID, FailureOf(why), r.again(p, why))
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
	return words, err //nolint:wrapcheck // Run says what was done
}

// again gives when a page that failed is tried again, zero for never.
func (r *run) again(p store.Page, why error) time.Time {
	for _, kind := range []error{web.ErrNotFound, web.ErrGone, web.ErrForbidden, web.ErrPassword, web.ErrScheme, web.ErrPrivate, web.ErrAddress, web.ErrTooLarge} {
		if errors.Is(why, kind) {
			return time.Time{}
		}
	}
	if p.Tries+1 >= mostTries {
		return time.Time{}
	}
	next := r.Now().Add(betweenTries << p.Tries)
	if wrong, ok := errors.AsType[*web.Error](why); ok {
		if wrong.Until.After(next) {
			return wrong.Until
		}
		if wrong.Status == 0 {
			return r.Now() // it was not reached: the network may be back the next time
		}
	}
	return next
}

// readPage reads the article on a page as one is read that was saved: the one with the
// most words, where there are several.
func readPage(ctx context.Context, answer *web.Answer) (*articles.Article, error) {
	var best *articles.Article
	var wrong error
	for in, err := range intake.OpenSource(ctx, answer.Source()) {
		if err != nil {
			return nil, err //nolint:wrapcheck // it says enough
		}
		list, err := in.Read(ctx)
		wrong = errors.Join(wrong, err)
		for i := range list {
			if list[i].Body != "" && (best == nil || wordsOf(&list[i]) > wordsOf(best)) {
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
	return nil, answer.Source().Fail(0, articles.ErrNoArticle, nil)
}
