// Package bidi implements the Unicode Bidirectional Algorithm (UAX #9) for text
// that is wrapped into lines.
//
// # The problem
//
// Text is stored in the order in which it is read and typed: its logical order.
// Latin letters follow each other from left to right on the page, Arabic and
// Hebrew ones from right to left, and the digits of a number from left to right
// in all of them. So where a sentence mixes them, the order on the page, the
// visual order, is another one. The annex defines it, so that a text looks the
// same wherever it is shown.
//
// # Levels
//
// The answer is a number for each character, its embedding level. An even level
// is left to right, an odd one right to left, and a higher level stands inside
// a lower one: an English name (2) in an Arabic paragraph (1). Once the levels
// are known, order is simple: reverse every stretch of the highest level, then
// every stretch of that level or the one below, down to level 1.
//
// Levels belong to paragraphs and order to lines. A paragraph has to be resolved
// before it is wrapped, since a character's level can depend on one that comes
// to stand on another line; and lines are ordered after it is wrapped, since only
// then is it known what is reversed with what. Hence the two steps of the
// interface:
//
//	var p bidi.Paragraph
//	p.Resolve(text, bidi.Auto)           // P2 to I2, once a paragraph
//	levels = p.Line(levels[:0], 0, 40)   // L1, for each line
//	order = bidi.Reorder(order[:0], levels) // L2
//
// # From characters to levels
//
// Each file holds a part of the annex, and has its rules in the order of the
// annex.
//
//   - class.go: every character has a class, such as L (a letter from left to
//     right), AL (an Arabic letter), EN (a European digit) or WS (white space).
//     The rules see nothing else, brackets apart.
//   - base.go (P2, P3): the paragraph's own level, 0 or 1, is given by its first
//     strong character, unless the caller knows it.
//   - explicit.go (X1 to X8): invisible controls can open an embedding, an
//     override or an isolate, and close it. A stack keeps count of them. This
//     gives each character a first level. Nesting is limited; what is opened
//     beyond the limit is counted, so that its end closes nothing else.
//   - sequences.go (X9, X10): from here on the controls are left out, and the
//     text falls apart into runs of one level. An isolate is one neutral thing
//     for the text around it, so the runs before and behind it are joined into
//     one isolating run sequence. All the rules that follow work on one sequence
//     at a time, between two imagined strong characters at its ends.
//   - weak.go (W1 to W7): marks follow their base; digits become numbers of one
//     kind or the other, with the signs that belong to them.
//   - brackets.go (N0): the two brackets of a pair have to agree, or one would
//     point the wrong way. They follow what is inside them or before them.
//   - neutral.go (N1, N2): spaces and punctuation go with the strong characters
//     on both sides if those agree, else with the paragraph.
//   - implicit.go (I1, I2): types become levels; what runs against its
//     embedding, and a number, is one or two levels above it.
//   - line.go (L1): white space at the end of a line goes to the end of the
//     line, whatever surrounds it.
//   - reorder.go, marks.go, mirror.go (L2 to L4): the visual order, marks behind
//     their base again, and mirror images such as ( for ).
//
// # Time and space
//
// Time is linear in the length of the text, whatever it holds. Two rules need
// care for that. Pairing isolates, and asking for the first strong character in
// each, looks at every character once for the isolate right around it, because
// isolates inside are jumped over. N0 asks what is between two brackets, and
// pairs nest; here one walk keeps the last place of each strong type, which
// answers for every pair that ends, and a second one carries the context before
// each pair along.
//
// A [Paragraph] keeps its buffers. Once they have grown, nothing is allocated.
//
// # What is left to others
//
// The annex allows higher-level protocols. Of these
//
//   - HL1 (the paragraph's level) is the [Direction] that a caller gives, and
//     [AutoRTL], which takes a text without strong characters as right to left;
//   - HL2 (overriding the classes of numbers) and HL3 (emulating controls) are not
//     used inside this package. A caller emulates isolates (HL3) by putting real
//     ones into the text that it resolves, as package rtl does around addresses;
//   - HL4 (applying the algorithm to segments) is the caller's: package rtl
//     resolves table cells, markers and bars of quotes each by themselves;
//   - HL5 (artificial context) and HL6 (more mirroring) are not used.
//
// Splitting text into paragraphs (P1) and shaping (section 3.5) are the caller's
// too; package joining does the latter for Arabic.
//
// # Conformance
//
// The tests run every case of Unicode's BidiTest.txt and BidiCharacterTest.txt,
// compare random text with a second implementation that follows the annex to the
// letter, and agree with GNU FriBidi on all the strings that were recorded of it.
// The properties are those of Unicode 17.0.
package bidi
