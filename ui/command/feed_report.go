package command

import (
	"context"
	"strconv"

	"github.com/warraq/warraq/store"
)

// What can become of a feed, as --json names it.
const (
	becameFollowed = "followed"
	becameKnown    = "known" // it was followed before
	becameRemoved  = "removed"
	becameEdited   = "edited"
	becameOffered  = "offered" // by a page that has several, to choose from
)

// changedFeedJSON is a feed and what became of it, as --json prints it.
type changedFeedJSON struct {
	feedJSON
	Became string `json:"became"`
}

// feedReport writes what became of feeds: a line for each, or one array of JSON at its end.
type feedReport struct {
	env   *env
	sheet *outputSheet // nil for JSON
	list  []changedFeedJSON
}

// newFeedReport makes one.
func (e *env) newFeedReport(ctx context.Context, asJSON bool) (*feedReport, error) {
	r := &feedReport{env: e, list: []changedFeedJSON{}}
	if asJSON {
		return r, nil
	}
	var err error
	r.sheet, err = e.sheet(ctx, asFound())
	return r, err
}

// add writes what became of a feed.
func (r *feedReport) add(f *store.Feed, became string) error {
	if r.sheet == nil {
		r.list = append(r.list, changedFeedJSON{r.env.feedAsJSON(f), became})
		return nil
	}
	say := r.env.words.Feeds
	word := map[string]string{becameFollowed: say.Followed, becameKnown: say.Known, becameRemoved: say.Unfollowed, becameEdited: say.Edited}[became]
	if word == "" {
		return nil // what is offered is said with why
	}
	return r.env.fields(r.sheet, strconv.FormatInt(f.Num, 10), word, f.Label(), f.Address)
}

// end writes what is left to be written.
func (r *feedReport) end() error {
	if r.sheet == nil {
		return r.env.writeJSON(r.list)
	}
	return r.sheet.flush()
}

// follow follows feeds and writes what became of each.
func (r *feedReport) follow(ctx context.Context, l *store.Library, feeds []store.Feed) error {
	if len(feeds) == 0 {
		return nil
	}
	kept, known, err := l.AddFeeds(ctx, feeds)
	if err != nil {
		return err
	}
	for i := range kept {
		became := becameFollowed
		if known[i] {
			became = becameKnown
		}
		if err := r.add(&kept[i], became); err != nil {
			return err
		}
	}
	return nil
}
