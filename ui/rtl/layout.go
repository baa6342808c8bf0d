package rtl

// Span is a stretch of logical text in one style.
type Span struct {
	Text  string
	Style Style
}

// Direction is the direction of a paragraph, or how to find it.
type Direction uint8

// The directions.
const (
	// Auto finds it by rules P2 and P3 of UAX #9: the first strong character
	// outside isolates; left to right where there is none.
	Auto Direction = iota
	// AutoRTL is Auto, but right to left where there is no strong character.
	AutoRTL
	// LTR is left to right.
	LTR
	// RTL is right to left.
	RTL
)

// Align is the edge that a line keeps to.
type Align uint8

// The alignments.
const (
	AlignStart Align = iota // right in a right-to-left paragraph, left in a left-to-right one
	AlignRight
	AlignLeft
	AlignCenter
)

// Digits is the set in which decimal digits are shown.
type Digits uint8

// The sets of digits.
const (
	DigitsAsIs     Digits = iota // as written
	DigitsArabic                 // ٠١٢٣٤٥٦٧٨٩
	DigitsPersian                // ۰۱۲۳۴۵۶۷۸۹
	DigitsEuropean               // 0123456789
)

// Shaping is how Arabic letters are made to join.
type Shaping uint8

// The kinds of shaping.
const (
	ShapeAll   Shaping = iota // into presentation forms, lam-alef into one
	ShapeBasic                // with the forms of the Arabic language alone: see joining.Basic
	ShapeNone                 // letters stay as they are, for what joins them itself
)

// Protocols are what the layout does beyond the standards, as bits (UAX #9, section 4.3).
type Protocols uint8

// The protocols.
const (
	// Addresses lays web and mail addresses, handles, paths and the numbers of telephones
	// and cards out as if they stood in isolates of their own.
	Addresses Protocols = 1 << iota
	// Signs shows an end of ayah as ornate parentheses around its number, and the signs
	// U+0600 to U+0605 as letters or signs of one column.
	Signs
	// Circles shows a mark without a letter on a dotted circle; else a blank carries it.
	Circles

	AllProtocols = Addresses | Signs | Circles
)

// Options say how a paragraph is laid out. The zero Options are plain UAX #9: they shape
// letters, keep marks, find the direction, and align by it.
type Options struct {
	Width     int // columns of a line, prefixes included; less than 1 counts as 1
	Direction Direction
	Align     Align
	Digits    Digits
	Shaping   Shaping
	Protocols Protocols
	// PlainClusters is for what counts the characters of a cluster one by one, and no two
	// terminals alike: of an emoji of several characters the first alone is shown, one that
	// VS16 asks for is as narrow as its character, and conjuncts are taken apart.
	PlainClusters bool
	HideMarks     bool // tashkeel and other marks of right-to-left letters are left out
	// KeepShadda is that of the marks that are left out shadda stays: it is a letter, said twice.
	KeepShadda bool
	Justify    bool // lines but the last are filled to the width, with kashida where the script has it
	// Fill is that all lines are filled to the width, the last too, however much that
	// takes: halves of verses stand below each other as columns.
	Fill bool
	// TabStop is how many columns are from one tab stop to the next; less than 1 counts as 8.
	TabStop int
	// Prefix and RestPrefix lead the first and the following lines (a list's marker, a
	// quote's bar), in logical order; they stand at the edge where PrefixDirection
	// starts and are a segment of their own (UAX #9, HL3). Auto: the paragraph's.
	// One that leaves the text no column is cut.
	Prefix, RestPrefix []Span
	PrefixDirection    Direction
	// Isolates are the stretches of the first paragraph that are laid out by themselves,
	// in the order of the text; none reaches into another.
	Isolates []Isolate
}

// Isolate is a stretch of a text that is laid out as if it stood between an isolate's
// initiator and PDI (UAX #9, HL3): a column of a table, for one.
type Isolate struct {
	Start, End Offset
	// Direction is that of the stretch; Auto and AutoRTL find it by its first letter.
	Direction Direction
	// Padded is that a text which fits its line keeps what is behind the stretch in its
	// columns: a lam-alef, one cell for two letters, is made up for by a blank.
	Padded bool
}
