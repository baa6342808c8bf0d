package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/format/feed"
	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

func (e *env) feedAdd() *cobra.Command {
	var choices feedChoices
	var all, unchecked, server, asJSON bool
	var user string
	var numbers []int
	c := &cobra.Command{
		Use:     "add URL…",
		Example: "  warraq feed add https://example.org/feed.xml\n  warraq feed add https://example.org --folder صحف --whole always\n  warraq feed add https://example.org --choose 1,3\n  warraq feed add --server https://rss.example.org",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, urls []string) error {
			if err := choices.change(c, &store.Feed{}); err != nil {
				return err
			}
			a := feedAdding{env: e, command: c, choices: &choices, all: all, unchecked: unchecked, json: asJSON, numbers: numbers, server: server, user: user}
			return e.with(c.Context(), func(l *store.Library) error { return a.addAll(c.Context(), l, urls) })
		},
	}
	choices.flags(c)
	c.Flags().BoolVar(&all, "all", false, "")
	c.Flags().BoolVar(&unchecked, "unchecked", false, "")
	c.Flags().IntSliceVar(&numbers, "choose", nil, "")
	c.Flags().BoolVar(&server, "server", false, "")
	c.Flags().StringVar(&user, "user", "", "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// feedAdding is following feeds that are named by their address or by that of a page.
type feedAdding struct {
	env            *env
	command        *cobra.Command
	choices        *feedChoices
	all, unchecked bool
	json           bool
	numbers        []int // of the feeds of a page, from 1
	server         bool  // the address is that of a server of feeds
	user           string
}

// feedsError is a page with several feeds, of which one is to be chosen, or with none.
type feedsError struct {
	page  string
	feeds []web.Feed
}

func (f feedsError) Error() string { return fmt.Sprintf("%s has %d feeds", f.page, len(f.feeds)) }

// feedsSentence says which feeds a page has.
func (e *env) feedsSentence(err feedsError) string {
	if len(err.feeds) == 0 {
		return fmt.Sprintf(e.words.Feeds.NoneFound, isolate(err.page))
	}
	var s strings.Builder
	fmt.Fprintf(&s, e.words.Feeds.Several, isolate(err.page))
	s.WriteString(listOffered(err.feeds))
	return s.String()
}

// listOffered writes the feeds of a page, a line for each with its number.
func listOffered(feeds []web.Feed) string {
	var s strings.Builder
	for i, f := range feeds {
		s.WriteString("\n" + isolate(strconv.Itoa(i+1)+".") + " " + isolate(f.Address))
		if f.Title != "" {
			s.WriteString("  " + isolate(f.Title))
		}
	}
	return s.String()
}

// addAll follows what is at some addresses. What cannot be followed is named, and the
// others are.
func (a *feedAdding) addAll(ctx context.Context, l *store.Library, urls []string) error {
	changed, err := a.env.newFeedReport(ctx, a.json)
	if err != nil {
		return err
	}
	var failures []error
	for _, url := range urls {
		feeds, err := a.find(ctx, url)
		if ctx.Err() != nil {
			return ctx.Err() //nolint:wrapcheck // its user ended it
		}
		switch {
		case errors.Is(err, errNoneChosen):
			continue
		case err != nil:
			failures = append(failures, err)
			if err = changed.offer(err); err != nil {
				return err
			}
			continue
		}
		for i := range feeds {
			if err := a.choices.change(a.command, &feeds[i]); err != nil {
				return err
			}
		}
		if err := changed.follow(ctx, l, feeds); err != nil {
			return err
		}
	}
	return errors.Join(changed.end(), a.env.refusals(failures, len(urls)))
}

// find finds the feeds at an address: one, unless all of a page are wanted.
func (a *feedAdding) find(ctx context.Context, url string) ([]store.Feed, error) {
	address := opml.Address(url)
	if address == "" {
		sought := strings.Fields(url) // the catalogue has everything for no words
		if list, err := catalogueFeeds(sought, ""); err == nil && len(sought) > 0 && len(list) > 0 {
			a.env.notice(fmt.Sprintf(a.env.words.Feeds.InCatalogue, isolate(url), isolate("warraq feed catalogue "+url)))
		}
		return nil, &web.Error{Address: url, Kind: web.ErrAddress}
	}
	if without := store.WithoutPassword(address); without != address {
		address = without
		a.env.notice(fmt.Sprintf(a.env.words.Feeds.WithoutPassword, isolate(address)))
	}
	if a.server {
		f, err := a.serverAt(ctx, address)
		return []store.Feed{f}, err
	}
	if a.unchecked {
		return []store.Feed{{Address: address}}, nil
	}
	client, err := a.env.client()
	if err != nil {
		return nil, err
	}
	answer, err := client.Get(ctx, web.Request{Address: address, Private: true})
	if err != nil {
		return nil, err
	}
	if f, ok := feedIn(address, answer); ok {
		return []store.Feed{f}, nil
	}
	named := withoutComments(web.FindFeeds(answer.Body, answer.Charset, answer.Address))
	if len(named) == 0 {
		return a.usual(ctx, client, answer.Address)
	}
	if named, err = a.choose(address, named); err != nil {
		return nil, err
	}
	var feeds []store.Feed
	for _, n := range named {
		f := store.Feed{Address: n.Address, Title: n.Title, Site: answer.Address}
		if got, err := client.Get(ctx, web.Request{Address: n.Address, Private: true}); err == nil {
			if read, ok := feedIn(n.Address, got); ok {
				f = read
			} else if len(named) == 1 {
				return nil, feedsError{page: address}
			}
		} else if len(named) == 1 {
			return nil, err
		}
		feeds = append(feeds, f)
	}
	return feeds, nil
}

// usual looks for a feed where a site has one that names none.
func (a *feedAdding) usual(ctx context.Context, client *web.Client, page string) ([]store.Feed, error) {
	for _, address := range web.UsualPaths(page) {
		answer, err := client.Get(ctx, web.Request{Address: address, Private: true})
		if err != nil {
			continue
		}
		if f, ok := feedIn(address, answer); ok {
			return []store.Feed{f}, nil
		}
	}
	return nil, feedsError{page: page}
}

// feedIn gives the feed that an answer is, at the address that its server says is the one
// to keep.
func feedIn(address string, answer *web.Answer) (store.Feed, bool) {
	head, ok := feed.ReadHead(answer.Source())
	return store.Feed{Address: cmp.Or(answer.Permanent, address), Title: head.Title, Site: head.Site, Lang: head.Lang}, ok
}

// withoutComments leaves out the feeds of comments where there are others.
func withoutComments(feeds []web.Feed) []web.Feed {
	isOfComments := func(f web.Feed) bool { return strings.Contains(strings.ToLower(f.Address), "comments") }
	if !slices.ContainsFunc(feeds, func(f web.Feed) bool { return !isOfComments(f) }) {
		return feeds
	}
	return slices.DeleteFunc(slices.Clone(feeds), isOfComments)
}
