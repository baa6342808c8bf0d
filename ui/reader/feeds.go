package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/shelf"
)

const (
	feedsJob  jobs.Kind = "feeds"
	followJob jobs.Kind = "follow"
)

// openFeeds shows the feeds that are followed.
func (app *App) openFeeds() tea.Cmd {
	d := dialog.NewFeeds(app.Canvas, dialog.FeedActions{
		Open:    func(f *store.Feed) dialog.Action { return app.list.Show(shelf.OfFeed(f)) },
		Fetch:   func(num int64) dialog.Action { return run(app.fetcher.Toggle([]int64{num})) },
		Follow:  func(address string) dialog.Action { return run(app.followFeed(address)) },
		Remove:  func(num int64) dialog.Action { return run(app.removeFeed(num)) },
		Problem: app.feedProblem,
	})
	return tea.Batch(app.push(d), app.loadFeeds())
}

// loadFeeds reads the feeds for the screen of them.
func (app *App) loadFeeds() tea.Cmd {
	library := app.Library
	return app.Jobs.Ask(feedsJob, func(ctx context.Context) tea.Msg {
		feeds, err := library.Feeds(ctx)
		return dialog.FeedsLoaded{Feeds: feeds, Err: err}
	})
}

// feedProblem says why a feed could not be fetched, "" where it could.
func (app *App) feedProblem(f *store.Feed) string {
	if err := fetch.ErrorOf(f.Failure, f.Address); err != nil {
		return app.sentence(err)
	}
	return ""
}

// removeFeed follows a feed no more.
func (app *App) removeFeed(num int64) tea.Cmd {
	library := app.Library
	return app.save(savedMsg{said: app.Words.Feeds.Unfollowed, then: app.loadFeeds}, func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.RemoveFeed(ctx, num)
	}, true)
}

// followedMsg answers followFeed.
type followedMsg struct {
	said string
	err  error
}

// followFeed follows the feed at an address.
func (app *App) followFeed(address string) tea.Cmd {
	if app.follow == nil || address == "" {
		return nil
	}
	follow := app.follow
	app.notice = app.Words.Intake.Reading
	return app.Jobs.Run(app.Jobs.Begin(followJob), func(ctx context.Context) tea.Msg {
		said, err := follow(ctx, address)
		return followedMsg{said, err}
	})
}

// tookFollowed says what became of following a feed.
func (app *App) tookFollowed(msg followedMsg) tea.Cmd {
	app.notice = msg.said
	if msg.err != nil {
		app.notice = app.sentence(msg.err)
	}
	return app.loadFeeds()
}
