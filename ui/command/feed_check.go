package command

import (
	"cmp"
	"context"
	"errors"
	"sync"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// checkedFeed is whether a feed answers, as --json prints it.
type checkedFeed struct {
	URL      string      `json:"url"`
	Title    string      `json:"title"`
	Answers  bool        `json:"answers"`
	Articles int         `json:"articles"`
	Reason   string      `json:"reason,omitempty"`
	server   *store.Feed // nil of a feed
	err      error
}

func (e *env) feedCheck() *cobra.Command {
	var asJSON, catalogue bool
	c := &cobra.Command{
		Use:     "check [FEED…]",
		Example: "  warraq feed check\n  warraq feed check 3\n  warraq feed check https://example.org/feed.xml",
		Args:    takesArgs(0, -1),
		RunE: func(c *cobra.Command, named []string) error {
			if catalogue {
				list, err := catalogueFeeds(named, "")
				if err != nil {
					return err
				}
				return e.checkFeeds(c.Context(), listed(list), asJSON)
			}
			return e.with(c.Context(), func(l *store.Library) error {
				list, err := e.toCheck(c.Context(), l, named)
				if err != nil {
					return err
				}
				return e.checkFeeds(c.Context(), list, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.Flags().BoolVar(&catalogue, "catalogue", false, "")
	return c
}

// listed gives the feeds of a list as they are checked.
func listed(list []opml.Feed) []checkedFeed {
	checked := make([]checkedFeed, len(list))
	for i, f := range list {
		checked[i] = checkedFeed{URL: f.Address, Title: cmp.Or(f.Name, f.Title)}
	}
	return checked
}

// toCheck gives the feeds that are named, whether they are followed or not, or all that
// are followed.
func (e *env) toCheck(ctx context.Context, l *store.Library, named []string) (list []checkedFeed, err error) {
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	if len(named) == 0 {
		for i := range feeds {
			list = append(list, checkedOf(&feeds[i]))
		}
	}
	for _, name := range named {
		f, err := e.findFeed(feeds, name)
		address := opml.Address(name)
		switch {
		case err == nil:
			list = append(list, checkedOf(f))
		case address != "":
			list = append(list, checkedFeed{URL: store.WithoutPassword(address)})
		default:
			return nil, err
		}
	}
	return list, nil
}

// maxCheckers is how many feeds are asked at a time.
const maxCheckers = 8

// checkFeeds asks for feeds and says which of them answer. Nothing is kept.
func (e *env) checkFeeds(ctx context.Context, list []checkedFeed, asJSON bool) error {
	if len(list) == 0 && !asJSON {
		e.notice(e.words.Feeds.None)
		return nil
	}
	if len(list) > 0 {
		client, err := e.client()
		if err != nil {
			return err
		}
		var working sync.WaitGroup
		free := make(chan struct{}, maxCheckers)
		for i := range list {
			working.Go(func() {
				free <- struct{}{}
				defer func() { <-free }()
				list[i].check(ctx, e, client)
			})
		}
		working.Wait()
	}
	return e.sayChecked(ctx, list, asJSON)
}

// checkedOf gives a feed that is followed as it is checked.
func checkedOf(f *store.Feed) checkedFeed {
	checked := checkedFeed{URL: f.Address, Title: f.Label()}
	if f.IsServer {
		checked.server = f
	}
	return checked
}

// check asks for a feed, or a server for its feeds.
func (f *checkedFeed) check(ctx context.Context, e *env, client *web.Client) {
	if f.server != nil {
		_, err := e.readerClient(f.server).Subscriptions(ctx)
		f.Answers, f.err = err == nil, err
		if err != nil {
			f.err = ofServer(err, f.URL)
		}
		return
	}
	answer, err := client.Get(ctx, web.Request{Address: f.URL, Private: true})
	if err == nil {
		head, list, wrong := intake.ReadFeed(ctx, answer.Source())
		f.Articles, err = len(list), wrong
		if head.Title != "" {
			f.Title = head.Title
		}
	}
	f.Answers, f.err = err == nil, err
}

// sayChecked says which feeds answer.
func (e *env) sayChecked(ctx context.Context, list []checkedFeed, asJSON bool) error {
	if err := ctx.Err(); err != nil {
		return err //nolint:wrapcheck // its user ended it
	}
	var failures []error
	for i := range list {
		if list[i].err != nil {
			failures = append(failures, list[i].err)
			list[i].Reason = unisolate(e.sentence(list[i].err))
		}
	}
	if asJSON {
		return errors.Join(e.writeJSON(append([]checkedFeed{}, list...)), e.refusals(failures, len(list)))
	}
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	for _, f := range list {
		if f.err != nil {
			continue
		}
		if err := e.fields(s, e.words.Feeds.Answers, f.Title, e.words.Count(f.Articles, e.words.ArticleNoun), f.URL); err != nil {
			return err
		}
	}
	return errors.Join(s.flush(), e.refusals(failures, len(list)))
}
