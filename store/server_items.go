package store

import (
	"context"
	"maps"

	"github.com/warraq/warraq/articles"
)

// ServerState is an item of a server, and how it is marked there.
type ServerState struct {
	ID            string
	Read, Starred bool
}

// ServerItem is an item of a server that comes in.
type ServerItem struct {
	ServerState
	Feed    int64             // that it is of, or the server where that is not known
	Article *articles.Article // nil of one in which there is none
	Pages   PagesWanted
}

// ServerChanges are the items whose marks its reader has changed since they were agreed on.
type ServerChanges struct{ Read, Unread, Starred, Unstarred []string }

// itemHere is an item as it is kept: its marks as they were agreed on, and as they are.
type itemHere struct {
	id      string
	num     int64 // of the article, 0 where there is none
	was, is marksOfItem
}

// marksOfItem are the marks that both sides have.
type marksOfItem struct{ read, starred bool }

const selectItems = `SELECT i.id, coalesce(a.num, 0), i.read, i.starred, coalesce(a.read, i.left_read, i.read), coalesce(a.bookmarked, i.left_starred, i.starred)
	FROM server_item i LEFT JOIN server_article s USING (server, id) LEFT JOIN article a ON a.num = s.num WHERE i.server = ?`

func scanItem(scan scanner) (i itemHere, err error) {
	return i, scan(&i.id, &i.num, &i.was.read, &i.was.starred, &i.is.read, &i.is.starred)
}

// ServerChanges gives what is to be sent to a server.
func (l *Library) ServerChanges(ctx context.Context, server int64) (ServerChanges, error) {
	var changes ServerChanges
	for i, err := range eachRow(ctx, l.db, scanItem, selectItems, server) {
		if err != nil {
			return ServerChanges{}, l.failure(err)
		}
		if i.is.read != i.was.read {
			to := &changes.Unread
			if i.is.read {
				to = &changes.Read
			}
			*to = append(*to, i.id)
		}
		if i.is.starred != i.was.starred {
			to := &changes.Unstarred
			if i.is.starred {
				to = &changes.Starred
			}
			*to = append(*to, i.id)
		}
	}
	return changes, nil
}

// ServerMark is a mark that both sides have.
type ServerMark string

// The marks.
const (
	ServerRead    ServerMark = "read"
	ServerStarred ServerMark = "starred"
)

// ConfirmServer keeps that a server has some items marked so, as it has confirmed.
func (l *Library) ConfirmServer(ctx context.Context, server int64, mark ServerMark, on bool, ids []string) error {
	return l.change(ctx, func(c *transaction) error { return c.agree(ctx, server, mark, on, ids) })
}

// agree keeps that both sides have some items marked so.
func (c *transaction) agree(ctx context.Context, server int64, mark ServerMark, on bool, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	column, left := "read", "left_read"
	if mark == ServerStarred {
		column, left = "starred", "left_starred"
	}
	// What an article that is gone has left is kept only while it is still to be sent.
	_, err := c.exec(ctx, "UPDATE server_item SET "+column+" = ?2, "+left+" = iif("+left+" IN (?2, "+column+"), NULL, "+left+`)
		WHERE server = ?1 AND id IN (SELECT value FROM json_each(?3))`, server, on, encodeJSON(ids))
	return err
}

// agreement collects what follows from comparing items: the marks that are agreed on, and
// those that articles get.
type agreement struct {
	read, unread, starred, unstarred   []string // items
	toRead, toUnread, toStar, toUnstar []int64  // articles
}

// settle compares the marks of an item with those that the server has.
func (g *agreement) settle(i *itemHere, there ServerState) {
	if there.Read != i.was.read {
		if i.is.read == i.was.read {
			choose(there.Read, &g.toRead, &g.toUnread, i.num)
		}
		choose(there.Read, &g.read, &g.unread, i.id)
	}
	if there.Starred != i.was.starred {
		if i.is.starred == i.was.starred {
			choose(there.Starred, &g.toStar, &g.toUnstar, i.num)
		}
		choose(there.Starred, &g.starred, &g.unstarred, i.id)
	}
}

// choose appends to one list or to another.
func choose[T any](first bool, one, other *[]T, value T) {
	if !first {
		one = other
	}
	*one = append(*one, value)
}

// write makes the library what was found.
func (g *agreement) write(ctx context.Context, c *transaction, server int64) error {
	for _, a := range []struct {
		mark ServerMark
		on   bool
		ids  []string
	}{{ServerRead, true, g.read}, {ServerRead, false, g.unread}, {ServerStarred, true, g.starred}, {ServerStarred, false, g.unstarred}} {
		if err := c.agree(ctx, server, a.mark, a.on, a.ids); err != nil {
			return err
		}
	}
	total := 0
	const chosen = "a.num IN (SELECT value FROM json_each(?))"
	for _, m := range []struct {
		nums []int64
		on   bool
	}{{g.toRead, true}, {g.toUnread, false}} {
		if len(m.nums) == 0 {
			continue
		}
		n, _, err := c.markRead(ctx, chosen, []any{encodeJSON(m.nums)}, m.on, nil) // when that was is not known
		if err != nil {
			return err
		}
		total += n
	}
	for _, m := range []struct {
		nums []int64
		on   bool
	}{{g.toStar, true}, {g.toUnstar, false}} {
		if len(m.nums) == 0 {
			continue
		}
		n, _, err := c.bookmark(ctx, m.nums, m.on)
		if err != nil {
			return err
		}
		total += n
	}
	if total == 0 {
		return nil
	}
	return c.revise(ctx)
}

// ServerRound is what was agreed on with a server before it was asked for its marks.
type ServerRound struct{ agreed map[string]marksOfItem }

// BeginServer gives what is agreed on with a server before it is asked. What another program
// has sent it meanwhile is not in its answer, and not undone by that.
func (l *Library) BeginServer(ctx context.Context, server int64) (ServerRound, error) {
	round := ServerRound{map[string]marksOfItem{}}
	for i, err := range eachRow(ctx, l.db, scanItem, selectItems, server) {
		if err != nil {
			return round, l.failure(err)
		}
		round.agreed[i.id] = i.was
	}
	return round, nil
}

// SettleServer makes the marks of the library and those of all items of a server agree, but
// for what is still to be sent, and what changed since the round began. It gives the items
// that are not known yet, in their order. What the server has no more is forgotten; its
// article stays.
func (l *Library) SettleServer(ctx context.Context, server int64, round ServerRound, states []ServerState) (unknown []ServerState, err error) {
	err = l.change(ctx, func(c *transaction) error {
		unknown = nil
		if wrong := c.hasServer(ctx, server); wrong != nil {
			return wrong
		}
		list, wrong := collectRows(ctx, c, scanItem, selectItems, server)
		if wrong != nil {
			return wrong
		}
		known := make(map[string]*itemHere, len(list))
		for i := range list {
			known[list[i].id] = &list[i]
		}
		var g agreement
		for _, there := range states {
			i, ok := known[there.ID]
			if !ok {
				unknown = append(unknown, there)
				continue
			}
			if before, ok := round.agreed[there.ID]; ok && before == i.was {
				g.settle(i, there)
			}
			delete(known, there.ID)
		}
		maps.DeleteFunc(known, func(id string, i *itemHere) bool { before, ok := round.agreed[id]; return !ok || before != i.was })
		if wrong := g.write(ctx, c, server); wrong != nil {
			return wrong
		}
		return c.forgetItems(ctx, server, known)
	})
	return unknown, err
}

// forgetItems forgets items that a server has no more, unless something of them is still to
// be sent: a list may have been short.
func (c *transaction) forgetItems(ctx context.Context, server int64, items map[string]*itemHere) error {
	gone := []string{}
	for id, i := range items {
		if i.is == i.was {
			gone = append(gone, id)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return c.execEach(ctx, []any{server, encodeJSON(gone)},
		"DELETE FROM server_article WHERE server = ?1 AND id IN (SELECT value FROM json_each(?2))",
		"DELETE FROM server_item WHERE server = ?1 AND id IN (SELECT value FROM json_each(?2))")
}

// AddServerItems takes items of a server into the library with their marks there, all or,
// where there is an error, nothing. It says what became of each; of what holds no article,
// or one that its reader has removed, the zero Added.
func (l *Library) AddServerItems(ctx context.Context, server int64, items []ServerItem) ([]Added, error) {
	var all []Added
	err := l.change(ctx, func(c *transaction) error {
		if err := c.hasServer(ctx, server); err != nil {
			return err
		}
		var err error
		all, err = c.addServerItems(ctx, server, items)
		return err
	})
	return all, err
}

func (c *transaction) addServerItems(ctx context.Context, server int64, items []ServerItem) ([]Added, error) {
	var list []articles.Article
	var of []int // the items that they are
	for i := range items {
		if items[i].Article != nil {
			list, of = append(list, *items[i].Article), append(of, i)
		}
	}
	gone, err := removedAmong(ctx, c, list)
	if err != nil {
		return nil, err
	}
	list, of = without(list, gone), without(of, gone)
	added, err := c.addAll(ctx, list, false)
	if err != nil {
		return nil, err
	}
	all := make([]Added, len(items))
	for i, a := range added {
		all[of[i]] = a
	}
	var g agreement
	for i := range items {
		if err = c.addServerItem(ctx, server, &items[i], all[i], &g); err != nil {
			return nil, err
		}
	}
	return all, g.write(ctx, c, server)
}

// addServerItem keeps an item and the article that it is. Its marks count as off on both
// sides, so that those that are on somewhere hold.
func (c *transaction) addServerItem(ctx context.Context, server int64, item *ServerItem, a Added, g *agreement) error {
	agreed := marksOfItem{}
	if a.ID == "" {
		agreed = marksOfItem{item.Read, item.Starred}
	}
	n, err := c.exec(ctx, "INSERT OR IGNORE INTO server_item (server, id, read, starred) VALUES (?, ?, ?, ?)", server, item.ID, agreed.read, agreed.starred)
	if err != nil || a.ID == "" || n == 0 {
		return err
	}
	here, err := collectRows(ctx, c, func(scan scanner) (i itemHere, err error) {
		return i, scan(&i.num, &i.is.read, &i.is.starred)
	}, "SELECT num, read, bookmarked FROM article WHERE id = ?", a.ID)
	if err != nil || len(here) == 0 {
		return err
	}
	here[0].id = item.ID
	g.settle(&here[0], item.ServerState)
	if err := c.execEach(ctx, []any{item.Feed, here[0].num, server, item.ID},
		"INSERT OR IGNORE INTO feed_article (feed, num) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM feed WHERE num = ?1)",
		"INSERT OR REPLACE INTO server_article (server, id, num) VALUES (?3, ?4, ?2)"); err != nil {
		return err
	}
	if item.Pages == NoPages || a.Outcome != New || item.Article.URL == "" {
		return nil
	}
	return c.wantPage(ctx, item.Feed, a.ID, item.Pages == MaybePages)
}
