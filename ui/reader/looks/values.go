package looks

import (
	"slices"
	"strconv"

	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// sideStep is by how much the width of a pane at the side changes in the settings.
const sideStep = 4

// sideWidths are the widths of a pane at the side that one can choose: first the
// one that follows the screen, and among the others the one that there is.
func sideWidths(now func(*Looks) int) func(*Settings) []string {
	return func(s *Settings) []string {
		widths := []int{0}
		for n := columns.LeastSide; n <= max(s.Width-columns.LeastMain, columns.LeastSide); n += sideStep {
			widths = append(widths, n)
		}
		if is := now(&s.Looks); !slices.Contains(widths, is) {
			widths = append(widths, is)
			slices.Sort(widths)
		}
		values := make([]string, len(widths))
		for i, n := range widths {
			values[i] = strconv.Itoa(n)
		}
		return values
	}
}

// measures are the measures that one can choose: by steps from the one that there
// is, or from what can be seen of it where the pane does not let it be as wide as
// it might, so that the first step down is one that can be seen.
func (s *Settings) measures() (values []string) {
	now := s.Measure
	columns, _ := s.textColumns()
	below := min(now, max(leastMeasure, columns))
	for n := below - measureStep; n >= leastMeasure; n -= measureStep {
		values = append(values, strconv.Itoa(n))
	}
	slices.Reverse(values)
	for n := now; n <= max(now, mostMeasure); n += measureStep {
		values = append(values, strconv.Itoa(n))
	}
	return values
}

// digitNames are the names of the sets of digits in the settings.
var digitNames = []string{
	rtl.DigitsAsIs: "asis", rtl.DigitsArabic: "arabic", rtl.DigitsPersian: "persian", rtl.DigitsEuropean: "european",
}

// directionNames are the names of the directions of paragraphs in the settings.
var (
	directionChoices = []rtl.Direction{rtl.AutoRTL, rtl.RTL, rtl.LTR}
	directionNames   = []string{"auto", "rtl", "ltr"}
)

// alignNames are the names of the sides of lines in the settings.
var alignNames = []string{rtl.AlignStart: "auto", rtl.AlignRight: "right", rtl.AlignLeft: "left"}

// themeNames are those that one can choose: first the one that follows the
// terminal.
func (s *Settings) themeNames() []string {
	names := []string{AutoTheme}
	for _, t := range s.themes {
		names = append(names, t.Name)
	}
	return names
}

// fitTheme takes the theme that is chosen.
func (s *Settings) fitTheme() Effect {
	if s.SetTheme() {
		return Retheme
	}
	return 0
}

// formNames are the names of the forms of a line that one can choose: all but the one
// that puts no cell where it belongs.
func formNames(*Settings) (names []string) {
	for f := terminal.Visual; len(names) == 0 || f != terminal.Visual; f = f.Next() {
		if f != terminal.Logical {
			names = append(names, f.String())
		}
	}
	return names
}

// speak changes the words, also in the article.
func (s *Settings) speak(w *words.Words) Effect {
	s.Words = w
	return Restyle
}

func (s *Settings) noThemes() string {
	if !s.HasThemes() {
		return s.Words.Looks.NoThemes
	}
	return ""
}

func (s *Settings) noTashkeel() string {
	if !s.Terminal.KeepMarks && !s.Prints() {
		return s.Words.Looks.NoTashkeel
	}
	return ""
}
