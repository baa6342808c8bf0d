package faces

import (
	"fmt"
	"os"
	"slices"
)

// Set is the faces that a setter has: those that are embedded, a reader's own, and those
// of the system for what none of them has. It is not for concurrent use; the fonts
// themselves are read once in the program.
type Set struct {
	faces   [familyCount][2]*Face
	own     *Face
	system  system
	chosen  map[choice]*Face
	missing []rune
}

// choice is what a face is chosen by.
type choice struct {
	character rune
	family    Family
	bold      bool
}

// NewSet makes a set. A reader's own font, by the path of its file, goes before the
// embedded ones; where it cannot be used the error says why, and the set is one without it.
func NewSet(own string) (*Set, error) {
	s := &Set{chosen: map[choice]*Face{}}
	if own == "" {
		return s, nil
	}
	face, err := readFace(own)
	if err != nil {
		return s, FileError{own, err}
	}
	s.own = face
	return s, nil
}

// FileError is a font file that cannot be used.
type FileError struct {
	Path string
	Why  error
}

func (e FileError) Error() string { return fmt.Sprintf("the font %s: %v", e.Path, e.Why) }

// Unwrap returns why it cannot be used.
func (e FileError) Unwrap() error { return e.Why }

// maxFontSize is how large a font file may be, in bytes: those of Chinese have some 20 MB.
const maxFontSize = 64 << 20

// errTooLarge is a font file that is too large to be one.
var errTooLarge = fmt.Errorf("it is larger than %d MB", maxFontSize>>20)

// readFace reads a font file that is none of the program's.
func readFace(path string) (*Face, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("looking at a font: %w", err)
	}
	if info.Size() > maxFontSize {
		return nil, errTooLarge
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading a font: %w", err)
	}
	f, err := parse(data)
	if err != nil {
		return nil, err
	}
	return ownFace(path, data, f)
}

// ownFace makes a face of a font that may be broken in a way that shows when it is used.
func ownFace(path string, data []byte, f fontFile) (face *Face, err error) {
	defer func() {
		if recover() != nil {
			face, err = nil, errBroken
		}
	}()
	face = newFace(path, data, f)
	face.own = true
	return face, nil
}

// bolderBy is how far apart a glyph is drawn twice to be bold.
const bolderBy = 0.028

// Face returns the embedded face of a family, in bold or not.
func (s *Set) Face(f Family, bold bool) *Face {
	weight := 0
	if bold {
		weight = 1
	}
	if s.faces[f][weight] == nil {
		e := embeddedFonts[f][weight]
		font, data := e.read()
		face := newFace(e.name, data, font)
		face.Mono = f == Mono
		if e.bolder {
			face.Bolder = bolderBy
		}
		s.faces[f][weight] = face
	}
	return s.faces[f][weight]
}

// otherFamilies are the families that are asked for a character that its own has not.
var otherFamilies = []Family{Latin, Mono, Symbols, Naskh, Hebrew}

// For returns the face that shows a character of text in a family: the reader's own, the
// family's, that of another family, one of the system's. Where none has it, it is the
// family's, which shows a box, and [Set.Missing] tells of it.
func (s *Set) For(r rune, f Family, bold bool) *Face {
	if s.own != nil && f != Mono && s.own.Has(r) {
		return s.own
	}
	for _, face := range []*Face{s.Face(f, bold), s.Face(f, false)} {
		if face.Has(r) {
			return face
		}
	}
	key := choice{r, f, bold}
	face, ok := s.chosen[key]
	if !ok {
		face = s.find(r, bold)
		if face == nil {
			face = s.Face(f, bold)
			if !slices.Contains(s.missing, r) {
				s.missing = append(s.missing, r)
			}
		}
		s.chosen[key] = face
	}
	return face
}

// find returns a face of another family or of the system that has a character, nil where
// none has.
func (s *Set) find(r rune, bold bool) *Face {
	for _, f := range otherFamilies {
		for _, face := range []*Face{s.Face(f, bold), s.Face(f, false)} {
			if face.Has(r) {
				return face
			}
		}
	}
	return s.system.find(r)
}

// Missing returns the characters that were asked for and that no font has.
func (s *Set) Missing() []rune { return s.missing }
