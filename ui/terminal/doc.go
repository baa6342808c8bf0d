// Package terminal knows terminals: which one this is, what it does with
// right-to-left letters by itself, and in which form it must be sent a line so
// that it shows the line as it was laid out.
//
// Package rtl ends with rows of cells in visual order. Few terminals draw
// them as they are sent: some reorder whole rows by UAX #9, some turn each run
// of letters in one style or font, some join letters once more. A [Form] is an
// answer to one such habit: other bytes that end up as the same cells in the
// same columns. The table in rules.go says which terminal has which habit, how
// it is recognised, and on what evidence. [Detect] asks the terminal and the
// environment and finds the row of the table, and [Terminal.Append] writes a row of cells
// for it, laid out by options that [Terminal.Apply] fits to it. Where the terminal's own
// reordering can be switched, [Terminal.Off] does it and [Terminal.On] undoes it; package
// bubble does both for a program made with Bubble Tea, which nothing here needs.
//
// How many columns a terminal counts for emoji and the like is in the table too, and can be
// asked of one that is not in it ([MeasureWidths], [Terminal.WithWidths]).
package terminal
