package dialog

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
)

// FollowAddress follows a link and returns what opens the article that has its address, or
// shows the address of what the library lacks; opened returns the open article.
func FollowAddress(c *draw.Canvas, library *store.Library, address string, opened func() store.Entry) Action {
	return Ask{Kind: VisitJob, Read: func(ctx context.Context) Action {
		e, ok, err := library.AtAddress(ctx, address)
		if err != nil {
			return Failed{err}
		}
		return Call(func() Action {
			switch {
			case ok && e.ID == opened().ID:
				return Say{c.Words.Sides.ThisLink}
			case ok:
				return Open{ID: e.ID, Position: WhereLeft, Jumped: true}
			default:
				absent := fmt.Sprintf(c.Words.Sides.Absent, "\u2068"+address+"\u2069")
				return Late{Dialog: NewAddress(c, address, false), Otherwise: Say{absent}}
			}
		})
	}}
}
