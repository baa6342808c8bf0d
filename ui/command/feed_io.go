package command

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/export"
	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
)

// readSource reads what a list of feeds is in, as far as the limits allow.
func readSource(name string, in io.Reader, limits articles.Limits) (*articles.Source, error) {
	data, err := io.ReadAll(io.LimitReader(in, limits.Size+1))
	switch {
	case err != nil:
		return nil, &articles.InputError{Name: name, Kind: articles.ErrUnreadable, Why: err}
	case int64(len(data)) > limits.Size:
		return nil, &articles.InputError{Name: name, Kind: articles.ErrLimit, Why: limits.Over(articles.SizeLimit)}
	}
	return articles.NewSource(name, data), nil
}

// writeFeeds writes a list of feeds to the file that is named, or to standard output.
func (e *env) writeFeeds(args []string, list []opml.Feed) error {
	write := func(w io.Writer) error { return opml.Write(w, e.words.Feeds.Title, list) }
	if len(args) == 0 || args[0] == "-" {
		return e.writeText(write)
	}
	if err := export.File(args[0], write); err != nil {
		return outputError{args[0], err}
	}
	return nil
}

func (e *env) feedImport() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "import FILE.opml…|-",
		Example: "  warraq feed import feeds.opml\n  curl -s https://example.org/feeds.opml | warraq feed import -",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, paths []string) error {
			return e.with(c.Context(), func(l *store.Library) error { return e.importFeeds(c.Context(), l, paths, asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// importFeeds follows the feeds of lists. What is wrong in one is named, and the others
// are followed.
func (e *env) importFeeds(ctx context.Context, l *store.Library, paths []string, asJSON bool) error {
	changed, err := e.newFeedReport(ctx, asJSON)
	if err != nil {
		return err
	}
	var failures []error
	inputs := len(paths)
	for _, path := range paths {
		src, err := e.listSource(path)
		if err != nil {
			failures = append(failures, err)
			continue
		}
		list, err := opml.Read(src)
		if err != nil {
			failures = append(failures, eachError(err)...)
			inputs += len(list)
		}
		feeds := make([]store.Feed, len(list))
		for i := range list {
			feeds[i] = store.FeedOf(list[i])
		}
		if err := changed.follow(ctx, l, feeds); err != nil {
			return err
		}
	}
	return errors.Join(changed.end(), e.refusals(failures, inputs))
}

// listSource reads a file, or standard input for "-". What has no end, or waits for a program
// that writes it, is not opened.
func (e *env) listSource(path string) (*articles.Source, error) {
	limits := articles.DefaultLimits()
	if path == "-" {
		return readSource("-", e.In, limits)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, unreadableError(path, err)
	case info.IsDir():
		return nil, &articles.InputError{Name: text.CleanLine(path), Kind: articles.ErrFolder}
	case !info.Mode().IsRegular():
		return nil, &articles.InputError{Name: text.CleanLine(path), Kind: articles.ErrNotRegular}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadableError(path, err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	return readSource(path, f, limits)
}

func (e *env) feedExport() *cobra.Command {
	return &cobra.Command{
		Use:     "export [FILE|-]",
		Example: "  warraq feed export > feeds.opml\n  warraq feed export feeds.opml",
		Args:    atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.with(c.Context(), func(l *store.Library) error {
				feeds, err := l.Feeds(c.Context())
				if err != nil {
					return err
				}
				feeds = withoutServers(feeds) // which no other reader of such lists knows
				list := make([]opml.Feed, len(feeds))
				for i := range feeds {
					list[i] = feeds[i].OPML()
				}
				return e.writeFeeds(args, list)
			})
		},
	}
}
