package reader

import (
	"context"
	"iter"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/articles"
	"warraq/articles/intake"
	"warraq/store"
	"warraq/ui/importer"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/jobs"
	"warraq/ui/words"
)

func (m *Model) openAdd() tea.Cmd {
	if m.adding != nil {
		m.notice = m.Words.Intake.Busy
		return nil
	}
	return m.push(dialog.NewPath(m.Canvas, m.Jobs, func(w *words.Words) string { return w.Intake.Ask },
		func(path string) dialog.Action { return run(m.addPath(path)) },
		func(text string) dialog.Action { return run(m.addText(text)) }))
}

// adding is what has come in so far.
type adding struct {
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
func (m *Model) addPath(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return m.addFrom(func(yield func(intake.Input, error) bool) {
		o := importer.Opener{Options: intake.Options{Limits: articles.DefaultLimits()}, Client: m.client}
		for input, err := range o.Open(m.ctx, []string{dialog.PathOf(text)}, nil) {
			if !yield(input, err) {
				return
			}
		}
	})
}

// addText adds the articles in a pasted text.
func (m *Model) addText(text string) tea.Cmd {
	name := m.Words.Intake.Pasted
	return m.addFrom(func(yield func(intake.Input, error) bool) {
		yield(intake.Input{Name: name, Data: []byte(text)}, nil)
	})
}

// dropped answers takeDropped.
type dropped struct{ path string }

// takeDropped adds a file whose path was dropped on the terminal, which pastes
// it. What is no path of a file is left alone.
func (m *Model) takeDropped(text string) tea.Cmd {
	if m.adding != nil || dialog.SeveralLines(text) {
		return nil
	}
	return m.Jobs.Ask(dropJob, func(context.Context) tea.Msg {
		path := dialog.PathOf(text)
		if _, err := os.Stat(path); err != nil || path == "" {
			return nil
		}
		return dropped{path}
	})
}

// addFrom adds inputs, a batch at a time, while one goes on reading.
func (m *Model) addFrom(inputs iter.Seq2[intake.Input, error]) tea.Cmd {
	next, stop := iter.Pull2(importer.Add(m.ctx, m.Library, inputs))
	m.adding = &adding{token: m.Jobs.Begin(addJob), next: next, stop: stop, outcomes: map[store.Outcome]int{}}
	m.notice = m.Words.Intake.Reading
	return m.addNext()
}

func (m *Model) addNext() tea.Cmd {
	next := m.adding.next
	return m.Jobs.Run(m.adding.token, func(context.Context) tea.Msg {
		batch, err, more := next()
		return addStepped{batch, err, more}
	})
}

// tookBatch counts what came in, and asks for more. At the end it says what came
// in and opens the first of it.
func (m *Model) tookBatch(msg addStepped) tea.Cmd {
	a := m.adding
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
	m.notice = m.addedSoFar()
	list := m.perform(m.list.Reload(), nil)
	if msg.more && msg.err == nil {
		return tea.Batch(list, m.addNext())
	}
	a.stop()
	m.adding = nil
	if a.first == "" {
		return list
	}
	m.leave()
	return tea.Batch(list, m.perform(m.related.Relate(), nil), m.visit(place{id: a.first, at: whereLeft, focus: articlePane}))
}

// addedSoFar says what came in, and why something did not.
func (m *Model) addedSoFar() string {
	say := m.Words.Intake
	var parts []string
	for _, o := range []store.Outcome{store.New, store.Filled, store.Updated, store.Same} {
		if n := m.adding.outcomes[o]; n > 0 {
			parts = append(parts, m.Words.Count(n, say.Outcomes[o]))
		}
	}
	if n := len(m.adding.refused); n > 0 {
		parts = append(parts, m.Words.Count(n, say.Refused)+" ("+m.sentence(m.adding.refused[0])+")")
	}
	return strings.Join(parts, m.Words.Comma)
}
