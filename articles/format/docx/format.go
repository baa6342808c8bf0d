package docx

import (
	"archive/zip"
	"context"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/office"
)

// Format is that of documents of Word since 2007.
var Format = articles.Format{Name: "Word", Extensions: []string{".docx", ".docm", ".dotx", ".dotm"}, Read: read}

// read reads a document as one article.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive == nil || !isDocument(src.Archive) {
		return nil, false, nil
	}
	d, err := Read(src.Archive)
	return office.Articles(src, d, err)
}

// isDocument tells a document from other archives by its main part.
func isDocument(archive *articles.Archive) bool {
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool {
		return strings.HasPrefix(f.Name, "word/document") && strings.HasSuffix(f.Name, ".xml")
	})
}
