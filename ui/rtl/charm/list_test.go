package charm_test

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/charm"
)

// choice is a list of Bubble Tea's whose items run from right to left.
type choice struct {
	items   []string
	current int
	width   int
}

func (c choice) Init() tea.Cmd { return nil }

func (c choice) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "down" {
		c.current = min(c.current+1, len(c.items)-1)
	}
	return c, nil
}

func (c choice) View() tea.View {
	var b strings.Builder
	chosen := charm.FromLipgloss(lipgloss.NewStyle().Bold(true))
	for i, item := range c.items {
		span, marker := rtl.Span{Text: item}, "  "
		if i == c.current {
			span.Style, marker = chosen, "> "
		}
		options := rtl.Options{Width: c.width, Direction: rtl.RTL, Prefix: []rtl.Span{{Text: marker}}}
		b.Write(rtl.AppendVisual(nil, rtl.TruncateSpans([]rtl.Span{span}, options)))
		b.WriteByte('\n')
	}
	return tea.NewView(b.String())
}

// A list of Bubble Tea's: the marker stands at the right, and what is chosen is bold.
func Example_list() {
	var m tea.Model = choice{items: []string{"المتنبي", "أبو العلاء", "Ibn Khaldun (ابن خلدون)"}, width: 28}
	m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	for row := range strings.Lines(m.View().Content) {
		fmt.Printf("|%s|\n", strings.TrimSuffix(ansi.Strip(row), "\n"))
	}
	// Output:
	// |                   ﻲﺒﻨﺘﻤﻟﺍ  |
	// |                 ءﻼﻌﻟﺍ ﻮﺑﺃ <|
	// |   (ﻥﻭﺪﻠﺧ ﻦﺑﺍ) Ibn Khaldun  |
}
