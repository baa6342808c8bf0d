// Package xmltext reads the XML of exports, which programs write with less care
// than the standard asks for.
package xmltext

import (
	"encoding/xml"
	"io"
	"strings"
	"unicode/utf8"
)

// NewDecoder makes a decoder of XML that is UTF-8 by now, whatever its declaration
// says, and returns it. It reads the entities of HTML, takes an ampersand alone for
// itself and leaves out the control characters that XML forbids.
func NewDecoder(text string) *xml.Decoder {
	d := xml.NewDecoder(strings.NewReader(Allowed(text)))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}

// Allowed removes the characters that XML forbids from a text and returns the rest.
func Allowed(text string) string {
	if strings.IndexFunc(text, isForbidden) < 0 && utf8.ValidString(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isForbidden(r) {
			return -1
		}
		return r
	}, text)
}

// isForbidden reports whether a character may not stand in XML 1.0.
func isForbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// LineAt counts the lines of a text up to an offset and returns the number of the line
// there, from 1.
func LineAt(text string, offset int64) int {
	return 1 + strings.Count(text[:min(int(offset), len(text))], "\n")
}
