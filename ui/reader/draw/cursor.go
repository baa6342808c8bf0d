package draw

import (
	"github.com/warraq/warraq/ui/reader/keymap"
)

// Cursor is which of a number of items is selected, and which is the first in
// view.
type Cursor struct{ Selected, Top int }

// Move selects the item that lies steps further, and brings it into view.
func (c *Cursor) Move(steps, visible, total int) {
	c.Selected = Clamp(c.Selected+steps, total-1)
	c.Top = Scroll(c.Top, c.Selected, visible, total)
}

// Scroll gives the first visible item so that the selected one is seen and no
// room is left empty.
func Scroll(top, selected, visible, total int) int {
	top = min(top, selected)
	top = max(top, selected-max(visible, 1)+1)
	return Clamp(top, total-visible)
}

// Clamp keeps n between 0 and most, and at 0 where most is less.
func Clamp(n, most int) int { return max(0, min(n, most)) }

// Movement is how far an action moves in what has the keys: by items or lines,
// and by parts of what is seen at once.
type Movement struct {
	Steps int
	pages float64
}

// FarAway is more lines than any text has.
const FarAway = 1 << 30

// Movements are how far the actions go that move.
var Movements = map[keymap.Action]Movement{
	keymap.Up: {Steps: -1}, keymap.Down: {Steps: 1},
	keymap.PageUp: {pages: -1}, keymap.PageDown: {pages: 1},
	keymap.HalfUp: {pages: -0.5}, keymap.HalfDown: {pages: 0.5},
	keymap.Top: {Steps: -FarAway}, keymap.Bottom: {Steps: FarAway},
}

// In is a movement in items where so many are seen at once. A page keeps one of
// the page before in sight.
func (mv Movement) In(visible int) int {
	if mv.pages == 0 {
		return mv.Steps
	}
	n := max(1, int(float64(max(visible-1, 1))*max(mv.pages, -mv.pages)))
	if mv.pages < 0 {
		return -n
	}
	return n
}

// Menu is a screen's list of items that one is chosen from.
type Menu[T any] struct {
	Items []T
	Cursor
}

// Act moves in the menu, if an action does, and says so.
func (n *Menu[T]) Act(a keymap.Action, visible int) bool {
	mv, ok := Movements[a]
	if ok {
		n.Move(mv.In(visible), visible, len(n.Items))
	}
	return ok
}

// Choose is the selected item.
func (n *Menu[T]) Choose() (item T, ok bool) {
	if n.Selected < len(n.Items) {
		return n.Items[n.Selected], true
	}
	return item, false
}

// Draw draws the items that are in view by a function that gives a row of one.
func (n *Menu[T]) Draw(visible int, item func(T, bool) Row) (rows []Row) {
	visible = max(visible, 0)
	n.Move(0, visible, len(n.Items))
	for i, it := range n.Items[n.Top:min(n.Top+visible, len(n.Items))] {
		rows = append(rows, item(it, n.Top+i == n.Selected))
	}
	return rows
}

// PointAt selects the item of a row, behind so many rows of a head.
func (n *Menu[T]) PointAt(row, head int) bool {
	i := n.Top + row - head
	if row < head || i >= len(n.Items) {
		return false
	}
	n.Selected = i
	return true
}
