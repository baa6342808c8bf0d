package importer

import (
	"context"
	"errors"
	"io"
	"iter"
	"net/url"
	"sync"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/feed"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/web"
)

// Opener opens what articles are read from: files, folders, standard input, and addresses
// on the web, each of which is asked for once. It asks for nothing else.
type Opener struct {
	Options intake.Options
	// Client gives the client that asks, when there is something to ask for; without one
	// an address is opened as a path is.
	Client func() (*web.Client, error)
	// Pictures tells how many pictures of the page at an address are fetched with it; nil
	// fetches none.
	Pictures func(address string) int

	mu    sync.Mutex
	feeds []string
}

// Open gives the inputs that paths and addresses lead to, in their order, as
// [intake.OpenWith] does. What cannot be had of an address is given as a [*web.Error] with
// the address; of a feed that was cut off there are the entries that are whole, too.
func (o *Opener) Open(ctx context.Context, paths []string, stdin io.Reader) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		for len(paths) > 0 && ctx.Err() == nil {
			n := 0
			for n < len(paths) && !o.isAsked(paths[n]) {
				n++
			}
			inputs := intake.OpenWith(ctx, o.Options, paths[:n], stdin)
			if n == 0 {
				inputs, n = o.fetch(ctx, paths[0]), 1
			}
			for in, err := range inputs {
				if !yield(in, err) {
					return
				}
			}
			paths = paths[n:]
		}
	}
}

// isAsked reports whether a path is an address that a server is asked for.
func (o *Opener) isAsked(path string) bool { return o.Client != nil && articles.IsWebAddress(path) }

// Feeds returns the addresses of those that turned out to be feeds, so far.
func (o *Opener) Feeds() []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return append([]string(nil), o.feeds...)
}

// fetch gives the inputs in what a server answers.
func (o *Opener) fetch(ctx context.Context, address string) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		answer, wrong := o.get(ctx, address)
		if wrong != nil && !yield(intake.Input{Name: address}, wrong) || answer == nil {
			return
		}
		src := answer.Source()
		src.Limits, src.WholeBooks, src.Unpublished = o.Options.Limits, o.Options.WholeBooks, o.Options.Unpublished
		isFeed := feed.Is(src)
		if isFeed {
			o.mu.Lock()
			o.feeds = append(o.feeds, answer.Address)
			o.mu.Unlock()
		}
		if wrong != nil && (!isFeed || len(answer.Body) == 0) {
			return // a part of a page is not the page
		}
		src.Remote = o.pictures(ctx, address)
		for in, err := range intake.OpenSource(ctx, src) {
			if !yield(in, err) {
				return
			}
		}
	}
}

// pictures returns what fetches the pictures of the page at an address, as many as are
// wanted.
func (o *Opener) pictures(ctx context.Context, address string) *articles.Remote {
	client, err := o.Client()
	if err != nil || o.Pictures == nil {
		return nil
	}
	host := ""
	if u, err := url.Parse(address); err == nil {
		host = u.Hostname()
	}
	return web.Pictures(ctx, client.Get, host, o.Pictures(address))
}

// get asks for an address that its reader has typed, which may lie in a private network.
func (o *Opener) get(ctx context.Context, address string) (*web.Answer, error) {
	client, err := o.Client()
	if err != nil {
		return nil, err
	}
	answer, err := client.Get(ctx, web.Request{Address: address, Page: true, Private: true, MaxBytes: o.Options.Size})
	if failed, ok := errors.AsType[*web.Error](err); ok && errors.Is(failed.Kind, web.ErrTooLarge) {
		return nil, &articles.InputError{Name: failed.Address, Kind: articles.ErrLimit, Why: o.Options.Over(articles.SizeLimit)}
	}
	return answer, err
}
