package plaintext_test

import (
	"testing"

	"github.com/warraq/warraq/ui/plaintext"
)

func TestRoom(t *testing.T) {
	for _, tt := range []struct {
		name                 string
		measure              plaintext.Measure
		width                int
		left, columns, right int
	}{
		{"none", plaintext.Measure{}, 80, 0, 80, 0},
		{"as wide as it may be", plaintext.Measure{Columns: 66, Margin: 2}, 80, 12, 66, 2},
		{"as wide as the screen lets it", plaintext.Measure{Columns: 66, Margin: 2}, 60, 2, 56, 2},
		{"no margin", plaintext.Measure{Columns: 66}, 80, 14, 66, 0},
		{"no room for a margin", plaintext.Measure{Columns: 66, Margin: 2}, 30, 0, 30, 0},
		{"a margin as wide as the screen", plaintext.Measure{Columns: 66, Margin: 200}, 80, 20, 40, 20},
	} {
		if left, columns, right := tt.measure.Room(tt.width); left != tt.left || columns != tt.columns || right != tt.right {
			t.Errorf("%s: %d, %d, %d", tt.name, left, columns, right)
		}
	}
}

// Prose is what runs from right to left and has no shape.
func TestProse(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		prose bool
	}{
		{"a paragraph", []string{"هذه فقرة من كلام."}, true},
		{"among it one from left to right", []string{"هذه فقرة.", "And this one."}, true},
		{"what runs from left to right", []string{"make: nothing to do", "done"}, false},
		{"columns", []string{"الاسم    العدد", "كتاب     12"}, false},
		{"nothing", []string{""}, false},
	} {
		var p plaintext.Planner
		for i, l := range p.Plan(tt.lines) {
			if l.Prose != tt.prose {
				t.Errorf("%s, line %d: %v", tt.name, i, l.Prose)
			}
		}
	}
}
