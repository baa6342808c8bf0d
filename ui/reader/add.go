package reader

import (
	"context"
	"iter"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/importer"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

func (app *App) openAdd() tea.Cmd {
	if app.adding != nil {
		app.notice = app.Words.Intake.Busy
		return nil
	}
	return app.push(dialog.NewPath(app.Canvas, app.Jobs, func(w *words.Words) string { return w.Intake.Ask },
		func(path string) dialog.Action { return run(app.addPath(path)) },
		func(text string) dialog.Action { return run(app.addText(text)) }))
}

// addBatch is what has come in so far.
type addBatch struct {
	token jobs.Token
	next  func() (importer.Batch, error, bool)
	stop  func()
	first string // the ID of the first article that came

	outcomes map[store.Outcome]int
	refused  []error
}

// addStepped answers a step of adding.
type addStepped struct {
	batch importer.Batch
	err   error
	more  bool
}

// addPath adds what a path or an address on the web leads to.
func (app *App) addPath(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return app.addFrom(func(yield func(intake.Input, error) bool) {
		o := importer.Opener{Options: intake.Options{Limits: articles.DefaultLimits()}, Client: app.client}
		for input, err := range o.Open(app.ctx, []string{dialog.PathOf(text)}, nil) {
			if !yield(input, err) {
				return
			}
		}
	})
}

// addText adds the articles in a pasted text.
func (app *App) addText(text string) tea.Cmd {
	name := app.Words.Intake.Pasted
	return app.addFrom(func(yield func(intake.Input, error) bool) {
		yield(intake.Input{Name: name, Data: []byte(text)}, nil)
	})
}

// droppedMsg answers takeDropped.
type droppedMsg struct{ path string }

// takeDropped adds a file whose path was dropped on the terminal, which pastes
// it. What is no path of a file is left alone.
func (app *App) takeDropped(text string) tea.Cmd {
	if app.adding != nil || dialog.SeveralLines(text) {
		return nil
	}
	return app.Jobs.Ask(dropJob, func(context.Context) tea.Msg {
		path := dialog.PathOf(text)
		if _, err := os.Stat(path); err != nil || path == "" {
			return nil
		}
		return droppedMsg{path}
	})
}

// addFrom adds inputs, a batch at a time, while one goes on reading.
func (app *App) addFrom(inputs iter.Seq2[intake.Input, error]) tea.Cmd {
	next, stop := iter.Pull2(importer.Add(app.ctx, app.Library, inputs))
	app.adding = &addBatch{token: app.Jobs.Begin(addJob), next: next, stop: stop, outcomes: map[store.Outcome]int{}}
	app.notice = app.Words.Intake.Reading
	return app.addNext()
}

func (app *App) addNext() tea.Cmd {
	next := app.adding.next
	return app.Jobs.Run(app.adding.token, func(context.Context) tea.Msg {
		batch, err, more := next()
		return addStepped{batch, err, more}
	})
}

// tookBatch counts what came in, and asks for more. At the end it says what came
// in and opens the first of it.
func (app *App) tookBatch(msg addStepped) tea.Cmd {
	a := app.adding
	for _, r := range msg.batch.Results {
		if r.Err != nil {
			a.refused = append(a.refused, r.Err)
			continue
		}
		a.outcomes[r.Outcome]++
		if a.first == "" {
			a.first = r.ID
		}
	}
	if msg.err != nil {
		a.refused = append(a.refused, msg.err)
	}
	app.notice = app.addedSoFar()
	list := app.perform(app.list.Reload(), nil)
	if msg.more && msg.err == nil {
		return tea.Batch(list, app.addNext())
	}
	a.stop()
	app.adding = nil
	if a.first == "" {
		return list
	}
	app.leave()
	return tea.Batch(list, app.perform(app.related.Relate(), nil), app.visit(historyPlace{id: a.first, at: whereLeft, focus: articlePane}))
}

// addedSoFar says what came in, and why something did not.
func (app *App) addedSoFar() string {
	say := app.Words.Intake
	var parts []string
	for _, o := range []store.Outcome{store.New, store.Filled, store.Updated, store.Same} {
		if n := app.adding.outcomes[o]; n > 0 {
			parts = append(parts, app.Words.Count(n, say.Outcomes[o]))
		}
	}
	if n := len(app.adding.refused); n > 0 {
		parts = append(parts, app.Words.Count(n, say.Refused)+" ("+app.sentence(app.adding.refused[0])+")")
	}
	return strings.Join(parts, app.Words.Comma)
}
