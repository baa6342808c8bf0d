package typeset

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"image/color"
	"image/jpeg"
	"io"
	"strings"

	"github.com/warraq/warraq/ui/typeset/faces"
)

// svgWriter writes a page as an SVG picture.
type svgWriter struct {
	book   *Book
	glyphs map[glyphID]string
	defs   bytes.Buffer
	out    bytes.Buffer
}

// WriteSVG writes a page of a book, the first being number 1, as an SVG picture. Letters are
// outlines, so that it looks the same without the fonts; what a row says is beside it for
// those who do not see it.
func WriteSVG(out io.Writer, b Book, number int) error {
	w := &svgWriter{book: &b, glyphs: map[glyphID]string{}}
	p := &b.Pages[number-1]
	for i := range p.Rows {
		w.row(&p.Rows[i], b.Margin, b.Margin+p.Tops[i])
	}
	if b.Foot != nil {
		foot := b.Foot(number)
		w.row(&foot, b.Margin, b.footTop())
	}
	to := bufio.NewWriter(out)
	_, _ = fmt.Fprintf(to, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%.2fpt" height="%.2fpt" viewBox="0 0 %.2f %.2f" xml:lang="%s" role="document">`+"\n",
		b.Width, b.Height, b.Width, b.Height, escapeXML(b.Language))
	_, _ = fmt.Fprintf(to, "<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n<defs>\n", escapeXML(b.Title), svgColor(b.Ink.Page))
	_, _ = w.defs.WriteTo(to) // a bufio.Writer keeps its error
	_, _ = to.WriteString("</defs>\n")
	_, _ = w.out.WriteTo(to)
	_, _ = to.WriteString("</svg>\n")
	if err := to.Flush(); err != nil {
		return fmt.Errorf("writing a page: %w", err)
	}
	return nil
}

// footTop is where the foot of a page begins.
func (b *Book) footTop() float32 { return b.Height - b.Margin*0.62 }

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}

func svgColor(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// row writes a row.
func (w *svgWriter) row(row *Row, x, y float32) {
	for _, r := range row.Rects {
		fmt.Fprintf(&w.out, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="%s"/>`+"\n", x+r.X, y+r.Y, r.Width, r.Height, svgColor(w.book.Ink.Of(r.Color)))
	}
	if f := row.Picture; f != nil {
		w.picture(f, x, y)
	}
	if len(row.Texts) == 0 {
		return
	}
	var said strings.Builder
	for _, word := range wordsOf(row) {
		said.WriteString(word.text)
	}
	fmt.Fprintf(&w.out, `<g role="text" aria-label="%s">`+"\n", escapeXML(said.String()))
	for i := range row.Texts {
		w.text(&row.Texts[i], x, y)
	}
	w.out.WriteString("</g>\n")
}

// text writes glyphs.
func (w *svgWriter) text(t *Text, x, y float32) {
	if t.Link != "" {
		fmt.Fprintf(&w.out, `<a xlink:href="%s" href="%s">`, escapeXML(t.Link), escapeXML(t.Link))
	}
	fmt.Fprintf(&w.out, `<g fill="%s">`, svgColor(w.book.Ink.Of(t.Color)))
	for _, g := range t.Glyphs {
		if name := w.glyph(t.Face, g.ID); name != "" {
			for _, by := range strokes(t.Face) {
				fmt.Fprintf(&w.out, `<use href="#%s" transform="translate(%.2f %.2f) scale(%.3f)"/>`, name, x+g.X+by*t.Size, y+g.Y, t.Size)
			}
		}
	}
	w.out.WriteString("</g>")
	if t.Link != "" {
		w.out.WriteString("</a>")
	}
	w.out.WriteString("\n")
}

// glyph defines a glyph, once, and returns its name, "" where there is nothing to draw.
func (w *svgWriter) glyph(face *faces.Face, id uint32) string {
	key := glyphID{face, id}
	name, ok := w.glyphs[key]
	if !ok {
		if outline := face.Outline(id); len(outline) > 0 {
			name = fmt.Sprintf("g%d", len(w.glyphs)+1)
			fmt.Fprintf(&w.defs, `<path id="%s" d="%s"/>`+"\n", name, svgPath(outline))
		}
		w.glyphs[key] = name
	}
	return name
}

// svgPath is an outline as the path of an SVG picture, y growing downwards.
func svgPath(outline []faces.Segment) string {
	var b strings.Builder
	for i, s := range outline {
		p := s.Points
		switch s.Verb {
		case faces.MoveTo:
			if i > 0 {
				b.WriteString("Z")
			}
			fmt.Fprintf(&b, "M%.4g %.4g", p[0][0], -p[0][1])
		case faces.LineTo:
			fmt.Fprintf(&b, "L%.4g %.4g", p[0][0], -p[0][1])
		case faces.QuadTo:
			fmt.Fprintf(&b, "Q%.4g %.4g %.4g %.4g", p[0][0], -p[0][1], p[1][0], -p[1][1])
		case faces.CubeTo:
			fmt.Fprintf(&b, "C%.4g %.4g %.4g %.4g %.4g %.4g", p[0][0], -p[0][1], p[1][0], -p[1][1], p[2][0], -p[2][1])
		}
	}
	b.WriteString("Z")
	return b.String()
}

// picture writes a picture, or the frame of one that cannot be shown.
func (w *svgWriter) picture(f *Figure, x, y float32) {
	if w.book.Picture != nil {
		if img := w.book.Picture(f.Name, int(f.Width*pixelsPerPoint), int(f.Height*pixelsPerPoint)); img != nil {
			var data bytes.Buffer
			if jpeg.Encode(&data, img, &jpeg.Options{Quality: 88}) == nil {
				fmt.Fprintf(&w.out, `<image x="%.2f" y="%.2f" width="%.2f" height="%.2f" href="data:image/jpeg;base64,%s"/>`+"\n",
					x+f.X, y+f.Y, f.Width, f.Height, base64.StdEncoding.EncodeToString(data.Bytes()))
				return
			}
		}
	}
	fmt.Fprintf(&w.out, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="none" stroke="%s" stroke-width="0.5"/>`+"\n",
		x+f.X, y+f.Y, f.Width, f.Height, svgColor(w.book.Ink.Text))
}
