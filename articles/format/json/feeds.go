package json

import (
	"context"
	"errors"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/feed"
)

// Feeds that were fetched are kept in JSON too: each in an object or a string of its own.

// errNoObject says that a text stands where an object should.
var errNoObject = errors.New("it is a text, and neither an object nor a feed")

// feedNames are the names under which an object has a feed that was fetched.
var feedNames = []string{"content", "body", "feed", "xml", "text", "rss", "data", "raw", "response", "source"}

// feedIn reads the feed that an object is or holds; ok is false for an object without one.
func feedIn(in *articles.Source, object map[string]any, raw []byte) (list []articles.Article, ok bool, err error) {
	if version, _ := object["version"].(string); strings.Contains(version, "jsonfeed.org/version") {
		return fromFeed(in, string(raw), "")
	}
	for _, name := range feedNames {
		s, _ := object[name].(string)
		if !strings.HasPrefix(strings.TrimLeft(s, "\uFEFF \t\r\n"), "<") {
			continue
		}
		address := ""
		for _, name := range []string{"feed_url", "url", "link", "xmlUrl"} {
			if to, _ := object[name].(string); articles.IsWebAddress(to) {
				address = to
				break
			}
		}
		if list, ok, err = fromFeed(in, s, address); ok {
			return list, true, err
		}
	}
	return nil, false, nil
}

// fromFeed reads a text that is a feed and was fetched from an address; ok is false for any
// other text.
func fromFeed(in *articles.Source, s, address string) (list []articles.Article, ok bool, err error) {
	src := &articles.Source{Name: in.Name, Data: []byte(s), Address: address, Limits: in.Limits}
	if !feed.Is(src) {
		return nil, false, nil
	}
	list, ok, err = feed.Format.Read(context.Background(), src)
	if wrong, is := errors.AsType[*articles.InputError](err); is {
		err = wrong.Why
		if err == nil {
			err = wrong.Kind
		}
	}
	return list, ok, err
}
