package dialog

import (
	"context"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
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
		return Call(func() Action {
			if len(own)+len(other) == 0 {
				return Late{Dialog: newFirstTag(c, set)}
			}
			return Late{Dialog: NewTags(c, own, common, other, set)}
		})
	}}
}

// newFirstTag returns the question for a tag where there is none to choose: in the footer, so
// that one sees what it is for.
func newFirstTag(c *draw.Canvas, set func(tag string, on bool) Action) *Prompt {
	p := &Prompt{
		Name: func(w *words.Words) string { return w.Several.AskFirstTag },
		Answered: func(typed string) Action {
			if tag := text.CleanLine(typed); text.WordKey(tag) != "" {
				return set(tag, true)
			}
			return nil
		},
	}
	return p.Start(c, "")
}

// shelfNames returns the names of shelves.
func shelfNames(list []store.Shelf, err error) (names []string, _ error) {
	for _, s := range list {
		names = append(names, s.Name)
	}
	return names, err
}
