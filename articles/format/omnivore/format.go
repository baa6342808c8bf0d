package omnivore

import (
	"context"
	"io"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
)

// Format is the exports of Omnivore.
var Format = articles.Format{Name: "Omnivore", Extensions: []string{".json"}, Read: readTable}

// requiredFields are the fields that every row of a table has.
var requiredFields = []string{"slug", "savedAt", "state", "url"}

func readTable(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !strings.HasPrefix(strings.TrimSpace(src.Head()), "[") || !src.HasJSON(requiredFields...) {
		return nil, false, nil
	}
	rows, err := parse([]byte(src.Text()), func(file string) []byte { return readBeside(src, file) })
	if err != nil {
		if IsTable(src.Name) {
			return nil, true, src.Fail(0, articles.ErrJSON, err)
		}
		return nil, false, nil
	}
	list, err := entries.Articles(src, rows, entries.Page)
	return list, true, err
}

// readBeside reads a file beside a table, nil where there is none.
func readBeside(src *articles.Source, file string) []byte {
	if src.Files == nil {
		return nil
	}
	at, ok := src.Files.At(file)
	if !ok {
		return nil
	}
	f, err := src.Files.Open(at)
	if err != nil {
		return nil
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, src.Limits.Size))
	if err != nil {
		return nil
	}
	return data
}
