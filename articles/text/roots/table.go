package roots

import (
	_ "embed"
	"sort"
	"strings"
	"unicode/utf8"
)

// rootsTable is what gen.go writes, and read as it is: how many roots and blocks there are,
// the roots in order, of four bytes each, where each block begins, and the blocks of
// sixteen lemmas in order. Of a lemma there is how many letters it has of the one before
// it in its block and how many more, these, and the place of its root. A letter is its
// place in the alphabet, from 1 on.
//
//go:generate go run gen.go -lemmas $ROOTS
//go:embed roots.bin
var rootsTable string

// rootAlphabet are the letters that folding leaves of Arabic words, in their order.
const rootAlphabet = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"

const (
	headerSize = 4
	rootSize   = 4
	startSize  = 4
)

func uint16At(at int) int { return int(rootsTable[at]) | int(rootsTable[at+1])<<8 }

func rootCount() int { return uint16At(0) }

func blockCount() int { return uint16At(2) }

// rootAt gives the root at a place, encoded.
func rootAt(place int) string {
	at := headerSize + rootSize*place
	return strings.TrimRight(rootsTable[at:at+rootSize], "\x00")
}

// blockAt gives where a block begins.
func blockAt(block int) int {
	starts := headerSize + rootSize*rootCount()
	at := starts + startSize*block
	return starts + startSize*blockCount() + uint16At(at) + uint16At(at+2)<<16
}

// eachFrom tells the lemmas from the beginning of a block on, encoded, with the places
// of their roots, until it is told to stop.
func eachFrom(block int, tell func(lemma string, root int) bool) {
	var lemma [16]byte
	for at := blockAt(block); at < len(rootsTable); {
		common, more := int(rootsTable[at]>>4), int(rootsTable[at]&15)
		copy(lemma[common:], rootsTable[at+1:at+1+more])
		at += 1 + more
		if !tell(string(lemma[:common+more]), uint16At(at)) {
			return
		}
		at += 2
	}
}

// rootsOf gives the roots of a lemma, both encoded.
func rootsOf(lemma string) (list []string) {
	block := sort.Search(blockCount(), func(i int) bool {
		at := blockAt(i)
		return rootsTable[at+1:at+1+int(rootsTable[at])] >= lemma
	})
	eachFrom(max(0, block-1), func(other string, root int) bool {
		if other == lemma {
			list = append(list, rootAt(root))
		}
		return other <= lemma
	})
	return list
}

// placeOf gives the place of a root, encoded; ok is false where it is none.
func placeOf(root string) (place int, ok bool) {
	place = sort.Search(rootCount(), func(i int) bool { return rootAt(i) >= root })
	return place, place < rootCount() && rootAt(place) == root
}

// encode writes a folded word by the places of its letters; ok is false where it has
// others.
func encode(word string) (encoded string, ok bool) {
	var b strings.Builder
	for _, r := range word {
		at := strings.IndexRune(rootAlphabet, r)
		if at < 0 {
			return "", false
		}
		b.WriteByte(byte(1 + at/2)) // of two bytes each
	}
	return b.String(), true
}

func decode(encoded string) string {
	var b strings.Builder
	for i := range len(encoded) {
		r, _ := utf8.DecodeRuneInString(rootAlphabet[2*(encoded[i]-1):])
		b.WriteRune(r)
	}
	return b.String()
}
