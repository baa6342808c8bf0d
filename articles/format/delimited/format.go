package delimited

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/json"
)

// Format is tables of articles or links, with commas, semicolons or tabs between cells.
var Format = articles.Format{Name: "CSV", Extensions: fileExtensions, Read: read}

var fileExtensions = []string{".csv", ".tsv"}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	named := slices.Contains(fileExtensions, src.Extension())
	columns := headerNames(src.Head())
	export := exportOf(columns)
	isReadwise := hasAll(columns, readwiseColumns...)
	isTable := export != nil || isReadwise || hasArticles(columns, named)
	switch {
	case !isTable && named && src.IsText():
		return nil, true, src.Fail(0, articles.ErrTable, nil)
	case !isTable:
		return nil, false, nil
	}
	t, wrong := parse(src.Text(), src.Limits.Entries)
	var errs []error
	if t.passed {
		errs = append(errs, src.Fail(0, articles.ErrLimit, src.Limits.Over(articles.EntriesLimit)))
	}
	for _, w := range wrong {
		errs = append(errs, src.Fail(w.line, articles.ErrPart, w.why))
	}
	list := make([]entries.Entry, 0, len(t.rows))
	switch {
	case isReadwise:
		list = readwiseEntries(t.rows)
	case export != nil:
		for _, r := range t.rows {
			l := export.link(r)
			list = append(list, entries.Entry{Article: l.Article()})
		}
	default:
		for _, r := range t.rows {
			a, err := r.article()
			if err != nil {
				errs = append(errs, src.Fail(r.line, articles.ErrPart, err))
				continue
			}
			list = append(list, entries.Entry{Article: a})
		}
	}
	all, unmade := entries.Articles(src, list, entries.Page)
	return all, true, errors.Join(errors.Join(errs...), unmade)
}

// hasArticles reports whether columns are those of a table of articles. A file that is not
// called a table has to name a title, and a text or an address.
func hasArticles(columns []string, named bool) bool {
	title, text := false, false
	for _, c := range columns {
		c = fields.PlainName(c)
		title = title || fields.Knows("title", c)
		text = text || json.IsBody(c) || fields.Knows("url", c)
	}
	return len(columns) > 1 && title && text || named && (title || text)
}

// article makes an article of a row of a table with the usual names.
func (r row) article() (articles.Article, error) {
	object := make(map[string]any, len(r.cells))
	for name, cell := range r.cells {
		if cell = strings.TrimSpace(cell); cell != "" && !isMissing(cell) {
			object[name] = cell
		}
	}
	return json.FromObject(object)
}

// isMissing reports whether a cell holds what programs write where there is no value.
func isMissing(cell string) bool {
	return slices.Contains([]string{"NaN", "nan", "NULL", "null", "None", "NaT", "N/A", "<NA>"}, cell)
}
