package reader

// cursor is which of a number of items is selected, and which is the first in
// view.
type cursor struct{ selected, top int }

// move selects the item that lies steps further, and brings it into view.
func (c *cursor) move(steps, visible, total int) {
	c.selected = clamp(c.selected+steps, total-1)
	c.top = scroll(c.top, c.selected, visible, total)
}

// scroll gives the first visible item so that the selected one is seen and no
// room is left empty.
func scroll(top, selected, visible, total int) int {
	top = min(top, selected)
	top = max(top, selected-max(visible, 1)+1)
	return clamp(top, total-visible)
}

// clamp keeps n between 0 and most, and at 0 where most is less.
func clamp(n, most int) int { return max(0, min(n, most)) }

// movement is how far an action moves in what has the keys: by items or lines,
// and by parts of what is seen at once.
type movement struct {
	steps int
	pages float64
}

// farAway is more lines than any text has.
const farAway = 1 << 30

var movements = map[action]movement{
	up: {steps: -1}, down: {steps: 1},
	pageUp: {pages: -1}, pageDown: {pages: 1},
	halfUp: {pages: -0.5}, halfDown: {pages: 0.5},
	top: {steps: -farAway}, bottom: {steps: farAway},
}

// in is a movement in items where so many are seen at once. A page keeps one of
// the page before in sight.
func (mv movement) in(visible int) int {
	if mv.pages == 0 {
		return mv.steps
	}
	n := max(1, int(float64(max(visible-1, 1))*max(mv.pages, -mv.pages)))
	if mv.pages < 0 {
		return -n
	}
	return n
}

// menu is a screen's list of items that one is chosen from.
type menu[T any] struct {
	items []T
	cursor
}

// act moves in the menu, if an action does, and says so.
func (n *menu[T]) act(a action, visible int) bool {
	mv, ok := movements[a]
	if ok {
		n.move(mv.in(visible), visible, len(n.items))
	}
	return ok
}

// choose is the selected item.
func (n *menu[T]) choose() (item T, ok bool) {
	if n.selected < len(n.items) {
		return n.items[n.selected], true
	}
	return item, false
}

// draw draws the items that are in view by a function that gives a row of one.
func (n *menu[T]) draw(visible int, item func(T, bool) row) (rows []row) {
	visible = max(visible, 0)
	n.move(0, visible, len(n.items))
	for i, it := range n.items[n.top:min(n.top+visible, len(n.items))] {
		rows = append(rows, item(it, n.top+i == n.selected))
	}
	return rows
}
