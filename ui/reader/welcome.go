package reader

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// guideName is the name of the first article of the guide.
const guideName = "guide-1-first-steps"

func (app *App) openGuide() tea.Cmd {
	return app.perform(app.visitor.Open(dialog.Open{ID: store.BundledID(guideName), Position: dialog.WhereLeft, Missing: app.WithKeys(app.Words.NoGuide)}))
}

// isWelcoming tells whether the key that opens is that of the guide: the welcome stands where
// no article is open, and it has the keys or, in a reader that began with it, nothing was
// selected since.
func (app *App) isWelcoming() bool {
	return app.article.Wanted == "" && (app.hasFocus(articlePane) || app.welcoming && app.hasFocus(listPane) && app.list.IsAtTop())
}

// welcomeRows are what a reader sees before the first article: what this is, how it begins,
// whether the letters read right, and the first steps. The panes beside it can be used at
// once. Where the screen is low the free rows go first, then the steps, which the header has
// too, then the line of the font. They begin where the language does, whatever the panes do.
func (app *App) welcomeRows(width, height int) []draw.Row {
	defer func(fromLeft bool) { app.FromLeft = fromLeft }(app.FromLeft)
	app.FromLeft = app.Words.FromLeft()
	say := app.Words.Welcome
	free := []draw.Row{draw.Blank(width, rtl.Style{})}
	guide := keymap.Guide
	if app.isWelcoming() {
		guide = keymap.Onward
	}
	begin := [][]draw.Row{
		app.Prose(say.Title, app.Styles.Title, width), app.Prose(say.What, app.Styles.Text, width), free,
		{app.KeyRowSaying(*app.KeyMap.Of(guide), 1, say.Guide, width)},
	}
	if !app.shared {
		begin = append(begin, []draw.Row{app.KeyRowSaying(*app.KeyMap.Of(keymap.AddArticles), 1, say.Add, width)})
	}
	begin = append(begin, []draw.Row{app.KeyRowSaying(*app.KeyMap.Of(keymap.Help), 1, say.Keys, width)}, free)
	reads := [][]draw.Row{
		app.Prose(say.Reads, app.Styles.Text, width), app.sample(words.Arabic().Terminal.Line, width),
		app.Prose(say.Otherwise, app.Styles.Muted, width), free,
	}
	font := [][]draw.Row{
		app.Prose(say.Ruler, app.Styles.Text, width), app.sample(words.WidthLine, width),
		app.Prose(fontSentence(app.Words, &app.Display.Terminal), app.Styles.Muted, width), free,
	}
	steps := [][]draw.Row{app.stepRows(width)}
	for _, parts := range [][][][]draw.Row{{begin, reads, font, steps}, {begin, reads, font}, {begin, reads, font[:2]}, {begin, reads}} {
		all := slices.Concat(parts...)
		if rows := slices.Concat(all...); len(rows) <= height {
			return rows
		}
		tight := slices.DeleteFunc(all, func(rows []draw.Row) bool { return len(rows) == 1 && &rows[0] == &free[0] })
		if rows := slices.Concat(tight...); len(rows) <= height || len(parts) == 2 {
			return rows
		}
	}
	return nil
}

// sample is a line of letters in which one sees something of the terminal. It begins at the
// right, as what it is a sample of.
func (app *App) sample(line string, width int) []draw.Row {
	defer func(fromLeft bool) { app.FromLeft = fromLeft }(app.FromLeft)
	app.FromLeft = false
	columns := min(width-2*draw.InsetColumns, int(rtl.StringWidth(line)))
	return []draw.Row{app.Inset(width, app.Label(columns, rtl.Span{Text: line, Style: app.Styles.Accent}))}
}

// fontSentence says which fonts have Arabic letters of one cell, and where a terminal has its
// font, if that is known.
func fontSentence(w *words.Words, t *terminal.Terminal) string {
	said := fmt.Sprintf(w.Welcome.Font, "\u2068"+terminal.ArabicFonts+"\u2069")
	if name, place := t.FontPlace(); name != "" {
		said += " " + fmt.Sprintf(w.Welcome.SetFont, "\u2068"+name+"\u2069", "\u2066"+place+"\u2069")
	}
	return said
}

// The signs of a step.
const (
	doneSign = '✓'
	openSign = '○'
)

// stepRows are the first steps below their title, ticked off as they are done; none where all
// are.
func (app *App) stepRows(width int) []draw.Row {
	if !app.steps.AreShown() {
		return nil
	}
	rows := app.Prose(app.Words.Welcome.Steps, app.Styles.Accent, width)
	for _, step := range app.steps.Rows() {
		b := app.KeyMap.Of(step.Action)
		row := app.KeyRowSaying(*b, 1, app.Words.Actions[string(step.Action)], width-2)
		if app.FromLeft { // a blank of the row's inset gives its place to the sign
			row = row[1:]
		} else {
			row = row[:len(row)-1]
		}
		rows = append(rows, app.InOrder(draw.Blank(2, rtl.Style{}), app.stepSign(step.Done), row))
	}
	return draw.Fit(rows, width, len(rows))
}

// stepSign is the sign of a step.
func (app *App) stepSign(done bool) draw.Row {
	if done {
		return draw.Repeat(doneSign, 1, app.Styles.Accent)
	}
	return draw.Repeat(openSign, 1, app.Styles.Muted)
}
