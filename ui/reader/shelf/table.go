package shelf

import (
	"context"
	"strconv"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/words"
)

// Kind is what a shelf is made of: a row of the table.
type Kind uint8

// The kinds, in the order in which their shelves stand.
const (
	All Kind = iota
	Unread
	Bookmarks
	Begun
	Today
	Archive
	Search
	Tag
	Section
	Source
	Week  // the front page of a week, in the place of that of a day
	Story // of the front page, opened from there
	Topic // a tag from where articles come
	Feed  // of its number, opened from the screen of feeds
)

// Item is what a list shows in one place: an article, or something else.
type Item struct {
	store.Entry // zero where it is no article
	// Value is what else it is, for the view of its shelf.
	Value any
	// Opens is the shelf that choosing it shows; the zero one is none.
	Opens Shelf
	// Chosen is what choosing it asks the reader to do, an action of a dialog; nil
	// opens the article.
	Chosen any
}

// Entries returns articles as items.
func Entries(list []store.Entry) []Item {
	items := make([]Item, len(list))
	for i, e := range list {
		items[i].Entry = e
	}
	return items
}

// View draws what an item says, in some columns and rows.
type View func(c *draw.Canvas, it Item, columns, rows int) []draw.Row

// shelfKind is what makes a kind of shelf.
type shelfKind struct {
	title func(*words.Words) string // of a shelf without a name
	kind  func(*words.Words) string // what it is, beside its name
	empty func(*words.Words) string // why it holds nothing; nil says that there are no articles

	// names lists the shelves of the kind; nil is one without a name, always there.
	names func(context.Context, *store.Library) ([]store.Shelf, error)
	// narrow puts what a shelf chooses into a filter; nil chooses all.
	narrow func(f *store.Filter, name string)
	// condition is what a query asks for where it is to choose what a shelf does; nil is
	// nothing.
	condition func(name string) string
	// read returns a page of what is listed where that is no articles, as the limit
	// and the offset of a filter say, and how many there are.
	read func(ctx context.Context, l *store.Library, name string, f store.Filter) (page []Item, total int, err error)
	// view draws an item, nil an article.
	view View
}

// shelfTable holds the kinds of shelves.
var shelfTable = [...]shelfKind{
	All: {
		title: func(w *words.Words) string { return w.Shelves.Names[0] },
		kind:  func(w *words.Words) string { return w.Shelves.Kinds[0] },
	},
	Unread: {
		title:     func(w *words.Words) string { return w.Shelves.Names[1] },
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[1] },
		empty:     func(w *words.Words) string { return w.Shelves.AllRead },
		narrow:    func(f *store.Filter, _ string) { f.Unread = true },
		condition: func(string) string { return "is:unread" },
	},
	Bookmarks: {
		title:     func(w *words.Words) string { return w.Shelves.Names[2] },
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[2] },
		empty:     func(w *words.Words) string { return w.NoBookmarks },
		narrow:    func(f *store.Filter, _ string) { f.Bookmarked = true },
		condition: func(string) string { return "is:bookmarked" },
	},
	Begun: {
		title:     func(w *words.Words) string { return w.Shelves.Names[3] },
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[3] },
		empty:     func(w *words.Words) string { return w.Shelves.NoneBegun },
		narrow:    func(f *store.Filter, _ string) { f.Begun = true },
		condition: func(string) string { return "is:begun" },
	},
	Today: {
		title: func(w *words.Words) string { return w.Today.Name },
		kind:  func(w *words.Words) string { return w.Today.Kind },
		empty: func(w *words.Words) string { return w.Today.None },
		read:  readFront(1),
		view:  viewToday,
	},
	Archive: {
		title:     func(w *words.Words) string { return w.Shelves.Names[4] },
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[4] },
		empty:     func(w *words.Words) string { return w.Shelves.NoArchived },
		narrow:    func(f *store.Filter, _ string) { f.Archive = store.Archived },
		condition: func(string) string { return "is:archived" },
	},
	Search: {
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[5] },
		empty:     func(w *words.Words) string { return w.NoMatch },
		names:     keptSearches,
		narrow:    narrowSearch,
		condition: func(name string) string { return name },
	},
	Tag: {
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[6] },
		names:     func(ctx context.Context, l *store.Library) ([]store.Shelf, error) { return l.Tags(ctx) },
		narrow:    func(f *store.Filter, name string) { f.Tag = name },
		condition: func(name string) string { return "tag:" + quoteValue(name) },
	},
	Section: {
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[7] },
		names:     func(ctx context.Context, l *store.Library) ([]store.Shelf, error) { return l.Sections(ctx) },
		narrow:    func(f *store.Filter, name string) { f.Section = name },
		condition: func(name string) string { return "section:" + quoteValue(name) },
	},
	Source: {
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[8] },
		names:     func(ctx context.Context, l *store.Library) ([]store.Shelf, error) { return l.Sources(ctx) },
		narrow:    func(f *store.Filter, name string) { f.Source = name },
		condition: func(name string) string { return "source:" + quoteValue(name) },
	},
	Week: {
		title: func(w *words.Words) string { return w.Today.Week },
		kind:  func(w *words.Words) string { return w.Today.Kind },
		empty: func(w *words.Words) string { return w.Today.None },
		names: func(context.Context, *store.Library) ([]store.Shelf, error) { return nil, nil },
		read:  readFront(7),
		view:  viewToday,
	},
	Story: {
		kind:  func(w *words.Words) string { return w.Today.Story },
		names: func(context.Context, *store.Library) ([]store.Shelf, error) { return nil, nil },
		read:  readStory,
	},
	Topic: {
		kind:      func(w *words.Words) string { return w.Shelves.Kinds[9] },
		names:     func(ctx context.Context, l *store.Library) ([]store.Shelf, error) { return l.Topics(ctx) },
		narrow:    func(f *store.Filter, name string) { f.Tag = name },
		condition: func(name string) string { return "tag:" + quoteValue(name) },
	},
	Feed: {
		kind:   func(w *words.Words) string { return w.Feeds.Kind },
		empty:  func(w *words.Words) string { return w.Feeds.Empty },
		names:  func(context.Context, *store.Library) ([]store.Shelf, error) { return nil, nil },
		narrow: func(f *store.Filter, name string) { f.Feed, _ = strconv.ParseInt(name, 10, 64) },
	},
}

// OfFeed returns the shelf of what came from a feed.
func OfFeed(f *store.Feed) Shelf {
	return Shelf{Kind: Feed, Name: strconv.FormatInt(f.Num, 10), Label: f.Label()}
}

// KindNames returns what the kinds of shelves are called, in their order.
func KindNames(w *words.Words) (names []string) {
	for _, k := range shelfTable {
		names = append(names, k.kind(w))
	}
	return names
}
