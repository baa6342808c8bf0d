package dialog

import (
	"context"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
)

const tagsJob jobs.Kind = "tags"

// OpenTags reads which tags there are and returns what asks for the one that articles are
// to have, or to have no more; set is what is done with it.
func OpenTags(c *draw.Canvas, library *store.Library, ids []string, set func(tag string, on bool) Action) Action {
	if len(ids) == 0 {
		return nil
	}
	return Ask{Kind: tagsJob, Opens: true, Read: func(ctx context.Context) Action {
		common, err := library.TagsOfAll(ctx, ids)
		if err != nil {
			return Failed{err}
		}
		own, err := shelfNames(library.Tags(ctx))
		if err != nil {
			return Failed{err}
		}
		other, err := shelfNames(library.Topics(ctx))
		if err != nil {
			return Failed{err}
		}
		return Call(func() Action { return Late{Dialog: NewTags(c, own, common, other, set)} })
	}}
}

// shelfNames returns the names of shelves.
func shelfNames(list []store.Shelf, err error) (names []string, _ error) {
	for _, s := range list {
		names = append(names, s.Name)
	}
	return names, err
}
