// Package shelf is the table of what the list can show by itself, each a tab above it:
// all articles, the unread, the bookmarks, tags, sections and sources.
//
// A kind of tab is a row of the table: its title, its query to the library, and how its
// items are drawn where they are no articles.
package shelf

import (
	"cmp"
	"context"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/words"
)

// Shelf is a part of the library that the list can show by itself: a tab above it. Its
// name tells those of a kind apart, "" where there is but one.
type Shelf struct {
	Kind  Kind
	Name  string
	Label string // in the place of the name, "" for the name itself
	Count store.Shelf
}

// Is tells whether two shelves are one.
func (s Shelf) Is(o Shelf) bool { return s.Kind == o.Kind && s.Name == o.Name }

// Key returns the shelf without what changes with the library, to be compared.
func (s Shelf) Key() Shelf { return Shelf{Kind: s.Kind, Name: s.Name, Label: s.Label} }

// In returns a filter narrowed to what the shelf holds.
func (s Shelf) In(f store.Filter) store.Filter {
	if narrow := shelfTable[s.Kind].narrow; narrow != nil {
		narrow(&f, s.Name)
	}
	return f
}

// Condition returns what a query asks for that chooses what the shelf does, "" for all.
func (s Shelf) Condition() string {
	if condition := shelfTable[s.Kind].condition; condition != nil {
		return condition(s.Name)
	}
	return ""
}

// Title returns what a shelf is called.
func (s Shelf) Title(w *words.Words) string {
	if name := cmp.Or(s.Label, s.Name); name != "" {
		return name
	}
	return shelfTable[s.Kind].title(w)
}

// Empty says why a shelf holds nothing.
func (s Shelf) Empty(w *words.Words) string {
	if empty := shelfTable[s.Kind].empty; empty != nil {
		return empty(w)
	}
	return w.NoArticles
}

// HoldsArticles tells whether a shelf lists articles, of which a filter chooses some.
func (s Shelf) HoldsArticles() bool { return shelfTable[s.Kind].read == nil }

// IsByTime tells whether a shelf of articles has those in the order of time that came last,
// unless another order is chosen.
func (s Shelf) IsByTime() bool { return s.Kind != Begun }

// Read returns a page of what a shelf holds, as the limit and the offset of a filter say,
// and how many items there are.
func (s Shelf) Read(ctx context.Context, library *store.Library, f store.Filter) ([]Item, int, error) {
	if read := shelfTable[s.Kind].read; read != nil {
		return read(ctx, library, s.Name, f)
	}
	f = s.In(f)
	entries, err := library.List(ctx, f)
	if err != nil {
		return nil, 0, err
	}
	total, err := library.Count(ctx, f)
	return Entries(entries), total, err
}

// View returns how items of a shelf are drawn, nil where they are articles.
func (s Shelf) View() View { return shelfTable[s.Kind].view }

// Load returns what shelves there are, in the order of the table.
func Load(ctx context.Context, library *store.Library) (list []Shelf, err error) {
	for kind, k := range shelfTable {
		names := []store.Shelf{{}}
		if k.names != nil {
			if names, err = k.names(ctx, library); err != nil {
				return nil, err
			}
		}
		for _, count := range names {
			s := Shelf{Kind: Kind(kind), Name: count.Name, Count: count}
			if k.names == nil {
				f := s.In(store.Filter{Limit: 1})
				if _, s.Count.Articles, err = s.Read(ctx, library, f); err != nil {
					return nil, err
				}
			}
			list = append(list, s)
		}
	}
	return list, nil
}
