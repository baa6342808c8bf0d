package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// guideName is the name of the first article of the guide.
const guideName = "guide-1-first-steps"

func (app *App) openGuide() tea.Cmd {
	return app.perform(app.visitor.Open(dialog.Open{ID: store.BundledID(guideName), Position: dialog.WhereLeft, Missing: app.Words.NoGuide}))
}

// welcomeKeys are the keys that matter, and the way to the guide.
var welcomeKeys = []keymap.Action{keymap.Onward, keymap.Back, keymap.FilterList, keymap.Help, keymap.Quit, keymap.Guide}

// welcomeRows are what a reader sees before the first article: whether the letters
// read right, and the keys that matter. The panes beside it can be used at once.
func (app *App) welcomeRows(width, height int) []draw.Row {
	say := app.Words.Welcome
	var free []draw.Row
	if height > 20 {
		free = []draw.Row{draw.Blank(width, rtl.Style{})}
	}
	line := words.Arabic().Terminal.Line
	sample := app.Label(min(width-2*draw.InsetColumns, int(rtl.StringWidth(line))), rtl.Span{Text: line, Style: app.Styles.Accent})
	parts := [][]draw.Row{
		free, app.Prose(say.Title, app.Styles.Title, width), free,
		app.Prose(say.Reads, app.Styles.Text, width), {app.Inset(width, sample)},
		app.Prose(say.Otherwise, app.Styles.Muted, width), free,
	}
	for _, a := range welcomeKeys {
		parts = append(parts, []draw.Row{app.KeyRow(*app.KeyMap.Of(a), width)})
	}
	return slices.Concat(parts...)
}
