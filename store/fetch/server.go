package fetch

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/warraq/warraq/articles/format/feed"
	"github.com/warraq/warraq/articles/greader"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// exchange is one exchange with a server of feeds: what was changed here is sent, then what
// the server has is taken. What is done is in the library at each step, so that one that
// ends half-way, on whichever side, is gone on with by the next.
type exchange struct {
	*run
	server  store.Feed
	client  *greader.Client
	streams map[string]store.Feed // the server's feeds by its names of them
	gone    map[string]bool       // those that are followed here no more
	results map[int64]*Result     // of its feeds of which something came
	order   []int64               // in which they came
}

// exchangeWith exchanges with a server, and gives what became of those of its feeds of which
// something came, and last of the server itself.
func (r *run) exchangeWith(ctx context.Context, f store.Feed) []fetched {
	x := &exchange{run: r, server: f, results: map[int64]*Result{}}
	x.client = greader.New(f.Address, func(ctx context.Context) (user, password string, err error) {
		if r.Login == nil {
			return f.Account, "", errNoLogin
		}
		return r.Login(ctx, &f)
	}, r.get)
	now := r.Now()
	err := x.whole(ctx)
	all := make([]fetched, 0, len(x.order)+1)
	for _, num := range x.order {
		result := x.results[num]
		got := fetched{result: *result, whole: true, counted: true}
		got.Feed = result.Feed
		all = append(all, got)
	}
	got := fetched{whole: !isStopped(err), result: Result{Status: Unchanged}}
	got.Feed = f
	got.Feed.Tried = now
	wrong, ofServer := errors.AsType[*web.Error](err)
	switch {
	case err == nil, errors.Is(err, store.ErrNoFeed): // it was removed meanwhile
		noteSuccess(&got.Feed, now)
		if len(all) > 0 {
			got.result.Status = Fetched
		}
	case ofServer:
		shown := *wrong
		shown.Address = f.Address
		got.fail(&got.Feed, &shown, &web.Answer{Status: shown.Status}, r)
		if got.Feed.Stopped { // a server that is gone may come back
			got.Feed.Stopped, got.result.Status = false, Failed
		}
	case !isStopped(err):
		got.broken = err
	}
	return append(all, got)
}

// errNoLogin is a server for which nobody knows a password.
var errNoLogin = errors.New("no password is known")

// whole is all of an exchange. What is sent comes first, and where the server takes some of
// it not, the rest is done all the same.
func (x *exchange) whole(ctx context.Context) error {
	unsent := x.send(ctx)
	if unsent == nil {
		unsent = x.sendFeeds(ctx)
	}
	if wrong, ok := errors.AsType[*web.Error](unsent); unsent != nil && (!ok || wrong.Status == 0 || errors.Is(unsent, greader.ErrLogin)) {
		return unsent
	}
	round, err := x.library.BeginServer(ctx, x.server.Num)
	if err != nil {
		return err
	}
	states, err := x.states(ctx)
	if err != nil {
		return err
	}
	if err = x.takeFeeds(ctx); err != nil {
		return err
	}
	unknown, err := x.library.SettleServer(context.WithoutCancel(ctx), x.server.Num, round, states)
	if err != nil {
		return err
	}
	if err = x.takeItems(ctx, unknown); err != nil {
		return err
	}
	return unsent
}

// send sends the marks that were changed here, and keeps each part as sent once the server
// has confirmed it.
func (x *exchange) send(ctx context.Context) error {
	changes, err := x.library.ServerChanges(ctx, x.server.Num)
	if err != nil {
		return err
	}
	for _, c := range []struct {
		mark   store.ServerMark
		stream string
		on     bool
		ids    []string
	}{
		{store.ServerRead, greader.Read, true, changes.Read}, {store.ServerRead, greader.Read, false, changes.Unread},
		{store.ServerStarred, greader.Starred, true, changes.Starred}, {store.ServerStarred, greader.Starred, false, changes.Unstarred},
	} {
		for some := range slices.Chunk(c.ids, greader.Most) {
			if err := x.client.Edit(ctx, c.stream, c.on, itemIDs(some)); err != nil {
				return err
			}
			if err := x.library.ConfirmServer(context.WithoutCancel(ctx), x.server.Num, c.mark, c.on, some); err != nil {
				return err
			}
		}
	}
	return nil
}

// sendFeeds sends what was changed of the feeds. What the server refuses is not sent again;
// what fails otherwise is, and does not keep the rest from being sent.
func (x *exchange) sendFeeds(ctx context.Context) (unsent error) {
	changes, err := x.library.ServerFeedChanges(ctx, x.server.Num)
	if err != nil {
		return err
	}
	for _, change := range changes {
		if change.Gone {
			err = x.client.Unsubscribe(ctx, change.Stream)
		} else {
			err = x.client.Change(ctx, change.Stream, greader.Change{Title: change.Title, Folder: change.Folder, From: change.From, IsMoving: change.Moved})
		}
		wrong, ofServer := errors.AsType[*web.Error](err)
		switch refused := errors.Is(err, web.ErrStatus) || errors.Is(err, web.ErrNotFound); {
		case err == nil, refused:
			if err = x.library.ConfirmServerFeed(context.WithoutCancel(ctx), x.server.Num, change, !refused); err != nil {
				return err
			}
		case !ofServer || wrong.Status == 0 || errors.Is(err, greader.ErrLogin):
			return err
		case unsent == nil:
			unsent = err
		}
	}
	return unsent
}

// itemIDs gives the names of items as the server has them.
func itemIDs(ids []string) []greader.ItemID {
	list := make([]greader.ItemID, len(ids))
	for i, id := range ids {
		list[i] = greader.ItemID(id)
	}
	return list
}

// states asks for all items of the server and how they are marked. All of them are asked for
// first: one that comes to the server meanwhile is then among the unread alone, and not
// among all but those, as which it would be read.
func (x *exchange) states(ctx context.Context) ([]store.ServerState, error) {
	all, err := x.client.IDs(ctx, greader.All, "")
	if err != nil {
		return nil, err
	}
	unread, err := x.client.IDs(ctx, greader.All, greader.Read)
	if err != nil {
		return nil, err
	}
	starred, err := x.client.IDs(ctx, greader.Starred, "")
	if err != nil {
		return nil, err
	}
	places := make(map[greader.ItemID]int, len(all))
	var list []store.ServerState
	place := func(id greader.ItemID) *store.ServerState {
		i, ok := places[id]
		if !ok {
			i = len(list)
			places[id], list = i, append(list, store.ServerState{ID: string(id), Read: true})
		}
		return &list[i]
	}
	for _, id := range all {
		place(id)
	}
	for _, id := range unread {
		place(id).Read = false
	}
	for _, id := range starred {
		place(id).Starred = true
	}
	return list, nil
}

// takeFeeds follows the feeds of the server.
func (x *exchange) takeFeeds(ctx context.Context) error {
	subscriptions, err := x.client.Subscriptions(ctx)
	if err != nil {
		return err
	}
	feeds := make([]store.ServerFeed, len(subscriptions))
	for i, s := range subscriptions {
		f := store.Feed{Address: s.Address, Title: s.Title, Site: s.Site}
		if s.Folder != "" {
			f.Folder = []string{s.Folder}
		}
		feeds[i] = store.ServerFeed{Stream: s.Stream, Feed: f}
	}
	if x.streams, err = x.library.SetServerFeeds(context.WithoutCancel(ctx), x.server.Num, feeds, x.Now()); err != nil {
		return err
	}
	x.alsoMeant()
	x.gone, err = x.library.ServerGone(ctx, x.server.Num)
	return err
}

// alsoMeant has the pages and pictures of the server's feeds be fetched where it is named, of
// those that it brought just now as well.
func (x *exchange) alsoMeant() {
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.Feeds) == 0 { // all feeds are meant
		return
	}
	for _, f := range x.streams {
		if !slices.Contains(x.Feeds, f.Num) {
			x.Feeds = append(slices.Clip(x.Feeds), f.Num)
		}
	}
}

// takeItems takes the items in that are not known yet, the newest first, in parts. Each is
// asked for once: what came of it is in the library before the next.
func (x *exchange) takeItems(ctx context.Context, unknown []store.ServerState) error {
	most := greader.Most
	x.expect((len(unknown) + most - 1) / most)
	for len(unknown) > 0 {
		some := unknown[:min(most, len(unknown))]
		ids := make([]greader.ItemID, len(some))
		for i := range some {
			ids[i] = greader.ItemID(some[i].ID)
		}
		items, err := x.client.Contents(ctx, ids)
		if errors.Is(err, web.ErrTooLarge) && len(some) > 1 {
			most = len(some) / 2
			continue
		}
		if err != nil {
			return err
		}
		if err := x.add(ctx, some, items); err != nil {
			return err
		}
		unknown = unknown[len(some):]
	}
	return nil
}

// add takes items in, each with its marks.
func (x *exchange) add(ctx context.Context, states []store.ServerState, items []greader.Item) error {
	byID := make(map[string]*greader.Item, len(items))
	for i := range items {
		byID[string(items[i].ID)] = &items[i]
	}
	list := make([]store.ServerItem, 0, len(states))
	feeds := make([]store.Feed, 0, len(states))
	x.read(func() {
		for _, state := range states {
			item := byID[state.ID]
			if item == nil {
				continue // it went meanwhile, or comes the next time
			}
			of, known := x.streams[item.Stream]
			if !known {
				of = x.server
			}
			in := store.ServerItem{ServerState: state, Feed: of.Num, Pages: pagesOf(&of)}
			// Of a feed that is followed here no more comes only what was bookmarked there.
			if !x.gone[item.Stream] || state.Starred {
				in.Article = intake.ReadEntry(entryOf(item, &of))
			}
			if in.Article != nil {
				x.await(in.Article)
			}
			list, feeds = append(list, in), append(feeds, of)
		}
	})
	added, err := x.library.AddServerItems(context.WithoutCancel(ctx), x.server.Num, list)
	if err != nil {
		return err
	}
	came := 0
	for i, a := range added {
		switch a.Outcome {
		case store.New:
			came++
			result := x.resultOf(&feeds[i])
			result.New = append(result.New, a.ID)
		case store.Filled, store.Updated:
			x.resultOf(&feeds[i]).Updated++
		}
	}
	x.stepped(came)
	return nil
}

// entryOf makes an entry of a feed of an item.
func entryOf(item *greader.Item, of *store.Feed) *feed.Entry {
	e := &feed.Entry{
		GUID: item.GUID, Title: item.Title, Author: item.Author, URL: item.URL, HTML: item.HTML, Tags: item.Tags, Published: item.Published,
		FeedTitle: item.StreamTitle, FeedSite: cmp.Or(item.Site, of.Site), FeedLang: of.Lang,
	}
	if !of.IsServer {
		e.FeedTitle = cmp.Or(of.Title, item.StreamTitle)
	}
	for _, enclosure := range item.Enclosures {
		e.Recordings = append(e.Recordings, feed.Recording{Address: enclosure.URL, Type: enclosure.Type})
	}
	return e
}

// resultOf gives what became of a feed of the server.
func (x *exchange) resultOf(f *store.Feed) *Result {
	if x.results[f.Num] == nil {
		x.results[f.Num] = &Result{Feed: *f, Status: Fetched}
		x.order = append(x.order, f.Num)
	}
	return x.results[f.Num]
}

// expect tells that there are so many more things to be done.
func (r *run) expect(more int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.total += more
}

// stepped tells that one more thing is done, by which so many articles came.
func (r *run) stepped(came int) {
	r.mu.Lock()
	r.done++
	r.articles += came
	event := Event{Done: r.done, Total: max(r.total, r.done), Articles: r.articles}
	r.mu.Unlock()
	r.tell(event)
}
