package run

import (
	"image/color"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
)

// cellAttributes are those of the emulator's cells and of ours.
var cellAttributes = []struct {
	theirs uint8
	ours   rtl.Attributes
}{
	{uv.AttrBold, rtl.Bold},
	{uv.AttrFaint, rtl.Faint},
	{uv.AttrItalic, rtl.Italic},
	{uv.AttrBlink, rtl.Blink},
	{uv.AttrRapidBlink, rtl.Blink},
	{uv.AttrReverse, rtl.Reverse},
	{uv.AttrConceal, rtl.Conceal},
	{uv.AttrStrikethrough, rtl.Strike},
}

// styleOf gives the look of a cell.
func styleOf(c *uv.Cell) rtl.Style {
	if c.Style.IsZero() && c.Link.URL == "" {
		return rtl.Style{}
	}
	s := rtl.Style{Foreground: colorOf(c.Style.Fg), Background: colorOf(c.Style.Bg), UnderlineColor: colorOf(c.Style.UnderlineColor)}
	for _, a := range cellAttributes {
		if c.Style.Attrs&a.theirs != 0 {
			s.Attributes |= a.ours
		}
	}
	switch c.Style.Underline {
	case uv.UnderlineNone:
	case uv.UnderlineDouble:
		s.Attributes |= rtl.DoubleUnderline
	case uv.UnderlineCurly:
		s.Attributes |= rtl.CurlyUnderline
	default:
		s.Attributes |= rtl.Underline
	}
	if rtl.MayFollow(c.Link.URL) {
		s.Link = c.Link.URL
	}
	return s
}

// colorOf gives a colour as it is sent, the terminal's own for nil.
func colorOf(c color.Color) rtl.Color {
	switch c := c.(type) {
	case nil:
		return 0
	case ansi.BasicColor:
		return rtl.Palette(uint8(c))
	case ansi.IndexedColor:
		return rtl.Palette(uint8(c))
	}
	const eight = 8
	r, g, b, _ := c.RGBA()
	return rtl.RGB(uint8(r>>eight), uint8(g>>eight), uint8(b>>eight))
}
