package picture

import (
	"image"
	"image/color"

	"golang.org/x/image/draw"
)

// maxInterpolated is the most of an interpolation: it takes 32 bytes for each row of the
// image and column of the result.
const maxInterpolated = 1 << 20

// scaleImage draws an image over a ground in another size. One that is much larger is made
// smaller before.
func scaleImage(from image.Image, width, height int, ground color.Color) *image.RGBA {
	size := from.Bounds().Size()
	if factor := min(size.X/max(width, 1), size.Y/max(height, 1)); factor > 1 && width*size.Y > maxInterpolated {
		from = shrinkImage(from, factor)
	}
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(to, to.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	draw.BiLinear.Scale(to, to.Bounds(), from, from.Bounds(), draw.Over, nil)
	return to
}

// shrinkImage makes each square of so many pixels one of their mean colour. What is over at
// the right and at the bottom is left out.
func shrinkImage(from image.Image, factor int) *image.RGBA {
	b := from.Bounds()
	to := image.NewRGBA(image.Rect(0, 0, b.Dx()/factor, b.Dy()/factor))
	strip := image.NewRGBA(image.Rect(0, 0, to.Rect.Dx()*factor, factor))
	sums := make([]uint32, 4*to.Rect.Dx())
	for y := range to.Rect.Dy() {
		draw.Draw(strip, strip.Rect, from, b.Min.Add(image.Pt(0, y*factor)), draw.Src)
		clear(sums)
		for row := range factor {
			line := strip.Pix[row*strip.Stride:][:4*strip.Rect.Dx()]
			for x := 0; x < len(line); x += 4 {
				sum := sums[x/(4*factor)*4:][:4]
				for channel := range sum {
					sum[channel] += uint32(line[x+channel])
				}
			}
		}
		out := to.Pix[y*to.Stride:]
		for i, sum := range sums {
			out[i] = uint8(sum / uint32(factor*factor))
		}
	}
	return to
}
