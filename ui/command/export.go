package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"warraq/articles"
	"warraq/store"
)

func (e *env) export() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "export [DIR|-]",
		Example: "  warraq export > library.jsonl\n  warraq export ~/articles --format markdown",
		Args:    atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			to := "-"
			if len(args) == 1 {
				to = args[0]
			}
			write, err := pick("format", format, map[string]func(context.Context, *store.Library, string) error{
				"jsonl": e.exportLines, "markdown": e.exportMarkdown,
			})
			if err != nil {
				return err
			}
			if format == "markdown" && to == "-" {
				return usageError{errNeedsFolder}
			}
			return e.with(c.Context(), func(l *store.Library) error { return write(c.Context(), l, to) })
		},
	}
	c.Flags().StringVar(&format, "format", "jsonl", "jsonl|markdown")
	return c
}

// errNeedsFolder is an export of files without a folder for them.
var errNeedsFolder = errors.New("this form is several files: name a folder")

// every calls a function with every article of the library.
func (e *env) every(ctx context.Context, l *store.Library, do func(articles.JSON) error) error {
	entries, err := l.List(ctx, store.Filter{})
	if err != nil {
		return err
	}
	for _, entry := range entries {
		item, err := l.Article(ctx, entry.ID)
		if err != nil {
			return err
		}
		j, err := e.article(ctx, l, item)
		if err != nil {
			return err
		}
		if err := do(j); err != nil {
			return err
		}
	}
	return nil
}

// exportLines writes one JSON object a line.
func (e *env) exportLines(ctx context.Context, l *store.Library, to string) (err error) {
	var out io.Writer = e.Out
	if to != "-" {
		if err := os.MkdirAll(to, 0o750); err != nil {
			return fmt.Errorf("making the folder: %w", err)
		}
		f, err := os.Create(filepath.Join(to, "warraq.jsonl"))
		if err != nil {
			return fmt.Errorf("making the file: %w", err)
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		out = f
	}
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	return e.every(ctx, l, func(j articles.JSON) error {
		if err := lines.Encode(j); err != nil {
			return fmt.Errorf("writing JSON: %w", err)
		}
		return nil
	})
}

// exportMarkdown writes one file an article, named by its ID.
func (e *env) exportMarkdown(ctx context.Context, l *store.Library, to string) error {
	if err := os.MkdirAll(to, 0o750); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	return e.every(ctx, l, func(j articles.JSON) error {
		text, err := j.Article().Markdown()
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, j.ID+".md"), []byte(text), 0o600); err != nil {
			return fmt.Errorf("writing an article: %w", err)
		}
		return nil
	})
}
