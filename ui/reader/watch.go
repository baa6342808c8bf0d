package reader

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/pane"
)

// watchEvery is how often the reader looks whether another program has changed the
// library: another reader, or one that adds articles.
const watchEvery = time.Second

// watchAnyway is after how many times the library is asked though its files look as they
// did: a file system may say so too late.
const watchAnyway = 120

// libraryChecked answers look.
type libraryChecked struct {
	touch   store.Touch
	moment  store.Moment
	arrived int // articles
	err     error
}

// watch looks at the library's files again and again, and asks the library when they have
// changed (showChanges): what looks alike costs a reader who is not there nothing.
func (app *App) watch() tea.Cmd {
	if app.lookEvery == 0 {
		return nil
	}
	every, look, touched, last := app.lookEvery, app.looking(), app.Library.Touched, app.touch
	return app.Jobs.Ask(lookJob, func(ctx context.Context) tea.Msg {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for range watchAnyway {
			select {
			case <-ticker.C:
			case <-ctx.Done():
				return nil
			}
			if touched() != last {
				break
			}
		}
		return look(ctx)
	})
}

// look asks how the library is now.
func (app *App) look() tea.Cmd { return app.Jobs.Ask(lookJob, app.looking()) }

func (app *App) looking() func(context.Context) tea.Msg {
	library, last := app.Library, app.moment
	return func(ctx context.Context) tea.Msg {
		answer := libraryChecked{touch: library.Touched()} // before it is asked
		if answer.moment, answer.err = library.Moment(ctx); answer.err == nil && answer.moment.Differs(last) {
			answer.arrived, answer.err = library.Arrived(ctx, last)
		}
		return answer
	}
}

// showChanges shows what others changed. Where the library cannot be read nothing is
// said: whatever is asked of it next will say it.
func (app *App) showChanges(msg libraryChecked) tea.Cmd {
	if msg.err != nil {
		return app.watch()
	}
	app.touch = msg.touch
	changed := msg.moment.Differs(app.moment)
	app.moment = msg.moment
	if !changed {
		return app.watch()
	}
	if msg.arrived > 0 {
		app.notice = fmt.Sprintf(app.Words.Arrived, app.Words.Count(msg.arrived, app.Words.ArticleNoun))
	}
	return tea.Batch(app.watch(), app.tellPanes(pane.Changed{Arrived: msg.arrived}))
}
