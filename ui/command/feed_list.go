package command

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
)

func (e *env) feedList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "list",
		Example: "  warraq feed list\n  warraq feed list --json",
		Args:    atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return e.with(c.Context(), func(l *store.Library) error { return e.listFeeds(c.Context(), l, asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// feedJSON is a feed as --json prints it.
type feedJSON struct {
	Feed     int64    `json:"feed"`             // its number
	Type     string   `json:"type"`             // feed, server
	Server   int64    `json:"server,omitempty"` // the number of that which it belongs to
	URL      string   `json:"url"`
	Title    string   `json:"title"`
	Name     string   `json:"name"`
	Site     string   `json:"site"`
	Lang     string   `json:"lang"`
	Folder   []string `json:"folder"`
	Whole    string   `json:"whole"`
	Keep     int      `json:"keep"`
	KeepDays int      `json:"keep_days"`
	Every    string   `json:"every"`
	Articles int      `json:"articles"`
	Unread   int      `json:"unread"`
	Added    string   `json:"added"`
	Fetched  string   `json:"fetched"` // "" if it never was
	Next     string   `json:"next,omitempty"`
	Stopped  bool     `json:"stopped"`
	Failing  string   `json:"failing,omitempty"` // since when
	Failures int      `json:"failures,omitempty"`
	Error    string   `json:"error,omitempty"`
	Reason   string   `json:"reason,omitempty"` // of the error, as a sentence
}

func (e *env) feedAsJSON(f *store.Feed) feedJSON {
	j := feedJSON{
		Feed: f.Num, URL: f.Address, Title: f.Title, Name: f.Name, Site: f.Site, Lang: f.Lang, Folder: append([]string{}, f.Folder...),
		Whole: f.Whole.String(), Keep: f.Keep, KeepDays: f.KeepDays, Articles: f.Articles, Unread: f.Unread,
		Added: articles.Timestamp(f.Added), Fetched: articles.Timestamp(f.Fetched), Next: articles.Timestamp(f.Next), Stopped: f.Stopped,
		Failing: articles.Timestamp(f.FailingSince), Failures: f.Failures, Error: f.Failure.Kind,
	}
	j.Type, j.Server = "feed", f.Server
	if f.IsServer {
		j.Type = "server"
	}
	if f.Held.After(f.Next) {
		j.Next = articles.Timestamp(f.Held)
	}
	if f.Every > 0 {
		j.Every = f.Every.String()
	}
	if err := fetch.ErrorOf(f.Failure, f.Address); err != nil {
		j.Reason = unisolate(e.sentence(err))
	}
	return j
}

// listFeeds writes the feeds that are followed.
func (e *env) listFeeds(ctx context.Context, l *store.Library, asJSON bool) error {
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		out := make([]feedJSON, len(feeds))
		for i := range feeds {
			out[i] = e.feedAsJSON(&feeds[i])
		}
		return e.writeJSON(out)
	}
	if len(feeds) == 0 {
		e.notice(e.words.Feeds.None)
		return nil
	}
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	for i := range feeds {
		f := &feeds[i]
		unread := ""
		if f.Unread > 0 || s.piped {
			unread = strconv.Itoa(f.Unread)
		}
		if err := e.fields(s, strconv.FormatInt(f.Num, 10), unread, f.Label(), strings.Join(f.Folder, " / "), e.words.FeedState(f), f.Address); err != nil {
			return err
		}
	}
	return s.flush()
}
