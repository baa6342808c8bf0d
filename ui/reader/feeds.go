package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/store/fetch"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/jobs"
)

const (
	feedsJob  jobs.Kind = "feeds"
	followJob jobs.Kind = "follow"
)

// openFeeds shows the feeds that are followed.
func (m *Model) openFeeds() tea.Cmd {
	d := dialog.NewFeeds(m.Canvas, dialog.FeedActions{
		Fetch:   func(num int64) dialog.Action { return run(m.fetchFeed(num)) },
		Follow:  func(address string) dialog.Action { return run(m.followFeed(address)) },
		Remove:  func(num int64) dialog.Action { return run(m.removeFeed(num)) },
		Problem: m.feedProblem,
	})
	return tea.Batch(m.push(d), m.loadFeeds())
}

// loadFeeds reads the feeds for the screen of them.
func (m *Model) loadFeeds() tea.Cmd {
	library := m.Library
	return m.Jobs.Ask(feedsJob, func(ctx context.Context) tea.Msg {
		feeds, err := library.Feeds(ctx)
		return dialog.FeedsLoaded{Feeds: feeds, Err: err}
	})
}

// feedProblem says why a feed could not be fetched, "" where it could.
func (m *Model) feedProblem(f *store.Feed) string {
	if err := fetch.ErrorOf(f.Failure, f.Address); err != nil {
		return m.sentence(err)
	}
	return ""
}

// fetchFeed fetches one feed, or stops the fetch that is on its way.
func (m *Model) fetchFeed(num int64) tea.Cmd {
	if m.fetching != nil {
		return m.stopFetch()
	}
	return m.startFetch([]int64{num})
}

// removeFeed follows a feed no more.
func (m *Model) removeFeed(num int64) tea.Cmd {
	library := m.Library
	return m.save(saved{said: m.Words.Feeds.Unfollowed, then: m.loadFeeds}, func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.RemoveFeed(ctx, num)
	}, true)
}

// followed answers followFeed.
type followed struct {
	said string
	err  error
}

// followFeed follows the feed at an address.
func (m *Model) followFeed(address string) tea.Cmd {
	if m.follow == nil || address == "" {
		return nil
	}
	follow := m.follow
	m.notice = m.Words.Intake.Reading
	return m.Jobs.Run(m.Jobs.Begin(followJob), func(ctx context.Context) tea.Msg {
		said, err := follow(ctx, address)
		return followed{said, err}
	})
}

// tookFollowed says what became of following a feed.
func (m *Model) tookFollowed(msg followed) tea.Cmd {
	m.notice = msg.said
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
	}
	return m.loadFeeds()
}
