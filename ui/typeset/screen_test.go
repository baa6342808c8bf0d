package typeset

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/typeset/faces"
	"github.com/warraq/warraq/ui/viewport"
)

// newTestScreen shows an article on a screen of 1200 by 900 pixels.
func newTestScreen(t testing.TB, body string, times int) (*Screen, *viewport.Model) {
	d, item := document(t, strings.Repeat(body+"\n\n", times))
	set, _ := faces.NewSet("")
	s := NewScreen(d, set, image.Pt(10, 20), item.Lang, 1)
	m := viewport.New(s)
	m.SetOptions(rtl.Options{Protocols: rtl.AllProtocols, Justify: true, Direction: rtl.AutoRTL})
	m.SetSize(120, 45)
	return s, m
}

// sheetOf is what is drawn of what a viewport shows.
func sheetOf(s *Screen, m *viewport.Model) *Sheet {
	var lines []ScreenLine
	for _, r := range m.Rows() {
		lines = append(lines, ScreenLine{r.Block, r.Number})
	}
	return s.Sheet(lines, 120, 45, nil)
}

func BenchmarkTurn(b *testing.B) {
	for name, lines := range map[string]int{"page": 45, "line": 1} {
		for _, language := range []string{"arabic", "urdu"} {
			b.Run(name+"/"+language, func(b *testing.B) {
				s, m := newTestScreen(b, sample(b, language), 400)
				c := Canvas{Ink: InkOf(theme.Day())}
				sheetOf(s, m).Image(&c)
				bytesSent := 0
				for b.Loop() {
					m.Scroll(lines)
					var out bytes.Buffer
					encoder := png.Encoder{CompressionLevel: png.BestSpeed}
					if err := encoder.Encode(&out, Paletted(sheetOf(s, m).Image(&c))); err != nil {
						b.Fatal(err)
					}
					bytesSent += out.Len() * 4 / 3
				}
				b.ReportMetric(float64(bytesSent)/float64(b.N), "bytes/page")
			})
		}
	}
}

// What one does with an article in the grid goes on over set pages: what is found is in
// sight and marked, what is chosen is copied as it is written, and a line keeps its place.
func TestScreenIsATextToRead(t *testing.T) {
	t.Parallel()
	for _, language := range languages {
		s, m := newTestScreen(t, sample(t, language), 3)
		word := map[string]string{"arabic": "التفاصيل", "urdu": "ٹیکنالوجی", "persian": "نمایشگاهی", "hebrew": "מיליארד"}[language]
		if language == "arabic" {
			word = "للتفاصيل"
		}
		m.Find(func(said string) (found []text.Range) {
			if i := strings.Index(said, word); i >= 0 {
				found = append(found, text.Range{Start: i, End: i + len(word)})
			}
			return found
		})
		if r := m.Seek(true); r != viewport.Found {
			t.Fatalf("%s: %s is not found (%v)", language, word, r)
		}
		marked := 0
		for _, row := range m.Rows() {
			cells := slices.Clone(row.Cells)
			m.Paint(row, cells, viewport.Looks{
				Hit:     func(s *rtl.Style) { s.Background = 1 },
				Current: func(s *rtl.Style) { s.Background = 1 },
			})
			for _, c := range cells {
				if c.Style.Background != 0 {
					marked++
				}
			}
		}
		if marked == 0 || marked > 60 {
			t.Errorf("%s: %d cells are marked", language, marked)
		}
		m.ScrollToStart()
		m.Scroll(30)
		before := m.Position()
		m.SetSize(70, 45)
		m.SetSize(120, 45)
		if m.Position() != before {
			t.Errorf("%s: the line at %d is at %d", language, before, m.Position())
		}
		if s.Sheet(nil, 120, 45, nil).HasPictures() {
			t.Error("there is a picture on an empty sheet")
		}
	}
}

// Of a long article only what is in sight is set.
func TestScreenSetsWhatIsInSight(t *testing.T) {
	t.Parallel()
	s, m := newTestScreen(t, strings.Repeat("كلمة ", 200), 2000) // some two megabytes
	m.ScrollToEnd()
	m.Rows()
	m.ScrollTo(500_000)
	m.Rows()
	if n := len(s.blocks); n == 0 || n > 40 {
		t.Errorf("%d blocks are set", n)
	}
}

// A sheet draws the rows that it was made of, wherever the first one is cut, and what is
// marked.
func TestSheet(t *testing.T) {
	t.Parallel()
	s, m := newTestScreen(t, sample(t, "hebrew"), 3)
	c := Canvas{Ink: InkOf(theme.Day())}
	for _, scroll := range []int{0, 1, 1, 5, 30} {
		m.Scroll(scroll)
		drawn := sheetOf(s, m)
		img := drawn.Image(&c)
		if img.Bounds().Max != image.Pt(1200, 900) || len(drawn.rows) < 8 || drawn.tops[0] > 20 {
			t.Fatalf("%v, %d rows, the first at %v", img.Bounds(), len(drawn.rows), drawn.tops[0])
		}
		small := Paletted(img)
		for y := 0; y < 900; y += 7 {
			for x := 0; x < 1200; x += 5 {
				if r, g, b, _ := small.At(x, y).RGBA(); color.RGBAModel.Convert(color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) != img.At(x, y) {
					t.Fatalf("%v at %d, %d is %v", img.At(x, y), x, y, small.At(x, y))
				}
			}
		}
	}
	marked := s.Sheet(nil, 120, 45, []Mark{{Line: 2, From: 3, To: 5, Color: rtl.RGB(1, 2, 3)}}).Image(&c)
	if marked.RGBAAt(35, 45) != (color.RGBA{1, 2, 3, 255}) || marked.RGBAAt(55, 45) == (color.RGBA{1, 2, 3, 255}) {
		t.Error("the mark is elsewhere")
	}
}
