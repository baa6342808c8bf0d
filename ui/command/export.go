package command

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/export"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/terminal"
)

// exportForm is a form that the library is written in. One without a writer is a
// file for each article.
type exportForm struct {
	ending string
	kind   exportKind
	write  func(io.Writer, export.Shelf) error
	// inStories is true of what is read from front to back: the articles of some days
	// stand in it in the order of their stories.
	inStories bool
}

// exportKind says what a form is written in, and so what may stand in it.
type exportKind uint8

const (
	textExport exportKind = iota
	jsonExport
	binaryExport
)

var exportForms = map[string]exportForm{
	"jsonl":    {".jsonl", jsonExport, export.JSONLines, false},
	"markdown": {},
	"epub":     {".epub", binaryExport, export.EPUB, true},
	"html":     {".html", textExport, export.HTML, true},
	"bibtex":   {".bib", textExport, export.BibTeX, false},
	"csl":      {".json", jsonExport, export.CSL, false},
}

func (e *env) export() *cobra.Command {
	var format, since string
	var how printing
	c := &cobra.Command{
		Use: "export [DIR|-]",
		Example: "  warraq export > library.jsonl\n  warraq export ~/vault/warraq --format markdown\n" +
			"  warraq export ~/books --format epub\n  warraq export ~/books --format epub --since yesterday\n  warraq export --format html > articles.html\n  warraq export ~/books --format pdf --since yesterday --paper a5",
		Args: atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			to := "-"
			if len(args) == 1 {
				to = args[0]
			}
			var library *store.Library
			forms := maps.Clone(exportForms)
			forms["pdf"] = exportForm{".pdf", binaryExport, func(w io.Writer, s export.Shelf) error {
				return e.printShelf(c.Context(), w, library, s.Cards, how)
			}, true}
			form, err := pick("format", format, forms)
			if err != nil {
				return err
			}
			if _, err := how.sheet(); err != nil {
				return err
			}
			if to == "-" && (form.write == nil || form.kind == binaryExport && isTerminal(e.Out)) {
				return usageError{errNeedsFolder}
			}
			return e.with(c.Context(), func(l *store.Library) error {
				library = l
				cards, err := e.cards(c.Context(), l, since, form.inStories)
				if err != nil {
					return err
				}
				return e.exportTo(to, form, e.shelfOf(c.Context(), l, cards))
			})
		},
	}
	c.Flags().StringVar(&since, "since", "", "")
	c.Flags().StringVar(&format, "format", "jsonl", "jsonl|markdown|epub|html|pdf|bibtex|csl")
	how.paperFlag(c)
	return c
}

// errNeedsFolder is an export that cannot go to standard output.
var errNeedsFolder = errors.New("this form needs a folder")

// exportTo writes a shelf to standard output, or into a folder, which it makes; a
// path with the form's own ending is a file.
func (e *env) exportTo(to string, form exportForm, shelf export.Shelf) error {
	if to == "-" {
		return e.exportToOutput(form, shelf)
	}
	folder, name := to, "warraq"+form.ending
	if form.write != nil && filepath.Ext(to) == form.ending {
		folder, name = filepath.Split(to)
		folder = filepath.Clean(folder)
	}
	if err := os.MkdirAll(folder, 0o777); err != nil { //nolint:gosec // as every program makes one: the umask says for whom
		return outputError{to, err}
	}
	var err error
	if form.write == nil {
		err = export.Markdown(folder, shelf)
	} else {
		err = export.File(filepath.Join(folder, name), func(w io.Writer) error { return form.write(w, shelf) })
	}
	if err != nil {
		return outputError{to, err}
	}
	return nil
}

// exportToOutput writes a shelf to standard output.
func (e *env) exportToOutput(form exportForm, shelf export.Shelf) error {
	write := func(to io.Writer) error {
		out := bufio.NewWriterSize(to, 64<<10)
		return errors.Join(form.write(out, shelf), out.Flush())
	}
	switch form.kind {
	case jsonExport:
		return write(terminal.NewJSONGate(e.Out))
	case binaryExport:
		return write(e.Out)
	default:
		return e.writeText(write)
	}
}

// outputError is a file or a folder that could not be written.
type outputError struct {
	path string
	why  error
}

func (o outputError) Error() string { return "writing " + o.path + ": " + systemReason(o.why) }
func (o outputError) Unwrap() error { return o.why }

// cards gives the articles of the library that are written out: all, or those from a day
// on.
func (e *env) cards(ctx context.Context, l *store.Library, since string, inStories bool) ([]export.Card, error) {
	if since != "" {
		return e.since(ctx, l, since, inStories)
	}
	entries, err := l.List(ctx, store.Filter{Archive: store.AnyArchived})
	return cardsOf(entries, ""), err
}

// shelfOf is a part of the library.
func (e *env) shelfOf(ctx context.Context, l *store.Library, cards []export.Card) export.Shelf {
	return export.Shelf{
		Cards: cards,
		Articles: func(ids []string) iter.Seq2[articles.JSON, error] {
			return func(yield func(articles.JSON, error) bool) {
				for whole, err := range l.Wholes(ctx, ids) {
					if !yield(e.wholeJSON(whole), err) {
						return
					}
				}
			}
		},
		Picture: func(name string) (articles.Picture, error) { return l.Picture(ctx, name) },
		Labels: export.Labels{
			Lang: e.words.Lang, Title: e.words.Name, Contents: e.words.Articles,
			Related: e.words.Related, Source: e.words.Manual.From, Date: e.words.Date,
		},
	}
}

// cite writes the entry of an article in one of the forms of reference managers.
func (e *env) cite(ctx context.Context, form string) func(*store.Library, store.Item) error {
	return func(l *store.Library, item store.Item) error {
		return e.exportTo("-", exportForms[form], e.shelfOf(ctx, l, []export.Card{{ID: item.ID, Title: item.Title}}))
	}
}
