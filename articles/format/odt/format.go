package odt

import (
	"context"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/office"
)

// Format is that of texts of LibreOffice and OpenOffice.
var Format = articles.Format{Name: "OpenDocument", Extensions: []string{".odt", ".ott", ".fodt"}, Read: read}

// mediaType begins the types of such texts.
const mediaType = "application/vnd.oasis.opendocument.text"

// read reads a document as one article.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	switch {
	case src.Archive != nil && isDocument(src.Archive):
		if isLocked(src.Archive) {
			return nil, true, src.Fail(0, articles.ErrLocked, nil)
		}
		d, err := Read(src.Archive)
		return office.Articles(src, d, err)
	case src.Archive == nil && isFlat(src.Head()):
		d, err := ReadFlat(src.Text())
		return office.Articles(src, d, err)
	}
	return nil, false, nil
}

// isDocument tells a text from other archives, and from other documents.
func isDocument(archive *articles.Archive) bool {
	if archive.Has("mimetype") {
		kind, err := archive.Contents("mimetype")
		return err == nil && strings.HasPrefix(strings.TrimSpace(string(kind)), mediaType)
	}
	if !archive.Has("content.xml") || !archive.Has("META-INF/manifest.xml") {
		return false
	}
	manifest, err := archive.Contents("META-INF/manifest.xml")
	return err == nil && strings.Contains(string(manifest), mediaType)
}

// isLocked tells a document behind a password.
func isLocked(archive *articles.Archive) bool {
	manifest, err := office.Part(archive, "META-INF/manifest.xml")
	return err == nil && strings.Contains(manifest, "encryption-data")
}

// isFlat tells a document that is one XML file.
func isFlat(head string) bool {
	return strings.Contains(head, "<office:document ") && strings.Contains(head, mediaType)
}
