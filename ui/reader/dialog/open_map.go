package dialog

import (
	"context"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
)

// MapJob is the kind of the question for the map of an article.
const MapJob jobs.Kind = "map"

// OpenMap reads what stands around an article and returns what shows it as a map.
func OpenMap(c *draw.Canvas, library *store.Library, of store.Entry) Action {
	if of.ID == "" {
		return Say{c.Words.NothingOpen}
	}
	return Ask{Kind: MapJob, Opens: true, Read: func(ctx context.Context) Action {
		n, err := library.Neighbourhood(ctx, of.ID)
		if err != nil {
			return Failed{err}
		}
		return Call(func() Action {
			if len(n.Articles) < 2 {
				return Say{c.Words.Sides.NoMap}
			}
			return Late{Dialog: NewMap(c, of.Title, n)}
		})
	}}
}
