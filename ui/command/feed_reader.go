package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// followInReader returns the function by which the reader follows the feed at an address,
// or offers those of the page there, or those of the catalogue that have some words.
func (e *env) followInReader(l *store.Library) func(context.Context, store.Feed) (dialog.Following, error) {
	return func(ctx context.Context, wanted store.Feed) (dialog.Following, error) {
		address := store.WithoutPassword(opml.Address(wanted.Address))
		if address == "" {
			return e.offerCatalogue(wanted.Address)
		}
		a := feedAdding{env: e}
		feeds, err := a.find(ctx, address)
		if several, ok := errors.AsType[feedsError](err); ok && len(several.feeds) > 0 {
			return e.offerFeeds(several), nil
		}
		if err != nil {
			return dialog.Following{}, err
		}
		feeds[0].Title = cmp.Or(feeds[0].Title, wanted.Title)
		feeds[0].Folder, feeds[0].Attributes = wanted.Folder, wanted.Attributes
		kept, known, err := l.AddFeeds(ctx, feeds)
		if err != nil {
			return dialog.Following{}, err
		}
		said := e.words.Feeds.Followed
		if known[0] {
			said = e.words.Feeds.Known
		}
		said = isolate(kept[0].Label()) + ": " + said + "."
		if address != opml.Address(wanted.Address) {
			said += " " + fmt.Sprintf(e.words.Feeds.WithoutPassword, isolate(address))
		}
		return dialog.Following{Said: said}, nil
	}
}

// offerFeeds offers the feeds of a page.
func (e *env) offerFeeds(several feedsError) dialog.Following {
	offered := make([]store.Feed, len(several.feeds))
	for i, f := range several.feeds {
		offered[i] = store.Feed{Address: f.Address, Title: f.Title}
	}
	return dialog.Following{About: fmt.Sprintf(e.words.Feeds.Offered, isolate(several.page)), Offered: offered}
}

// offerCatalogue offers the feeds of the catalogue that have some words in their names,
// those in the language of the interface first.
func (e *env) offerCatalogue(words string) (dialog.Following, error) {
	list, err := catalogueFeeds(strings.Fields(words), "")
	if err != nil {
		return dialog.Following{}, err
	}
	if len(list) == 0 {
		return dialog.Following{}, &web.Error{Address: words, Kind: web.ErrAddress}
	}
	isOther := func(f opml.Feed) int {
		if f.Lang == e.words.Lang {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b opml.Feed) int { return isOther(a) - isOther(b) })
	offered := make([]store.Feed, len(list))
	for i := range list {
		offered[i] = store.FeedOf(list[i])
	}
	return dialog.Following{About: e.words.Feeds.UntriedHere, Offered: offered}, nil
}
