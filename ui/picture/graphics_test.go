package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi/sixel"

	"github.com/warraq/warraq/ui/terminal"
)

var (
	kittyChunk = regexp.MustCompile("\x1b_G([^;]*);([^\x1b]*)\x1b\\\\")
	inlineFile = regexp.MustCompile("\x1b\\]1337;File=([^:]*):([^\a]*)\a")
	sixelData  = regexp.MustCompile("(?s)\x1bP0;1q(.*)\x1b\\\\")
)

// received is what a terminal takes out of what it is sent: what is said of the
// picture, and the picture.
func received(t *testing.T, g terminal.Graphics, sent string) (said string, m image.Image) {
	t.Helper()
	var data []byte
	var err error
	switch g {
	case terminal.KittyGraphics:
		var all strings.Builder
		for i, chunk := range kittyChunk.FindAllStringSubmatch(sent, -1) {
			if i == 0 {
				said = chunk[1]
			}
			if len(chunk[2]) > 4096 {
				t.Errorf("a chunk of %d bytes", len(chunk[2]))
			}
			all.WriteString(chunk[2])
		}
		data, err = base64.StdEncoding.DecodeString(all.String())
	case terminal.ITerm2Images:
		file := inlineFile.FindStringSubmatch(sent)
		if file == nil {
			t.Fatalf("no file in %q", sent)
		}
		said = file[1]
		data, err = base64.StdEncoding.DecodeString(file[2])
	default:
		payload := sixelData.FindStringSubmatch(sent)
		if payload == nil {
			t.Fatalf("no sixels in %q", sent)
		}
		if m, err = new(sixel.Decoder).Decode(strings.NewReader(payload[1])); err != nil {
			t.Fatal(err)
		}
		return "", m
	}
	if err != nil {
		t.Fatal(err)
	}
	if m, err = png.Decode(bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	return said, m
}

func TestFrameIsSent(t *testing.T) {
	f := Frame{X: 4, Y: 2, Columns: 12, Rows: 5}
	cell := image.Pt(9, 18)
	for _, test := range []struct {
		graphics terminal.Graphics
		cell     image.Point
		size     image.Point
		says     []string
	}{
		{terminal.KittyGraphics, cell, image.Pt(108, 90), []string{"a=T", "c=12", "r=5", "C=1", "q=2"}},
		{terminal.KittyGraphics, image.Point{}, image.Pt(120, 100), []string{"c=12", "r=5"}},
		{terminal.ITerm2Images, cell, image.Pt(108, 90), []string{"inline=1", "width=12;", "height=5;", "preserveAspectRatio=0", "doNotMoveCursor=1"}},
		{terminal.Sixel, cell, image.Pt(108, 90), nil},
	} {
		t.Run(fmt.Sprint(test.graphics, " ", test.cell), func(t *testing.T) {
			sent, err := f.Append([]byte("before"), disc(40, 20), test.graphics, test.cell, color.White)
			if err != nil {
				t.Fatal(err)
			}
			drawn, goes := strings.CutPrefix(string(sent), "before\x1b7\x1b[3;5H")
			drawn, comes := strings.CutSuffix(drawn, "\x1b8")
			if !goes || !comes {
				t.Errorf("the cursor does not come back: %q", sent)
			}
			said, m := received(t, test.graphics, drawn)
			for _, want := range test.says {
				if !strings.Contains(said+";", want) {
					t.Errorf("it says %s, not %s", said, want)
				}
			}
			if m.Bounds().Size() != test.size {
				t.Errorf("%v pixels, want %v", m.Bounds().Size(), test.size)
			}
			// The picture is twice as wide as high: above it is the ground.
			at := m.Bounds().Min
			for where, want := range map[image.Point]color.RGBA{
				at.Add(image.Pt(3, 3)):             {255, 255, 255, 255},
				at.Add(test.size.Div(2)):           {250, 200, 60, 255},
				at.Add(image.Pt(3, test.size.Y/2)): {20, 30, 90, 255},
			} {
				if got, ok := color.RGBAModel.Convert(m.At(where.X, where.Y)).(color.RGBA); !ok || !near(got, want) {
					t.Errorf("at %v it is %v, want %v", where, got, want)
				}
			}
		})
	}
}

// A picture of which but some rows are on the screen is cut, not squeezed.
func TestFrameOfAPart(t *testing.T) {
	cell := image.Pt(10, 20)
	whole := Frame{Columns: 20, Rows: 10}
	part := Frame{Columns: 20, Rows: 3, Above: 2, Below: 5}
	for _, g := range []terminal.Graphics{terminal.KittyGraphics, terminal.ITerm2Images, terminal.Sixel} {
		t.Run(g.String(), func(t *testing.T) {
			of := func(f Frame) image.Image {
				sent, err := f.Append(nil, disc(200, 200), g, cell, color.Black)
				if err != nil {
					t.Fatal(err)
				}
				_, m := received(t, g, string(sent))
				return m
			}
			all, cut := of(whole), of(part)
			if cut.Bounds().Size() != image.Pt(200, 60) {
				t.Fatalf("%v pixels", cut.Bounds().Size())
			}
			others := 0 // at edges, where a palette of its own has other shades
			for y := range 60 {
				for x := range 200 {
					if all.At(x, y+40) != cut.At(x, y) {
						others++
					}
				}
			}
			if others > 200*60/100 {
				t.Errorf("%d pixels are others", others)
			}
		})
	}
}

// near allows for palettes that tell colours in hundredths.
func near(a, b color.RGBA) bool {
	for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B)} {
		if d < -4 || d > 4 {
			return false
		}
	}
	return true
}

func TestCanShow(t *testing.T) {
	cell := image.Pt(9, 18)
	for _, test := range []struct {
		graphics terminal.Graphics
		cell     image.Point
		can      bool
	}{
		{terminal.NoGraphics, cell, false}, {terminal.KittyGraphics, image.Point{}, true}, {terminal.ITerm2Images, image.Point{}, true},
		{terminal.Sixel, cell, true}, {terminal.Sixel, image.Point{}, false}, {terminal.Sixel, image.Pt(9, 0), false},
	} {
		if CanShow(test.graphics, test.cell) != test.can {
			t.Errorf("%v with cells of %v: %v", test.graphics, test.cell, !test.can)
		}
	}
}

// A screen of thousands of columns is not sent thousands of pixels where the
// terminal fits the picture into its frame.
func TestMostPixels(t *testing.T) {
	f := Frame{Columns: 500, Rows: 100}
	for g, want := range map[terminal.Graphics]image.Point{
		terminal.KittyGraphics: {1600, 640}, terminal.ITerm2Images: {1600, 640}, terminal.Sixel: {5000, 2000},
	} {
		if got := f.Pixels(g, image.Pt(10, 20)); got != want {
			t.Errorf("%v: %v, want %v", g, got, want)
		}
	}
}

// BenchmarkFrame is a photograph over half a screen, in each of the ways.
func BenchmarkFrame(b *testing.B) {
	f, cell := Frame{Columns: 66, Rows: 20}, image.Pt(10, 20)
	photo := disc(660, 400)
	for _, g := range []terminal.Graphics{terminal.KittyGraphics, terminal.ITerm2Images, terminal.Sixel} {
		b.Run(g.String(), func(b *testing.B) {
			var sent []byte
			for b.Loop() {
				var err error
				if sent, err = f.Append(sent[:0], photo, g, cell, color.Black); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(sent)), "bytes")
		})
	}
}
