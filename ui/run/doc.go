// Package run shows another program whose screen is laid out as Warraq lays out its own:
// letters join, words stand in their order, and lines of Arabic begin at the right.
//
// The program runs in a pseudo-terminal of its own ([Run]). What it writes goes to an
// emulator, which keeps its screen as rows of cells in the order in which the program
// wrote them. [Layouter.Layout] turns these rows into rows as they are to be seen, and a
// painter sends those that changed, in the form that the terminal needs. Keys go to the
// program as they come; the mouse's columns are turned back.
//
// # What can be told from a grid
//
// A screen has no paragraphs. So this is guessed, row by row:
//
//   - A row without right-to-left letters stays as it is, cell by cell.
//   - Borders (box drawing, blocks, "|" where others stand above or below it) part a row
//     into fields; none moves over a border.
//   - Three blanks, or two where a column begins in the row above or below as well, part
//     the columns of a field; digits in a style of their own at its start, or behind blanks
//     there and counting the rows, are the numbers of lines. Columns stay in place, and each
//     is laid out by itself.
//   - A field whose letters the program has joined and put in the order in which they are
//     seen, as whiptail does, stays as it is; which order it is the words tell. Of Hebrew
//     nothing does, so that is turned once more.
//   - A field of one text whose first letter runs from right to left stands at the right
//     edge of the field, as much indented there as the program indented it at the left.
//     So does one that goes on from such a row which was full, and what is left of it if that
//     is numbers and signs that end a text.
//   - What stands in quotes in a text that runs from left to right stays between them.
//
// Where a program breaks a paragraph into rows, a row is laid out by itself: a number at
// its end may stand at the other side of a word than in the whole paragraph.
package run
