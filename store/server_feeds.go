package store

import (
	"cmp"
	"context"
	"strings"
)

// What its reader does with the feeds of a server is found as marks are: of each the library
// keeps what it is called and where it stands, here and there, as both sides agreed last. What
// differs here has been changed, and is sent; what differs there is taken. A feed that is
// removed leaves its name behind (server_gone) until the server has it no more, so that it
// does not come back by what the server says meanwhile.

// ServerFeedChange is what its reader has changed of a feed of a server.
type ServerFeedChange struct {
	Stream string
	Gone   bool   // it is followed no more
	Title  string // what it is called by now, "" where that has not changed
	Moved  bool   // to another folder
	Folder string // it is in by now, and From the one that it was in there; "" is none
	From   string
	here   keptServerFeed // what is agreed on once it is confirmed
}

const selectServerFeeds = `SELECT s.stream, s.folder, s.title, s.feed, s.own, s.here_folder, s.here_title, iif(f.name <> '', f.name, f.title), f.folder, f.key
	FROM server_feed s JOIN feed f ON f.num = s.feed WHERE s.server = ?`

// keptServerFeed is a feed of a server as both sides agreed on it last, and as it is here.
type keptServerFeed struct {
	stream, folder, title string // there
	feed                  int64
	own                   bool
	hereFolder, hereTitle string
	nowFolder, nowTitle   string
	key                   string
}

func scanServerFeed(scan scanner) (k keptServerFeed, err error) {
	return k, scan(&k.stream, &k.folder, &k.title, &k.feed, &k.own, &k.hereFolder, &k.hereTitle, &k.nowTitle, &k.nowFolder, &k.key)
}

// serverFolder gives a folder as servers have them, which know no folders in folders.
func serverFolder(folder string) string { return strings.ReplaceAll(folder, "\n", " / ") }

// ServerFeedChanges gives what is to be sent to a server of its feeds.
func (l *Library) ServerFeedChanges(ctx context.Context, server int64) ([]ServerFeedChange, error) {
	streams, err := collectRows(ctx, l.db, scanColumn[string], "SELECT stream FROM server_gone WHERE server = ? AND send = 1", server)
	if err != nil {
		return nil, l.failure(err)
	}
	var list []ServerFeedChange
	for _, stream := range streams {
		list = append(list, ServerFeedChange{Stream: stream, Gone: true})
	}
	for k, err := range eachRow(ctx, l.db, scanServerFeed, selectServerFeeds+" ORDER BY s.stream", server) {
		if err != nil {
			return nil, l.failure(err)
		}
		change := ServerFeedChange{Stream: k.stream, here: k}
		if k.nowTitle != k.hereTitle {
			change.Title = k.nowTitle
		}
		if k.nowFolder != k.hereFolder {
			change.Moved, change.Folder, change.From = true, serverFolder(k.nowFolder), serverFolder(k.folder)
		}
		if change.Title != "" || change.Moved {
			list = append(list, change)
		}
	}
	return list, nil
}

// ConfirmServerFeed keeps that a change was sent to a server, which has taken it, or not:
// then both sides agree to differ.
func (l *Library) ConfirmServerFeed(ctx context.Context, server int64, change ServerFeedChange, taken bool) error {
	return l.change(ctx, func(c *transaction) error {
		if change.Gone {
			if !taken {
				return c.forgetGone(ctx, "server = ?1 AND stream = ?2", server, change.Stream)
			}
			_, err := c.exec(ctx, "UPDATE server_gone SET send = 0 WHERE server = ? AND stream = ?", server, change.Stream) // until it is in no list
			return err
		}
		k := change.here
		if taken && change.Title != "" {
			k.title = change.Title
		}
		if taken && change.Moved {
			k.folder = change.Folder
		}
		_, err := c.exec(ctx, "UPDATE server_feed SET title = ?3, folder = ?4, here_title = ?5, here_folder = ?6 WHERE server = ?1 AND stream = ?2",
			server, change.Stream, k.title, k.folder, cmp.Or(k.nowTitle, k.hereTitle), k.nowFolder)
		return err
	})
}

// leaveServers keeps of a feed that is to be removed which servers still have it, and
// whether they are to be told.
func (c *transaction) leaveServers(ctx context.Context, num int64, send bool) error {
	_, err := c.exec(ctx, `INSERT OR REPLACE INTO server_gone (server, stream, key, send)
		SELECT s.server, s.stream, f.key, ?2 FROM server_feed s JOIN feed f ON f.num = s.feed WHERE s.feed = ?1`, num, send)
	return err
}

// comeToServers forgets that a feed was removed which is followed again.
func (c *transaction) comeToServers(ctx context.Context, key string) error {
	return c.forgetGone(ctx, "key = ?1", key)
}

// forgetGone forgets that feeds of servers were removed of which a condition with numbered
// values is true. Their items that were left out meanwhile come again.
func (c *transaction) forgetGone(ctx context.Context, where string, values ...any) error {
	return c.execEach(ctx, values,
		"DELETE FROM server_item WHERE server IN (SELECT server FROM server_gone WHERE "+where+") AND (server, id) NOT IN (SELECT server, id FROM server_article) AND left_read IS NULL",
		"DELETE FROM server_gone WHERE "+where)
}

// ServerGone gives the feeds, by the names that a server has for them, that are followed here
// no more while the server still has them.
func (l *Library) ServerGone(ctx context.Context, server int64) (map[string]bool, error) {
	streams, err := collectRows(ctx, l.db, scanColumn[string], "SELECT stream FROM server_gone WHERE server = ?", server)
	gone := make(map[string]bool, len(streams))
	for _, stream := range streams {
		gone[stream] = true
	}
	return gone, l.failure(err)
}

// renameStreams gives feeds the names that a server has for them by now, where it has another
// one: of a feed that was left there and followed again. What it is called there by now holds,
// but of one that its reader followed here by himself.
func (c *transaction) renameStreams(ctx context.Context, server int64, feeds []ServerFeed, was map[string]keptServerFeed) error {
	there := make(map[string]bool, len(feeds))
	for i := range feeds {
		there[feeds[i].Stream] = true
	}
	lost := map[string]keptServerFeed{} // by their keys
	for stream, k := range was {
		if !there[stream] {
			lost[k.key] = k
		}
	}
	for i := range feeds {
		f := &feeds[i]
		k, ok := lost[f.Feed.key()]
		if _, known := was[f.Stream]; known || !ok {
			continue
		}
		if _, err := c.exec(ctx, "UPDATE server_feed SET stream = ?3 WHERE server = ?1 AND stream = ?2", server, k.stream, f.Stream); err != nil {
			return err
		}
		delete(was, k.stream)
		delete(lost, k.key)
		k.stream = f.Stream
		if !k.own {
			k.title, k.folder = f.Feed.Title, folderOf(&f.Feed)
			if err := c.execEach(ctx, []any{k.feed, k.title, k.folder, server, k.stream},
				"UPDATE feed SET title = ?2, name = '', folder = ?3 WHERE num = ?1",
				"UPDATE server_feed SET title = ?2, folder = ?3, here_title = ?2, here_folder = ?3 WHERE server = ?4 AND stream = ?5"); err != nil {
				return err
			}
		}
		was[f.Stream] = k
	}
	return nil
}

// editServerFeed gives a feed the folder and the title that its server has given it since,
// but for what its reader has changed here and that is still to be sent. What was never
// alike on both sides stays as its reader has it.
func (c *transaction) editServerFeed(ctx context.Context, server int64, f *ServerFeed, was *keptServerFeed) (changed bool, err error) {
	folder, title := folderOf(&f.Feed), f.Feed.Title
	if folder == was.folder && title == was.title {
		return false, nil
	}
	now := *was
	if title != was.title && was.nowTitle == was.hereTitle {
		statement := "UPDATE feed SET title = ?2 WHERE num = ?1" // under a name of his own
		if was.hereTitle == was.title {
			statement = "UPDATE feed SET title = ?2, name = '' WHERE num = ?1"
		}
		if _, err = c.exec(ctx, statement, was.feed, title); err != nil {
			return true, err
		}
	}
	if folder != was.folder && was.nowFolder == was.hereFolder {
		if _, err = c.exec(ctx, "UPDATE feed SET folder = ?2 WHERE num = ?1", was.feed, folder); err != nil {
			return true, err
		}
		now.hereFolder = folder
	}
	_, err = c.exec(ctx, `UPDATE server_feed SET folder = ?3, title = ?4, here_folder = ?5,
		here_title = iif(?6, here_title, (SELECT iif(name <> '', name, title) FROM feed WHERE num = server_feed.feed)) WHERE server = ?1 AND stream = ?2`,
		server, f.Stream, folder, title, now.hereFolder, was.nowTitle != was.hereTitle)
	return true, err
}
