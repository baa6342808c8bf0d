// Package webarchive reads pages that Safari saved whole as one file (.webarchive): a
// property list with the page and the files that it shows.
package webarchive

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles/format/office"
)

// Archive is a page and what it was saved with.
type Archive struct {
	Data    []byte // the page
	Address string // where it is from
	Type    string // what it is: text/html
	Charset string // the character set that it is in, or ""
	parts   map[string]func() []byte
}

// value is a dictionary of a property list, in one of its two forms.
type value interface {
	items(key string) []value
	child(key string) value
	str(key string) string
	content(key string) []byte
}

// The errors of an archive.
var (
	ErrNoPage = errors.New("it holds no page")
	errParts  = fmt.Errorf("it holds more than %d files", maxParts)
)

// maxParts is how many files an archive may hold.
const maxParts = 20_000

// IsWebArchive tells an archive by its bytes.
func IsWebArchive(data []byte) bool {
	const opens = 4 << 10
	if isBinary(data) {
		return bytes.Contains(data, []byte("WebMainResource"))
	}
	head := data[:min(len(data), opens)]
	return bytes.Contains(head, []byte("<plist")) && bytes.Contains(head, []byte("<key>WebMainResource</key>"))
}

// Read reads an archive.
func Read(data []byte) (*Archive, error) {
	root, err := parse(data)
	if err != nil {
		return nil, err
	}
	main := root.child("WebMainResource")
	if main == nil {
		return nil, ErrNoPage
	}
	a := &Archive{
		Data: main.content("WebResourceData"), Address: main.str("WebResourceURL"),
		Type: main.str("WebResourceMIMEType"), Charset: main.str("WebResourceTextEncodingName"), parts: map[string]func() []byte{},
	}
	if len(a.Data) == 0 {
		return nil, ErrNoPage
	}
	parts := root.items("WebSubresources")
	if len(parts) > maxParts {
		return nil, errParts
	}
	for _, p := range parts {
		if address := p.str("WebResourceURL"); address != "" && strings.HasPrefix(p.str("WebResourceMIMEType"), "image/") {
			a.parts[address] = func() []byte { return p.content("WebResourceData") }
		}
	}
	return a, nil
}

// parse reads the property list.
func parse(data []byte) (value, error) {
	if isBinary(data) {
		return open(data)
	}
	root, err := office.Parse(office.Text(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPlist, err)
	}
	dict := root.Child("dict")
	if dict == nil {
		return nil, errPlist
	}
	return element{dict}, nil
}

// HasPicture tells whether a picture came with the page under its whole address.
func (a *Archive) HasPicture(address string) bool { return a.parts[address] != nil }

// Picture returns at most so many bytes of a picture by its whole address, nil for
// none.
func (a *Archive) Picture(address string, most int64) ([]byte, error) {
	content := a.parts[address]
	if content == nil {
		return nil, nil
	}
	data := content()
	return data[:min(int64(len(data)), most)], nil
}
