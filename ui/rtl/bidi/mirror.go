package bidi

import (
	"cmp"
	"slices"
	"unicode"
)

type mirror struct{ r, image rune }

// Mirror gives the character that looks like r's mirror image, which rule L4
// shows in its place where its level is odd. It reports false for a character
// that has none: one that does not mirror, or that only a font can mirror.
func Mirror(r rune) (rune, bool) {
	if uint32(r) <= unicode.MaxLatin1 {
		image := latinMirrors[r]
		return rune(image), image != 0
	}
	if r < mirrorTable[0].r {
		return 0, false
	}
	at, ok := slices.BinarySearchFunc(mirrorTable[:], r, func(m mirror, r rune) int { return cmp.Compare(m.r, r) })
	if !ok {
		return 0, false
	}
	return mirrorTable[at].image, true
}
