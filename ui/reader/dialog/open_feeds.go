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
	return Ask{feedsJob, func(ctx context.Context) Action {
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

// FollowFeed returns what follows the feed at an address by a function, nil where nothing
// can, which says what became of it.
func FollowFeed(c *draw.Canvas, library *store.Library, address string, follow func(ctx context.Context, address string) (said string, err error)) Action {
	if follow == nil || address == "" {
		return nil
	}
	return Many{Say{c.Words.Intake.Reading}, AskOnce{followJob, func(ctx context.Context) Action {
		said, err := follow(ctx, address)
		if err != nil {
			return Many{Failed{err}, LoadFeeds(library)}
		}
		return Many{Say{said}, LoadFeeds(library)}
	}}}
}
