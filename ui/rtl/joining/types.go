package joining

import "unicode/utf8"

//go:generate go run gen.go -ucd /usr/share/unicode
//go:generate go run gen_fribidi.go

// Type is the Joining_Type of a character (Unicode's ArabicShaping.txt).
type Type uint8

// The joining types. The sides are those of the page: in right-to-left text the
// right neighbour is the one before.
const (
	U Type = iota // non-joining: joins neither neighbour
	T             // transparent: its neighbours join across it
	R             // right-joining: joins its right neighbour (alef, dal)
	L             // left-joining: joins its left neighbour (no Arabic letter)
	D             // dual-joining: joins both (beh)
	C             // join-causing: joins both and has one form (ZWJ, tatweel)
)

// side is a set of sides of a letter. As an index into forms it is the position
// of a letter that joins there.
type side uint8

const (
	rightSide side = 1 // alone: final
	leftSide  side = 2 // alone: initial; both: medial
)

// TypeOf gives the joining type of a character; U for what is no character of
// Unicode.
func TypeOf(r rune) Type {
	if uint32(r) > utf8.MaxRune {
		return U
	}
	return typeBlocks[typeIndex[uint32(r)/blockSize]][r%blockSize]
}

// joiningSides are the sides on which the letters of each type join.
var joiningSides = [...]side{U: 0, T: 0, R: rightSide, L: leftSide, D: rightSide | leftSide, C: rightSide | leftSide}
