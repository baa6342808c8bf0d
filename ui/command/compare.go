package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/related"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
)

// compare prints of two articles what each says that the other does not.
func (e *env) compare() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:        "compare ID ID",
		SuggestFor: []string{"diff"},
		Example:    "  warraq compare 7k2m9qxp 3fh8w1ab\n  warraq compare --json 7k2 3fh",
		Args:       takesArgs(2, 2),
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			return e.with(ctx, func(l *store.Library) error {
				first, err := find(ctx, l, args[0])
				if err != nil {
					return err
				}
				second, err := find(ctx, l, args[1])
				if err != nil {
					return err
				}
				both := e.aloneIn(first, second)
				if asJSON {
					return e.writeJSON(both)
				}
				return e.writeAlone(ctx, both)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// aloneJSON is what an article says that the other one does not: whole sentences, and
// names and numbers in those that it shares.
type aloneJSON struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Source    string   `json:"source"`
	Sentences []string `json:"sentences"`
	Facts     []string `json:"facts"`
}

// aloneIn finds what each of two articles says that the other one does not.
func (e *env) aloneIn(first, second store.Item) (both []aloneJSON) {
	items := []store.Item{first, second}
	var reports []*related.Report
	for _, item := range items {
		reports = append(reports, related.NewReport(related.Article{Title: item.Title, Summary: item.Summary, Body: item.Body}))
	}
	for i, item := range items {
		a := aloneJSON{ID: item.ID, Title: item.Title, Source: item.Source, Sentences: []string{}, Facts: []string{}}
		d := page.New(item, theme.Palette(), e.words)
		text := d.Between(d.Begin(), d.Position(d.Len()))
		sentences, facts := reports[i].Unshared(text, reports[1-i])
		for _, r := range sentences {
			a.Sentences = append(a.Sentences, strings.Join(strings.Fields(text[r.Start:r.End]), " "))
		}
		for _, r := range facts {
			if fact := text[r.Start:r.End]; !slices.Contains(a.Facts, fact) {
				a.Facts = append(a.Facts, fact)
			}
		}
		both = append(both, a)
	}
	return both
}

// writeAlone writes what two articles have alone: below the title of each its sentences,
// and its names and numbers.
func (e *env) writeAlone(ctx context.Context, both []aloneJSON) error {
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	bold := rtl.Style{Attributes: rtl.Bold}
	say := e.words.Compare
	for i, a := range both {
		var lines [][]rtl.Span
		if i > 0 {
			lines = append(lines, nil)
		}
		title := []rtl.Span{{Text: isolate(a.Title), Style: bold}}
		if a.Source != "" {
			title = append(title, rtl.Span{Text: " · " + isolate(a.Source)})
		}
		lines = append(lines, title)
		if len(a.Sentences)+len(a.Facts) == 0 {
			lines = append(lines, []rtl.Span{{Text: say.NothingAlone}})
		}
		for _, sentence := range a.Sentences {
			lines = append(lines, []rtl.Span{{Text: "– " + sentence}})
		}
		if len(a.Facts) > 0 {
			lines = append(lines, []rtl.Span{{Text: say.Facts + " " + strings.Join(a.Facts, e.words.Comma)}})
		}
		for _, line := range lines {
			if err := s.paragraph(line); err != nil {
				return err
			}
		}
	}
	return s.flush()
}
