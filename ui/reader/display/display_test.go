package display_test

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
)

// A terminal draws pictures by what it can, unless another way was chosen.
func ExampleDisplay_Graphics() {
	d := &display.Display{Canvas: &draw.Canvas{}, Terminal: terminal.Terminal{Graphics: terminal.KittyGraphics}, Pictures: "auto"}
	fmt.Println(d.Graphics())
	d.Pictures = "sixel"
	fmt.Println(d.Graphics())
	// Output:
	// kitty
	// sixel
}

// Sixels need the size of a cell; it is assumed where pages are set, and never known by that.
func TestCell(t *testing.T) {
	t.Parallel()
	d := &display.Display{Canvas: &draw.Canvas{}, Terminal: terminal.Terminal{Graphics: terminal.Sixel}}
	if d.ShowsPixels() || d.Cell() == (image.Point{}) {
		t.Errorf("without a size: %t, %v", d.ShowsPixels(), d.Cell())
	}
	d.CellSize = image.Pt(8, 17)
	if !d.ShowsPixels() || d.Cell() != d.CellSize {
		t.Errorf("with a size: %t, %v", d.ShowsPixels(), d.Cell())
	}
}

// Pictures lie on the ground of the theme, else on the terminal's, else on what is known of
// that; and as cells they have as many colours as there are.
func TestGround(t *testing.T) {
	t.Parallel()
	page, own := rtl.RGB(1, 2, 3), rtl.RGB(40, 50, 60)
	for name, tt := range map[string]struct {
		page, own  rtl.Color
		background theme.Background
		profile    colorprofile.Profile
		ground     color.Color
		palette    picture.Palette
	}{
		"the theme's":    {page, own, theme.Dark, colorprofile.TrueColor, color.RGBA{1, 2, 3, 255}, picture.Colors},
		"the terminal's": {0, own, theme.Dark, colorprofile.ANSI256, color.RGBA{40, 50, 60, 255}, picture.Colors},
		"a light one":    {0, 0, theme.Light, colorprofile.ANSI, color.White, picture.OnLight},
		"a dark one":     {0, 0, theme.Dark, colorprofile.ANSI, color.RGBA{0, 0, 0, 255}, picture.OnDark},
		"an unknown one": {0, 0, theme.UnknownBackground, colorprofile.Ascii, color.RGBA{0, 0, 0, 255}, picture.OnDark},
	} {
		d := &display.Display{Canvas: &draw.Canvas{}, Terminal: terminal.Terminal{Background: tt.own}, Background: tt.background, Profile: tt.profile}
		d.Styles.Page.Background = tt.page
		if got := d.Ground(); got != tt.ground {
			t.Errorf("%s: the ground is %v, want %v", name, got, tt.ground)
		}
		if got := d.Palette(); got != tt.palette {
			t.Errorf("%s: the palette is %v, want %v", name, got, tt.palette)
		}
	}
}

// A theme is taken by its name where there are colours for it, and else one that suits the
// terminal.
func TestPick(t *testing.T) {
	t.Parallel()
	all := theme.All()
	last := all[len(all)-1]
	d := &display.Display{Canvas: &draw.Canvas{}, Profile: colorprofile.TrueColor, Background: theme.Dark}
	if got := d.Pick(last.Name, all); got.Name != last.Name {
		t.Errorf("%q is picked for %q", got.Name, last.Name)
	}
	d.Profile = colorprofile.ANSI
	if got := d.Pick(last.Name, all); got != theme.For(theme.Dark, colorprofile.ANSI) || d.HasThemes() {
		t.Errorf("%q is picked on 16 colours", got.Name)
	}
}

// What has no colours gets the page's, what has keeps its own, and what is reversed is left
// alone: it has those of the page already, the other way round.
func TestPaint(t *testing.T) {
	t.Parallel()
	d := &display.Display{Canvas: &draw.Canvas{}}
	own, page := rtl.RGB(200, 0, 0), rtl.Style{Foreground: rtl.RGB(1, 1, 1), Background: rtl.RGB(2, 2, 2)}
	row := func() draw.Row {
		return draw.Row{{}, {Style: rtl.Style{Foreground: own}}, {Style: rtl.Style{Attributes: rtl.Reverse}}}
	}
	plain := row()
	if d.Paint([]draw.Row{plain}); plain[0].Style != (rtl.Style{}) {
		t.Errorf("without a page: %+v", plain[0].Style)
	}
	d.Styles.Page = page
	painted := row()
	d.Paint([]draw.Row{painted})
	for i, want := range []rtl.Style{page, {Foreground: own, Background: page.Background}, {Attributes: rtl.Reverse}} {
		if painted[i].Style != want {
			t.Errorf("cell %d: %+v, want %+v", i, painted[i].Style, want)
		}
	}
}
