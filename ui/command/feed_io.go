package command

import (
	"io"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/export"
	"github.com/warraq/warraq/articles/opml"
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
