package reader

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"warraq/ui/rtl"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// Every screen in two themes: which look each cell has. The themes change nothing
// else.
func TestLooksOfFrames(t *testing.T) {
	l := library(t)
	for _, sc := range frames {
		t.Run(sc.name, func(t *testing.T) {
			texts := map[string]string{}
			for _, name := range []string{"night", "day"} {
				fresh(t, l)
				s := open(t, l, 80, 24, words.Arabic())
				s.looks.Theme = name
				s.run(s.fitTheme())
				if s.theme.Name != name {
					t.Fatalf("the theme is %s, want %s", s.theme.Name, name)
				}
				texts[name] = s.press(sc.keys...).text()
				golden(t, "looks/"+sc.name+"-"+name, s.styled())
			}
			if sc.name != "settings" && texts["night"] != texts["day"] { // which names the theme
				t.Errorf("the themes change the text:\n%s\n%s", texts["night"], texts["day"])
			}
		})
	}
}

// Without colours everything that they say is said by other means: no two cells of
// different meaning look the same.
func TestMonochromeKeepsMeaning(t *testing.T) {
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
	s.paint(rows)
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
