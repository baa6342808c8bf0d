package command

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/terminal"
)

// proseMargin is how many columns are left free beside prose on a terminal.
const proseMargin = 2

// collectLaying is collectAt while a text is laid out: chunks of it are thrown away one after
// the other, and hardly anything is held.
const collectLaying = 400

// cat lays out what other programs write.
func (e *env) cat() *cobra.Command {
	var how layoutFlags
	var format string
	var measure plaintext.Measure
	c := &cobra.Command{
		Use:     "cat [FILE|-]…",
		Example: "  warraq cat notes.md\n  git log | warraq cat\n  warraq cat --form visual --width 60 page.txt",
		RunE: func(c *cobra.Command, files []string) error {
			if len(files) == 0 {
				files = []string{"-"}
			}
			isMarkdown, err := pick("format", format, map[string]func(string) bool{
				"auto": func(name string) bool {
					ext := strings.ToLower(filepath.Ext(name))
					return ext == ".md" || ext == ".markdown"
				},
				"text":     func(string) bool { return false },
				"markdown": func(string) bool { return true },
			})
			if err != nil {
				return err
			}
			s, err := e.sheet(c.Context(), how)
			if err != nil {
				return err
			}
			if err := errors.Join(inRange("measure", measure.Columns, 1, noUpperBound), inRange("margin", measure.Margin, 0, noUpperBound)); err != nil {
				return err
			}
			if !s.piped && s.asked == 0 && s.term.Form != terminal.Logical {
				s.measure = measure
			}
			typed := slices.Contains(files, "-") && isTerminal(e.In) // keys would be taken for text
			if !typed && e.pages(s) {
				if keys, closeKeys, err := e.keyboard(); err == nil {
					defer closeKeys()
					return e.catPages(c.Context(), s, keys, files, isMarkdown)
				}
			}
			if e.Getenv("GOGC") == "" {
				defer debug.SetGCPercent(debug.SetGCPercent(collectLaying))
			}
			var failures []error
			for _, name := range files {
				if err := e.lay(c.Context(), s, name, isMarkdown(name)); err != nil {
					if _, ok := errors.AsType[*articles.InputError](err); !ok {
						return err
					}
					failures = append(failures, err)
				}
			}
			return errors.Join(s.flush(), e.refusals(failures, len(files)))
		},
	}
	how.flags(c)
	how.tashkeelFlag(c)
	c.Flags().StringVar(&format, "format", "auto", "auto|text|markdown")
	c.Flags().IntVar(&measure.Columns, "measure", looks.DefaultMeasure, "")
	c.Flags().IntVar(&measure.Margin, "margin", proseMargin, "")
	return c
}

// lay lays one file or standard input out.
func (e *env) lay(ctx context.Context, s *outputSheet, name string, markdown bool) error {
	if markdown {
		for input, err := range intake.Open(ctx, []string{name}, e.In) {
			if err != nil {
				return err
			}
			if err := e.layMarkdown(ctx, s, input); err != nil {
				return err
			}
		}
		return nil
	}
	in, err := e.openText(name)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // it was only read
	return layText(s, name, in)
}

// openText opens a file, or standard input, which closing leaves open.
func (e *env) openText(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(e.In), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadableError(name, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		_ = f.Close()
		return nil, &articles.InputError{Name: text.CleanLine(name), Kind: articles.ErrFolder}
	}
	return f, nil
}

func unreadableError(name string, err error) error {
	kind := articles.ErrUnreadable
	if errors.Is(err, os.ErrNotExist) {
		kind = articles.ErrNotFound
	}
	return &articles.InputError{Name: text.CleanLine(name), Kind: kind, Why: err}
}

// layMarkdown lays Markdown out.
func (e *env) layMarkdown(ctx context.Context, s *outputSheet, input intake.Input) error {
	item, err := markdownItem(ctx, input)
	if err != nil {
		return err
	}
	return s.article(item, e.words)
}

// markdownItem is Markdown as an article. What its front matter says stands at its
// head.
func markdownItem(ctx context.Context, input intake.Input) (store.Item, error) {
	text, err := input.Text()
	if err != nil {
		return store.Item{}, err
	}
	if strings.HasPrefix(text, "---\n") || strings.HasPrefix(text, "+++\n") {
		if read, err := input.Read(ctx); err == nil && len(read) == 1 {
			return asItem(read[0]), nil
		}
	}
	item := store.Item{Body: text}
	item.Full = true
	return item, nil
}

// asItem is an article that is in no library.
func asItem(a articles.Article) store.Item {
	item := store.Item{Body: a.Body, Captions: a.Captions}
	item.Title, item.Section, item.Source, item.Place = a.Title, a.Section, a.Source, a.Place
	item.Author, item.Published, item.Summary = a.Author, a.Published, a.Summary
	item.Lang, item.Direction, item.Full = a.Lang, a.Direction, a.Full
	return item
}
