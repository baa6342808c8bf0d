package typeset

import (
	"image/color"
	"strconv"

	"charm.land/lipgloss/v2"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
)

// Ink turns the colours of a theme into those of a medium.
type Ink struct {
	Page, Text color.RGBA
}

// InkOf returns the colours of a theme: its page, else the ground that it is made for, and
// its text. A theme that leaves both to the terminal is set as the day's.
func InkOf(t theme.Theme) Ink {
	day := theme.Day()
	pick := func(choices ...string) color.RGBA {
		for _, c := range choices {
			if len(c) > 1 && c[0] == '#' {
				return rgba(lipgloss.Color(c))
			}
		}
		return color.RGBA{A: 255}
	}
	return Ink{Page: pick(t.Page, t.Ground, day.Ground), Text: pick(t.Text, day.Text)}
}

// OnPaper is the ink of paper: black on white.
func OnPaper() Ink {
	return Ink{Page: color.RGBA{255, 255, 255, 255}, Text: color.RGBA{26, 25, 23, 255}}
}

func rgba(c color.Color) color.RGBA {
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}
}

// Of returns a colour of text: its own, or where it has none that of text.
func (k Ink) Of(c rtl.Color) color.RGBA {
	if c == 0 {
		return k.Text
	}
	if r, g, b, ok := c.RGB(); ok {
		return color.RGBA{r, g, b, 255}
	}
	return rgba(lipgloss.Color(strconv.Itoa(int(uint8(c)))))
}
