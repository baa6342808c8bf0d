package greader

import (
	"context"
	"net/url"
)

// labelPrefix begins the name of a folder.
const labelPrefix = "user/-/label/"

// Unsubscribe has the server follow a feed no more.
func (c *Client) Unsubscribe(ctx context.Context, stream string) error {
	return c.confirmed(ctx, "/subscription/edit", url.Values{"ac": {"unsubscribe"}, "s": {stream}})
}

// Change is what is to be otherwise of a feed.
type Change struct {
	Title    string // "" is as it is
	Folder   string // into which it goes, "" is none
	From     string // the folder that it leaves, "" is none
	IsMoving bool
}

// Change changes what a feed is called, and in which folder it is. Done again it changes
// nothing.
func (c *Client) Change(ctx context.Context, stream string, change Change) error {
	form := url.Values{"ac": {"edit"}, "s": {stream}}
	if change.Title != "" {
		form.Set("t", change.Title)
	}
	if change.IsMoving && change.Folder != "" {
		form.Set("a", labelPrefix+change.Folder)
	}
	if change.IsMoving && change.From != "" && change.From != change.Folder {
		form.Set("r", labelPrefix+change.From)
	}
	return c.confirmed(ctx, "/subscription/edit", form)
}
