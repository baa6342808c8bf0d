package command

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

func (e *env) show() *cobra.Command {
	var how layoutFlags
	var onPaper printing
	var format string
	var versions bool
	c := &cobra.Command{
		Use:        "show ID",
		SuggestFor: []string{"open", "read", "view"},
		Example:    "  warraq show 7k2m9qxp\n  warraq show 7k2 --format markdown > article.md\n  warraq show 7k2 --format bibtex >> sources.bib\n  warraq show 7k2 --format pdf --paper a5 > article.pdf",
		Args:       takesArgs(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			ctx := c.Context()
			write, err := pick("format", format, map[string]func(*store.Library, store.Item) error{
				"json": func(l *store.Library, item store.Item) error {
					j, err := e.article(ctx, l, item)
					if err != nil {
						return err
					}
					return e.writeJSON(j)
				},
				"markdown": func(l *store.Library, item store.Item) error {
					j, err := e.article(ctx, l, item)
					if err != nil {
						return err
					}
					return e.writeMarkdown(j.Article())
				},
				"bibtex": e.cite(ctx, "bibtex"),
				"csl":    e.cite(ctx, "csl"),
				"pdf":    e.printed(ctx, "pdf", &onPaper, how),
				"png":    e.printed(ctx, "png", &onPaper, how),
				"svg":    e.printed(ctx, "svg", &onPaper, how),
				"text": func(_ *store.Library, item store.Item) error {
					s, err := e.pagedSheet(ctx, how)
					if err != nil {
						return err
					}
					return errors.Join(s.article(item, e.words), e.endSheet(ctx, s, item.Title))
				},
			})
			if err != nil {
				return err
			}
			onPaper.ragged = c.Flags().Changed("justify") && !how.justify
			return e.with(ctx, func(l *store.Library) error {
				item, err := find(ctx, l, args[0])
				if err != nil {
					return err
				}
				if versions {
					return e.showVersions(ctx, l, item, format, how)
				}
				return write(l, item)
			})
		},
	}
	how.flags(c)
	how.tashkeelFlag(c)
	c.Flags().BoolVar(&versions, "versions", false, "")
	c.Flags().StringVar(&format, "format", "text", "text|markdown|json|pdf|png|svg|bibtex|csl")
	onPaper.flags(c)
	return c
}

// writeMarkdown writes an article as Markdown with front matter.
func (e *env) writeMarkdown(a articles.Article) error {
	text, err := a.Markdown()
	if err != nil {
		return err
	}
	return e.print(text)
}
