// Package rtl lays right-to-left and mixed text out in a terminal's cells.
//
// A terminal is a grid. It puts what it is sent into one cell after the other,
// from the left, and (mostly) knows neither that Arabic runs the other way nor
// that its letters join. So a program that shows Arabic has to find out by itself
// which letter, in which form, stands in which cell. This package does that: text
// with styles goes in, in the order in which it is read; lines of cells come out,
// in the order in which they stand on the screen. It knows nothing of terminals:
// what one has to be sent so that it shows the cells is another matter.
//
// # From text to lines
//
// The order of the steps matters more than any of them.
//
//  1. The text is cut into paragraphs (rule P1 of UAX #9) and read into
//     characters, each with the properties that the later steps ask for, from one
//     table (paragraph.go, properties.go).
//  2. Levels are resolved on the whole paragraph (package bidi; isolate.go). A
//     line is no unit of that algorithm: whether a number at its start belongs to
//     a word from the right or from the left is decided by the end of the line
//     before. Whoever wraps first and resolves each line gets such lines wrong.
//  3. Letters take their forms, on the whole paragraph as well (package joining):
//     a word that is wider than the line is cut, and its halves still show that
//     they belong together. Two letters of different levels do not join.
//  4. Cells are found: which characters share one, and how wide it is
//     (measure.go, clusters.go). Only now is it known that a lam and an alef are
//     one column, and that marks are none.
//  5. Places where a line may end are found (breaks.go, breakpairs.go), and lines
//     are filled up to the width (wrap.go).
//  6. For each line: white space at the end is dropped, levels are adjusted (L1),
//     cells are made in logical order (items.go), the line is justified if that
//     is asked for (justify.go, kashida.go), the cells are put into visual order
//     (L2, order.go) with brackets mirrored (L4), and stand at their edge, behind
//     what leads the line (align.go).
//
// Steps 1 to 5 go over the paragraph once each, step 6 over each line. Nothing is
// allocated once the buffers have their size, and every step takes time linear in
// the text, whatever is in it.
//
// # What a cell is
//
// A cell is a grapheme cluster (UAX #29): a letter with its marks, an emoji
// sequence, a flag. Its text is kept as it came, beside what is shown in its
// place: a presentation form, a mirrored bracket, a digit of another set. So a
// line can be searched, copied and sent on as text ([AppendLogical]), and every
// cell leads back to its place in the text ([Cell.At], [Line.Offset],
// [Line.Column]).
//
// Some characters need a decision that no standard makes for a grid:
//
//   - A lam-alef is one cell, since one glyph shows it, with the marks of both.
//   - Marks without a letter before them get a blank, by [Circles] a dotted circle: a terminal would
//     draw them over what is in the cell before, which may be another pane.
//   - Format characters (joiners, directional marks, isolates, zero width spaces)
//     have no cell. They stay in the text of the cell before them, or behind them
//     if they open something, so that [AppendLogical] has them; a cell with some
//     shows a glyph and marks, and [Cell.AppendShown] never writes them. Where
//     nothing can hold them (an emoji sequence at the end of a line) they are
//     lost. An isolate that is open where a line ends is closed in that line's
//     text ([AppendLogical]).
//   - Control characters, escape sequences' among them, soft hyphens, byte order
//     marks and annotations are in no cell. A soft hyphen shows a hyphen where a
//     line ends at it and has a column left.
//   - An invalid byte is shown as U+FFFD.
//   - A tab is blanks up to the next tab stop ([Options.TabStop], else the next eighth
//     column), counted from the edge where the line starts.
//   - An end of ayah (U+06DD), which should enclose the number behind it and which
//     terminals measure in three ways, becomes by [Signs] ornate parentheses around it:
//     ﴿١٢﴾. The signs U+0600 to U+0605 become letters or signs of one column.
//   - A cluster that is wider than the line is shown as U+FFFD.
//
// Widths are those that terminals use: marks none, East Asian wide characters and
// emoji two, an emoji selector widens, all else one. Clusters are those of Unicode
// 17.0, as are all tables here; a conjunct of an Indic script is one of them.
//
// # Higher-level protocols
//
// The zero [Options] are plain UAX #9; what is done beyond it is asked for by
// [Protocols]. UAX #9 leaves some things to the program (section 4.3). This is what is done:
//
//   - HL1: the direction of a paragraph is found by P2 and P3, or given. Addresses
//     that are isolated (below) count for it only where nothing else does.
//   - HL2: the class of no character is changed.
//   - HL3: what leads the lines ([Options.Prefix], [Options.RestPrefix]) is a segment by
//     itself: "1." stands right of a paragraph in English if the list is Arabic.
//     Panes and table cells are laid out one by one by the caller, and so never
//     mix; what is given as [Options.Isolates] is so within a line. By
//     [Addresses], web and mail addresses, handles, paths of files, the numbers of
//     telephones and cards, names of code, placeholders, and words of digits and letters
//     (1.0-beta) are laid out as if they stood between LRI and PDI
//     (numbers between LRI LRO and PDI, so that groups of Arabic digits keep their
//     order, too): without that, the slash at an address's end, or the plus sign of a number,
//     would go to the other side.
//   - HL4 to HL6: no text is treated as if it had other embeddings or other
//     mirrored characters.
//
// # Lines
//
// Lines end by UAX #14, with no rule changed, at the character after which the line
// still fits. A word that is wider than the line is cut between two cells. Each line
// takes one character at least, so there is an end at every width.
package rtl
