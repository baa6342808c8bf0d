package marking

import (
	"context"
	"slices"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/marks"
	"github.com/warraq/warraq/ui/reader/pane"
)

// countSentence returns what is said of a change: of one article a sentence, of several what
// stands before how many they are.
func countSentence(list []store.Entry, one, several string) string {
	if len(list) == 1 {
		return one
	}
	return several
}

// idsOf returns the IDs of articles.
func idsOf(list []store.Entry) (ids []string) {
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	return ids
}

// pend notes that a mark of articles is on its way, and returns their IDs.
func pend(c *pane.Context, list []store.Entry, kind marks.Kind, on bool) []string {
	for _, e := range list {
		c.Pending.Add(marks.Mark{ID: e.ID, Kind: kind}, on)
	}
	return idsOf(list)
}

// lacks tells whether a mark is to be set in one of some articles at least, once all that is
// on its way is saved.
func lacks(c *pane.Context, list []store.Entry, is func(store.Entry) bool) bool {
	return slices.ContainsFunc(list, func(e store.Entry) bool { return !is(c.Pending.Apply(e)) })
}

// ToggleBookmark sets the bookmarks of articles, or takes them away where all have one.
func ToggleBookmark(c *pane.Context, list []store.Entry) dialog.Action {
	if len(list) == 0 {
		return nil
	}
	on := lacks(c, list, func(e store.Entry) bool { return e.Bookmarked })
	said := countSentence(list, c.Words.BookmarkGone, c.Words.Several.Unbookmarked)
	if on {
		said = countSentence(list, c.Words.BookmarkSet, c.Words.Several.Bookmarked)
	}
	ids, library := pend(c, list, marks.BookmarkMark, on), c.Library
	return dialog.Save{
		IDs: ids, Mark: marks.BookmarkMark, Said: said, Counted: len(ids) > 1,
		Change: func(e *store.Entry) { e.Bookmarked = on },
		Do:     func(ctx context.Context) (store.Undo, error) { return library.Bookmark(ctx, ids, on) },
	}
}

// ToggleRead marks articles as read, or as unread where all are read.
func ToggleRead(c *pane.Context, list []store.Entry) dialog.Action {
	read := lacks(c, list, func(e store.Entry) bool { return e.Read })
	list = slices.DeleteFunc(slices.Clone(list), func(e store.Entry) bool { return c.Pending.Apply(e).Read == read })
	if len(list) == 0 {
		return nil
	}
	said := countSentence(list, c.Words.MarkedUnread, c.Words.Several.Unread)
	if read {
		said = countSentence(list, c.Words.MarkedRead, c.Words.Undo.Marked)
	}
	ids, library := pend(c, list, marks.ReadMark, read), c.Library
	return dialog.Save{
		IDs: ids, Mark: marks.ReadMark, Said: said, Counted: len(ids) > 1,
		Change: func(e *store.Entry) { e.Read = read },
		Do:     func(ctx context.Context) (store.Undo, error) { return library.MarkRead(ctx, ids, read) },
	}
}

// CountRead counts an article as read because it was opened: that is no change to be taken
// back. One whose text is not here cannot have been read.
func CountRead(c *pane.Context, e store.Entry) dialog.Action {
	if !e.Full || c.Pending.Apply(e).Read {
		return nil
	}
	ids, library := pend(c, []store.Entry{e}, marks.ReadMark, true), c.Library
	return dialog.Save{
		IDs: ids, Mark: marks.ReadMark, ByItself: true,
		Change: func(e *store.Entry) { e.Read = true },
		Do:     func(ctx context.Context) (store.Undo, error) { return store.Undo{}, library.SetRead(ctx, ids[0], true) },
	}
}

// ToggleArchived puts articles away, or takes them out again where all are put away.
func ToggleArchived(c *pane.Context, list []store.Entry) dialog.Action {
	if len(list) == 0 {
		return nil
	}
	on := slices.ContainsFunc(list, func(e store.Entry) bool { return !e.Archived })
	said := countSentence(list, c.Words.UnarchivedNow, c.Words.Several.Unarchived)
	if on {
		said = countSentence(list, c.Words.ArchivedNow, c.Words.Several.Archived)
	}
	ids, library := idsOf(list), c.Library
	return dialog.Save{
		IDs: ids, Said: said, Counted: len(ids) > 1,
		Change: func(e *store.Entry) { e.Archived = on },
		Do:     func(ctx context.Context) (store.Undo, error) { return library.SetArchived(ctx, ids, on) },
		Then:   func() dialog.Action { return dialog.TellPanes{Msg: pane.Left{IDs: ids, Archived: on}} },
	}
}

// AskTag asks which tag articles are to have, or to have no more.
func AskTag(c *pane.Context, list []store.Entry) dialog.Action {
	ids := idsOf(list)
	return dialog.OpenTags(c.Canvas, c.Library, ids, func(tag string, on bool) dialog.Action { return setTag(c, ids, tag, on) })
}

// setTag gives a tag to articles, or takes it from them.
func setTag(c *pane.Context, ids []string, tag string, on bool) dialog.Action {
	say, do := c.Words.Several, c.Library.UntagAll
	if on {
		do = c.Library.TagAll
	}
	several := len(ids) > 1
	said := say.Untagged
	switch {
	case on && several:
		said = say.TaggedAll
	case on:
		said = say.Tagged
	case several:
		said = say.UntaggedAll
	}
	return dialog.Save{
		Said: said, Counted: several,
		Do:   func(ctx context.Context) (store.Undo, error) { return do(ctx, ids, tag) },
		Then: func() dialog.Action { return dialog.Renew{} },
	}
}

// Remove deletes articles, and then does what is to be done about these; nothing where all
// are on their way out already.
func Remove(c *pane.Context, list []store.Entry, then func(ids []string) dialog.Action) dialog.Action {
	list = slices.DeleteFunc(slices.Clone(list), func(e store.Entry) bool { return c.Pending.IsRemoved(e.ID) })
	if len(list) == 0 {
		return nil
	}
	ids, library := pend(c, list, marks.RemovedMark, true), c.Library
	return dialog.Save{
		IDs: ids, Mark: marks.RemovedMark, Counted: len(ids) > 1,
		Said: countSentence(list, c.Words.RemovedNow, c.Words.Several.Removed),
		Do:   func(ctx context.Context) (store.Undo, error) { return library.Remove(ctx, ids...) },
		Then: func() dialog.Action { return then(ids) },
	}
}

// RemoveAll deletes all articles that a filter chooses, and then does what is to be done
// about these.
func RemoveAll(c *pane.Context, f store.Filter, then func(ids []string) dialog.Action) dialog.Action {
	library := c.Library
	var ids []string
	return dialog.Save{
		Mark: marks.RemovedMark, Said: c.Words.Several.Removed, Counted: true,
		Do: func(ctx context.Context) (store.Undo, error) {
			chosen, err := library.List(ctx, f)
			if err != nil {
				return store.Undo{}, err
			}
			ids = idsOf(chosen)
			return library.Remove(ctx, ids...)
		},
		Then: func() dialog.Action { return then(ids) },
	}
}
