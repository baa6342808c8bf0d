package charm_test

import (
	"fmt"
	"testing"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/charm"
)

func TestStyles(t *testing.T) {
	t.Parallel()
	red := rtl.Style{Foreground: rtl.Palette(1), Attributes: rtl.Bold | rtl.Italic}
	for name, c := range map[string]struct{ got, want rtl.Style }{
		"lipgloss":              {charm.FromLipgloss(lipgloss.NewStyle().Bold(true).Italic(true).Foreground(lipgloss.Color("1"))), red},
		"lipgloss, with a box":  {charm.FromLipgloss(lipgloss.NewStyle().Bold(true).Italic(true).Foreground(lipgloss.Color("1")).Padding(2).Width(9).Border(lipgloss.NormalBorder())), red},
		"lipgloss, true colour": {charm.FromLipgloss(lipgloss.NewStyle().Background(lipgloss.Color("#102030"))), rtl.Style{Background: rtl.RGB(0x10, 0x20, 0x30)}},
		"lipgloss, none":        {charm.FromLipgloss(lipgloss.NewStyle()), rtl.Style{}},
		"ansi":                  {charm.FromANSI(ansi.Style{}.Bold().Italic(true).ForegroundColor(ansi.Red)), red},
		"ansi, none":            {charm.FromANSI(nil), rtl.Style{}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
		}
	}
}

// A Lip Gloss table whose cells run from right to left: each is laid out in its column.
func Example_table() {
	cell := func(text string) string {
		cells := rtl.TruncateSpans([]rtl.Span{{Text: text}}, rtl.Options{Width: 8})
		return string(rtl.AppendVisual(nil, cells))
	}
	t := table.New().Row(cell("سمير"), cell("القاهرة"), cell("30")).Row(cell("هدى"), cell("عمان"), cell("41"))
	fmt.Println(t)
	// Output:
	// ┌────────┬────────┬────────┐
	// │    ﺮﻴﻤﺳ│ ﺓﺮﻫﺎﻘﻟﺍ│30      │
	// │     ﻯﺪﻫ│    ﻥﺎﻤﻋ│41      │
	// └────────┴────────┴────────┘
}
