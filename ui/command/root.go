package command

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/text/roots"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/rtl"
)

// wordRoot prints the roots of a word, the words of their families that the library has, and
// where these stand.
func (e *env) wordRoot() *cobra.Command {
	var limit int
	var asJSON bool
	c := &cobra.Command{
		Use:        "root WORD",
		SuggestFor: []string{"roots", "stem"},
		Example:    "  warraq root مكتبات\n  warraq root كتب --json",
		Args:       takesArgs(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := inRange("limit", limit, 0, noUpperBound); err != nil {
				return err
			}
			if limit == 0 {
				limit = math.MaxInt
			}
			return e.with(c.Context(), func(l *store.Library) error {
				found, err := readRoots(c.Context(), l, args[0], limit)
				switch {
				case err != nil:
					return err
				case asJSON:
					err = e.writeJSON(found)
				case len(found) == 0:
					e.notice(e.words.Root.None)
				default:
					err = e.writeRoots(c.Context(), found)
				}
				if err == nil && len(found) == 0 {
					err = errNothingFound
				}
				return err
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 50, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// rootJSON is a root of a word with its family in the library.
type rootJSON struct {
	Root   string           `json:"root"`
	Words  []familyWordJSON `json:"words"`
	Places []placeJSON      `json:"places"`
}

// familyWordJSON is a word of a family and how many articles have it.
type familyWordJSON struct {
	Word     string `json:"word"`
	Articles int    `json:"articles"`
}

// placeJSON is a place where a word of a root stands.
type placeJSON struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Excerpt string `json:"excerpt"`
}

// readRoots finds the roots of a word, with at most so many places of each.
func readRoots(ctx context.Context, l *store.Library, word string, limit int) ([]rootJSON, error) {
	list := roots.Of(word)
	if root, ok := roots.Parse(word); ok && !slices.Contains(list, root) {
		list = append([]string{root}, list...)
	}
	found := make([]rootJSON, 0, len(list))
	for _, root := range list {
		r := rootJSON{Root: root, Words: []familyWordJSON{}, Places: []placeJSON{}}
		family, err := l.Family(ctx, root)
		if err != nil {
			return nil, err
		}
		places, err := l.Occurrences(ctx, query.Parse("root:"+root), limit)
		if err != nil {
			return nil, err
		}
		store.SpellFamily(family, places)
		for _, w := range family {
			r.Words = append(r.Words, familyWordJSON{w.Word, w.Articles})
		}
		for _, p := range places {
			r.Places = append(r.Places, placeJSON{p.Entry.ID, p.Entry.Title, p.Excerpt.Text})
		}
		found = append(found, r)
	}
	return found, nil
}

// writeRoots writes each root with its family, and then a line for each place.
func (e *env) writeRoots(ctx context.Context, found []rootJSON) error {
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	for _, r := range found {
		title := fmt.Sprintf(e.words.Root.Title, isolate(dialog.RootLetters(r.Root)))
		if err := s.paragraph([]rtl.Span{{Text: title, Style: rtl.Style{Attributes: rtl.Bold}}}); err != nil {
			return err
		}
		var family []string
		for _, w := range r.Words {
			family = append(family, isolate(w.Word)+"\u00a0"+strconv.Itoa(w.Articles))
		}
		if len(family) == 0 {
			family = []string{e.words.Root.NotHere}
		}
		if err := s.paragraph([]rtl.Span{{Text: strings.Join(family, " · ")}}); err != nil {
			return err
		}
		for _, p := range r.Places {
			if err := e.fields(s, p.ID, p.Title, p.Excerpt); err != nil {
				return err
			}
		}
	}
	return s.flush()
}
