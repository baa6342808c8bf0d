package typeset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/typeset/faces"
)

// glyph writes the outline of a glyph, once, and returns the name of the object; "" where
// there is nothing to draw.
func (w *PDF) glyph(face *faces.Face, id uint32) string {
	key := glyphID{face, id}
	name, ok := w.glyphs[key]
	if ok {
		return name
	}
	if outline := face.Outline(id); len(outline) > 0 {
		left, top, right, bottom := bounds(outline, 1)
		number := w.stream([]byte(pdfPath(outline)), fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%.3f %.3f %.3f %.3f]", left-0.01, -bottom-0.01, right+0.01, -top+0.01))
		name = fmt.Sprintf("G%d", number)
		w.numbers[name] = number
	}
	w.glyphs[key] = name
	return name
}

// pdfPath is an outline in the operators of a PDF file, which knows no curves of two points.
func pdfPath(outline []faces.Segment) string {
	var b strings.Builder
	var at [2]float32
	for i, s := range outline {
		p := s.Points
		switch s.Verb {
		case faces.MoveTo:
			if i > 0 {
				b.WriteString("h\n")
			}
			fmt.Fprintf(&b, "%.4f %.4f m\n", p[0][0], p[0][1])
			at = p[0]
		case faces.LineTo:
			fmt.Fprintf(&b, "%.4f %.4f l\n", p[0][0], p[0][1])
			at = p[0]
		case faces.QuadTo:
			fmt.Fprintf(&b, "%.4f %.4f %.4f %.4f %.4f %.4f c\n",
				at[0]+(p[0][0]-at[0])*2/3, at[1]+(p[0][1]-at[1])*2/3, p[1][0]+(p[0][0]-p[1][0])*2/3, p[1][1]+(p[0][1]-p[1][1])*2/3, p[1][0], p[1][1])
			at = p[1]
		case faces.CubeTo:
			fmt.Fprintf(&b, "%.4f %.4f %.4f %.4f %.4f %.4f c\n", p[0][0], p[0][1], p[1][0], p[1][1], p[2][0], p[2][1])
			at = p[2]
		}
	}
	b.WriteString("h f")
	return b.String()
}

// pdfLetters is the font of the characters that are read and not seen: a code for each,
// none with an outline.
type pdfLetters struct {
	number int // of its object
	codes  map[rune]int
	list   []rune
}

// mostCodes is how many characters a font can tell apart.
const mostCodes = 0xffff

// code returns the code of a character.
func (f *pdfLetters) code(r rune) int {
	code, ok := f.codes[r]
	if !ok && len(f.list) < mostCodes {
		f.list = append(f.list, r)
		code = len(f.list)
		f.codes[r] = code
	}
	return code
}

// write writes the font: each character is as wide as its size.
func (f *pdfLetters) write(w *PDF) {
	const name = "Unseen"
	data := unseenFont()
	file := w.stream(data, fmt.Sprintf("/Length1 %d", len(data)))
	glyphs := w.stream(make([]byte, 2*(len(f.list)+1)), "") // all are the one that there is
	descriptor := w.object(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[0 -300 1000 900]/ItalicAngle 0/Ascent 900/Descent -300/CapHeight 900/StemV 80/FontFile2 %d 0 R>>", name, file))
	descendant := w.object(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/CIDToGIDMap %d 0 R>>", name, descriptor, glyphs))
	unicode := w.stream([]byte(f.toUnicode()), "")
	w.fill(f.number, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, descendant, unicode))
}

// mostInBlock is how many lines a block of a table of characters may have.
const mostInBlock = 100

// toUnicode is the table that says which character a code is.
func (f *pdfLetters) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	code := 1
	for block := range slices.Chunk(f.list, mostInBlock) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			fmt.Fprintf(&b, "<%04X><%s>\n", code, utf16Hex(string(r)))
			code++
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return b.String()
}
