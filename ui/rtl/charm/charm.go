// Package charm gives styles of Lip Gloss and of Charm's ansi package as styles of cells,
// so that a program which has its looks in these lays out text in them. It is apart from
// package rtl, which needs none of these modules.
package charm

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
)

// FromLipgloss returns the colours and attributes of a style. Its borders, margins, padding
// and sizes are no part of a cell.
func FromLipgloss(s lipgloss.Style) rtl.Style { return styleIn(s.Inline(true).Render(sampleLetter)) }

// FromANSI returns a style that is kept as the attributes of an SGR sequence.
func FromANSI(s ansi.Style) rtl.Style { return styleIn(s.Styled(sampleLetter)) }

const sampleLetter = "x"

// styleIn returns the style of the first letter of a text.
func styleIn(text string) rtl.Style {
	for _, span := range rtl.ParseANSI(text) {
		if span.Text != "" {
			return span.Style
		}
	}
	return rtl.Style{}
}
