package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/export"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
)

// notes prints everything that the reader marked and wrote.
func (e *env) notes() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:        "notes",
		SuggestFor: []string{"highlights", "annotations"},
		Example:    "  warraq notes > notes.md\n  warraq notes --format json",
		Args:       atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			write, err := pick("format", format, map[string]func([]store.Highlighted) error{
				"markdown": func(all []store.Highlighted) error {
					return e.writeNotes(c.Context(), all)
				},
				"json": func(all []store.Highlighted) error { return e.writeJSON(notesJSON(all)) },
			})
			if err != nil {
				return err
			}
			return e.with(c.Context(), func(l *store.Library) error {
				all, err := l.AllHighlights(c.Context(), "", 0)
				if err != nil {
					return err
				}
				return write(all)
			})
		},
	}
	c.Flags().StringVar(&format, "format", "markdown", "markdown|json")
	return c
}

// writeNotes writes notes as Markdown, and on a terminal as what that shows.
func (e *env) writeNotes(ctx context.Context, all []store.Highlighted) error {
	if !isTerminal(e.Out) {
		return e.writeText(func(w io.Writer) error { return export.Notes(w, notedArticles(all), e.words.Date) })
	}
	s, err := e.pagedSheet(ctx, asFound())
	if err != nil {
		return err
	}
	var markdown strings.Builder
	if err := export.Notes(&markdown, notedArticles(all), e.words.Date); err != nil {
		return err
	}
	item := store.Item{Body: text.CleanMarkdown(markdown.String())}
	item.Full = true
	return errors.Join(s.article(item, e.words), e.endSheet(ctx, s, e.words.Notes.Title))
}

// notedArticles puts highlights together by their articles, each in the order of its text,
// the article that was marked last first.
func notedArticles(all []store.Highlighted) []export.Noted {
	var list []export.Noted
	at := map[string]int{}
	for _, h := range all {
		i, known := at[h.Entry.ID]
		if !known {
			i = len(list)
			at[h.Entry.ID] = i
			list = append(list, export.Noted{
				Title: h.Entry.Title, Source: h.Entry.Source, URL: h.Entry.URL, Published: h.Entry.Published,
			})
		}
		list[i].Highlights = append(list[i].Highlights, h.Highlight)
	}
	return list
}

// noteJSON is a highlight as --format json prints it.
type noteJSON struct {
	articles.Highlight
	Article notedJSON `json:"article"`
}

type notedJSON struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Section   string `json:"section"`
	Source    string `json:"source"`
	Published string `json:"published"`
	URL       string `json:"url"`
}

func notesJSON(all []store.Highlighted) []noteJSON {
	out := make([]noteJSON, len(all))
	for i, h := range all {
		a := h.Entry
		out[i] = noteJSON{h.Highlight, notedJSON{a.ID, a.Title, a.Section, a.Source, articles.Timestamp(a.Published), a.URL}}
	}
	return out
}

// suggest has it said on standard error what a query that found nothing may have been
// meant for: in words, or where the output is for programs, as JSON.
func (e *env) suggest(ctx context.Context, l *store.Library, q *query.Query, how *listing) error {
	meant, err := l.Correct(ctx, q)
	if err != nil || meant == "" {
		return err
	}
	if !how.json {
		how.none += " " + fmt.Sprintf(e.words.DidYouMean, isolate(meant))
		return nil
	}
	how.none = ""
	errs := env{Streams: Streams{Out: e.Err}}
	return errs.writeJSON(map[string]string{"suggestion": meant})
}
