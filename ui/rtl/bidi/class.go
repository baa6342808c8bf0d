package bidi

import "unicode/utf8"

//go:generate go run gen.go -ucd /usr/share/unicode

// Class is the Bidi_Class of a character (UAX #9, table 4).
type Class uint8

// The classes, by their names in the annex.
const (
	L   Class = iota // left to right
	R                // right to left
	AL               // right to left, Arabic letter
	EN               // European number
	ES               // European number separator
	ET               // European number terminator
	AN               // Arabic number
	CS               // common number separator
	NSM              // nonspacing mark
	BN               // boundary neutral
	B                // paragraph separator
	S                // segment separator
	WS               // white space
	ON               // other neutral
	LRE              // left-to-right embedding
	LRO              // left-to-right override
	RLE              // right-to-left embedding
	RLO              // right-to-left override
	PDF              // pop directional format
	LRI              // left-to-right isolate
	RLI              // right-to-left isolate
	FSI              // first strong isolate
	PDI              // pop directional isolate
	numClasses
)

var classNames = [numClasses]string{
	"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON",
	"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
}

// String gives the class's name in the annex.
func (c Class) String() string {
	if c < numClasses {
		return classNames[c]
	}
	return "invalid"
}

// ClassOf gives the class of a character. What is no character of Unicode (a
// surrogate, a value out of range) counts as U+FFFD, the replacement character.
func ClassOf(r rune) Class {
	if uint32(r) > utf8.MaxRune {
		r = utf8.RuneError
	}
	return classBlocks[classIndex[uint32(r)/blockSize]][r%blockSize]
}

// set is a set of classes.
type set uint32

// The sets that the rules speak of.
const (
	initiatorClasses set = 1<<LRI | 1<<RLI | 1<<FSI
	isolateClasses   set = initiatorClasses | 1<<PDI
	// removedClasses are those that X9 takes out of the text.
	removedClasses set = 1<<LRE | 1<<LRO | 1<<RLE | 1<<RLO | 1<<PDF | 1<<BN
	// controlClasses are those that make a paragraph more than one level run.
	controlClasses set = isolateClasses | removedClasses&^(1<<BN) | 1<<B
	// neutralClasses are the NI of rules N1 and N2.
	neutralClasses set = 1<<B | 1<<S | 1<<WS | 1<<ON | isolateClasses
)

// in reports whether the class is in the set. The mask, which changes no class,
// tells the compiler that the shift is in range.
func (c Class) in(s set) bool { return s>>(c&31)&1 != 0 }

// directionOf gives the strong class of an embedding level's direction.
func directionOf(level uint8) Class { return Class(level & 1) }
