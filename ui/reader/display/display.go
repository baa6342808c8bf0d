// Package display is what the terminal can show, as far as is known: its colours, its ground,
// the form in which it is sent lines, and whether and how it draws with pixels.
package display

import (
	"image"
	"image/color"

	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/typeset"
)

// assumedCellSize is the size of a cell where the terminal does not tell: it fits what it is
// sent to its cells.
var assumedCellSize = image.Pt(10, 20)

// Display is a terminal as it is by now.
type Display struct {
	*draw.Canvas // whose theme is shown
	Terminal     terminal.Terminal
	Profile      colorprofile.Profile // how many colours it has
	Background   theme.Background     // as far as is known
	CellSize     image.Point          // in pixels, zero where it is not known
	// Pictures is how they are to be drawn, by the name of a way; any other name is by what
	// the terminal can.
	Pictures string
}

// BackgroundOf returns what a terminal told of its background.
func BackgroundOf(t terminal.Terminal) theme.Background {
	switch {
	case t.Background == 0:
		return theme.UnknownBackground
	case t.Light():
		return theme.Light
	default:
		return theme.Dark
	}
}

// ProfileOf returns how many colours a terminal has by what the environment says of it, and by
// what is known of the terminal itself, which counts for more: but where colours are not
// wanted there are none.
func ProfileOf(said colorprofile.Profile, t *terminal.Terminal) colorprofile.Profile {
	if said < colorprofile.ANSI {
		return said
	}
	switch known := t.Colors(); {
	case known >= terminal.AllColors:
		return colorprofile.TrueColor
	case known >= terminal.PaletteColors:
		return max(said, colorprofile.ANSI256)
	default:
		return said
	}
}

// Graphics returns how pictures are sent: as was chosen, or by what the terminal can.
func (d *Display) Graphics() terminal.Graphics {
	if g, ok := terminal.ParseGraphics(d.Pictures); ok {
		return g
	}
	return d.Terminal.Graphics
}

// ShowsPixels tells whether the terminal can be sent pixels.
func (d *Display) ShowsPixels() bool { return picture.CanShow(d.Graphics(), d.CellSize) }

// Cell returns the size of a cell in pixels, an assumed one where it is not known.
func (d *Display) Cell() image.Point {
	if d.CellSize.X <= 0 || d.CellSize.Y <= 0 {
		return assumedCellSize
	}
	return d.CellSize
}

// Palette returns what pictures are drawn in as cells.
func (d *Display) Palette() picture.Palette {
	switch {
	case d.Profile >= colorprofile.ANSI256:
		return picture.Colors
	case d.Background == theme.Light:
		return picture.OnLight
	default:
		return picture.OnDark
	}
}

// Ground returns the colour of the page, over which pictures lie that let it through.
func (d *Display) Ground() color.Color {
	c := d.Styles.Page.Background
	if c == 0 {
		c = d.Terminal.Background
	}
	if c == 0 && d.Background == theme.Light {
		return color.White
	}
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255}
}

// Ink returns the colours of set pages: the theme's, on the ground of the screen.
func (d *Display) Ink() typeset.Ink {
	ink := typeset.InkOf(d.Theme)
	r, g, b, _ := d.Ground().RGBA()
	ink.Page.R, ink.Page.G, ink.Page.B = uint8(r>>8), uint8(g>>8), uint8(b>>8)
	if d.Theme.Text == "" && 3*r+6*g+b < 5*0xffff {
		ink.Text = typeset.InkOf(theme.Night()).Text
	}
	return ink
}

// HasThemes tells whether the terminal has colours enough to choose among themes.
func (d *Display) HasThemes() bool { return d.Profile >= colorprofile.ANSI256 }

// Pick returns the theme of a name among some, as far as the terminal's colours go; any other
// name is that of the one that suits it.
func (d *Display) Pick(name string, among []theme.Theme) theme.Theme {
	if d.HasThemes() {
		for _, t := range among {
			if t.Name == name {
				return t.On(d.Background)
			}
		}
	}
	return theme.For(d.Background, d.Profile)
}

// SentProfile returns in how many colours the terminal is sent its lines: all in the form
// that tells neighbours apart by them, else as many as it has.
func (d *Display) SentProfile() colorprofile.Profile {
	if d.Terminal.Form == terminal.Alternate {
		return colorprofile.TrueColor
	}
	return d.Profile
}

// Paint gives cells that have no colours of their own those of the page.
func (d *Display) Paint(rows []draw.Row) {
	page := d.Styles.Page
	if page == (rtl.Style{}) {
		return
	}
	for _, r := range rows {
		for i := range r {
			s := &r[i].Style
			if s.Attributes&rtl.Reverse != 0 {
				continue
			}
			if s.Background == 0 {
				s.Background = page.Background
			}
			if s.Foreground == 0 {
				s.Foreground = page.Foreground
			}
		}
	}
}
