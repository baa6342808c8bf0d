package rtf

import (
	"context"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/office"
)

// Format is the Rich Text Format.
var Format = articles.Format{Name: "RTF", Extensions: []string{".rtf"}, Read: read}

// read reads a text as one article. The bytes count, since it says itself in which
// character sets it is.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !IsRTF(src.Data) {
		return nil, false, nil
	}
	d, err := Read(src.Data)
	return office.Articles(src, d, err)
}
