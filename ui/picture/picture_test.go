package picture

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// disc is a bright disc before a dark ground, half transparent at its right.
func disc(width, height int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			dx, dy := 2*x-width, 2*y-height
			c := color.NRGBA{20, 30, 90, 255}
			if dx*dx+dy*dy < min(width, height)*min(width, height)*3/4 {
				c = color.NRGBA{250, 200, 60, 255}
			}
			if x > width*3/4 {
				c.A = 0
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func encodePNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDecode(t *testing.T) {
	whole := encodePNG(t, disc(200, 100))
	for _, test := range []struct {
		name          string
		data          []byte
		width, height int
		want          image.Point
		ok            bool
	}{
		{"smaller than the room", whole, 400, 400, image.Pt(200, 100), true},
		{"wider", whole, 100, 400, image.Pt(100, 50), true},
		{"higher", whole, 400, 25, image.Pt(50, 25), true},
		{"a room of nothing", whole, 1, 1, image.Pt(1, 1), true},
		{"cut off", whole[:len(whole)/2], 400, 400, image.Point{}, false},
		{"no picture", []byte("\x1b[31m"), 400, 400, image.Point{}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			m, err := Decode(test.data, test.width, test.height, color.Black)
			if (err == nil) != test.ok {
				t.Fatal(err)
			}
			if err == nil && m.Bounds().Size() != test.want {
				t.Errorf("%v, want %v", m.Bounds().Size(), test.want)
			}
		})
	}
	huge := bytes.Clone(whole)
	copy(huge[16:], []byte{0, 0, 200, 0, 0, 0, 200, 0}) // its width and height
	if _, err := Decode(huge, 10, 10, color.Black); err == nil || errors.Is(err, image.ErrFormat) {
		t.Errorf("a huge one: %v", err)
	}
	m, err := Decode(whole, 200, 100, color.White)
	if err != nil || m.At(199, 50) != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("what lets the ground through shows %v, %v", m.At(199, 50), err)
	}
}

// A picture of as many pixels as come in takes no more memory than those and what is
// shown of them, whatever its shape.
func TestDecodeTakesTheMemoryOfThePixels(t *testing.T) {
	sizes := []image.Point{{1600, 15_000}, {15_000, 1600}, {24, 1_000_000}, {4800, 5000}}
	if testing.Short() {
		sizes = sizes[2:3] // the one that has to be shrunk most
	}
	for _, size := range sizes {
		var head bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&head, image.NewGray(image.Rectangle{Max: size})); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		m, err := Decode(head.Bytes(), 1600, 1600, color.White)
		if err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if most := uint64(8*size.X*size.Y + 64*1600*1600); after.TotalAlloc-before.TotalAlloc > most {
			t.Errorf("%v takes %d MB to be shown as %v, more than %d", size, (after.TotalAlloc-before.TotalAlloc)>>20, m.Bounds().Size(), most>>20)
		}
	}
}

// What is shrunk keeps its colours where they are.
func TestShrink(t *testing.T) {
	from := image.NewRGBA(image.Rect(0, 0, 7, 4))
	for x := range 7 {
		for y := range 4 {
			from.Set(x, y, color.Gray{uint8(40 * (x / 2))})
		}
	}
	got := shrinkImage(from.SubImage(image.Rect(1, 1, 7, 4)), 2) // columns 0 1, 1 2, 2 3 of the grays
	for x, want := range []uint8{20, 60, 100} {
		if c := got.RGBAAt(x, 0); c.R != want || c.A != 255 || got.Rect.Dy() != 1 {
			t.Errorf("column %d is %v, want %d", x, c, want)
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct {
		name          string
		palette       Palette
		columns, rows int
		size          image.Point
	}{
		{"colors", Colors, 24, 40, image.Pt(1600, 800)},
		{"dark", OnDark, 24, 40, image.Pt(1600, 800)},
		{"light", OnLight, 24, 40, image.Pt(1600, 800)},
		{"low", Colors, 80, 4, image.Pt(1600, 800)},
		{"small", OnDark, 80, 40, image.Pt(64, 32)},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines := Blocks(disc(160, 80), test.size, test.columns, test.rows, test.palette)
			var out []byte
			for _, l := range lines {
				if len(l) != len(lines[0]) || len(l) > test.columns || len(lines) > test.rows {
					t.Errorf("%d columns of %d, %d rows of %d", len(l), test.columns, len(lines), test.rows)
				}
				out = append(rtl.AppendVisual(out, l), '\n')
			}
			golden(t, test.name, strings.ReplaceAll(string(out), "\x1b", "␛"))
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := errors.Join(os.MkdirAll("testdata", 0o750), os.WriteFile(path, []byte(got), 0o600)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("it is not as in %s:\n%s", path, got)
	}
}

// Whatever a picture holds, it is refused or becomes cells that fill their room.
func FuzzBlocks(f *testing.F) {
	f.Add(encodePNG(f, disc(40, 20)), 10, 10)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, disc(40, 20), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), 1, 90)
	f.Fuzz(func(t *testing.T, data []byte, columns, rows int) {
		columns, rows = max(1, columns%200), max(1, rows%200)
		m, err := Decode(data, 100, 100, color.Black)
		if err != nil {
			return
		}
		for _, p := range []Palette{Colors, OnDark, OnLight} {
			lines := Blocks(m, m.Bounds().Size(), columns, rows, p)
			if len(lines) == 0 || len(lines) > rows || len(lines[0]) == 0 || len(lines[0]) > columns {
				t.Fatalf("%d lines in %d rows", len(lines), rows)
			}
		}
	})
}

// BenchmarkShow is the way of a photograph of 1600×1200 pixels from its bytes to
// cells.
func BenchmarkShow(b *testing.B) {
	var data bytes.Buffer
	if err := jpeg.Encode(&data, disc(1600, 1200), nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		m, err := Decode(data.Bytes(), 400, 400, color.Black)
		if err != nil {
			b.Fatal(err)
		}
		sent := 0
		for _, l := range Blocks(m, image.Pt(1600, 1200), 66, 36, Colors) {
			sent += len(rtl.AppendVisual(nil, l))
		}
		b.ReportMetric(float64(sent), "bytes")
	}
}
