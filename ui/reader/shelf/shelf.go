// Package shelf knows the parts of the library that the list can show by itself, each
// a tab above it: all articles, the unread, the bookmarks, tags, sections and sources.
package shelf

import (
	"context"

	"warraq/store"
	"warraq/ui/words"
)

// Shelf is a part of the library that the list can show by itself: a tab above it.
// Its name is what a filter asks for, "" for the three that are always there.
type Shelf struct {
	Kind  Kind
	Name  string
	Count store.Shelf
}

// Kind is what a shelf is made of.
type Kind uint8

// The kinds, in the order in which the shelves stand.
const (
	All Kind = iota
	Unread
	Bookmarks
	Tag
	Section
	Source
	Kinds // their number
)

// In puts a shelf into a filter, in the place of the one there is.
func (s Shelf) In(f store.Filter) store.Filter {
	f.Unread, f.Bookmarked = s.Kind == Unread, s.Kind == Bookmarks
	f.Tag, f.Section, f.Source = "", "", ""
	switch s.Kind {
	case Tag:
		f.Tag = s.Name
	case Section:
		f.Section = s.Name
	case Source:
		f.Source = s.Name
	}
	return f
}

// Of gives the shelf that a filter shows.
func Of(f store.Filter) Shelf {
	switch {
	case f.Unread:
		return Shelf{Kind: Unread}
	case f.Bookmarked:
		return Shelf{Kind: Bookmarks}
	case f.Tag != "":
		return Shelf{Kind: Tag, Name: f.Tag}
	case f.Section != "":
		return Shelf{Kind: Section, Name: f.Section}
	case f.Source != "":
		return Shelf{Kind: Source, Name: f.Source}
	default:
		return Shelf{}
	}
}

// Is tells whether two shelves are one.
func (s Shelf) Is(o Shelf) bool { return s.Kind == o.Kind && s.Name == o.Name }

// Load reads what shelves there are: all, the unread, the bookmarks, tags,
// sections, sources.
func Load(ctx context.Context, library *store.Library) ([]Shelf, error) {
	list := []Shelf{{Kind: All}, {Kind: Unread}, {Kind: Bookmarks}}
	for i := range list {
		s := &list[i]
		var err error
		if s.Count.Articles, err = library.Count(ctx, s.In(store.Filter{})); err != nil {
			return nil, err
		}
	}
	for _, k := range []struct {
		Kind Kind
		list func(context.Context) ([]store.Shelf, error)
	}{{Tag, library.Tags}, {Section, library.Sections}, {Source, library.Sources}} {
		found, err := k.list(ctx)
		if err != nil {
			return nil, err
		}
		for _, count := range found {
			list = append(list, Shelf{k.Kind, count.Name, count})
		}
	}
	return list, nil
}

// Title is what a shelf is called.
func (s Shelf) Title(w *words.Words) string {
	if s.Name != "" {
		return s.Name
	}
	return w.Shelves.Names[s.Kind]
}
