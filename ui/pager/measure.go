package pager

import (
	"iter"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
)

// measuredPart is a part whose lines stand in a measure.
type measuredPart struct {
	Part
	measure plaintext.Measure
}

// Within returns a part all of whose lines stand in a measure.
func Within(p Part, measure plaintext.Measure) Part {
	if measure.Columns <= 0 {
		return p
	}
	return &measuredPart{p, measure}
}

// BlockLines lays a block out in the columns of the measure.
func (m *measuredPart) BlockLines(block int, options rtl.Options) iter.Seq[page.Line] {
	return inMeasure(m.measure, options, func(options rtl.Options) iter.Seq[page.Line] {
		return m.Part.BlockLines(block, options)
	})
}

// inMeasure gives lines that are laid out in the columns of a measure, with the free ones
// beside them.
func inMeasure(measure plaintext.Measure, options rtl.Options, lay func(rtl.Options) iter.Seq[page.Line]) iter.Seq[page.Line] {
	return func(yield func(page.Line) bool) {
		var row []rtl.Cell
		left, columns, right := measure.Room(options.Width)
		options.Width = columns
		for line := range lay(options) {
			row = append(plaintext.AppendBlank(row[:0], left), line.Cells...)
			line.Cells = plaintext.AppendBlank(row, right)
			row = line.Cells
			if !yield(line) {
				return
			}
		}
	}
}
