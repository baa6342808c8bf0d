package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/iterm2"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/ansi/sixel"
	"golang.org/x/image/draw"

	"github.com/warraq/warraq/ui/terminal"
)

// Frame is a place on the screen for a picture, or for the part of it that there is
// room for, in cells.
type Frame struct {
	X, Y          int // of its upper left cell
	Columns, Rows int
	Above, Below  int // rows of the picture that are not on the screen
}

// assumedCell is the size of a cell in pixels where the terminal does not tell:
// what is sent is then fitted to the cells by the terminal.
var assumedCell = image.Pt(10, 20)

// mostPixels is the most that is sent of a picture in one direction.
const mostPixels = 1600

// Pixels is the size in pixels of the whole picture, for a terminal whose cells have the size
// given, zero for one that does not tell. A terminal that fits what it is sent into
// the frame may get fewer pixels than there are.
func (f Frame) Pixels(g terminal.Graphics, cell image.Point) image.Point {
	if cell.X <= 0 || cell.Y <= 0 {
		cell = assumedCell
	}
	size := image.Pt(f.Columns*cell.X, (f.Above+f.Rows+f.Below)*cell.Y)
	if most := max(size.X, size.Y); g != terminal.Sixel && most > mostPixels {
		size = image.Pt(max(1, size.X*mostPixels/most), max(1, size.Y*mostPixels/most))
	}
	return size
}

// CanShow tells whether a terminal can be sent pictures with their pixels: sixels
// are as large as they are, so that the size of a cell has to be known.
func CanShow(g terminal.Graphics, cell image.Point) bool {
	return g != terminal.NoGraphics && (g != terminal.Sixel || cell.X > 0 && cell.Y > 0)
}

// Append appends what draws a picture into a frame of the screen, over the cells
// that are there, and leaves the cursor where it was. The picture keeps its shape;
// what it leaves free of its place is of the ground's colour.
func (f Frame) Append(dst []byte, from image.Image, g terminal.Graphics, cell image.Point, ground color.Color) ([]byte, error) {
	part := f.fill(from, f.Pixels(g, cell), ground)
	dst = append(dst, ansi.SaveCursor...)
	dst = append(dst, ansi.CursorPosition(f.X+1, f.Y+1)...)
	sequence, err := f.sequence(part, g)
	if err != nil {
		return nil, fmt.Errorf("drawing a picture by way of %v: %w", g, err)
	}
	return append(append(dst, sequence...), ansi.RestoreCursor...), nil
}

// sheetID is the number of the image that [Frame.AppendWhole] sends to kitty: the next one
// takes its place.
const sheetID = 7301

// AppendWhole appends what draws an image of the frame's own size in pixels into the frame,
// over what was drawn there so before.
func (f Frame) AppendWhole(dst []byte, from image.Image, g terminal.Graphics) ([]byte, error) {
	dst = append(dst, ansi.SaveCursor...)
	dst = append(dst, ansi.CursorPosition(f.X+1, f.Y+1)...)
	var b bytes.Buffer
	switch g {
	case terminal.KittyGraphics, terminal.ITerm2Images:
		encoder := png.Encoder{CompressionLevel: png.BestSpeed}
		if err := encoder.Encode(&b, from); err != nil {
			return nil, fmt.Errorf("drawing a page: %w", err)
		}
	case terminal.Sixel:
		if err := (&sixel.Encoder{}).Encode(&b, from); err != nil {
			return nil, fmt.Errorf("drawing a page: %w", err)
		}
	default:
		return nil, nil
	}
	switch g {
	case terminal.KittyGraphics:
		dst = f.appendKitty(dst, b.Bytes())
	case terminal.ITerm2Images:
		dst = append(dst, ansi.ITerm2(iterm2.File{
			Inline: true, Width: iterm2.Cells(f.Columns), Height: iterm2.Cells(f.Rows), IgnoreAspectRatio: true, DoNotMoveCursor: true,
			Size: int64(b.Len()), Content: []byte(base64.StdEncoding.EncodeToString(b.Bytes())),
		})...)
	default:
		dst = append(dst, ansi.SixelGraphics(0, 1, 0, b.Bytes())...)
	}
	return append(dst, ansi.RestoreCursor...), nil
}

// appendKitty appends an image in PNG as kitty takes it, in pieces of 4,096 bytes.
func (f Frame) appendKitty(dst, data []byte) []byte {
	encoded := base64.StdEncoding.EncodeToString(data)
	options := []string{
		"a=T", "f=100", "q=2", "C=1", fmt.Sprintf("i=%d", sheetID), "p=1", fmt.Sprintf("c=%d", f.Columns), fmt.Sprintf("r=%d", f.Rows),
	}
	for more := true; more; {
		piece := encoded[:min(len(encoded), kitty.MaxChunkSize)]
		encoded = encoded[len(piece):]
		more = encoded != ""
		m := "m=0"
		if more {
			m = "m=1"
		}
		dst = append(dst, ansi.KittyGraphics([]byte(piece), append(options, m)...)...)
		options = []string{"q=2"}
	}
	return dst
}

// fill draws what the frame shows of a picture that is in the middle of a ground of
// a size.
func (f Frame) fill(from image.Image, size image.Point, ground color.Color) *image.RGBA {
	rows := f.Above + f.Rows + f.Below
	top, bottom := size.Y*f.Above/rows, size.Y*(f.Above+f.Rows)/rows
	to := image.NewRGBA(image.Rect(0, 0, size.X, bottom-top))
	draw.Draw(to, to.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	w, h := size.X, from.Bounds().Dy()*size.X/max(1, from.Bounds().Dx())
	if h > size.Y {
		w, h = from.Bounds().Dx()*size.Y/max(1, from.Bounds().Dy()), size.Y
	}
	at := image.Rect(0, 0, max(1, w), max(1, h)).Add(image.Pt((size.X-w)/2, (size.Y-h)/2-top))
	draw.BiLinear.Scale(to, at, from, from.Bounds(), draw.Over, nil)
	return to
}

func (f Frame) sequence(m *image.RGBA, g terminal.Graphics) (string, error) {
	var b bytes.Buffer
	switch g {
	case terminal.KittyGraphics:
		err := kitty.EncodeGraphics(&b, m, &kitty.Options{
			Action: kitty.TransmitAndPut, Transmission: kitty.Direct, Format: kitty.PNG, Chunk: true,
			Columns: f.Columns, Rows: f.Rows, DoNotMoveCursor: true, Quiet: 2,
		})
		return b.String(), err
	case terminal.ITerm2Images:
		err := png.Encode(&b, m)
		return ansi.ITerm2(iterm2.File{
			Inline: true, Width: iterm2.Cells(f.Columns), Height: iterm2.Cells(f.Rows), IgnoreAspectRatio: true, DoNotMoveCursor: true,
			Size: int64(b.Len()), Content: []byte(base64.StdEncoding.EncodeToString(b.Bytes())),
		}), err
	case terminal.Sixel:
		err := (&sixel.Encoder{}).Encode(&b, m)
		return ansi.SixelGraphics(0, 1, 0, b.Bytes()), err
	default:
		return "", nil
	}
}

// Erase takes all pictures off the screen; "" where they go with the cells that
// they lie over.
func Erase(g terminal.Graphics) string {
	if g != terminal.KittyGraphics {
		return ""
	}
	// They go, and their bytes with them.
	return ansi.KittyGraphics(nil, "a=d", "d=A", "q=2")
}
