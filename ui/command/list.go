package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/rtl"
)

func (e *env) list() *cobra.Command {
	var f store.Filter
	var by string
	var archived, asJSON bool
	c := &cobra.Command{
		Use:        "list",
		SuggestFor: []string{"ls"},
		Example:    "  warraq list --unread\n  warraq list --section تقنية --json\n  warraq list --tag سفر --sort title",
		Args:       atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			err := inRange("limit", f.Limit, 0, noUpperBound)
			if err != nil {
				return err
			}
			if f.Sort, err = pick("sort", by, map[string]store.Sort{
				"published": store.ByPublished, "added": store.ByAdded, "title": store.ByTitle, "length": store.ByLength,
			}); err != nil {
				return err
			}
			if archived {
				f.Archive = store.Archived
			}
			return e.entries(c.Context(), &listing{json: asJSON, none: e.words.NoMatch}, func(l *store.Library) ([]store.Entry, error) {
				return l.List(c.Context(), f)
			})
		},
	}
	flags := c.Flags()
	flags.BoolVar(&f.Unread, "unread", false, "")
	flags.BoolVar(&f.Bookmarked, "bookmarked", false, "")
	flags.BoolVar(&archived, "archived", false, "")
	flags.StringVar(&f.Section, "section", "", "")
	flags.StringVar(&f.Source, "source", "", "")
	flags.StringVar(&f.Tag, "tag", "", "")
	flags.StringVar(&by, "sort", "published", "published|added|title|length")
	flags.BoolVar(&f.Reverse, "reverse", false, "")
	flags.IntVar(&f.Limit, "limit", 0, "")
	flags.BoolVar(&asJSON, "json", false, "")
	return c
}

func (e *env) search() *cobra.Command {
	var limit int
	var asJSON bool
	c := &cobra.Command{
		Use:        "search QUERY",
		SuggestFor: []string{"find", "grep"},
		Example:    "  warraq search سوق الكتب\n  warraq search '\"سوق الكتب\"' --json",
		Args:       takesArgs(1, -1),
		RunE: func(c *cobra.Command, words []string) error {
			if err := inRange("limit", limit, 0, noUpperBound); err != nil {
				return err
			}
			how := listing{json: asJSON, none: e.words.NoMatch, nothing: errNothingFound}
			return e.entries(c.Context(), &how, func(l *store.Library) ([]store.Entry, error) {
				q := query.Parse(strings.Join(words, " "))
				e.noticeErrors(q)
				if q.IsEmpty() {
					return nil, nil
				}
				found, err := l.List(c.Context(), store.Filter{Query: q, Limit: limit})
				switch {
				case err != nil:
					return nil, err
				case len(found) == 0:
					err = e.suggest(c.Context(), l, q, &how)
				case len(found) == limit && !c.Flag("limit").Changed:
					err = e.noticeMore(c.Context(), l, q, len(found))
				}
				return found, err
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 50, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// noticeMore says how many articles a query finds beyond those that are shown because
// nobody asked for more.
func (e *env) noticeMore(ctx context.Context, l *store.Library, q *query.Query, shown int) error {
	all, err := l.Count(ctx, store.Filter{Query: q})
	if err == nil && all > shown {
		e.notice(fmt.Sprintf(e.words.FoundMore, e.words.Count(all, e.words.ArticleNoun), shown))
	}
	return err
}

// noticeErrors says what in a query was probably meant otherwise.
func (e *env) noticeErrors(q *query.Query) {
	for _, wrong := range q.Errors() {
		e.notice(fmt.Sprintf(e.words.Errors.Queries[wrong.Kind], isolate(text.CleanLine(q.Text()[wrong.Start:wrong.End]))))
	}
}

func (e *env) related() *cobra.Command {
	var limit int
	var asJSON bool
	c := &cobra.Command{
		Use:     "related ID",
		Example: "  warraq related 7k2m9qxp",
		Args:    takesArgs(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := inRange("limit", limit, 0, noUpperBound); err != nil {
				return err
			}
			return e.entries(c.Context(), &listing{json: asJSON, none: e.words.NoRelated}, func(l *store.Library) ([]store.Entry, error) {
				item, err := find(c.Context(), l, args[0])
				if err != nil {
					return nil, err
				}
				if err := e.relate(c.Context(), l); err != nil {
					return nil, err
				}
				return l.Related(c.Context(), item.ID, limit)
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 0, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// errNothingFound ends a search that found nothing, which was said already, with the
// status that grep has for it.
var errNothingFound = errors.New("nothing was found")

// listing is what a question to the library is answered with.
type listing struct {
	json    bool
	none    string // what is said where there is nothing
	nothing error  // the end of the command then, nil where that is as good as anything
}

// entries prints what a question to the library gives: as JSON, in columns on a
// terminal, and in a pipe as a line each of fields parted by tabs. That there is none is
// for people: unless that is an end of its own, programs see it.
func (e *env) entries(ctx context.Context, how *listing, ask func(*store.Library) ([]store.Entry, error)) error {
	return e.with(ctx, func(l *store.Library) error {
		found, err := ask(l)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return e.noEntries(how)
		}
		if how.json {
			return e.items(ctx, l, found)
		}
		s, err := e.pagedSheet(ctx, asFound())
		if err != nil {
			return err
		}
		table := e.newTable(s, found)
		for _, entry := range found {
			if s.columned() {
				err = s.block(table.block(entry))
			} else {
				err = e.entryLine(s, entry)
			}
			if err != nil {
				return err
			}
		}
		return e.endSheet(ctx, s, e.words.Articles)
	})
}

// noEntries says that there is nothing.
func (e *env) noEntries(how *listing) error {
	if how.none != "" && (how.nothing != nil || !how.json && isTerminal(e.Out)) {
		e.notice(how.none)
	}
	if how.json {
		return errors.Join(how.nothing, e.writeJSON([]itemJSON{}))
	}
	return how.nothing
}

func (e *env) entryLine(s *outputSheet, entry store.Entry) error {
	fields := []string{entry.ID, e.marks(entry), entry.Title, entry.Section, entry.Source, e.words.Date(entry.Published)}
	return e.fields(s, append(fields, e.reasons(entry)...)...)
}

// reasons say why an entry is related to another article, and in which papers the same
// stands.
func (e *env) reasons(entry store.Entry) (reasons []string) {
	if entry.Why != store.WhyUnknown {
		reasons = append(reasons, e.words.Reason(entry.Relation))
	}
	if len(entry.Also) > 0 {
		var papers []string
		for _, other := range entry.Also {
			papers = append(papers, isolate(e.words.Paper(other)+" ("+other.ID+")"))
		}
		reasons = append(reasons, e.words.Elsewhere+" "+strings.Join(papers, e.words.Comma))
	}
	return reasons
}

// fields writes a line of fields: parted by tabs in a pipe, for programs; on a
// terminal each with an order of its own, those that are empty left out.
func (e *env) fields(s *outputSheet, fields ...string) error {
	if s.piped {
		for i := range fields {
			fields[i] = text.CleanLine(unisolate(fields[i]))
		}
		return s.text(strings.Join(fields, "\t") + "\n")
	}
	var there []string
	for _, f := range fields {
		if f != "" {
			there = append(there, isolate(f))
		}
	}
	return s.paragraph([]rtl.Span{{Text: strings.Join(there, "  ")}})
}

// marks are the signs of what the reader did with an article.
func (e *env) marks(entry store.Entry) string {
	signs := ""
	switch {
	case !entry.Full:
		signs += "◌"
	case !entry.Read:
		signs += "●"
	}
	if entry.Bookmarked {
		signs += "★"
	}
	return signs
}
