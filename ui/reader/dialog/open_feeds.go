package dialog

import (
	"context"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
)

const (
	feedsJob  jobs.Kind = "feeds"
	followJob jobs.Kind = "follow"
)

// OpenFeeds returns what shows the feeds that are followed.
func OpenFeeds(c *draw.Canvas, library *store.Library, do FeedActions) Action {
	return Many{Push{NewFeeds(c, do)}, LoadFeeds(library)}
}

// LoadFeeds returns what reads the feeds again for the screen of them, where it is open.
func LoadFeeds(library *store.Library) Action {
	return Ask{Kind: feedsJob, Read: func(ctx context.Context) Action {
		feeds, err := library.Feeds(ctx)
		return Tell{FeedsLoaded{Feeds: feeds, Err: err}}
	}}
}

// UnfollowFeed returns what follows a feed no more.
func UnfollowFeed(c *draw.Canvas, library *store.Library, num int64) Action {
	return Save{
		Said: c.Words.Feeds.Unfollowed, ByItself: true,
		Do:   func(ctx context.Context) (store.Undo, error) { return store.Undo{}, library.RemoveFeed(ctx, num) },
		Then: func() Action { return LoadFeeds(library) },
	}
}

// Following is what became of following a feed: what is to be said, or the feeds that are
// offered to choose from, and what these are.
type Following struct {
	Said    string
	About   string
	Offered []store.Feed
}

// FollowFeed returns what follows a feed by a function; where that is nil, it says that the
// library is its owner's to change. Its address
// may be that of a page, or words of a name in the catalogue, "" for all of it: then feeds
// are offered to choose from.
func FollowFeed(c *draw.Canvas, library *store.Library, feed *store.Feed, follow func(context.Context, store.Feed) (Following, error)) Action {
	if follow == nil {
		return Failed{store.ErrShared}
	}
	wanted := *feed
	return Many{Say{c.Words.Intake.Reading}, AskOnce{followJob, func(ctx context.Context) Action {
		became, err := follow(ctx, wanted)
		switch {
		case err != nil:
			return Many{Failed{err}, LoadFeeds(library)}
		case len(became.Offered) > 0:
			offers := NewOffers(c, became.About, became.Offered, func(f *store.Feed) Action { return FollowFeed(c, library, f, follow) })
			return Many{Say{became.Said}, Late{Dialog: offers}, LoadFeeds(library)}
		}
		return Many{Say{became.Said}, Tell{Followed{wanted.Address}}, LoadFeeds(library)}
	}}}
}
