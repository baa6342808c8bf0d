package typeset

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/warraq/warraq/ui/rtl"
)

// Book is pages with what is said of them.
type Book struct {
	Title, Author, Language string
	Side                    rtl.Direction
	Width, Height           float32 // of the paper, in points
	Margin                  float32
	Pages                   []Page
	// Foot gives what stands in the foot of a page, the first being number 1.
	Foot func(number int) Row
	Ink  Ink
	// Picture gives a picture by its name, nil where there is none to be shown.
	Picture func(name string, width, height int) image.Image
}

// PDF is a PDF file (ISO 32000-1) that is being written, a book after the other. Its text
// can be selected, searched and copied: its characters stand in the file in the order in
// which they are read, unseen, where the letters are; what is seen are outlines, once for
// each glyph, so that no font has to be embedded whose licence may not allow it.
type PDF struct {
	out           io.Writer
	at            int
	offsets       []int // of objects 1 and on, 0 for what is not written yet
	err           error
	catalog, tree int // the objects of these numbers
	kids          []string
	titles        []string // of the books, and below the first page of each
	firsts        []int
	about         Book
	letters       *pdfLetters
	glyphs        map[glyphID]string // the names of their objects, "" of those that show nothing
	numbers       map[string]int     // of these objects
	images        map[string]int     // objects, by the names of pictures
	packed        bytes.Buffer
}

// NewPDF begins a file, with the title, author, language and side of a book.
func NewPDF(out io.Writer, about Book) *PDF {
	w := &PDF{out: out, about: about, glyphs: map[glyphID]string{}, numbers: map[string]int{}, images: map[string]int{}}
	w.write("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	w.catalog, w.tree = w.reserve(), w.reserve()
	w.letters = &pdfLetters{number: w.reserve(), codes: map[rune]int{}}
	return w
}

// Pages returns how many pages the file has so far.
func (w *PDF) Pages() int { return len(w.kids) }

// Add writes the pages of a book behind those that are there.
func (w *PDF) Add(b Book) error {
	clear(w.images) // another book may have other pictures of these names
	for i := range b.Pages {
		page := w.page(&b, i, w.tree)
		if i == 0 {
			w.titles, w.firsts = append(w.titles, b.Title), append(w.firsts, page)
		}
		w.kids = append(w.kids, fmt.Sprintf("%d 0 R", page))
	}
	return w.err
}

// Close ends the file.
func (w *PDF) Close() error {
	w.letters.write(w)
	info := w.object(fmt.Sprintf("<</Title %s/Author %s/Producer %s>>", pdfText(w.about.Title), pdfText(w.about.Author), pdfText("Warraq")))
	w.fill(w.tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(w.kids), strings.Join(w.kids, " ")))
	direction := "L2R"
	if w.about.Side == rtl.RTL {
		direction = "R2L"
	}
	w.fill(w.catalog, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang %s/ViewerPreferences<</Direction/%s/DisplayDocTitle true>>%s>>",
		w.tree, pdfText(w.about.Language), direction, w.contents()))
	w.end(w.catalog, info)
	return w.err
}

// contents writes the table of contents of a file of several books.
func (w *PDF) contents() string {
	if len(w.titles) < 2 {
		return ""
	}
	root := w.reserve()
	first := len(w.offsets) + 1
	last := first + len(w.titles) - 1
	for i, title := range w.titles {
		beside := ""
		if i > 0 {
			beside += fmt.Sprintf("/Prev %d 0 R", first+i-1)
		}
		if first+i < last {
			beside += fmt.Sprintf("/Next %d 0 R", first+i+1)
		}
		w.object(fmt.Sprintf("<</Title %s/Parent %d 0 R/Dest[%d 0 R/Fit]%s>>", pdfText(title), root, w.firsts[i], beside))
	}
	w.fill(root, fmt.Sprintf("<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, last, len(w.titles)))
	return fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", root)
}

// WritePDF writes a book as a PDF file.
func WritePDF(out io.Writer, b Book) error {
	w := NewPDF(out, b)
	return errors.Join(w.Add(b), w.Close())
}

// write writes a piece of the file.
func (w *PDF) write(s string) {
	if w.err == nil {
		_, w.err = io.WriteString(w.out, s)
		w.at += len(s)
	}
}

// reserve takes a number for an object that is written later.
func (w *PDF) reserve() int {
	w.offsets = append(w.offsets, 0)
	return len(w.offsets)
}

// fill writes an object whose number was taken before.
func (w *PDF) fill(number int, body string) {
	w.offsets[number-1] = w.at
	w.write(fmt.Sprintf("%d 0 obj\n%s\nendobj\n", number, body))
}

// object writes an object and returns its number.
func (w *PDF) object(body string) int {
	n := w.reserve()
	w.fill(n, body)
	return n
}

// stream writes a stream, packed, and returns its number; more is what its dictionary has
// beside its length.
func (w *PDF) stream(data []byte, more string) int {
	w.packed.Reset()
	z := zlib.NewWriter(&w.packed)
	_, _ = z.Write(data) // into a buffer
	_ = z.Close()
	return w.object(fmt.Sprintf("<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream", w.packed.Len(), more, w.packed.Bytes()))
}

// end writes the table of objects.
func (w *PDF) end(catalog, info int) {
	start := w.at
	w.write(fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1))
	for _, o := range w.offsets {
		w.write(fmt.Sprintf("%010d 00000 n \n", o))
	}
	w.write(fmt.Sprintf("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(w.offsets)+1, catalog, info, start))
}

// pdfText is a string of text: UTF-16 in hexadecimal digits.
func pdfText(s string) string { return "<FEFF" + utf16Hex(s) + ">" }

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// page writes a page and returns its number.
func (w *PDF) page(b *Book, i, tree int) int {
	c := pdfContent{w: w, book: b, glyphs: map[string]bool{}, pictures: map[string]bool{}}
	p := &b.Pages[i]
	for r := range p.Rows {
		c.row(&p.Rows[r], b.Margin, b.Margin+p.Tops[r])
	}
	if b.Foot != nil {
		foot := b.Foot(i + 1)
		c.row(&foot, b.Margin, b.footTop())
	}
	content := w.stream(c.out.Bytes(), "")
	var resources strings.Builder
	for _, name := range sortedKeys(c.glyphs) {
		fmt.Fprintf(&resources, "/%s %d 0 R", name, w.numbers[name])
	}
	for _, name := range sortedKeys(c.pictures) {
		fmt.Fprintf(&resources, "/P%d %d 0 R", w.images[name], w.images[name])
	}
	annotations := ""
	if len(c.links) > 0 {
		annotations = "/Annots[" + strings.Join(c.links, "") + "]"
	}
	return w.object(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</Font<</T %d 0 R>>/XObject<<%s>>>>%s>>",
		tree, b.Width, b.Height, content, w.letters.number, resources.String(), annotations))
}

func sortedKeys(m map[string]bool) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// pdfContent is what is drawn on a page.
type pdfContent struct {
	w        *PDF
	book     *Book
	out      bytes.Buffer
	glyphs   map[string]bool
	pictures map[string]bool
	links    []string
	ink      color.RGBA
	inked    bool
}

// fill sets the colour that all is drawn in.
func (c *pdfContent) fill(ink color.RGBA) {
	if !c.inked || ink != c.ink {
		fmt.Fprintf(&c.out, "%.3f %.3f %.3f rg\n", float32(ink.R)/255, float32(ink.G)/255, float32(ink.B)/255)
		c.ink, c.inked = ink, true
	}
}

// row draws a row.
func (c *pdfContent) row(row *Row, x, y float32) {
	height := c.book.Height
	for _, r := range row.Rects {
		c.fill(c.book.Ink.Of(r.Color))
		fmt.Fprintf(&c.out, "%.2f %.2f %.2f %.2f re f\n", x+r.X, height-y-r.Y-r.Height, r.Width, r.Height)
	}
	if row.Picture != nil {
		c.picture(row.Picture, x, y)
	}
	for i := range row.Texts {
		c.text(&row.Texts[i], x, y)
	}
	if words := wordsOf(row); len(words) > 0 {
		c.out.WriteString("BT\n")
		for _, word := range words {
			c.word(word, x, y+row.Base)
		}
		c.out.WriteString("ET\n")
	}
	for i := range row.Texts {
		c.link(&row.Texts[i], x, y)
	}
}

// text draws glyphs, as outlines. They are no text to those who read the file: a glyph may
// show half a letter or three, and where it stands is no order of reading.
func (c *pdfContent) text(t *Text, x, y float32) {
	c.fill(c.book.Ink.Of(t.Color))
	for _, g := range t.Glyphs {
		name := c.w.glyph(t.Face, g.ID)
		if name == "" {
			continue
		}
		c.glyphs[name] = true
		for _, by := range strokes(t.Face) {
			fmt.Fprintf(&c.out, "q %.3f 0 0 %.3f %.2f %.2f cm /%s Do Q\n", t.Size, t.Size, x+g.X+by*t.Size, c.book.Height-y-g.Y, name)
		}
	}
}

// word writes the characters of a word, which are not seen and can be selected, searched
// and copied: each on as large a part of the word's room, in the direction in which it is
// read. So they keep their order whatever the letters do: some have no room of their own,
// and some hang over others.
func (c *pdfContent) word(k readWord, x, y float32) {
	shown := []rune(k.text)
	slot := max(k.right-k.left, 0.02*k.size) / float32(len(shown))
	fmt.Fprintf(&c.out, "/T %.2f Tf %.3f Tz\n", k.size, 100*slot/k.size)
	for i, r := range shown {
		at := i
		if k.rightToLeft {
			at = len(shown) - 1 - i
		}
		fmt.Fprintf(&c.out, "1 0 0 1 %.2f %.2f Tm<%04X>Tj\n", x+k.left+slot*float32(at), c.book.Height-y, c.w.letters.code(r))
	}
}

// link makes what a text leads to.
func (c *pdfContent) link(t *Text, x, y float32) {
	if t.Link == "" || len(t.Glyphs) == 0 {
		return
	}
	first, last := t.Glyphs[0], t.Glyphs[len(t.Glyphs)-1]
	base := c.book.Height - y - first.Y
	c.links = append(c.links, fmt.Sprintf("<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]/A<</S/URI/URI %s>>>>",
		x+first.X, base-0.3*t.Size, x+last.X+last.Advance, base+0.9*t.Size, pdfASCII(t.Link)))
}

// pdfASCII is a string of printable ASCII.
func pdfASCII(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}

// pixelsPerPoint is how fine pictures are on paper.
const pixelsPerPoint = 150.0 / 72

// picture draws a picture, or the frame of one that cannot be shown.
func (c *pdfContent) picture(f *Figure, x, y float32) {
	left, bottom := x+f.X, c.book.Height-y-f.Y-f.Height
	number, ok := c.w.images[f.Name]
	if !ok {
		number = c.w.image(c.book, f)
		c.w.images[f.Name] = number
	}
	if number == 0 {
		fmt.Fprintf(&c.out, "0.5 w %.2f %.2f %.2f %.2f re S\n", left, bottom, f.Width, f.Height)
		return
	}
	c.pictures[f.Name] = true
	fmt.Fprintf(&c.out, "q %.2f 0 0 %.2f %.2f %.2f cm /P%d Do Q\n", f.Width, f.Height, left, bottom, number)
}

// image writes the pixels of a picture and returns the number of the object, 0 for none.
func (w *PDF) image(b *Book, f *Figure) int {
	if b.Picture == nil {
		return 0
	}
	img := b.Picture(f.Name, int(f.Width*pixelsPerPoint), int(f.Height*pixelsPerPoint))
	if img == nil {
		return 0
	}
	var packed bytes.Buffer
	if err := jpeg.Encode(&packed, img, &jpeg.Options{Quality: 88}); err != nil {
		return 0
	}
	size := img.Bounds()
	return w.object(fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream",
		size.Dx(), size.Dy(), packed.Len(), packed.Bytes()))
}
