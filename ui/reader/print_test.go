package reader

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// kittyPieces are the pieces of an image that a terminal is sent.
var kittyPieces = regexp.MustCompile(`\x1b_G[^;\x1b]*;([A-Za-z0-9+/=]*)\x1b\\`)

// lastSheet is the page that was sent last, nil for none.
func (s *session) lastSheet(t *testing.T) image.Image {
	t.Helper()
	for _, sent := range slices.Backward(s.sent) {
		if !strings.Contains(sent, "i=7301") {
			continue
		}
		var data strings.Builder
		for _, m := range kittyPieces.FindAllStringSubmatch(sent, -1) {
			data.WriteString(m[1])
		}
		raw, err := base64.StdEncoding.DecodeString(data.String())
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		return img
	}
	return nil
}

// inked counts the pixels of an image that are not as its first.
func inked(img image.Image) (n int) {
	b := img.Bounds()
	ground := img.At(b.Min.X, b.Min.Y)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if img.At(x, y) != ground {
				n++
			}
		}
	}
	return n
}

// articleText is what the pane of the article shows as cells.
func (s *session) articleText() string {
	var b []byte
	for _, row := range s.article.View(true) {
		b = append(rtl.AppendVisual(b, row), '\n')
	}
	return string(b)
}

// A key shows the article as in print, in the place of its cells; it scrolls and is found
// in, and the key shows the cells again with the line that one reads at the top.
func TestPrintView(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.KittyGraphics)
	cells := s.articleText()
	s.press("ctrl+g")
	first := s.lastSheet(t)
	if first == nil || inked(first) < 2000 {
		t.Fatalf("no page was sent\n%s", s.text())
	}
	if columns := s.article.Text; first.Bounds().Dx()%8 != 0 || first.Bounds().Dy()%16 != 0 || columns == nil {
		t.Errorf("the page has %v", first.Bounds())
	}
	s.sent = nil
	s.press("down", "down", "down")
	second := s.lastSheet(t)
	if second == nil {
		t.Fatal("nothing is drawn when the text moves")
	}
	if strings.Contains(strings.Join(s.sent, ""), eraseKitty) {
		t.Error("the page is taken off before the next one")
	}
	position := s.article.Position()
	s.press("ctrl+g")
	if got := s.article.Position(); got > position || s.article.Sheet(0, 0, nil) != nil {
		t.Errorf("the line at %d is not at the top, but %d", position, got)
	}
	s.press("home")
	if got := s.articleText(); got != cells {
		t.Errorf("the cells are others\n%s\nand were\n%s", got, cells)
	}
}

// What is found and chosen is marked on the page; another theme and other digits draw it
// anew, a list that moves does not.
func TestPrintViewIsDrawnAsItIs(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.KittyGraphics).press("ctrl+g")
	for _, step := range []struct {
		keys  []string
		drawn bool
	}{{[]string{"v"}, true}, {[]string{"esc"}, true}, {[]string{"C", "C"}, true}, {[]string{"-"}, true}, {[]string{"J"}, true}, {[]string{"b"}, false}} {
		s.sent = nil
		s.press(step.keys...)
		if drawn := s.lastSheet(t) != nil; drawn != step.drawn {
			t.Errorf("after %v a page was drawn: %v\n%s", step.keys, drawn, s.text())
		}
	}
}

// Tashkeel is on the page though the terminal drops it from its cells, and goes by its key.
func TestPrintViewHasTashkeel(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.KittyGraphics)
	s.Display.Terminal.KeepMarks = false
	s.settings.SetTerminal(s.Display.Terminal)
	s.press("ctrl+g")
	marked := inked(s.lastSheet(t))
	doubled := inked(s.press("T").lastSheet(t))
	hidden := inked(s.press("T").lastSheet(t))
	if hidden > doubled || doubled >= marked {
		t.Errorf("%d pixels have ink, %d with shadda alone, %d without tashkeel", marked, doubled, hidden)
	}
}

// Where a terminal shows no pixels, or does not tell how large its cells are where that has
// to be known, the key says so.
func TestPrintViewThatCannotBe(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.NoGraphics).press("ctrl+g")
	if s.article.SetPrint != nil || s.notice != s.Words.Looks.NoPrint {
		t.Errorf("%q", s.notice)
	}
	s = openGraphic(t, 120, 40, terminal.Sixel)
	s.Display.CellSize = image.Point{}
	if s.press("ctrl+g"); s.article.SetPrint != nil || s.notice != s.Words.Looks.NoPrint {
		t.Errorf("%q", s.notice)
	}
}

// A page goes over sixels and iTerm2's images too.
func TestPrintViewOfOtherTerminals(t *testing.T) {
	t.Parallel()
	for g, sign := range map[terminal.Graphics]string{terminal.Sixel: "\x1bP0;1q", terminal.ITerm2Images: "\x1b]1337;File="} {
		s := openGraphic(t, 100, 30, g)
		s.press("ctrl+g")
		if !strings.Contains(strings.Join(s.sent, ""), sign) {
			t.Errorf("%v: %q", g, s.sent)
		}
	}
}
