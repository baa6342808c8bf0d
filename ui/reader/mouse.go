package reader

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
)

// paneAt returns the pane that shows a column of the screen; false where none does. Its
// border is the column at its left, which is one of it.
func (app *App) paneAt(x int) (i int, border, ok bool) {
	c := app.columns()
	for i, width := range c {
		if from := leftOf(c, i); width > 0 && x >= from-edgeColumns && x < from+width {
			return i, x < from, true
		}
	}
	return 0, false, false
}

// local turns a point of the screen into one of a pane.
func (app *App) local(i int, at draw.Point) draw.Point {
	return draw.Point{X: at.X - leftOf(app.columns(), i), Y: at.Y - ArticleRow}
}

// wheel moves what is under the pointer, and leaves the keys where they are.
func (app *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	a := keymap.Down
	switch msg.Button {
	case tea.MouseWheelUp:
		a = keymap.Up
	case tea.MouseWheelDown:
	default:
		return nil
	}
	turn := dialog.Wheel{Steps: draw.Movements[a].Steps}
	if cmd, ok := app.tell(turn); ok {
		return cmd
	}
	i, _, ok := app.paneAt(msg.X)
	if !ok {
		return nil
	}
	cmd, _ := app.updatePane(i, turn)
	return cmd
}

// click gives a click to what is under the pointer: a dialog, the border of a pane, its
// title or its content.
func (app *App) click(msg tea.MouseClickMsg) tea.Cmd {
	app.notice = ""
	app.stack.EndDrag()
	app.KeysPressed++
	if msg.Button != tea.MouseLeft {
		return nil
	}
	if cmd, ok := app.tell(dialog.Click{Row: msg.Y - draw.HeaderRows}); ok {
		return cmd
	}
	i, _, ok := app.paneAt(msg.X)
	at := app.local(i, draw.Point{X: msg.X, Y: msg.Y})
	switch side, ofSide := app.borderAt(msg.X); {
	case !ok || msg.Y < draw.HeaderRows:
		return nil
	case ofSide:
		return app.push(&dialog.Drag{To: func(at draw.Point) dialog.Action { return run(app.moveBorder(side, at.X)) }})
	case msg.Y == draw.HeaderRows:
		width := app.columns()[i] + edgeColumns
		cmd, _ := app.updatePane(i, pane.TitleClick{Column: app.columns()[i] - titleRight - 1 - at.X, Width: width - titleRight - titleLeft})
		return cmd
	case at.Y >= bodyRows(app.Height):
		return nil
	default:
		cmd, _ := app.updatePane(i, pane.Click{Point: at, Mod: msg.Mod, Local: func(p draw.Point) draw.Point { return app.local(i, p) }})
		return cmd
	}
}

// borderAt returns the pane at the side whose border a column of the screen is: of one
// before the main pane the edge at its left, of one behind it the edge of the pane at its
// right.
func (app *App) borderAt(x int) (side int, ok bool) {
	c := app.columns()
	if c[articlePane] == 0 {
		return 0, false
	}
	for i, width := range c {
		switch from := leftOf(c, i); {
		case width == 0 || i == articlePane:
		case i < articlePane && x == from-edgeColumns, i > articlePane && x == from+width:
			return i, true
		}
	}
	return 0, false
}

// moveBorder moves the border of a pane at the side to a column of the screen, as far as
// the panes have room.
func (app *App) moveBorder(side, x int) tea.Cmd {
	p := app.panes[side]
	if p.chosen == nil {
		return nil
	}
	from := leftOf(app.columns(), side)
	width := x - from
	if side < articlePane {
		width = from + app.columns()[side] - x - edgeColumns
	}
	*p.chosen = max(width, leastSide)
	*p.chosen = app.columns()[side] // what became of it
	app.keepSetting(p.setting, strconv.Itoa(*p.chosen))
	return app.relayout()
}
