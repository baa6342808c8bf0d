package viewport

import (
	"slices"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
)

// layoutCache are the blocks that are laid out, by their numbers.
type layoutCache struct {
	blocks map[int][]page.Line
	cells  int // of all of them
	epoch  int // how often they were forgotten
}

// maxCells is how many cells are kept: some ten megabytes.
const maxCells = 1 << 17

// forget forgets all layouts.
func (l *layoutCache) forget() {
	l.blocks, l.cells = nil, 0
	l.epoch++
}

// Epoch returns a number that is another one whenever all is laid out anew: what stands beside
// the text and is kept looks otherwise then, too.
func (m *Model) Epoch() int { return m.layouts.epoch }

// lines lays a block out, unless it is.
func (m *Model) lines(block int) []page.Line {
	l := &m.layouts
	if lines, ok := l.blocks[block]; ok {
		return lines
	}
	if l.cells >= maxCells {
		l.forget()
	}
	if l.blocks == nil {
		l.blocks = map[int][]page.Line{}
	}
	lines := layOutBlock(m.source, block, m.options)
	for i := range lines {
		l.cells += len(lines[i].Cells)
	}
	l.blocks[block] = lines
	return lines
}

// linesAtOnce is for how many lines memory is taken at a time.
const linesAtOnce = 16

// layOutBlock gives the lines of a block with cells of their own, one at least.
func layOutBlock(source Source, block int, o rtl.Options) (lines []page.Line) {
	var cells []rtl.Cell // room for those of many lines
	for line := range source.BlockLines(block, o) {
		if len(line.Cells) > cap(cells)-len(cells) {
			n := linesAtOnce
			if len(lines) == 0 {
				n = 2 // most blocks are short
			}
			cells = make([]rtl.Cell, 0, n*len(line.Cells))
		}
		start := len(cells)
		cells = append(cells, line.Cells...)
		line.Cells = slices.Clip(cells[start:])
		lines = append(lines, line)
	}
	if lines == nil {
		lines = []page.Line{{Position: source.Position(block), End: source.Position(block)}}
	}
	return lines
}
