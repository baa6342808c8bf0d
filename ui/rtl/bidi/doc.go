// Package bidi implements the Unicode Bidirectional Algorithm (UAX #9).
package bidi
