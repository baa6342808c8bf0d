package typeset

import (
	"image"
	"image/color"
)

// paletteSize is how many colours a palette has at the most.
const paletteSize = 256

// tableBits is the size of the table in which colours are found again, and mostTries how
// many places of it are looked at.
const (
	tableBits = 12
	mostTries = 16
)

// Paletted returns an image of letters with a palette of its colours: it is sent in a
// quarter of the bytes. Behind the 256th a colour is shown as the nearest of these.
func Paletted(m *image.RGBA) *image.Paletted {
	b := m.Bounds()
	out := image.NewPaletted(b, nil)
	var keys [1 << tableBits]uint32
	var values [1 << tableBits]uint8
	var used [1 << tableBits]bool
	last, index := uint32(0), uint8(0)
	known := false
	for i := 0; i < len(out.Pix); i++ {
		p := m.Pix[4*i : 4*i+4 : 4*i+4]
		c := uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2])
		if !known || c != last {
			slot := (c * 0x9e3779b1) >> (32 - tableBits)
			for tries := 0; used[slot] && keys[slot] != c && tries < mostTries; tries++ {
				slot = (slot + 1) & (1<<tableBits - 1)
			}
			if !used[slot] || keys[slot] != c {
				used[slot], keys[slot] = true, c
				if ink := (color.RGBA{p[0], p[1], p[2], 255}); len(out.Palette) < paletteSize {
					values[slot] = uint8(len(out.Palette))
					out.Palette = append(out.Palette, ink)
				} else {
					values[slot] = uint8(out.Palette.Index(ink))
				}
			}
			last, index, known = c, values[slot], true
		}
		out.Pix[i] = index
	}
	return out
}
