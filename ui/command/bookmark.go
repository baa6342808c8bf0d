package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
)

func (e *env) bookmark() *cobra.Command {
	var remove bool
	var tags []string
	c := &cobra.Command{
		Use:     "bookmark ID…",
		Example: "  warraq bookmark 7k2m9qxp\n  warraq bookmark 7k2 3fp --remove\n  warraq bookmark 7k2 --tag سفر --tag 'للقراءة لاحقًا'\n  warraq list --bookmarked",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, ids []string) error {
			return e.with(c.Context(), func(l *store.Library) error {
				return e.setBookmarks(c.Context(), l, ids, tags, !remove)
			})
		},
	}
	c.Flags().BoolVar(&remove, "remove", false, "")
	c.Flags().StringArrayVar(&tags, "tag", nil, "")
	return c
}

// setBookmarks sets the bookmarks of articles, or takes them away; where tags are
// named, it is these that come, with the bookmark, or go. An article that is not
// there is named, and the others are done.
func (e *env) setBookmarks(ctx context.Context, l *store.Library, ids, tags []string, on bool) error {
	became := e.words.BookmarkSet
	if !on {
		became = e.words.BookmarkGone
	}
	return e.each(ctx, l, ids, func(item store.Entry) (string, error) {
		if err := setBookmark(ctx, l, item.ID, tags, on); err != nil || len(tags) == 0 {
			return became, err
		}
		has, err := l.TagsOf(ctx, item.ID)
		return strings.Join(has, e.words.Comma), err
	})
}

// each does something to each article of some IDs, and writes for each its ID, what
// became of it, and its title. An article that is not there is named, and the others
// are done.
func (e *env) each(ctx context.Context, l *store.Library, ids []string, do func(store.Entry) (became string, err error)) error {
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	var failures []error
	for _, id := range ids {
		item, err := find(ctx, l, id)
		became := ""
		if err == nil {
			became, err = do(item.Entry)
		}
		if _, ok := errors.AsType[articleError](err); ok {
			failures = append(failures, err)
			continue
		}
		if err != nil {
			return err
		}
		if err := e.fields(s, item.ID, became, item.Title); err != nil {
			return err
		}
	}
	return errors.Join(s.flush(), e.refusals(failures, len(ids)))
}

// setBookmark changes the bookmark of one article, or its tags.
func setBookmark(ctx context.Context, l *store.Library, id string, tags []string, on bool) error {
	var err error
	switch {
	case len(tags) == 0:
		_, err = l.Bookmark(ctx, []string{id}, on)
	case on:
		_, err = l.Tag(ctx, id, tags...)
	default:
		_, err = l.Untag(ctx, id, tags...)
	}
	return err
}

// articleError says which article was asked for in vain.
type articleError struct {
	id  string
	why error
}

func (a articleError) Error() string { return fmt.Sprintf("%s: %v", a.id, a.why) }

func (a articleError) Unwrap() error { return a.why }

// find is the article of an ID, or of an unambiguous beginning of one.
func find(ctx context.Context, l *store.Library, id string) (store.Item, error) {
	item, err := l.Article(ctx, id)
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrAmbiguous) {
		err = articleError{id, err}
	}
	return item, err
}
