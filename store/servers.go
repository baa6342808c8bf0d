package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/text"
)

// How the library agrees with a server of feeds.
//
// A server is a feed among others: it is followed, fetched when it is its time, named,
// and left alone where it fails. Its own feeds stand beside it, and are not asked for
// themselves while they belong to it. Package fetch asks it; here is what is kept.
//
// Of each item the library keeps the marks on which both sides agreed last (server_item).
// There are two of them, and each is on or off, so that three of each are compared: the
// one here, the one there, and that of before. Where the one here is as before, that of the
// server holds. Where it is not, its reader has changed it since: it is sent. If the
// server's has changed as well, both say the same. So there is no conflict, no clock is
// asked, and the changes that wait to be sent need not be written down as they are made:
// whoever makes one, and however a program ends, the comparison finds it. A change that is
// taken back before it was sent is none. Only what is removed from the library leaves its
// marks behind for that (left_read, left_starred).
//
// What was sent counts as agreed on when the server has confirmed it. Where its answer is
// lost it is sent again, which changes nothing there.

// ServerFeed is a feed of a server.
type ServerFeed struct {
	Stream string // by which the server names it
	Feed   Feed   // with its address, title, site and folder
}

// SetServerFeeds makes the feeds of a server those that it has by now, and gives them by
// the names of the server. Those that it has no more go with it, unless they were followed
// before; their articles stay. All of them count as fetched at a time.
func (l *Library) SetServerFeeds(ctx context.Context, server int64, feeds []ServerFeed, at time.Time) (map[string]Feed, error) {
	var now map[string]Feed
	err := l.change(ctx, func(c *transaction) error {
		var err error
		now, err = c.setServerFeeds(ctx, server, feeds, at)
		return err
	})
	return now, err
}

func (c *transaction) setServerFeeds(ctx context.Context, server int64, feeds []ServerFeed, at time.Time) (map[string]Feed, error) {
	if err := c.hasServer(ctx, server); err != nil {
		return nil, err
	}
	list, err := collectRows(ctx, c, scanServerFeed, selectServerFeeds, server)
	if err != nil {
		return nil, err
	}
	was := make(map[string]keptServerFeed, len(list))
	for _, k := range list {
		was[k.stream] = k
	}
	if err = c.renameStreams(ctx, server, feeds, was); err != nil {
		return nil, err
	}
	gone, err := c.goneFromServer(ctx, server, feeds)
	if err != nil {
		return nil, err
	}
	changed := false
	for i := range feeds {
		f := &feeds[i]
		known, ok := was[f.Stream]
		delete(was, f.Stream)
		var did bool
		switch {
		case ok:
			did, err = c.editServerFeed(ctx, server, f, &known)
		case gone[f.Stream]: // and the server still has it
		default:
			did, err = c.addServerFeed(ctx, server, f, at)
		}
		if err != nil {
			return nil, err
		}
		changed = changed || did
	}
	for _, k := range was {
		changed = true
		if err := c.dropServerFeed(ctx, server, &k); err != nil {
			return nil, err
		}
	}
	if _, err := c.exec(ctx, `UPDATE feed SET tried = ?2, fetched = ?2, failing = 0, failures = 0, failure = '', held = 0, next = 0, stopped = 0
		WHERE num IN (SELECT feed FROM server_feed WHERE server = ?1)`, server, at.UnixMilli()); err != nil {
		return nil, err
	}
	if changed {
		if err := c.revise(ctx); err != nil {
			return nil, err
		}
	}
	return c.serverFeeds(ctx, server)
}

// hasServer gives [ErrNoFeed] of a server that is not followed any more.
func (c *transaction) hasServer(ctx context.Context, server int64) error {
	there, err := collectRows(ctx, c, scanColumn[bool], "SELECT EXISTS (SELECT 1 FROM feed WHERE num = ? AND is_server = 1)", server)
	if err == nil && !there[0] {
		err = fmt.Errorf("%d: %w", server, ErrNoFeed)
	}
	return err
}

// serverFeeds gives the feeds of a server by its names of them.
func (c *transaction) serverFeeds(ctx context.Context, server int64) (map[string]Feed, error) {
	type named struct {
		stream string
		num    int64
	}
	streams, err := collectRows(ctx, c, func(scan scanner) (n named, err error) { return n, scan(&n.stream, &n.num) },
		"SELECT stream, feed FROM server_feed WHERE server = ?", server)
	if err != nil {
		return nil, err
	}
	feeds, err := collectRows(ctx, c, scanFeed, selectFeeds+"WHERE f.num IN (SELECT feed FROM server_feed WHERE server = ?)", server)
	if err != nil {
		return nil, err
	}
	byNum := make(map[int64]Feed, len(feeds))
	for _, f := range feeds {
		byNum[f.Num] = f
	}
	all := make(map[string]Feed, len(streams))
	for _, n := range streams {
		all[n.stream] = byNum[n.num]
	}
	return all, nil
}

// addServerFeed follows a feed of a server. One without an address cannot be: its items are
// the server's own.
func (c *transaction) addServerFeed(ctx context.Context, server int64, f *ServerFeed, at time.Time) (changed bool, err error) {
	if f.Feed.Address == "" {
		return false, nil
	}
	feed := f.Feed
	feed.Added = at
	n, err := c.insertFeed(ctx, &feed)
	if err != nil {
		return false, err
	}
	_, err = c.exec(ctx, `INSERT INTO server_feed (server, stream, feed, folder, title, own, here_folder, here_title)
		SELECT ?1, ?2, num, ?4, ?5, ?6, folder, iif(name <> '', name, title) FROM feed WHERE key = ?3`,
		server, f.Stream, feed.key(), folderOf(&f.Feed), f.Feed.Title, n == 0)
	return true, err
}

// folderOf gives the folder of a feed as it is kept.
func folderOf(f *Feed) string { return strings.Join(f.Folder, "\n") }

// dropServerFeed follows a feed no more that its server does not have any more.
func (c *transaction) dropServerFeed(ctx context.Context, server int64, k *keptServerFeed) error {
	if _, err := c.exec(ctx, "DELETE FROM server_feed WHERE server = ? AND stream = ?", server, k.stream); err != nil || k.own {
		return err
	}
	_, err := c.exec(ctx, "DELETE FROM feed WHERE num = ?1 AND NOT EXISTS (SELECT 1 FROM server_feed WHERE feed = ?1)", k.feed)
	return err
}

// goneFromServer gives the feeds of a server that are followed here no more, and forgets
// those that the server has no more either.
func (c *transaction) goneFromServer(ctx context.Context, server int64, feeds []ServerFeed) (map[string]bool, error) {
	streams := make([]string, len(feeds))
	for i := range feeds {
		streams[i] = feeds[i].Stream
	}
	if _, err := c.exec(ctx, "DELETE FROM server_gone WHERE server = ? AND stream NOT IN (SELECT value FROM json_each(?))", server, encodeJSON(streams)); err != nil {
		return nil, err
	}
	left, err := collectRows(ctx, c, scanColumn[string], "SELECT stream FROM server_gone WHERE server = ?", server)
	gone := make(map[string]bool, len(left))
	for _, stream := range left {
		gone[stream] = true
	}
	return gone, err
}

// key gives what a feed is told from others by: its address without what does not matter
// in it. A server is none of its feeds, and has a reader by name.
func (f *Feed) key() string {
	if f.IsServer {
		return "server " + text.CleanLine(f.Account) + "@" + feedKey(f.Address)
	}
	return feedKey(f.Address)
}
