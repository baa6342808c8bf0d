package web

import (
	"context"
	"net/url"
	"strings"

	"github.com/warraq/warraq/articles"
)

// pictureTypes are the kinds of picture that are taken, as a head says it. Servers that
// have a picture in several kinds send one of these then.
const pictureTypes = "image/webp, image/png, image/jpeg, image/gif;q=0.9, */*;q=0.1"

// Pictures returns what fetches the pictures of a page, at most so many, by a function that
// asks servers. Those on a host may lie in a private network: that of the page, where its
// reader asked for the page there; "" is none.
func Pictures(ctx context.Context, get func(context.Context, Request) (*Answer, error), host string, most int) *articles.Remote {
	if most <= 0 {
		return nil
	}
	return &articles.Remote{Most: most, Later: IsPassing, Get: func(address string, largest int64) ([]byte, error) {
		to, err := url.Parse(address)
		if err != nil {
			return nil, err //nolint:wrapcheck // nobody reads it
		}
		answer, err := get(ctx, Request{Address: address, Accept: pictureTypes, MaxBytes: largest, Private: host != "" && strings.EqualFold(to.Hostname(), host)})
		if err != nil {
			return nil, err
		}
		return answer.Body, nil
	}}
}
