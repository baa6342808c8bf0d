package columns

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
)

// At returns the pane that shows a column of the screen; ok is false where none does. Its
// border is the column at its left, which is one of it.
func (c *Columns) At(x int) (i int, border, ok bool) {
	widths := c.Widths()
	for i, width := range widths {
		if from := leftOf(widths, i); width > 0 && x >= from-edgeColumns && x < from+width {
			return i, x < from, true
		}
	}
	return 0, false, false
}

// local turns a point of the screen into one of a pane.
func (c *Columns) local(i int, at draw.Point) draw.Point {
	return draw.Point{X: at.X - c.Left(i), Y: at.Y - FirstRow}
}

// Wheel turns the wheel over a column of the screen, and returns what the pane there asks for.
func (c *Columns) Wheel(x int, turn dialog.Wheel) dialog.Action {
	i, _, ok := c.At(x)
	if !ok {
		return nil
	}
	return c.Tell(i, turn)
}

// Click gives a click of the left button to what is under the pointer, and returns what is
// asked for there: the border of a pane, its title or its content. moved is told when the
// border of a pane was drawn somewhere else: the name of the setting and its value.
func (c *Columns) Click(msg tea.MouseClickMsg, moved func(setting, value string) dialog.Action) dialog.Action {
	i, _, ok := c.At(msg.X)
	at := c.local(i, draw.Point{X: msg.X, Y: msg.Y})
	switch side, ofSide := c.borderAt(msg.X); {
	case !ok || msg.Y < draw.HeaderRows:
		return nil
	case ofSide:
		return dialog.Push{Dialog: &dialog.Drag{To: func(at draw.Point) dialog.Action {
			if setting, value := c.moveBorder(side, at.X); setting != "" {
				return moved(setting, value)
			}
			return nil
		}}}
	case msg.Y == draw.HeaderRows:
		width := c.Widths()[i]
		return c.Tell(i, pane.TitleClick{Column: width - titleRight - 1 - at.X, Width: width + edgeColumns - titleRight - titleLeft})
	case at.Y >= BodyRows(c.Height):
		return nil
	default:
		return c.Tell(i, pane.Click{Point: at, Mod: msg.Mod, Local: func(p draw.Point) draw.Point { return c.local(i, p) }})
	}
}

// borderAt returns the pane at the side whose border a column of the screen is: of one
// before the main pane the edge at its left, of one behind it the edge of the pane at its
// right.
func (c *Columns) borderAt(x int) (side int, ok bool) {
	widths, main := c.Widths(), c.Main()
	if widths[main] == 0 {
		return 0, false
	}
	for i, width := range widths {
		switch from := leftOf(widths, i); {
		case width == 0 || i == main:
		case i < main && x == from-edgeColumns, i > main && x == from+width:
			return i, true
		}
	}
	return 0, false
}

// moveBorder moves the border of a pane at the side to a column of the screen, as far as
// the panes have room, and returns the setting that has another value then; "" for none.
func (c *Columns) moveBorder(side, x int) (setting, value string) {
	column := &c.Table[side]
	if column.Chosen == nil {
		return "", ""
	}
	from := c.Left(side)
	width := x - from
	if side < c.Main() {
		width = from + c.Widths()[side] - x - edgeColumns
	}
	*column.Chosen = max(width, LeastSide)
	*column.Chosen = c.Widths()[side] // what became of it
	return column.Setting, strconv.Itoa(*column.Chosen)
}
