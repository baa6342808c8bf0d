// Package fetch brings news into a library: it asks the servers of the feeds that the
// library follows, takes in what is new, and fetches the pages of articles of which a feed
// carries a teaser alone.
//
// [Run] is one fetch. Feeds are asked in the order of their need by a few workers, which
// read what comes; one writer takes it into the library in batches, with what is now known
// of each feed in the same transaction. So a fetch that is stopped or killed leaves whole
// articles, and the next one goes on where it was: what was not taken in is asked for
// again, what was is not.
//
// Politeness is in two parts: package web leaves alone a server that wishes it, within a
// run; here is what is kept from run to run (schedule.go).
package fetch

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// Client asks servers, as a [web.Client] does.
type Client interface {
	Get(ctx context.Context, r web.Request) (*web.Answer, error)
}

// Options say what is fetched.
type Options struct {
	// Feeds are the numbers of those that their reader asks for, whether it is their time or
	// not; with none it is all whose time it is.
	Feeds []int64
	// Interval is how long feeds are left alone that are fetched by a timer and have no
	// choice of their own; 0 is a fetch that the reader asked for.
	Interval time.Duration
	// WithoutPages fetches no pages.
	WithoutPages bool
	// Wanted tells of new articles which pages are fetched besides; nil is none.
	Wanted func(ctx context.Context, ids []string) ([]string, error)
	// Pictures tells how many pictures of a page at an address are fetched with it; nil
	// fetches none.
	Pictures func(address string) int
	// Login gives by what its reader is known to a server of feeds; nil is by nothing.
	Login func(ctx context.Context, server *store.Feed) (user, password string, err error)

	Workers int              // 0 is 8
	Now     func() time.Time // nil is time.Now
}

// Status is what became of a feed.
type Status string

// What can become of a feed.
const (
	Fetched   Status = "fetched"   // something came
	Unchanged Status = "unchanged" // there is nothing new
	Early     Status = "early"     // it was not its time
	Failed    Status = "failed"
	Gone      Status = "gone" // for good; it is asked no more
)

// Event is what happened during a fetch.
type Event struct {
	// Result is what became of the feed that is done; nil of a page, and of a part of what a
	// server has.
	Result *Result
	// Page is the page that was fetched, and PageErr why it was not; nil of a feed.
	Page    *store.Page
	PageErr error
	// Done of Total feeds and pages are fetched so far.
	Done, Total int
	Articles    int // that are new so far
}

// Result is what became of a feed.
type Result struct {
	Feed    store.Feed
	Status  Status
	New     []string // IDs
	Updated int
	Moved   bool  // it has another address from now on
	Err     error // of one that failed, or of which a part is missing
}

// Summary is what became of a fetch.
type Summary struct {
	Results                  []Result
	Pages, PagesFailed       int
	Requests                 int
	BytesSent, BytesReceived int64
	// Past is how many articles were past their time behind the fetch; Deleted tells that
	// these are deleted, else the next fetch does that.
	Past    int
	Deleted bool
}

// New gives the IDs of all articles that are new.
func (s *Summary) New() (ids []string) {
	for i := range s.Results {
		ids = append(ids, s.Results[i].New...)
	}
	return ids
}

// Run fetches feeds, and tells of each thing that is done as it is done, by one goroutine.
// What one feed or page failed with stands in the summary; the error is that of the
// library, or of the context, with all that came before in the library.
func Run(ctx context.Context, library *store.Library, client Client, o Options, tell func(Event)) (Summary, error) {
	r := &run{library: library, client: client, Options: o, tell: tell}
	if r.Workers == 0 {
		r.Workers = 8
	}
	if r.Now == nil {
		r.Now = time.Now
	}
	if r.tell == nil {
		r.tell = func(Event) {}
	}
	r.reading = make(chan struct{}, max(1, min(runtime.NumCPU(), runtime.GOMAXPROCS(0))-1))
	err := r.feeds(ctx)
	if err == nil && !o.WithoutPages {
		err = r.pages(ctx)
	}
	if err == nil {
		err = r.awaitedPictures(ctx)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		err = fmt.Errorf("fetching: %w", err)
	}
	return r.summary, err
}

// run is one fetch.
type run struct {
	Options
	library *store.Library
	client  Client
	tell    func(Event)

	reading chan struct{} // holds one for each answer that is being read

	mu          sync.Mutex
	summary     Summary
	done, total int
	articles    int  // that are new
	reached     bool // a server has answered
}

// read does the work of reading an answer, on every core but one: whoever reads news
// meanwhile is to be answered, while many servers are waited for.
func (r *run) read(do func()) {
	r.reading <- struct{}{}
	defer func() { <-r.reading }()
	do()
}

// get asks for an address, and counts what that takes.
func (r *run) get(ctx context.Context, request web.Request) (*web.Answer, error) {
	answer, err := r.client.Get(ctx, request)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.summary.Requests++
	if wrong, ok := errors.AsType[*web.Error](err); err == nil || ok && wrong.Status != 0 {
		r.reached = true
	}
	if answer != nil {
		r.summary.BytesSent += answer.BytesSent
		r.summary.BytesReceived += answer.BytesReceived
	}
	return answer, err
}

// feeds fetches the feeds whose time it is.
func (r *run) feeds(ctx context.Context) error {
	all, err := r.library.Feeds(ctx)
	if err != nil {
		return err
	}
	due, early, err := r.due(all)
	if err != nil {
		return err
	}
	for _, f := range early {
		r.summary.Results = append(r.summary.Results, Result{Feed: f, Status: Early})
	}
	r.total = len(due)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	todo, results := make(chan store.Feed), make(chan fetched)
	go func() {
		defer close(todo)
		for _, f := range due {
			select {
			case todo <- f:
			case <-ctx.Done():
				return
			}
		}
	}()
	var working sync.WaitGroup
	for range r.Workers {
		working.Go(func() {
			for f := range todo {
				for _, got := range r.fetchOne(ctx, f) {
					if ctx.Err() == nil || got.whole {
						results <- got
					}
				}
			}
		})
	}
	go func() { working.Wait(); close(results) }()
	err = r.write(ctx, results)
	if err != nil {
		stop()
		for range results { // what is under way ends
		}
	}
	return err
}

// fetchOne fetches a feed, or what a server has of many.
func (r *run) fetchOne(ctx context.Context, f store.Feed) []fetched {
	if f.IsServer {
		return r.exchangeWith(ctx, f)
	}
	return []fetched{r.fetch(ctx, f)}
}

// due parts the feeds into those that are to be fetched, in the order of their need and
// the hosts by turns, and those whose time it is not. A feed that belongs to a server is
// none of them; where it is named the server is asked.
func (r *run) due(all []store.Feed) (due, early []store.Feed, err error) {
	asked := map[int64]bool{}
	for _, num := range r.Feeds {
		asked[num] = true
	}
	for _, f := range all {
		if f.Server != 0 && asked[f.Num] {
			asked[f.Server] = true
		}
	}
	for _, f := range all {
		if f.Server != 0 && asked[f.Server] && !asked[f.Num] {
			r.Feeds = append(slices.Clip(r.Feeds), f.Num) // whose pages are meant as well
			asked[f.Num] = true
		}
	}
	now := r.Now()
	for _, f := range all {
		switch named := asked[f.Num]; {
		case f.Server != 0, len(r.Feeds) > 0 && !named, f.Stopped && !named:
		case isDue(&f, now, r.Interval, named):
			due = append(due, f)
		default:
			early = append(early, f)
		}
		delete(asked, f.Num)
	}
	for num := range asked {
		return nil, nil, errors.Join(err, fmt.Errorf("%d: %w", num, store.ErrNoFeed))
	}
	return byNeed(due), early, nil
}
