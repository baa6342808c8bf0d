package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"github.com/warraq/warraq/ui/typeset/faces"
)

// Canvas draws rows in pixels. It keeps the glyphs that it has drawn, and is not for
// concurrent use.
type Canvas struct {
	// Ink are the colours.
	Ink Ink
	// Picture gives a picture by its name in some size in pixels, nil where it cannot be
	// shown: then its frame stands in its place.
	Picture func(name string, width, height int) image.Image

	glyphs     map[glyphKey]*mask
	kept       int // bytes
	rasterizer vector.Rasterizer
}

// glyphKey is what a drawn glyph is kept by.
type glyphKey struct {
	face  *faces.Face
	id    uint32
	size  float32
	place uint8 // in quarters of a pixel
}

// mask is how much of each pixel a glyph covers, from its left and upper edge on.
type mask struct {
	alpha     *image.Alpha
	left, top int
}

// maxGlyphs is how many bytes of drawn glyphs are kept.
const maxGlyphs = 8 << 20

// placesInPixel is how many places within a pixel a glyph may stand at.
const placesInPixel = 4

// maxGlyphSize is how many pixels a glyph may be wide or high: a broken font may say
// anything.
const maxGlyphSize = 2048

// PageImage draws a page of a book, the first being number 1, with some pixels to a point.
func PageImage(b Book, number int, scale float32) *image.RGBA {
	c := Canvas{Ink: b.Ink, Picture: b.Picture}
	dst := image.NewRGBA(image.Rect(0, 0, round(b.Width*scale), round(b.Height*scale)))
	c.Clear(dst)
	p := &b.Pages[number-1]
	for i := range p.Rows {
		row := p.Rows[i].scaled(scale)
		c.Draw(dst, &row, b.Margin*scale, (b.Margin+p.Tops[i])*scale)
	}
	if b.Foot != nil {
		foot := b.Foot(number)
		row := foot.scaled(scale)
		c.Draw(dst, &row, b.Margin*scale, b.footTop()*scale)
	}
	return dst
}

// Clear fills an image with the colour of the page.
func (c *Canvas) Clear(dst *image.RGBA) {
	draw.Draw(dst, dst.Bounds(), image.NewUniform(c.Ink.Page), image.Point{}, draw.Src)
}

// Draw draws a row at a place of an image, in pixels.
func (c *Canvas) Draw(dst *image.RGBA, row *Row, x, y float32) {
	for _, r := range row.Rects {
		c.rect(dst, r, x, y)
	}
	if f := row.Picture; f != nil {
		c.figure(dst, f, x, y)
	}
	for i := range row.Texts {
		t := &row.Texts[i]
		ink := c.Ink.Of(t.Color)
		for _, g := range t.Glyphs {
			c.glyph(dst, t, g, x, y, ink)
			if by := t.Face.Bolder; by > 0 {
				c.glyph(dst, t, g, x+by*t.Size, y, ink)
			}
		}
	}
}

// rect draws a rectangle on whole pixels: a rule has one at least.
func (c *Canvas) rect(dst *image.RGBA, r Rect, x, y float32) {
	left, top := round(x+r.X), round(y+r.Y)
	box := image.Rect(left, top, max(left+1, round(x+r.X+r.Width)), max(top+1, round(y+r.Y+r.Height)))
	draw.Draw(dst, box, image.NewUniform(c.Ink.Of(r.Color)), image.Point{}, draw.Src)
}

// figure draws a picture, or the frame of one that cannot be shown.
func (c *Canvas) figure(dst *image.RGBA, f *Figure, x, y float32) {
	box := image.Rect(round(x+f.X), round(y+f.Y), round(x+f.X+f.Width), round(y+f.Y+f.Height))
	var img image.Image
	if c.Picture != nil {
		img = c.Picture(f.Name, box.Dx(), box.Dy())
	}
	if img != nil {
		b := img.Bounds()
		at := box.Min.Add(image.Pt((box.Dx()-b.Dx())/2, (box.Dy()-b.Dy())/2))
		draw.Draw(dst, b.Sub(b.Min).Add(at).Intersect(box), img, b.Min, draw.Over)
		return
	}
	for _, r := range []Rect{{f.X, f.Y, f.Width, 1, 0}, {f.X, f.Y + f.Height - 1, f.Width, 1, 0}, {f.X, f.Y, 1, f.Height, 0}, {f.X + f.Width - 1, f.Y, 1, f.Height, 0}} {
		c.rect(dst, r, x, y)
	}
}

func round(v float32) int { return int(math.Round(float64(v))) }

// glyph draws a glyph.
func (c *Canvas) glyph(dst *image.RGBA, t *Text, g Placed, x, y float32, ink color.RGBA) {
	at := float64(x + g.X)
	whole := math.Floor(at)
	place := uint8((at - whole) * placesInPixel)
	m := c.mask(glyphKey{t.Face, g.ID, t.Size, place})
	if m.alpha == nil {
		return
	}
	left, top := int(whole)+m.left, round(y+g.Y)+m.top
	b := m.alpha.Bounds().Add(image.Pt(left, top)).Intersect(dst.Bounds())
	for py := b.Min.Y; py < b.Max.Y; py++ {
		alpha := m.alpha.Pix[(py-top)*m.alpha.Stride+b.Min.X-left:][:b.Dx()]
		pix := dst.Pix[dst.PixOffset(b.Min.X, py):]
		for i, a := range alpha {
			if a != 0 {
				blend(pix[4*i:4*i+4:4*i+4], ink, uint32(a))
			}
		}
	}
}

// shadeCount is how many shadeCount there are between the page and the ink: more cannot be told
// apart and take longer to send.
const shadeCount = 12

// blend mixes ink into a pixel, by how much of that it covers.
func blend(pix []byte, ink color.RGBA, a uint32) {
	pix[0] = uint8((uint32(pix[0])*(255-a) + uint32(ink.R)*a + 127) / 255)
	pix[1] = uint8((uint32(pix[1])*(255-a) + uint32(ink.G)*a + 127) / 255)
	pix[2] = uint8((uint32(pix[2])*(255-a) + uint32(ink.B)*a + 127) / 255)
	pix[3] = 255
}

// mask returns a glyph as it is drawn.
func (c *Canvas) mask(k glyphKey) *mask {
	if m, ok := c.glyphs[k]; ok {
		return m
	}
	if c.glyphs == nil || c.kept > maxGlyphs {
		c.glyphs, c.kept = map[glyphKey]*mask{}, 0
	}
	m := c.drawn(k)
	if m.alpha != nil {
		c.kept += len(m.alpha.Pix)
	}
	c.kept += 128
	c.glyphs[k] = m
	return m
}

// drawn draws a glyph.
func (c *Canvas) drawn(k glyphKey) *mask {
	outline := k.face.Outline(k.id)
	left, top, right, bottom := bounds(outline, k.size)
	shift := float32(k.place) / placesInPixel
	x0, y0 := int(math.Floor(float64(left+shift))), int(math.Floor(float64(top)))
	x1, y1 := int(math.Ceil(float64(right+shift))), int(math.Ceil(float64(bottom)))
	if x1 <= x0 || y1 <= y0 || x1-x0 > maxGlyphSize || y1-y0 > maxGlyphSize {
		return &mask{}
	}
	z := &c.rasterizer
	z.Reset(x1-x0, y1-y0)
	at := func(p [2]float32) (float32, float32) {
		return p[0]*k.size + shift - float32(x0), -p[1]*k.size - float32(y0)
	}
	for _, s := range outline {
		ax, ay := at(s.Points[0])
		bx, by := at(s.Points[1])
		switch s.Verb {
		case faces.MoveTo:
			z.ClosePath()
			z.MoveTo(ax, ay)
		case faces.LineTo:
			z.LineTo(ax, ay)
		case faces.QuadTo:
			z.QuadTo(ax, ay, bx, by)
		case faces.CubeTo:
			cx, cy := at(s.Points[2])
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
	alpha := image.NewAlpha(image.Rect(0, 0, x1-x0, y1-y0))
	z.Draw(alpha, alpha.Bounds(), image.Opaque, image.Point{})
	for i, a := range alpha.Pix {
		alpha.Pix[i] = uint8((int(a)*(shadeCount-1) + 127) / 255 * 255 / (shadeCount - 1))
	}
	return &mask{alpha, x0, y0}
}

// bounds returns the edges of an outline at a size, y growing downwards.
func bounds(outline []faces.Segment, size float32) (left, top, right, bottom float32) {
	left, top, right, bottom = math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32
	for _, s := range outline {
		points := 1
		switch s.Verb {
		case faces.QuadTo:
			points = 2
		case faces.CubeTo:
			points = 3
		}
		for _, p := range s.Points[:points] {
			left, right = min(left, p[0]*size), max(right, p[0]*size)
			top, bottom = min(top, -p[1]*size), max(bottom, -p[1]*size)
		}
	}
	return left, top, right, bottom
}
