// Package faces holds the fonts that pages are set in, and shapes text with them.
//
// Nine fonts of the Noto family are embedded, compressed, and each is read when it is first
// asked for: nothing of them costs anything before. Shaping is HarfBuzz's, by its port to
// Go. A reader's own font goes before them where it has the characters, and those of the
// system behind them where none of them has.
package faces

import (
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// Family is a kind of letters.
type Family uint8

// The families that are embedded.
const (
	Naskh    Family = iota // Arabic and Persian
	Nastaliq               // Urdu
	Hebrew
	Latin // with Greek and Cyrillic
	Mono  // code
	Symbols
	familyCount
)

// Face is a font at no size: what it measures is in parts of its size.
type Face struct {
	Name string
	// Ascent and Descent are how far letters reach above and below the line on which they
	// stand, both positive.
	Ascent, Descent float32
	// Tatweel is how much a kashida lengthens a word, 0 where the font has none.
	Tatweel float32
	// Mono is true of a face all letters of which take the same room.
	Mono bool
	// Bolder is how far apart a glyph is drawn twice, in parts of the size, so that it is
	// bold; 0 of a face that is drawn once.
	Bolder float32

	data   []byte
	font   *font.Font
	face   *font.Face
	shaper *harfbuzz.Font
	upem   float32
	own    bool // it is none of the embedded ones, and may be broken in any way
}

// newFace makes a face of a font that has been read.
func newFace(name string, data []byte, f *font.Font) *Face {
	face := &Face{Name: name, data: data, font: f, face: font.NewFace(f), upem: max(1, float32(f.Upem()))}
	face.shaper = harfbuzz.NewFont(face.face)
	face.Ascent, face.Descent = 1, 0.3
	if e, ok := face.face.FontHExtents(); ok && e.Ascender-e.Descender > 0 {
		face.Ascent, face.Descent = e.Ascender/face.upem, -e.Descender/face.upem
	}
	if gid, ok := f.NominalGlyph('ـ'); ok {
		face.Tatweel = face.face.HorizontalAdvance(gid) / face.upem
	}
	return face
}

// Has tells whether the face has a glyph for a character.
func (f *Face) Has(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// Advance returns how much room a glyph takes, in parts of the size.
func (f *Face) Advance(glyph uint32) float32 {
	return f.face.HorizontalAdvance(font.GID(glyph)) / f.upem
}

// Glyph returns the glyph that shows a character that stands alone, false where there is none.
func (f *Face) Glyph(r rune) (uint32, bool) {
	gid, ok := f.font.NominalGlyph(r)
	return uint32(gid), ok
}

// embeddedFace is the place of a font in the program, and the font when it has been read.
type embeddedFace struct {
	once   sync.Once
	name   string
	bolder bool
	data   []byte
	font   *font.Font
}

// read returns the font, which it reads at the first call.
func (e *embeddedFace) read() (*font.Font, []byte) {
	e.once.Do(func() {
		data, err := unpack(e.name)
		if err == nil {
			e.font, err = parse(data)
		}
		if err != nil {
			// The fonts are a part of the program, and a test reads each.
			panic(fmt.Sprintf("the embedded font %s: %v", e.name, err))
		}
		e.data = data
	})
	return e.font, e.data
}
