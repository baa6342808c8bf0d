package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/terminal"
)

// View draws the screen.
func (app *App) View() tea.View {
	rows, cursor := app.frame()
	app.Display.Paint(rows)
	lines := make([]string, len(rows))
	var buffer []byte
	for i, r := range rows {
		buffer = app.Display.Terminal.Append(buffer[:0], r)
		lines[i] = string(buffer)
	}
	view := tea.NewView(strings.Join(lines, "\n"))
	view.AltScreen = true
	view.WindowTitle = app.title()
	view.KeyboardEnhancements = keyboard.Enhancements
	if app.settings.Mouse {
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

// windowTitle is the title of the window with what it was made of.
type windowTitle struct {
	article, program string
	terminal         terminal.Terminal
	text             string
}

// title returns the title of the window, which is made anew only where something of it has
// changed since the frame before.
func (app *App) title() string {
	now := windowTitle{article: app.article.Item.Title, program: app.Words.Name, terminal: app.Display.Terminal}
	if before := app.titled; before.article == now.article && before.program == now.program && before.terminal == now.terminal {
		return before.text
	}
	now.text = now.terminal.Title(now.program)
	if t := terminal.TitleOf(now.article); t != "" {
		now.text = now.terminal.Title(now.program + " · " + t)
	}
	app.titled = now
	return now.text
}

// frame is the whole screen as cells: exactly height rows of exactly width
// columns.
func (app *App) frame() ([]draw.Row, *draw.Point) {
	if app.Width <= 0 || app.Height <= 0 {
		return nil, nil
	}
	var rows []draw.Row
	var cursor *draw.Point
	// The panes stay where they are whatever the language of the interface: they are those
	// of right-to-left articles.
	fromLeft := app.Words.FromLeft()
	app.FromLeft = fromLeft
	defer func() { app.FromLeft = false }()
	rows = append(rows, app.headerRow())
	if s := app.stack.Screen(); s != nil {
		rows = append(rows, draw.Fit(s.View(app.Width, app.ScreenRows()), app.Width, app.ScreenRows())...)
	} else {
		app.FromLeft = false
		rows = append(rows, app.columns.Rows()...)
		app.FromLeft = fromLeft
	}
	footer, at := app.footer()
	rows = draw.Fit(rows, app.Width, max(0, app.Height-len(footer)))
	rows = draw.Fit(append(rows, footer...), app.Width, app.Height)
	if at >= 0 && app.Height > draw.FooterRows {
		cursor = &draw.Point{X: min(at, app.Width-1), Y: app.Height - 1}
	}
	return rows, cursor
}
