package rtl

//go:generate go run gen.go -ucd /usr/share/unicode

// properties of a character, packed by gen.go:
//
//	bits 0–5    line breaking class (UAX #14)
//	bits 6–9    grapheme cluster class (UAX #29)
//	bits 10–11  columns of a cluster that starts with it
//	bits 12–15  flags
//	bits 16–18  its Kind
//	bit  19     see isSpecial
type properties uint32

const (
	isMark    properties = 1 << 12 // drawn over or under the letter before it
	isFormat  properties = 1 << 13 // invisible, steers the text around it
	isDropped properties = 1 << 14 // a control character or the like: never shown nor handed on
	isSpace   properties = 1 << 15 // vanishes at the end of a line

	// isSpecial is true where a cell may not simply show the character: of what
	// has a mirror image, of marks, tabs and signs, of wide characters, of U+FFFD.
	isSpecial properties = 1 << 19

	isHidden = isFormat | isDropped
)

func propertiesOf(r rune) properties {
	return propertyBlocks[propertyIndex[uint32(r)/blockSize]][r%blockSize]
}

func (p properties) line() lineClass       { return lineClass(p & 0x3f) }
func (p properties) cluster() clusterClass { return clusterClass(p >> 6 & 0xf) }
func (p properties) kind() Kind            { return Kind(p >> 16 & 7) }
func (p properties) width() uint8          { return uint8(p >> 10 & 3) }

// lineClass is a Line_Break class after rule LB1.
type lineClass uint8

// The classes by their names in UAX #14; gen.go has them in the same order.
const (
	lbAL lineClass = iota
	lbHL
	lbNU
	lbSP
	lbCM
	lbZWJ
	lbIS
	lbEX
	lbCL
	lbCP
	lbSY
	lbQU
	lbOP
	lbBA
	lbHY
	lbGL
	lbBK
	lbCR
	lbLF
	lbNL
	lbZW
	lbWJ
	lbBB
	lbPR
	lbPO
	lbIN
	lbNS
	lbB2
	lbCB
	lbID
	lbH2
	lbH3
	lbJL
	lbJV
	lbJT
	lbRI
	lbEB
	lbEM
	lbCPwide // CP of East Asian width F, W or H (LB30)
	lbOPwide
	lbQUinitial    // QU of category Pi
	lbQUfinal      // QU of category Pf
	lbIDunassigned // ID that is pictographic and unassigned (LB30b)
	numLineClasses
)

// clusterClass is a Grapheme_Cluster_Break class; pictographs have their own.
type clusterClass uint8

// The classes by their names in UAX #29; gen.go has them in the same order.
const (
	gbOther clusterClass = iota
	gbExtend
	gbZWJ
	gbControl
	gbCR
	gbLF
	gbPrepend
	gbSpacingMark
	gbPictographic
	gbRegional
	gbL
	gbV
	gbT
	gbLV
	gbLVT
	numClusterClasses
)
