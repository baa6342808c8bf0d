package reader

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Some screens with the look that each cell has; the themes change nothing else, on any
// screen.
func TestLooksOfFrames(t *testing.T) {
	t.Parallel()
	pictured := []string{"article", "found", "selected", "highlighted", "settings", "shelves"}
	for _, sc := range readerFrames {
		t.Run(sc.name, func(t *testing.T) {
			t.Parallel()
			texts := map[string]string{}
			for _, name := range []string{"night", "day"} {
				s := openReader(t, sampleLibrary(t), 80, 24, words.Arabic())
				s.settings.ThemeName = name
				s.run(s.perform(s.settings.FitTheme()))
				if s.Theme.Name != name {
					t.Fatalf("the theme is %s, want %s", s.Theme.Name, name)
				}
				texts[name] = s.press(sc.keys...).text()
				if name == "night" && slices.Contains(pictured, sc.name) {
					golden(t, "looks/"+sc.name, s.styled())
				}
			}
			if !strings.HasPrefix(sc.name, "settings") && texts["night"] != texts["day"] { // which name the theme
				t.Errorf("the themes change the text:\n%s\n%s", texts["night"], texts["day"])
			}
		})
	}
}

// Without colours everything that they say is said by other means: no two cells of
// different meaning look the same.
func TestMonochromeKeepsMeaning(t *testing.T) {
	t.Parallel()
	s := theme.For(theme.UnknownBackground, colorprofile.Ascii).Styles()
	for name, pair := range map[string][2]rtl.Style{
		"the selected row and another":    {s.Selected, s.Text},
		"a highlighted passage and text":  {s.Highlight, s.Text},
		"a key in the footer and what it": {s.FooterKey, s.Footer},
		"the pane with the keys":          {s.PaneFocus, s.PaneTitle},
		"a title and text":                {s.Title, s.Text},
	} {
		if pair[0] == pair[1] {
			t.Errorf("%s look the same: %+v", name, pair[0])
		}
	}
}

// styled is the frame as letters, one for each look, and what they stand for.
func (s *session) styled() string {
	rows, _ := s.frame()
	s.Display.Paint(rows)
	names := map[rtl.Style]byte{}
	var b, legend strings.Builder
	for _, r := range rows {
		for _, c := range r {
			look := c.Style
			look.Link = ""
			name, known := names[look]
			if !known {
				name = '.'
				if n := len(names); n > 0 {
					name = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[n-1]
				}
				names[look] = name
				fmt.Fprintf(&legend, "%c %s on %s%s\n", name, colour(look.Foreground), colour(look.Background), attributes(look.Attributes))
			}
			b.WriteString(strings.Repeat(string(name), int(c.Width)))
		}
		b.WriteByte('\n')
	}
	return b.String() + legend.String()
}

func colour(c rtl.Color) string {
	switch kind := c >> 24; {
	case kind == rtl.RGB(0, 0, 0)>>24:
		return fmt.Sprintf("#%06x", uint32(c)&0xffffff)
	case kind == rtl.Palette(0)>>24:
		return fmt.Sprintf("colour %d", uint32(c)&0xff)
	default:
		return "the terminal's"
	}
}

func attributes(a rtl.Attributes) string {
	var said strings.Builder
	for i, name := range []string{"bold", "faint", "italic", "underlined", "blinking", "reversed", "struck"} {
		if a&[]rtl.Attributes{rtl.Bold, rtl.Faint, rtl.Italic, rtl.Underline, rtl.Blink, rtl.Reverse, rtl.Strike}[i] != 0 {
			said.WriteString(" " + name)
		}
	}
	return said.String()
}

// Whatever stands on whatever ground can be read: each letter of each screen in
// each theme has a contrast of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
func TestEveryLetterCanBeRead(t *testing.T) {
	t.Parallel()
	themes := theme.All()
	if testing.Short() {
		themes = themes[:2]
	}
	for _, th := range themes {
		t.Run(th.Name, func(t *testing.T) {
			faults := map[string]string{}
			for _, sc := range readerFrames {
				s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
				s.settings.ThemeName = th.Name
				s.run(s.perform(s.settings.FitTheme()))
				s.press(sc.keys...)
				ground := s.Theme.Page
				if ground == "" {
					ground = s.Theme.Ground
				}
				rows, _ := s.frame()
				s.Display.Paint(rows)
				for y, r := range rows {
					for _, c := range r {
						if !lettered(&c) {
							continue
						}
						on, ink := coloured(c.Style.Background, ground), coloured(c.Style.Foreground, s.Theme.Text)
						if c.Style.Attributes&rtl.Reverse != 0 {
							on, ink = ink, on
						}
						if got := contrast(ink, on); got < 4.5 {
							faults[colour(ink)+" on "+colour(on)] = fmt.Sprintf("%s, row %d: %q has %.2f", sc.name, y, c.Text, got)
						}
					}
				}
			}
			for colours, where := range faults {
				t.Errorf("%s: %s", colours, where)
			}
		})
	}
}

// lettered tells of a cell that says something: it is no space, no border and no
// part of a picture.
func lettered(c *rtl.Cell) bool {
	shown := c.Glyph
	if shown == 0 {
		shown, _ = utf8.DecodeRuneInString(c.Text)
	}
	return unicode.IsLetter(shown) || unicode.IsDigit(shown) || unicode.IsPunct(shown)
}

// coloured is a colour as red, green and blue, or else that of a theme.
func coloured(c rtl.Color, otherwise string) rtl.Color {
	if c>>24 != rtl.RGB(0, 0, 0)>>24 {
		c = theme.Color(lipgloss.Color(otherwise))
	}
	return c
}

// contrast is that of two colours, from 1 to 21.
func contrast(a, b rtl.Color) float64 {
	high, low := max(luminance(a), luminance(b)), min(luminance(a), luminance(b))
	return (high + 0.05) / (low + 0.05)
}

func luminance(c rtl.Color) float64 {
	linear := func(shift int) float64 {
		v := float64(c>>shift&0xff) / 0xff
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}
