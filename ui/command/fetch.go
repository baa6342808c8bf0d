package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/rtl"
)

func (e *env) fetch() *cobra.Command {
	var asJSON, noPages bool
	var every time.Duration
	c := &cobra.Command{
		Use:     "fetch [FEED…]",
		Example: "  warraq fetch\n  warraq fetch 3 'صدى المدينة'\n  warraq fetch --every 30m",
		Args:    takesArgs(0, -1),
		RunE: func(c *cobra.Command, named []string) error {
			if c.Flags().Changed("every") && every < time.Minute {
				return usageError{valueError{"--every", every.String(), errShortest}}
			}
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			context.AfterFunc(ctx, stop) // said again, it ends at once
			defer stop()
			return e.with(ctx, func(l *store.Library) error {
				f := fetching{env: e, library: l, json: asJSON, options: fetch.Options{Interval: every, WithoutPages: noPages}}
				if err := f.choose(ctx, named); err != nil {
					return err
				}
				if every == 0 {
					return f.once(ctx)
				}
				return f.again(ctx, every)
			})
		},
	}
	flags := c.Flags()
	flags.BoolVar(&asJSON, "json", false, "")
	flags.BoolVar(&noPages, "no-pages", false, "")
	flags.DurationVar(&every, "every", 0, "")
	return c
}

// errShortest is a time between fetches that is too short.
var errShortest = errors.New("1m or more")

// fetching is fetching feeds and saying what becomes of them.
type fetching struct {
	env     *env
	library *store.Library
	json    bool
	options fetch.Options
}

// choose takes the feeds that are named.
func (f *fetching) choose(ctx context.Context, named []string) error {
	feeds, err := f.library.Feeds(ctx)
	if err != nil {
		return err
	}
	for _, name := range named {
		found, err := f.env.findFeed(feeds, name)
		if err != nil {
			return err
		}
		f.options.Feeds = append(f.options.Feeds, found.Num)
	}
	return nil
}

// again fetches again and again until its user ends it. What fails is said, and no reason
// to end; but for the library.
func (f *fetching) again(ctx context.Context, every time.Duration) error {
	for {
		next := time.Now().Add(every)
		err := f.once(ctx)
		var some refusedError
		switch {
		case ctx.Err() != nil:
			return nil //nolint:nilerr // that is how it ends
		case errors.As(err, &some):
		case isOfFeed(err):
			f.env.say(err)
		case err != nil:
			return err
		}
		if isTerminal(f.env.Err) {
			f.env.notice(fmt.Sprintf(f.env.words.Feeds.NextAt, f.env.words.Moment(next)))
		}
		select {
		case <-time.After(time.Until(next)):
		case <-ctx.Done():
			return nil
		}
	}
}

// isOfFeed tells what a feed failed with from what the library did.
func isOfFeed(err error) bool {
	_, library := errors.AsType[*store.Error](err)
	return err != nil && !library && fetch.FailureOf(err).Kind != "other"
}

// lazyClient asks servers with what is made when it is first needed.
type lazyClient struct{ env *env }

// Get asks for an address.
func (c lazyClient) Get(ctx context.Context, r web.Request) (*web.Answer, error) {
	client, err := c.env.client()
	if err != nil {
		return nil, err
	}
	return client.Get(ctx, r)
}

// fetchInto fetches feeds into a library, does what the rules say with what is new, and
// returns what became of each feed. What came is dealt with though the context has ended.
func (e *env) fetchInto(ctx context.Context, l *store.Library, o fetch.Options, tell func(fetch.Event)) (fetch.Summary, error) {
	rules, err := e.readRules(ctx, l)
	if err != nil {
		return fetch.Summary{}, err
	}
	feeds, err := l.Feeds(ctx)
	if err != nil || len(feeds) == 0 {
		return fetch.Summary{}, err
	}
	if _, err = e.client(); err != nil { // which is said once, and not of each feed
		return fetch.Summary{}, err
	}
	o.Wanted, o.Pictures, o.Login = rules.wanted(l), e.feeds.picturesOf, e.loginTo
	summary, err := fetch.Run(ctx, l, lazyClient{e}, o, tell)
	if wrong := rules.apply(context.WithoutCancel(ctx), l, summary.New()); wrong != nil {
		err = errors.Join(err, wrong)
	}
	return summary, err
}

// fetchInReader returns the function by which the reader fetches feeds into a library. The
// interval is that of its timer, 0 for a fetch that is asked for.
func (e *env) fetchInReader(l *store.Library, interval time.Duration) func(context.Context, []int64, func(fetch.Event)) (fetch.Summary, error) {
	return func(ctx context.Context, feeds []int64, tell func(fetch.Event)) (fetch.Summary, error) {
		defer leaveRoomForKeys()()
		summary, err := e.fetchInto(ctx, l, fetch.Options{Feeds: feeds, Interval: interval}, tell)
		if err == nil {
			err = e.runHook(ctx, summary.New(), nil) // the screen is the reader's
		}
		if err == nil {
			summary.Past, summary.Deleted, err = e.cleanAfter(ctx, l)
		}
		if err == nil {
			_, err = e.syncAfter(ctx, l)
		}
		return summary, err
	}
}

// leaveRoomForKeys lets more goroutines run at a time than there are cores, which the work
// of a fetch would all take, and returns what ends that. Else a key would wait, at each of
// the goroutines that it goes through, until one of those at work is interrupted: with two
// cores that doubles the time that it takes.
func leaveRoomForKeys() (end func()) {
	const more = 2
	was := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(was + more)
	return func() { runtime.GOMAXPROCS(was) }
}

// once fetches what is to be fetched, does what the rules say with what is new, deletes what
// is past its time, and says what came of it.
func (f *fetching) once(ctx context.Context) error {
	e := f.env
	feeds, err := f.library.Feeds(ctx)
	if err != nil {
		return err
	}
	if len(feeds) == 0 && !f.json {
		e.notice(e.words.Feeds.None)
		return nil
	}
	p := e.newFetchProgress(ctx)
	summary, err := e.fetchInto(ctx, f.library, f.options, p.show)
	p.clear()
	if wrong := f.say(ctx, &summary); wrong != nil {
		err = errors.Join(err, wrong)
	}
	if errors.Is(err, context.Canceled) {
		return fetchStoppedError{len(summary.New())}
	}
	if err != nil {
		return err
	}
	if wrong := e.runHook(ctx, summary.New(), e.Err); wrong != nil {
		e.notice("warraq: " + e.sentence(wrong))
	}
	return errors.Join(f.clean(ctx), e.syncQuietly(ctx, f.library), e.refusals(f.failures(&summary), countAsked(&summary)))
}

// fetchStoppedError is the end of a fetch by its user's wish.
type fetchStoppedError struct{ articles int }

func (f fetchStoppedError) Error() string {
	return fmt.Sprintf("stopped after %d articles", f.articles)
}

// countAsked counts the feeds that were asked for.
func countAsked(s *fetch.Summary) (n int) {
	for i := range s.Results {
		if s.Results[i].Status != fetch.Early {
			n++
		}
	}
	return n
}

// failures gives what feeds failed with.
func (f *fetching) failures(s *fetch.Summary) (all []error) {
	for i := range s.Results {
		if r := &s.Results[i]; r.Err != nil && r.Status != fetch.Gone {
			all = append(all, r.Err)
		}
	}
	return all
}

// fetchedJSON is what became of a feed, as --json prints it.
type fetchedJSON struct {
	Feed    int64    `json:"feed"`
	Title   string   `json:"title"`
	URL     string   `json:"url"`
	Status  string   `json:"status"` // fetched, unchanged, early, failed, gone
	New     []string `json:"new"`    // IDs
	Updated int      `json:"updated"`
	Error   string   `json:"error,omitempty"`
	Reason  string   `json:"reason,omitempty"`
	Next    string   `json:"next,omitempty"`
}

// say says what came of a fetch.
func (f *fetching) say(ctx context.Context, s *fetch.Summary) error {
	e := f.env
	out := []fetchedJSON{}
	for i := range s.Results {
		r := &s.Results[i]
		feed := e.feedAsJSON(&r.Feed)
		j := fetchedJSON{Feed: r.Feed.Num, Title: r.Feed.Label(), URL: r.Feed.Address, Status: string(r.Status), New: append([]string{}, r.New...), Updated: r.Updated, Next: feed.Next}
		if r.Err != nil {
			j.Error, j.Reason = feed.Error, unisolate(e.sentence(r.Err))
		}
		out = append(out, j)
		switch {
		case r.Status == fetch.Gone:
			e.notice(fmt.Sprintf(e.words.Feeds.Gone, isolate(r.Feed.Label())))
		case r.Moved:
			e.notice(fmt.Sprintf(e.words.Feeds.Moved, isolate(r.Feed.Label()), isolate(r.Feed.Address)))
		}
	}
	if f.json {
		return e.writeJSON(out)
	}
	return f.saySummary(ctx, s)
}

// saySummary writes a line for each feed that has something new, and how much all that is.
func (f *fetching) saySummary(ctx context.Context, s *fetch.Summary) error {
	e, say := f.env, f.env.words.Feeds
	sheet, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	updated := 0
	for i := range s.Results {
		r := &s.Results[i]
		updated += r.Updated
		if len(r.New)+r.Updated == 0 {
			continue
		}
		if err := e.fields(sheet, e.words.Count(len(r.New), say.NewArticles), r.Feed.Label()); err != nil {
			return err
		}
	}
	if !sheet.piped {
		parts := []string{e.words.Count(len(s.New()), say.NewArticles)}
		if updated > 0 {
			parts = append(parts, e.words.Count(updated, say.Changed))
		}
		if s.Pages > 0 {
			parts = append(parts, e.words.Count(s.Pages, say.Pages))
		}
		if s.PagesFailed > 0 {
			parts = append(parts, e.words.Count(s.PagesFailed, say.PagesFailed))
		}
		line := strings.Join(parts, e.words.Comma) + "."
		if countAsked(s) == 0 {
			line = say.NoFetch
		}
		if err := sheet.paragraph([]rtl.Span{{Text: line}}); err != nil {
			return err
		}
	}
	return sheet.flush()
}

// runHook runs the command that the settings name for what a fetch brought, with the IDs of
// the new articles as arguments, the first thousand of them, and all on its standard input,
// one a line. What it writes goes to a file, nil for nowhere. No shell has a part in it.
func (e *env) runHook(ctx context.Context, ids []string, out *os.File) error {
	if len(e.feeds.onFetch) == 0 || len(ids) == 0 {
		return nil
	}
	const mostArguments = 1000
	args := append(append([]string{}, e.feeds.onFetch[1:]...), ids[:min(len(ids), mostArguments)]...)
	hook := exec.CommandContext(ctx, e.feeds.onFetch[0], args...) //nolint:gosec // the user names it
	hook.Stdin = strings.NewReader(strings.Join(ids, "\n") + "\n")
	if out != nil {
		hook.Stdout, hook.Stderr = out, out
	}
	if err := hook.Run(); err != nil {
		return hookError{e.feeds.onFetch[0], err}
	}
	return nil
}

// hookError is a command that failed after a fetch.
type hookError struct {
	command string
	why     error
}

func (h hookError) Error() string { return h.command + ": " + h.why.Error() }
