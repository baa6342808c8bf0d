package rtl

//go:generate go run gen.go -ucd /usr/share/unicode

// properties of a character, packed by gen.go:
//
//	bits 0–5    line breaking class (UAX #14)
//	bits 6–10   grapheme cluster class (UAX #29)
//	bits 11–12  columns of a cluster that starts with it
//	bits 13–15  its Kind
//	bits 16–21  flags
type properties uint32

const (
	isMark    properties = 1 << 16 // drawn over or under the letter before it
	isFormat  properties = 1 << 17 // invisible, steers the text around it
	isDropped properties = 1 << 18 // a control character or the like: never shown nor handed on
	isSpace   properties = 1 << 19 // vanishes at the end of a line

	// isSpecial is true where a cell may not simply show the character: of what
	// has a mirror image, of marks, tabs and signs, of wide characters, of U+FFFD.
	isSpecial properties = 1 << 20

	isEastAsian properties = 1 << 21 // of East Asian width F, W or H (LB19a)

	isHidden = isFormat | isDropped
)

func propertiesOf(r rune) properties {
	return propertyTable[propertyBlocks[propertyIndex[uint32(r)/blockSize]][r%blockSize]]
}

func (p properties) line() lineClass       { return lineClass(p & 0x3f) }
func (p properties) cluster() clusterClass { return clusterClass(p >> 6 & 0x1f) }
func (p properties) kind() Kind            { return Kind(p >> 13 & 7) }
func (p properties) width() uint8          { return uint8(p >> 11 & 3) }

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
	lbHH
	lbAK
	lbAP
	lbAS
	lbVF
	lbVI
	lbDottedCircle // U+25CC, an AL that stands for a letter of these scripts (LB28a)
	lbALunassigned // AL that is pictographic and unassigned (LB30b)
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
	gbConsonant // Other that begins or ends a conjunct (GB9c)
	gbLinker    // Extend that links the letters of a conjunct
	gbNonJoiner // Extend that parts them
	numClusterClasses
)
