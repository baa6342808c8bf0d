package theme

import (
	"math"
	"strconv"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/rtl"
)

// Text is readable on the background that its theme is for: a contrast of at
// least 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
func TestContrast(t *testing.T) {
	for _, tt := range []struct {
		theme       Theme
		backgrounds []string
	}{
		{Night(), []string{"#000000", "#1e1e1e", "#24273a", Night().Ground}},
		{Day(), []string{"#ffffff", "#fafafa", "#f5f1e6", Day().Ground}},
		{Sepia(), []string{Sepia().Page}},
		{Contrast(), []string{Contrast().Page}},
		{Midnight(), []string{Midnight().Page}},
		{Olive(), []string{Olive().Page}},
	} {
		th := tt.theme
		for _, background := range tt.backgrounds {
			for name, color := range map[string]string{
				"text": th.Text, "muted": th.Muted, "accent": th.Accent, "title": th.Title, "link": th.Link,
				"code": th.Code, "quote": th.Quote, "mark": th.Mark, "warning": th.Warning,
			} {
				if c := contrast(color, background); c < 4.5 {
					t.Errorf("%s: %s %s on %s has a contrast of %.2f", th.Name, name, color, background, c)
				}
			}
		}
		if c := contrast(th.SelectionText, th.Selection); c < 4.5 {
			t.Errorf("%s: the selected row has a contrast of %.2f", th.Name, c)
		}
		if c := contrast(th.MarkerText, th.Marker); c < 4.5 {
			t.Errorf("%s: a highlighted passage has a contrast of %.2f", th.Name, c)
		}
		if c := contrast(th.Code, th.CodePanel); c < 4.5 {
			t.Errorf("%s: code has a contrast of %.2f", th.Name, c)
		}
	}
}

// What is shown on a background that is not known can be read on any that is black or white.
func TestMiddle(t *testing.T) {
	m := Middle()
	for name, color := range map[string]string{
		"muted": m.Muted, "accent": m.Accent, "link": m.Link, "code": m.Code, "quote": m.Quote, "mark": m.Mark, "warning": m.Warning, "border": m.Border,
	} {
		for _, background := range []string{"#000000", "#ffffff"} {
			if c := contrast(color, background); c < 4.5 {
				t.Errorf("%s %s on %s has a contrast of %.2f", name, color, background, c)
			}
		}
	}
}

// Where a terminal has but sixteen colours, the focus and the keys are in one of them, and
// the borders in another.
func TestSixteenColours(t *testing.T) {
	s := For(Dark, colorprofile.ANSI).Styles()
	if s.Accent.Foreground == 0 || s.PaneFocus.Foreground != s.Accent.Foreground || s.FooterKey.Foreground != s.Accent.Foreground {
		t.Errorf("the accent is %v, the focus %v, keys %v", s.Accent, s.PaneFocus, s.FooterKey)
	}
	if s.Border.Foreground == s.Accent.Foreground || s.Border.Foreground == 0 {
		t.Errorf("borders are %v", s.Border)
	}
}

// xtermColours are xterm's sixteen. Where letters are bold it takes the brighter of two.
var xtermColours = [16]string{
	"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
	"#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
}

// What is in one of the terminal's own colours can be read on its background, bold or not,
// whether that is known or not.
func TestSixteenColoursCanBeRead(t *testing.T) {
	for _, tt := range []struct {
		known  Background
		ground string
	}{{Light, "#ffffff"}, {Dark, "#000000"}, {UnknownBackground, "#ffffff"}, {UnknownBackground, "#000000"}} {
		th := For(tt.known, colorprofile.ANSI)
		for _, number := range []string{th.Accent, th.Border, th.Code, th.Mark, th.Warning} {
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range []string{xtermColours[n], xtermColours[n|8]} {
				if got := contrast(c, tt.ground); got < 3 {
					t.Errorf("colour %d is %s, of which the contrast on %s is %.1f", n, c, tt.ground, got)
				}
			}
		}
	}
}

// What is highlighted, what is selected and what was found are told apart in every theme,
// and without colours too.
func TestMarksAreToldApart(t *testing.T) {
	for _, th := range append(All(), Palette()) {
		s := th.Styles()
		for name, pair := range map[string][2]rtl.Style{
			"highlighted and selected": {s.Highlight, s.Selected}, "highlighted and found": {s.Highlight, s.Hit}, "found and selected": {s.Hit, s.Selected},
		} {
			if th.Selection != "" && pair[0].Background == pair[1].Background && pair[0].Foreground == pair[1].Foreground {
				t.Errorf("%s: %s have the same colours", th.Name, name)
			}
			if th.Selection == "" && pair[0].Attributes == pair[1].Attributes {
				t.Errorf("%s: %s are the same without colours", th.Name, name)
			}
		}
	}
}

func contrast(a, b string) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func luminance(color string) float64 {
	r, g, b, _ := lipgloss.Color(color).RGBA()
	linear := func(c uint32) float64 {
		v := float64(c) / 0xffff
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// A theme whose text cannot be read on the background is never taken: what is
// not known is left to the terminal's own colours.
func TestThemeByTheTerminal(t *testing.T) {
	for _, tt := range []struct {
		background Background
		profile    colorprofile.Profile
		want       string
	}{
		{Dark, colorprofile.TrueColor, "night"},
		{Dark, colorprofile.ANSI256, "night"},
		{Light, colorprofile.TrueColor, "day"},
		{Light, colorprofile.ANSI, "palette"},
		{Dark, colorprofile.Ascii, "palette"},
		{UnknownBackground, colorprofile.TrueColor, "middle"},
	} {
		if got := For(tt.background, tt.profile).Name; got != tt.want {
			t.Errorf("For(%v, %v) = %s, want %s", tt.background, tt.profile, got, tt.want)
		}
	}
}

// A theme that leaves the page to the terminal has one of its own where the
// terminal's would not let it be read, or is not known.
func TestOn(t *testing.T) {
	for _, tt := range []struct {
		theme Theme
		on    Background
		want  string
	}{
		{Night(), Dark, ""}, {Night(), Light, Night().Ground}, {Night(), UnknownBackground, Night().Ground},
		{Day(), Light, ""}, {Day(), Dark, Day().Ground}, {Day(), UnknownBackground, Day().Ground},
		{Sepia(), Dark, Sepia().Page}, {Sepia(), Light, Sepia().Page}, {Palette(), Light, ""},
	} {
		if got := tt.theme.On(tt.on).Page; got != tt.want {
			t.Errorf("%s on background %d: %q, want %q", tt.theme.Name, tt.on, got, tt.want)
		}
	}
}
