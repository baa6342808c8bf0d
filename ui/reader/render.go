package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// The rules between panes. The thick ones mark what has the focus and where the
// visible part lies.
const (
	horizontalRule, thickHorizontal = '─', '━'
	verticalRule, thickVertical     = '│', '┃'
)

// View draws the screen.
func (app *App) View() tea.View {
	rows, cursor := app.frame()
	app.paint(rows)
	lines := make([]string, len(rows))
	var buffer []byte
	for i, r := range rows {
		buffer = app.term.Append(buffer[:0], r)
		lines[i] = string(buffer)
	}
	view := tea.NewView(strings.Join(lines, "\n"))
	view.AltScreen = true
	view.WindowTitle = app.title()
	view.KeyboardEnhancements = keyboard.Enhancements
	if app.looks.Mouse {
		view.MouseMode = tea.MouseModeCellMotion
	}
	if app.fetcher.IsRunning() {
		view.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, app.fetcher.Percent())
	}
	if cursor != nil {
		view.Cursor = tea.NewCursor(cursor.X, cursor.Y)
	}
	return view
}

// title is the window's.
func (app *App) title() string {
	if t := terminal.TitleOf(app.article.Item.Title); t != "" {
		return app.Words.Name + " · " + t
	}
	return app.Words.Name
}

// frame is the whole screen as cells: exactly height rows of exactly width
// columns.
func (app *App) frame() ([]draw.Row, *draw.Point) {
	if app.Width <= 0 || app.Height <= 0 {
		return nil, nil
	}
	var rows []draw.Row
	var cursor *draw.Point
	rows = append(rows, app.headerRow())
	if s := app.stack.Screen(); s != nil {
		rows = append(rows, draw.Fit(s.View(app.Width, app.ScreenRows()), app.Width, app.ScreenRows())...)
	} else {
		rows = append(rows, app.paneRows()...)
	}
	footer, at := app.footer()
	rows = draw.Fit(rows, app.Width, max(0, app.Height-len(footer)))
	rows = draw.Fit(append(rows, footer...), app.Width, app.Height)
	if at >= 0 && app.Height > draw.FooterRows {
		cursor = &draw.Point{X: min(at, app.Width-1), Y: app.Height - 1}
	}
	return rows, cursor
}

// paneRows draws the titles and bodies of the panes, from the left to the right
// of the screen, each with its edge.
func (app *App) paneRows() []draw.Row {
	c := app.columns()
	height := bodyRows(app.Height)
	rows := make([]draw.Row, titleRows+height)
	for i := range rows {
		rows[i] = make(draw.Row, 0, app.Width)
	}
	for n := range slices.Backward(app.panes) {
		if c[n] <= 0 {
			continue
		}
		rows[0] = append(rows[0], app.paneTitle(n, c[n]+edgeColumns)...)
		top, visible, total := app.panes[n].Extent()
		for i, r := range draw.Fit(app.panes[n].View(n == app.focus), c[n], height) {
			rows[titleRows+i] = append(append(rows[titleRows+i], app.edge(i, height, top, visible, total, n == app.focus)), r...)
		}
	}
	return rows
}

// titleRight and titleLeft are the columns of the rule above a pane at both sides
// of its name, with the spaces beside that.
const titleRight, titleLeft = 3, 2

// paneTitle is the rule above a pane with its name at the right.
func (app *App) paneTitle(p, width int) draw.Row {
	style, rule := app.Styles.PaneTitle, horizontalRule
	ruleStyle := app.Styles.Border
	if p == app.focus {
		style, rule, ruleStyle = app.Styles.PaneFocus, thickHorizontal, app.Styles.Accent
	}
	room := max(0, width-titleRight-titleLeft)
	name := app.panes[p].Title(room, style)
	if len(name) == 0 || room == 0 {
		return draw.Repeat(rule, width, ruleStyle)
	}
	left := width - int(rtl.Width(name)) - titleRight - 1
	r := draw.Repeat(rule, left, ruleStyle)
	r = append(append(append(r, draw.Blank(1, style)...), name...), draw.Blank(1, style)...)
	return append(r, draw.Repeat(rule, titleRight-1, ruleStyle)...)
}

// edge is the cell at the left of a pane's row: the rule between panes, thick
// where the visible part of the pane's content lies, and in the accent where the pane has
// the keys.
func (app *App) edge(i, height, top, visible, total int, focused bool) rtl.Cell {
	cell := rtl.Cell{Glyph: verticalRule, Style: app.Styles.Border, At: rtl.NoOffset, Width: 1}
	if total <= visible || visible <= 0 {
		return cell
	}
	thumb := max(1, height*visible/total)
	start := (height - thumb) * top / (total - visible)
	if i >= start && i < start+thumb {
		cell.Glyph = thickVertical
		if focused {
			cell.Style = app.Styles.Accent
		}
	}
	return cell
}
