package command

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"warraq/articles"
	"warraq/articles/export"
	"warraq/store"
	"warraq/ui/terminal"
)

// exportForm is a form that the library is written in. One without a writer is a
// file for each article.
type exportForm struct {
	ending string
	kind   exportKind
	write  func(io.Writer, export.Shelf) error
}

// exportKind says what a form is written in, and so what may stand in it.
type exportKind uint8

const (
	textExport exportKind = iota
	jsonExport
	binaryExport
)

var exportForms = map[string]exportForm{
	"jsonl":    {".jsonl", jsonExport, export.JSONLines},
	"markdown": {},
	"epub":     {".epub", binaryExport, export.EPUB},
	"html":     {".html", textExport, export.HTML},
	"bibtex":   {".bib", textExport, export.BibTeX},
	"csl":      {".json", jsonExport, export.CSL},
}

func (e *env) export() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use: "export [DIR|-]",
		Example: "  warraq export > library.jsonl\n  warraq export ~/vault/warraq --format markdown\n" +
			"  warraq export ~/books --format epub\n  warraq export --format html > articles.html",
		Args: atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			to := "-"
			if len(args) == 1 {
				to = args[0]
			}
			form, err := pick("format", format, exportForms)
			if err != nil {
				return err
			}
			if to == "-" && (form.write == nil || form.kind == binaryExport && isTerminal(e.Out)) {
				return usageError{errNeedsFolder}
			}
			return e.with(c.Context(), func(l *store.Library) error {
				shelf, err := e.shelf(c.Context(), l)
				if err != nil {
					return err
				}
				return e.exportTo(to, form, shelf)
			})
		},
	}
	c.Flags().StringVar(&format, "format", "jsonl", "jsonl|markdown|epub|html|bibtex|csl")
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

func (o outputError) Error() string { return "writing " + o.path + ": " + reason(o.why) }
func (o outputError) Unwrap() error { return o.why }

// shelf is the library as it is written out.
func (e *env) shelf(ctx context.Context, l *store.Library) (export.Shelf, error) {
	entries, err := l.List(ctx, store.Filter{Archive: store.AnyArchived})
	if err != nil {
		return export.Shelf{}, err
	}
	cards := make([]export.Card, len(entries))
	for i, entry := range entries {
		cards[i] = export.Card{ID: entry.ID, Title: entry.Title}
	}
	return e.shelfOf(ctx, l, cards), nil
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
