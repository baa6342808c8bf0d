package reader

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/words"
)

// BenchmarkKey is the reader's own work for a key on a screen of 120×40: taking it,
// and drawing the screen.
func BenchmarkKey(b *testing.B) {
	for _, bb := range []struct {
		name   string
		before []string
		cycle  []tea.KeyPressMsg
	}{
		{"list", nil, []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}},
		{"scroll", []string{"enter"}, []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}},
		{"alone", []string{"enter", "z"}, []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}},
		{"panes", nil, []tea.KeyPressMsg{{Code: tea.KeyTab}}},
		{"search", []string{"/"}, []tea.KeyPressMsg{{Text: "ق", Code: 'ق'}, {Code: tea.KeyBackspace}}},
		{"select", []string{"enter", "v", "v"}, []tea.KeyPressMsg{{Code: tea.KeyLeft}, {Code: tea.KeyRight}}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			s := openReader(b, sampleLibrary(b), 120, 40, words.Arabic()).press(bb.before...)
			n := 0
			b.ReportAllocs()
			for b.Loop() {
				s.Update(bb.cycle[n%len(bb.cycle)])
				s.View()
				n++
			}
		})
	}
}
