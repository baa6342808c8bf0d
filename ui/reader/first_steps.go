package reader

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/firststeps"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// startSteps takes up the first steps where they were left, or begins them for a reader who
// is welcomed.
func (app *App) startSteps(ctx context.Context, welcome bool) error {
	done, begun, err := app.Library.FirstSteps(ctx)
	if err == nil && (begun || welcome) {
		app.steps = firststeps.New(done, app.unfitSteps()...)
	}
	return err
}

// countSteps ticks off the first steps that were done by now, and keeps them.
func (app *App) countSteps(more ...firststeps.Step) tea.Cmd {
	if !app.steps.AreShown() {
		return nil
	}
	if app.hasFocus(articlePane) && app.article.Item.ID != "" {
		more = append(more, firststeps.Open)
		if app.article.Jumped {
			more = append(more, firststeps.Related)
		}
	}
	if app.list.IsSearching() || app.article.Finding.Text != "" {
		more = append(more, firststeps.Search)
	}
	news := false
	for _, step := range more {
		news = app.steps.Do(step) || news
	}
	if !news {
		return nil
	}
	if !app.steps.AreShown() && app.notice == "" {
		label := app.Labels(*app.KeyMap.Of(keymap.Help))
		app.notice = fmt.Sprintf(app.Words.Welcome.AllDone, append(label, "")[0])
	}
	return app.keepSteps()
}

// keepSteps writes down which of the first steps were done.
func (app *App) keepSteps() tea.Cmd {
	library, done := app.Library, app.steps.Done()
	return app.perform(dialog.Save{ByItself: true, Do: func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.SetFirstSteps(ctx, done)
	}})
}

// stepsHint says in the header how many of the first steps are done, and which is next.
func (app *App) stepsHint() draw.Row {
	next, left := app.steps.Next()
	if !left {
		return nil
	}
	var signs draw.Row
	for _, step := range app.steps.Rows() {
		signs = app.InOrder(signs, app.stepSign(step.Done))
	}
	gap := draw.Blank(1, rtl.Style{})
	return app.InOrder(gap, signs, gap, app.KeyHints(draw.HintsOf([]keymap.Action{next}), app.Width))
}

// unfitSteps returns the first steps that cannot be done here: nobody adds to a library that
// others read.
func (app *App) unfitSteps() []firststeps.Step {
	if app.shared {
		return []firststeps.Step{firststeps.Add}
	}
	return nil
}
