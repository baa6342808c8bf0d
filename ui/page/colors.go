package page

import (
	"charm.land/lipgloss/v2"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
)

// A document's text is styled once, in colours that stand for the purposes of a
// theme, and shows those of the theme that it has when a line is laid out: another
// theme costs no more than the lines in sight.

// purposeTheme is the theme in which text is styled: colour n of the terminal's
// palette stands for purpose n of [colors].
var purposeTheme = theme.Theme{
	Name: "purposes",
	Text: "1", Muted: "2", Accent: "3", Title: "4", Link: "5",
	Code: "6", Quote: "7", Mark: "8", Border: "9", CodePanel: "10",
}

// purposeColor gives the colour that stands for one.
func purposeColor(number string) rtl.Color { return theme.Color(lipgloss.Color(number)) }

// colors are the colours of a theme by their purposes, the first for none.
type colors [11]rtl.Color

// newColors gives the colours of a theme.
func newColors(t theme.Theme) colors {
	var c colors
	for i, text := range []string{
		t.Text, t.Muted, t.Accent, t.Title, t.Link, t.Code, t.Quote, t.Mark, t.Border, t.CodePanel,
	} {
		if text != "" {
			c[i+1] = theme.Color(lipgloss.Color(text))
		}
	}
	return c
}

// of gives the colour that a purpose has.
func (c *colors) of(purpose rtl.Color) rtl.Color {
	if purpose == 0 {
		return 0
	}
	return c[uint8(purpose)] // as rtl.Palette has it
}

// paint gives cells that were laid out by purposes the colours for them.
func (c *colors) paint(cells []rtl.Cell) {
	for i := range cells {
		s := &cells[i].Style
		s.Foreground, s.Background = c.of(s.Foreground), c.of(s.Background)
	}
}
