package command

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
)

func (e *env) clean() *cobra.Command {
	var dry, asJSON bool
	var keep, days int
	c := &cobra.Command{
		Use:     "clean",
		Example: "  warraq clean --dry-run\n  warraq clean --keep-days 90",
		Args:    atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			for name, n := range map[string]int{"--keep": keep, "--keep-days": days} {
				if n < 0 {
					return usageError{valueError{name, strconv.Itoa(n), rangeError{0, -1}}}
				}
			}
			r := e.feeds.retention
			if c.Flags().Changed("keep") {
				r.Keep = keep
			}
			if c.Flags().Changed("keep-days") {
				r.KeepDays = days
			}
			return e.with(c.Context(), func(l *store.Library) error { return e.cleanPast(c.Context(), l, r, dry, asJSON) })
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.Flags().IntVar(&keep, "keep", 0, "")
	c.Flags().IntVar(&days, "keep-days", 0, "")
	return c
}

// cleanPast deletes the articles that are past their time, or says which these are.
func (e *env) cleanPast(ctx context.Context, l *store.Library, r store.Retention, dry, asJSON bool) error {
	past, err := l.PastArticles(ctx, r, time.Now())
	if err != nil {
		return err
	}
	if len(past) == 0 && !asJSON {
		e.notice(e.words.Feeds.NothingPast)
		return nil
	}
	became := e.words.RemovedNow
	if dry {
		became = e.words.WouldBeRemoved
	} else if err = removePast(ctx, l, past); err != nil {
		return err
	}
	if asJSON {
		list := make([]cleanedJSON, len(past))
		for i := range past {
			list[i] = cleanedJSON{briefOf(&past[i]), !dry}
		}
		return e.writeJSON(list)
	}
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	for _, entry := range past {
		if err := e.fields(s, entry.ID, became, entry.Title); err != nil {
			return err
		}
	}
	return s.flush()
}

// briefJSON is an article as --json names it where only what is done with it matters.
type briefJSON struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Source string `json:"source"`
	URL    string `json:"url"`
}

func briefOf(e *store.Entry) briefJSON { return briefJSON{e.ID, e.Title, e.Source, e.URL} }

// cleanedJSON is an article that is past its time, as --json prints it.
type cleanedJSON struct {
	briefJSON
	Removed bool `json:"removed"`
}

// removedAtOnce is how many articles are removed in one go.
const removedAtOnce = 500

func removePast(ctx context.Context, l *store.Library, past []store.Entry) error {
	for some := range slices.Chunk(entryIDs(past), removedAtOnce) {
		if _, err := l.Remove(ctx, some...); err != nil {
			return err
		}
	}
	return l.SetCleaningTold(ctx)
}

// clean deletes after a fetch what is past its time; where that was never done, it is said
// first, and done the next time.
func (f *fetching) clean(ctx context.Context) error {
	e := f.env
	past, deleted, err := e.cleanAfter(ctx, f.library)
	switch {
	case err != nil || past == 0:
		return err
	case !deleted:
		e.notice(fmt.Sprintf(e.words.Feeds.WillDelete, e.words.Count(past, e.words.Feeds.Past)))
	case isTerminal(e.Err):
		e.notice(e.words.Count(past, e.words.Feeds.Deleted) + ".")
	}
	return nil
}

// cleanAfter deletes what is past its time and returns how many articles that are; where
// it was never done, it leaves that to the next time.
func (e *env) cleanAfter(ctx context.Context, l *store.Library) (past int, deleted bool, err error) {
	list, err := l.PastArticles(ctx, e.feeds.retention, time.Now())
	if err != nil || len(list) == 0 {
		return 0, false, err
	}
	told, err := l.CleaningTold(ctx)
	switch {
	case err != nil:
		return 0, false, err
	case !told:
		return len(list), false, l.SetCleaningTold(ctx)
	}
	return len(list), true, removePast(ctx, l, list)
}
