// Package joining gives Arabic letters the forms in which they join.
//
// Arabic is written joined, and Unicode stores each letter once: which of its
// shapes a letter takes is for the one who draws it to find out. A terminal
// draws characters, not fonts, and most terminals leave letters apart. But
// Unicode also has characters for the shapes themselves, the Arabic presentation
// forms, kept for the sake of old code pages; with them a program can send a
// word already joined.
//
// # Who joins whom
//
// Each character has a joining type (ArabicShaping.txt; the Unicode Standard,
// section 9.2). Beh joins both neighbours (D), alef and dal only the one on
// their right (R), hamza and everything foreign none (U). Marks and most
// invisible formats are transparent (T): their neighbours join across them. Two
// characters are there for joining alone (C): tatweel, the stroke that lengthens
// a word, and the zero width joiner, which makes its neighbour take the form for
// joining something. The zero width non-joiner is the opposite; its type is U.
//
// A letter then stands in one of four positions: isolated, final (joined on its
// right), initial (on its left) or medial (on both). UnicodeData.txt names the
// presentation forms of each letter by these words. Blocks A and B together hold
// the forms of all letters of Arabic and Persian, and of most of those that Urdu,
// Sindhi, Uyghur, Pashto and Kurdish add. A letter without a form for its
// position stays as it is, and its neighbours join it as if it had one.
//
// # Lam-alef
//
// A lam and the alef behind it, with or without hamza or madda, are always
// written as one. [Shape] gives the lam the form of both and the alef [Ligated];
// the result stays parallel to the text, and a caller draws the two, and the
// marks of either, as one cell. These four are the only ligatures made. Unicode
// has hundreds of others, up to whole phrases; what text holds of them stays, but
// none is made up, for a reader who typed letters looks for letters.
//
// [Unshape] goes back from a presentation form to letters, as copying and
// searching need.
//
// # Directions
//
// Joining follows the bidirectional algorithm (UAX #9, section 3.5): letters of
// different embedding levels do not join, and an override to left to right puts
// the next letter on the right. [ShapeLevels] does that; [Shape] takes a text
// for one right-to-left run, which is right for all text without explicit
// embeddings and overrides.
//
// Text in, text out, in one pass over the characters, with nothing allocated but
// the result. The tables are generated from the Unicode Character Database;
// GNU FriBidi, asked about 26,888 strings, joins them in the same way but for
// the differences that the test names.
package joining
