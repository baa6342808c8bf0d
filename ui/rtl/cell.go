package rtl

// Offset is a position in the logical text of a paragraph, in bytes from its
// start. It is no column: the two only meet in [Line.Offset] and [Line.Column].
type Offset int

// Column is a position on the screen, in terminal columns from the left edge
// of a line.
type Column int

// NoOffset is the [Cell.At] of a cell that stands for nothing in the text:
// padding, a prefix, a kashida.
const NoOffset Offset = -1

// Cell is one grapheme cluster as a terminal's grid holds it, or one that the
// layout added.
type Cell struct {
	// Text is the cluster in logical order, letters and marks as they came:
	// a part of the paragraph's text. A lam-alef is one cell whose Text is both
	// letters and the marks of either. Format characters beside the cluster, which
	// have no cell, are in it as well. It is empty in a cell that the layout
	// added.
	Text string
	// Glyph is shown in place of the letters of Text (a presentation form, a
	// mirrored bracket, another digit, a tatweel); the marks of Text follow it.
	// 0 shows Text as it is.
	Glyph rune
	// Style is how the cell looks.
	Style Style
	// At is where Text starts, or [NoOffset].
	At Offset
	// Level is the embedding level after rule L1; an odd one is right to left.
	Level uint8
	// Width is 1 or 2 columns.
	Width uint8
	// Parted is true of a cell before which, in the text, a character without a cell
	// parts what would else be turned around together: the levels alone do not give the
	// order of the text there.
	Parted bool
	// Kind is what the terminal's own reordering would take the cell for.
	Kind Kind
}

// Kind groups the bidirectional classes of UAX #9 (table 4) by what a terminal
// that reorders by itself does with them.
type Kind uint8

// The kinds of a cell.
const (
	Neutral        Kind = iota // punctuation, symbols: ON, ES, ET, CS and the like
	Space                      // WS, S
	Left                       // L
	Right                      // R, AL
	EuropeanNumber             // EN
	ArabicNumber               // AN
)

// Line is one row of a laid-out paragraph.
type Line struct {
	// Cells stand in visual order, from the left edge. Their widths add up to
	// [Options.Width].
	Cells []Cell
	// Start and End bound the logical text that the line shows, with the white
	// space and the separator that it ends with: lines leave no gap between them.
	Start, End Offset
	// Direction is the paragraph's, found or given: LTR or RTL.
	Direction Direction
	// Last is true of the paragraph's last line.
	Last bool
}
