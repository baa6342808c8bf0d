package dialog

import (
	"context"
	"strings"

	"github.com/warraq/warraq/articles/text/roots"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
)

const rootJob jobs.Kind = "root"

// mostPlaces is how many places of a root are shown.
const mostPlaces = 500

// OpenRoot reads about the root of the first word of a text that has one, and returns what
// shows it.
func OpenRoot(c *draw.Canvas, library *store.Library, said string) Action {
	root, ok := firstRoot(said)
	switch {
	case said == "":
		return Say{c.Words.NothingOpen}
	case !ok:
		return Say{c.Words.Root.None}
	}
	searched := "root:" + root
	return Ask{Kind: rootJob, Opens: true, Read: func(ctx context.Context) Action {
		family, err := library.Family(ctx, root)
		if err != nil {
			return Failed{err}
		}
		places, err := library.Occurrences(ctx, query.Parse(searched), mostPlaces)
		if err != nil {
			return Failed{err}
		}
		store.SpellFamily(family, places)
		return Call(func() Action {
			return Late{Dialog: NewRoot(c, root, family, places, func(o store.Occurrence) Action {
				return openOccurrence(c, library, o, searched)
			})}
		})
	}}
}

// firstRoot returns the root of the first word of a text that has one.
func firstRoot(said string) (root string, ok bool) {
	for word := range strings.FieldsSeq(said) {
		if found := roots.Of(strings.Trim(word, "«»\"().,،؛:؟!…")); len(found) > 0 {
			return found[0], true
		}
	}
	return "", false
}

// openOccurrence opens an article where a word of a query stands.
func openOccurrence(c *draw.Canvas, library *store.Library, o store.Occurrence, searched string) Action {
	theme, words := c.Theme, c.Words
	return Ask{Kind: VisitJob, Read: func(ctx context.Context) Action {
		item, err := library.Article(ctx, o.Entry.ID)
		if err != nil {
			return Failed{err}
		}
		position, _, _ := page.New(item, theme, words).Locate(o.Passage)
		return Open{ID: o.Entry.ID, Position: position, Jumped: true, Searched: searched}
	}}
}
