// Package plaintext finds how the lines of a plain text are laid out, by themselves or
// with their neighbours: a person's prose, or what a program prints.
//
// A line of prose is a paragraph. It has the direction of its first letter, and is
// broken where it is too long. What a program prints has a shape: columns below each
// other, a gutter in front (signs of a diff, branches of a graph, a time, the number of a
// line), brackets and keys. Laid out as paragraphs, its lines would jump from one edge to
// the other, and words of two columns would change places.
//
// A [Planner] takes lines in blocks, which blank lines part, and looks for what shows a
// shape:
//
//   - columns (columns.go): text begins, or ends, in the same column in lines above or
//     below, with two blanks or more before it, a tab or a border;
//   - fields (fields.go): lines have the same number of commas or semicolons without
//     blanks behind them;
//   - gutters (lead.go): what is drawn, times, names of files with numbers of lines;
//   - diffs (diff.go), whose headers say how many lines follow;
//   - settings, data and code (code.go): brackets, quoted values, keys, comments.
//
// All lines of such a block have one direction: from left to right as soon as one of its
// lines has, else from right to left. Each column, value or text behind a gutter is laid
// out by itself in its place. A line without letters has the direction of its neighbours.
//
// No list of programs is behind this, and it may be wrong: prose that looks like columns is
// laid out as columns. A direction that is given ends the guessing.
package plaintext
