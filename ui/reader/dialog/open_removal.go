package dialog

import (
	"context"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
)

const removalJob jobs.Kind = "remove"

// OpenRemoveAll counts how many articles each of some choices means and returns what asks
// which of them are to be deleted; remove is what is done with the chosen ones. What means
// none is no choice.
func OpenRemoveAll(c *draw.Canvas, library *store.Library, choices []Removal, remove func(store.Filter) Action) Action {
	return Ask{Kind: removalJob, Read: func(ctx context.Context) Action {
		var counted []Removal
		for _, choice := range choices {
			var err error
			if choice.Count, err = library.Count(ctx, choice.Filter); err != nil {
				return Failed{err}
			}
			if choice.Count > 0 {
				counted = append(counted, choice)
			}
		}
		return Call(func() Action {
			if len(counted) == 0 {
				return Say{c.Words.NoMatch}
			}
			return Late{Dialog: NewRemoveAll(c, counted, remove)}
		})
	}}
}
