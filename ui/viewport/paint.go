package viewport

import "github.com/warraq/warraq/ui/rtl"

// Looks say how cells are marked: each changes the style of one.
type Looks struct {
	Hit      func(*rtl.Style) // what was found
	Current  func(*rtl.Style) // the hit that one has gone to
	Selected func(*rtl.Style) // the passage that is chosen
}

// Paint marks what was found and what is chosen in the cells of a row, which are the
// caller's copy of its own.
func (m *Model) Paint(row Row, cells []rtl.Cell, looks Looks) {
	for _, found := range m.hitsIn(row.Block) {
		look := looks.Hit
		if m.isHit && m.current == (foundHit{row.Block, found}) {
			look = looks.Current
		}
		markCells(cells, row.Showing(found.Start, found.End), look)
	}
	if m.selection != nil {
		markCells(cells, row.Cover(m.selection.bounds()), looks.Selected)
	}
}

// markCells changes the looks of some cells.
func markCells(cells []rtl.Cell, which []int, look func(*rtl.Style)) {
	for _, i := range which {
		if look != nil {
			look(&cells[i].Style)
		}
	}
}
