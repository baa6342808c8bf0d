// Package odt reads texts of LibreOffice and OpenOffice (OpenDocument, ISO/IEC
// 26300), packed or as one XML file, by their structure.
package odt

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/format/office"
)

// reader is what reading one document needs.
type reader struct {
	files    office.Files // nil where the document is one file
	styles   map[string]style
	lists    map[string]map[int]listLevel // the levels of lists by the names of their styles
	counters map[string]int               // how far each level of them has come
	out      *office.Builder
	inNote   int
}

// Read reads the document whose parts files gives. Beside an error stands what was
// read before it.
func Read(files office.Files) (office.Document, error) {
	r := newReader()
	r.files = files
	var d office.Document
	var wrong error
	for _, name := range []string{"meta.xml", "styles.xml", "content.xml"} {
		text, err := office.Part(files, name)
		if err == nil && (text != "" || name == "content.xml") {
			err = r.read(text, &d)
		}
		if err != nil && (name == "content.xml" || isBound(err)) {
			wrong = fmt.Errorf("%s: %w", name, err)
		}
	}
	r.out.Finish(&d)
	d.Picture = func(address string, most int64) ([]byte, error) {
		name, err := url.PathUnescape(address)
		if err != nil {
			return nil, nil //nolint:nilerr // it leads to no file
		}
		return files.Picture(path.Clean(strings.TrimPrefix(name, "./")), most)
	}
	return d, wrong
}

// ReadFlat reads a document that is one XML file. Its pictures are data addresses.
func ReadFlat(text string) (office.Document, error) {
	r := newReader()
	var d office.Document
	err := r.read(text, &d)
	r.out.Finish(&d)
	return d, err
}

func newReader() *reader {
	return &reader{
		styles: map[string]style{}, lists: map[string]map[int]listLevel{}, counters: map[string]int{}, out: &office.Builder{},
	}
}

// isBound tells an error that is not for the document's fault alone.
func isBound(err error) bool {
	return errors.Is(err, office.ErrDepth) || errors.Is(err, office.ErrNodes)
}

// read reads what stands in a part: what the document says of itself, its styles,
// its text.
func (r *reader) read(text string, d *office.Document) error {
	in := []string{"meta", "styles", "automatic-styles", "text"}
	found := false
	err := office.NewDecoder(strings.NewReader(text)).Each(func(parent string, n *office.Node) error {
		found = true
		switch parent {
		case "meta":
			readMetadata(n, d)
		case "text":
			r.block(r.out, n)
		default:
			r.style(n)
		}
		return nil
	}, in...)
	if err == nil && !found && strings.Contains(text, "document-content") {
		err = errNoText
	}
	return err
}

var errNoText = errors.New("it holds no text")

// readMetadata takes in what the document says of itself.
func readMetadata(n *office.Node, d *office.Document) {
	text := strings.TrimSpace(n.String())
	if text == "" {
		return
	}
	switch n.Name {
	case "title":
		d.Title = text
	case "initial-creator":
		d.Author = text
	case "creator":
		if d.Author == "" {
			d.Author = text
		}
	case "description":
		d.Summary = text
	case "language":
		d.Language = text
	case "creation-date":
		d.Published = parseInstant(text)
	case "date":
		if d.Published.IsZero() {
			d.Published = parseInstant(text)
		}
	}
}

// parseInstant reads a time, which has no zone, or returns the zero time.
func parseInstant(text string) time.Time {
	text, _, _ = strings.Cut(text, ".")
	for _, layout := range []string{"2006-01-02T15:04:05", time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, text); err == nil {
			return t
		}
	}
	return time.Time{}
}
