package reader

import (
	"slices"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
)

// leastGap is what stays free in the header before the first steps.
const leastGap = 2

// headerRow is the line above the panes: the program's name where rows begin, what
// the list holds beside it, and how far one has read at the end.
func (app *App) headerRow() draw.Row {
	s := app.Styles
	name := app.Natural(app.Width, rtl.Span{Text: " " + app.Words.Name + " ", Style: s.Header})
	rest := app.Width - int(rtl.Width(name))
	progress := app.Natural(rest, rtl.Span{Text: app.progress(), Style: s.HeaderMuted})
	rest -= int(rtl.Width(progress))
	said := rtl.Span{Text: app.headline(rest), Style: s.HeaderMuted}
	var steps draw.Row
	if hint := app.stepsHint(); int(rtl.StringWidth(said.Text)+rtl.Width(hint))+leastGap <= rest {
		steps = hint
	}
	counted := app.Label(rest-int(rtl.Width(steps)), said)
	return draw.Fit([]draw.Row{app.InOrder(name, counted, steps, progress)}, app.Width, 1)[0]
}

// headline is how far a fetch is, or else what the list holds, in some columns.
func (app *App) headline(most int) string {
	if app.fetcher.IsRunning() {
		return app.fetcher.Progress(app.Words)
	}
	return app.list.Counted(most)
}

// progress is how much of the article lies above the last visible line, and how
// long reading the rest takes.
func (app *App) progress() string {
	if !app.article.WasInSight() || columns.BodyRows(app.Height) == 0 {
		return ""
	}
	read := app.article.Read()
	progress := " " + app.Words.Percent(int(100*read))
	if minutes := page.Minutes(app.article.Item); read < 1 && app.article.Item.Full && app.Width >= columns.TwoPanes {
		progress += " · " + app.Words.Left(minutes*(1-read))
	}
	return progress
}

// footerEnd are the ways to all keys and out, at the end of the keys of every pane.
var footerEnd = []keymap.Action{keymap.Help, keymap.Quit}

// mostNotice is how many rows what is said takes at the most.
const mostNotice = 4

// footer is the last line: the open question, else what the last key did, else the
// keys that work now. What was said takes more lines where it needs them, over the
// panes. at is the column of the cursor, or -1.
func (app *App) footer() (rows []draw.Row, at int) {
	if app.stack.Prompt() == nil && app.notice != "" {
		for _, r := range app.Paragraph([]rtl.Span{{Text: app.notice, Style: app.Styles.Warning}}, app.Width-2, mostNotice) {
			rows = append(rows, app.InOrder(draw.Blank(1, rtl.Style{}), r, draw.Blank(app.Width-1-int(rtl.Width(r)), rtl.Style{})))
		}
		if rows != nil {
			return rows, -1
		}
	}
	r, at := app.footerRow()
	return []draw.Row{r}, at
}

// leastField is the room for an answer, where the screen is wide enough.
const leastField = 24

// footerRow is the open question, or else the keys that work now.
func (app *App) footerRow() (r draw.Row, at int) {
	s := app.Styles
	if p := app.stack.Prompt(); p != nil {
		name := app.Natural(app.Width-min(leastField, app.Width/2), rtl.Span{Text: " " + p.Name(app.Words) + " ", Style: s.FooterKey})
		field, at := p.Field(app.Width-int(rtl.Width(name)), s.Input, s.Selected)
		if app.FromLeft {
			free := max(0, slices.IndexFunc(field, func(c rtl.Cell) bool { return c.At != rtl.NoOffset }))
			field, at = slices.Concat(field[free:], field[:free]), at-free+int(rtl.Width(name))
		}
		return app.InOrder(name, field), at
	}
	shown, last := app.footerHints()
	note, keys, ends := app.footerNote(), app.HintRows(shown), app.HintRows(last)
	room := app.Width - int(rtl.Width(note)) - rowsWidth(ends)
	isBack := func(h draw.Hint) bool { return h.Action == keymap.Back }
	if at := slices.IndexFunc(shown, isBack); at >= 0 && rowsWidth(keys[:at+1]) > room && (last == nil || !app.hasFocus(listPane)) {
		ends = slices.Insert(ends, 0, keys[at]) // the way out has its room before others
		keys = slices.Delete(keys, at, at+1)
	}
	end := app.JoinHints(ends, app.Width)
	row := app.JoinHints(keys, app.Width-int(rtl.Width(note)+rtl.Width(end)))
	free := app.Width - int(rtl.Width(note)+rtl.Width(row)+rtl.Width(end))
	return app.InOrder(note, row, end, draw.Blank(free, s.Footer)), -1
}

// footerHints are the keys that work now, and those that are shown behind them however little
// room there is.
func (app *App) footerHints() (shown, last []draw.Hint) {
	if hints := app.stack.Hints(); hints != nil {
		return hints, nil
	}
	if s := app.stack.Screen(); s != nil {
		return draw.HintsOf(s.Footer()), nil
	}
	return draw.HintsOf(app.columns.Table[app.columns.Focus].Footer()), draw.HintsOf(footerEnd)
}

// rowsWidth is how many columns rows take side by side.
func rowsWidth(rows []draw.Row) (width int) {
	for _, r := range rows {
		width += int(rtl.Width(r))
	}
	return width
}

// footerNote is what the focused pane says in the footer before its keys.
func (app *App) footerNote() draw.Row {
	noter, ok := app.columns.Table[app.columns.Focus].Pane.(pane.Noter)
	if !ok || app.stack.Screen() != nil {
		return nil
	}
	note := noter.Note()
	if note == "" {
		return nil
	}
	said := app.Short(app.Width/draw.FooterNoteShare, rtl.Span{Text: note, Style: app.Styles.Accent})
	return app.InOrder(draw.Blank(1, app.Styles.Footer), said, draw.Blank(2, app.Styles.Footer))
}
