package reader

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
)

// attentionSpan is how long the open article has been read since that was last
// written down.
type attentionSpan struct {
	id    string
	last  time.Time // of the last key in it
	spent time.Duration
}

// absenceTime is how long nobody touches a key who still reads; of a longer time no more
// than that counts.
const absenceTime = 2 * time.Minute

// attend counts the time since the last key as read, where the article had it.
func (app *App) attend() {
	now := app.now()
	a := &app.attention
	if app.focus == articlePane && a.id != "" && a.id == app.article.Item.ID {
		a.spent += max(0, min(now.Sub(a.last), absenceTime))
	}
	a.last = now
}

// saveAttention writes down how long the article was read, if it was.
func (app *App) saveAttention() tea.Cmd {
	a, library := app.attention, app.Library
	app.attention.spent = 0
	if a.id == "" || a.spent < time.Second {
		return nil
	}
	return app.save(savedMsg{ids: []string{a.id}}, func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.AddReadingTime(ctx, a.id, a.last, a.spent)
	}, true)
}

// attendTo counts for another article from now on.
func (app *App) attendTo(id string) tea.Cmd {
	if id == app.attention.id {
		return nil
	}
	cmd := app.saveAttention()
	app.attention = attentionSpan{id: id, last: app.now()}
	return cmd
}
