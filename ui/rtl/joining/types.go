package joining

import "unicode/utf8"

//go:generate go run gen.go -ucd /usr/share/unicode

// Type is the Joining_Type of a character (Unicode's ArabicShaping.txt).
type Type uint8

// The joining types. Sides are those of right-to-left text, where the right
// neighbour is the one before.
const (
	U Type = iota // non-joining: joins neither neighbour
	T             // transparent: its neighbours join across it
	R             // right-joining: joins the one before
	L             // left-joining: joins the one behind
	D             // dual-joining: joins both
	C             // join-causing: joins both and has one form (ZWJ, tatweel)
)

// blockSize is how many code points a block of the table holds.
const blockSize = 128

// TypeOf gives the joining type of a character; U for what is no character of
// Unicode.
func TypeOf(r rune) Type {
	if uint32(r) > utf8.MaxRune {
		return U
	}
	return typeBlocks[typeIndex[uint32(r)/blockSize]][r%blockSize]
}

func (t Type) joinsBefore() bool { return t == D || t == R || t == C }
func (t Type) joinsBehind() bool { return t == D || t == L || t == C }
