// Package typeset sets articles as pages are set in print: with fonts, shaped letters and
// justified lines, for whatever shows or keeps pages: a terminal with pixels, paper, a
// picture.
//
// A [Setter] makes rows of an article's parts (see page.Part): lines of text, rules,
// pictures, each with its height and what is drawn on it at which place. Rows are of no
// medium: [Canvas] draws them in pixels, [WritePDF] and [WriteSVG] on paper. The order of
// letters, the ends of lines and the places of kashidas are those of ui/rtl, which lays the
// same text out in cells; glyphs are those of package faces. A part is set by itself, so
// that of a long article only what is in sight is ever set.
package typeset

import (
	"slices"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// Row is a line of text, a rule, a line of a table's row, a picture or free space: what no
// end of a page cuts. What stands on it is measured from its left and upper edge.
type Row struct {
	Height float32
	// Base is where the letters stand, from the upper edge.
	Base float32
	// Position and End are the numbers of characters of the article's text before the row
	// and before what follows it.
	Position, End int
	// Gap is true of free space, which no page begins with.
	Gap bool
	// Keep is true of what stays on the page of the row behind it: headings, the first line of
	// a paragraph and the one before its last.
	Keep bool

	Texts   []Text
	Rects   []Rect
	Picture *Figure
}

// Text is glyphs of one face, size and colour.
type Text struct {
	Face  *faces.Face
	Size  float32
	Color rtl.Color
	// Link is the address that it leads to, "" for none.
	Link   string
	Glyphs []Placed
}

// glyphID is a glyph of a face.
type glyphID struct {
	face *faces.Face
	id   uint32
}

// Placed is a glyph and where its origin is on the row.
type Placed struct {
	ID   uint32
	X, Y float32
	// Advance is how wide it is; marks have none.
	Advance float32
	// Shows is the text that it shows, in logical order: that of a cluster is with the
	// first of its glyphs. Of what the layout put in it is empty.
	Shows string
	// At is where that begins in the text of the part, in bytes; it is negative of what is
	// none of that text.
	At int
	// RightToLeft is the direction of the run that it stands in.
	RightToLeft bool
}

// Rect is a rule, a line under a link, a quote's bar, or what stands behind code.
type Rect struct {
	X, Y, Width, Height float32
	Color               rtl.Color
}

// Figure is a picture and where it stands.
type Figure struct {
	articles.Picture
	X, Y, Width, Height float32
}

// strokes returns where the glyphs of a face are drawn, once or twice, in parts of the size.
func strokes(f *faces.Face) []float32 {
	if f.Bolder > 0 {
		return []float32{0, f.Bolder}
	}
	return []float32{0}
}

// shift moves what stands on a row.
func (r *Row) shift(dx, dy float32) {
	for i := range r.Texts {
		for j := range r.Texts[i].Glyphs {
			r.Texts[i].Glyphs[j].X += dx
			r.Texts[i].Glyphs[j].Y += dy
		}
	}
	for i := range r.Rects {
		r.Rects[i].X += dx
		r.Rects[i].Y += dy
	}
	if r.Picture != nil {
		r.Picture.X += dx
		r.Picture.Y += dy
	}
}

// put adds what stands on another row.
func (r *Row) put(other Row) {
	r.Texts = append(r.Texts, other.Texts...)
	r.Rects = append(r.Rects, other.Rects...)
}

// scaled returns a row that is some times as large.
func (r *Row) scaled(by float32) Row {
	out := *r
	out.Height, out.Base = r.Height*by, r.Base*by
	out.Texts, out.Rects = slices.Clone(r.Texts), slices.Clone(r.Rects)
	for i := range out.Texts {
		t := &out.Texts[i]
		t.Size *= by
		t.Glyphs = slices.Clone(t.Glyphs)
		for j := range t.Glyphs {
			g := &t.Glyphs[j]
			g.X, g.Y, g.Advance = g.X*by, g.Y*by, g.Advance*by
		}
	}
	for i := range out.Rects {
		b := &out.Rects[i]
		b.X, b.Y, b.Width, b.Height = b.X*by, b.Y*by, b.Width*by, b.Height*by
	}
	if f := r.Picture; f != nil {
		out.Picture = &Figure{f.Picture, f.X * by, f.Y * by, f.Width * by, f.Height * by}
	}
	return out
}
