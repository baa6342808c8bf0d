package bidi

import (
	"slices"
	"testing"
)

// TestResolve tells what the files of Unicode leave out.
func TestResolve(t *testing.T) {
	tests := []struct {
		name, text string
		direction  Direction
		base       uint8
		levels     []uint8
	}{
		{"nothing, found", "", Auto, 0, []uint8{}},
		{"nothing, found, else right to left", "", AutoRTL, 1, []uint8{}},
		{"nothing strong", "1, 2", Auto, 0, []uint8{0, 0, 0, 0}},
		{"nothing strong, else right to left", "1, 2", AutoRTL, 1, []uint8{2, 1, 1, 2}},
		{"something strong", "a ב", AutoRTL, 0, []uint8{0, 0, 1}},
		{"strong in an isolate alone", "\u2067ב\u2069", Auto, 0, []uint8{0, 1, 0}},
		{"an isolate without an end", "\u2067ב a", AutoRTL, 1, []uint8{1, 3, 3, 4}},
		{"what X9 removes is as what is before it", "\u202bא\u202ca\u00adb", LTR, 0, []uint8{0, 1, 1, 0, 0, 0}},
		{"also at the start of a right-to-left paragraph", "\u00adaב", RTL, 1, []uint8{1, 2, 1}},
		{"a second paragraph forgets the controls of the first", "\u202eab\u2029ab", LTR, 0, []uint8{0, 1, 1, 0, 0, 0}},
		{"and its isolates, brackets and strong characters", "\u2067(ב\u2029a)1\u2069", RTL, 1, []uint8{1, 3, 3, 1, 2, 2, 2, 1}},
		{"the direction is the first paragraph's", "a\u2029ב", Auto, 0, []uint8{0, 0, 1}},
		{"a carriage return and a line feed", "אa\r\nb", Auto, 1, []uint8{1, 2, 1, 1, 2}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p Paragraph
			p.Resolve([]rune(test.text), test.direction)
			if p.Base() != test.base || !slices.Equal(p.Levels(), test.levels) {
				t.Errorf("base %d, levels %d; want %d, %d", p.Base(), p.Levels(), test.base, test.levels)
			}
		})
	}
}

// TestLine applies L1 where a line ends before its paragraph does.
func TestLine(t *testing.T) {
	tests := []struct {
		name, text string
		start, end int
		levels     []uint8
	}{
		{"spaces in the middle", "אב abc  def", 3, 11, []uint8{2, 2, 2, 2, 2, 2, 2, 2}},
		{"spaces at the end", "אב abc  def", 3, 8, []uint8{2, 2, 2, 1, 1}},
		{"spaces alone", "אב abc  def", 6, 8, []uint8{1, 1}},
		{"a tab and spaces before it", "א a \tb", 2, 6, []uint8{2, 1, 1, 2}},
		{"controls at the end", "א ab\u2066 \u2069\u00ad c", 2, 9, []uint8{2, 2, 1, 1, 1, 1, 1}},
		{"an empty line", "אב", 1, 1, []uint8{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p Paragraph
			p.Resolve([]rune(test.text), Auto)
			got := p.Line([]uint8{9}, test.start, test.end)
			if want := append([]uint8{9}, test.levels...); !slices.Equal(got, want) {
				t.Errorf("levels %d, want %d", got, want)
			}
		})
	}
}

func TestReorder(t *testing.T) {
	tests := []struct {
		name   string
		levels []uint8
		order  []int32
	}{
		{"nothing", nil, []int32{}},
		{"left to right", []uint8{0, 0, 0}, []int32{0, 1, 2}},
		{"right to left", []uint8{1, 1, 1}, []int32{2, 1, 0}},
		{"a word in a word in a word", []uint8{0, 1, 2, 2, 1, 0}, []int32{0, 4, 2, 3, 1, 5}},
		{"higher even levels stay where no odd one is below", []uint8{2, 2, 4}, []int32{0, 1, 2}},
		{"the deepest level", []uint8{126, 126, 125, 1}, []int32{3, 2, 0, 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Reorder([]int32{7}, test.levels)
			if want := append([]int32{7}, test.order...); !slices.Equal(got, want) {
				t.Errorf("order %d, want %d", got, want)
			}
		})
	}
}

// TestReorderMarks is rule L3.
func TestReorderMarks(t *testing.T) {
	tests := []struct {
		name, text string
		order      []int32
	}{
		{"two marks on a letter", "אב\u05b0\u05bcג", []int32{4, 1, 2, 3, 0}},
		{"marks left to right stay", "ae\u0301\u0302", []int32{0, 1, 2, 3}},
		{"a mark without a base", "\u05b0א", []int32{1, 0}},
		{"a format between", "ב\u05b0\u200d\u05bcג", []int32{4, 0, 1, 2, 3}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p Paragraph
			p.Resolve([]rune(test.text), Auto)
			levels := p.Line(nil, 0, len(p.Levels()))
			order := Reorder(nil, levels)
			if ReorderMarks(order, levels, p.Classes()); !slices.Equal(order, test.order) {
				t.Errorf("order %d, want %d", order, test.order)
			}
		})
	}
}
