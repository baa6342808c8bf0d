// Package adding takes articles in while one goes on reading: from a path, an address or a
// pasted text, a batch at a time, and counts what came of each.
//
// It is no pane and no dialog: the app hands it the answers of its jobs, and shows what it
// says.
package adding

import (
	"context"
	"iter"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/importer"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

const (
	batchJob jobs.Kind = "add"
	dropJob  jobs.Kind = "drop"
)

// Adder adds inputs to a library, those of one request at a time.
type Adder struct {
	Client   func() (*web.Client, error) // what asks servers, nil for none
	Pictures func(address string) int    // how many of a page come with it, nil for none
	ctx      context.Context             //nolint:containedctx // Bubble Tea calls back without one
	jobs     *jobs.Runner
	library  *store.Library
	now      *request // the one that is on its way, nil for none
}

// request is what has come in so far of what was asked for.
type request struct {
	token jobs.Token
	next  func() (importer.Batch, error, bool)
	stop  func()
	first string // the ID of the first article that came

	outcomes map[store.Outcome]int
	refused  []error
	notices  []error // what was left out of what came in
}

// Stepped is a batch that came in, or the end.
type Stepped struct {
	batch importer.Batch
	err   error
	more  bool
}

// Dropped is the path of a file that was dropped on the terminal.
type Dropped struct{ Path string }

// New returns what adds to a library until a context ends.
func New(ctx context.Context, runner *jobs.Runner, library *store.Library, client func() (*web.Client, error)) *Adder {
	return &Adder{Client: client, ctx: ctx, jobs: runner, library: library}
}

// IsRunning tells whether something is coming in.
func (a *Adder) IsRunning() bool { return a.now != nil }

// AddPath adds what a path or an address on the web leads to.
func (a *Adder) AddPath(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return a.add(func(yield func(intake.Input, error) bool) {
		o := importer.Opener{Options: intake.Options{Limits: articles.DefaultLimits()}, Client: a.Client, Pictures: a.Pictures}
		for input, err := range o.Open(a.ctx, []string{dialog.PathOf(text)}, nil) {
			if !yield(input, err) {
				return
			}
		}
	})
}

// AddText adds the articles in a text, which has a name for where it is from.
func (a *Adder) AddText(name, text string) tea.Cmd {
	return a.add(func(yield func(intake.Input, error) bool) {
		yield(intake.Input{Name: name, Data: []byte(text)}, nil)
	})
}

// Drop looks whether a text that was pasted is the path of a file, which terminals paste
// where one is dropped on them. What is no path is left alone.
func (a *Adder) Drop(text string) tea.Cmd {
	if a.now != nil || dialog.SeveralLines(text) {
		return nil
	}
	return a.jobs.Ask(dropJob, func(context.Context) tea.Msg {
		path := dialog.PathOf(text)
		if _, err := os.Stat(path); err != nil || path == "" {
			return nil
		}
		return Dropped{path}
	})
}

// add begins to add inputs, a batch at a time.
func (a *Adder) add(inputs iter.Seq2[intake.Input, error]) tea.Cmd {
	next, stop := iter.Pull2(importer.Add(a.ctx, a.library, inputs))
	a.now = &request{token: a.jobs.Begin(batchJob), next: next, stop: stop, outcomes: map[store.Outcome]int{}}
	return a.nextStep()
}

// nextStep returns the command that takes the next batch in.
func (a *Adder) nextStep() tea.Cmd {
	next := a.now.next
	return a.jobs.Run(a.now.token, func(context.Context) tea.Msg {
		batch, err, more := next()
		return Stepped{batch, err, more}
	})
}

// Step counts what came in by a batch and returns the command that takes the next one in;
// nil is the end, for [Adder.End].
func (a *Adder) Step(msg Stepped) (next tea.Cmd) {
	for _, r := range msg.batch.Results {
		if articles.IsNotice(r.Err) {
			a.now.notices = append(a.now.notices, r.Err)
			continue
		}
		if r.Err != nil {
			a.now.refused = append(a.now.refused, r.Err)
			continue
		}
		a.now.outcomes[r.Outcome]++
		if a.now.first == "" {
			a.now.first = r.ID
		}
	}
	if msg.err != nil {
		a.now.refused = append(a.now.refused, msg.err)
	}
	if msg.more && msg.err == nil {
		return a.nextStep()
	}
	return nil
}

// End ends the request that is on its way, and returns the ID of the first article that
// came, "" for none.
func (a *Adder) End() (first string) {
	first = a.now.first
	a.now.stop()
	a.now = nil
	return first
}

// Progress says what came in so far, and why something did not; sentence says an error.
func (a *Adder) Progress(w *words.Words, sentence func(error) string) string {
	say := w.Intake
	var parts []string
	for _, o := range []store.Outcome{store.New, store.Filled, store.Updated, store.Same} {
		if n := a.now.outcomes[o]; n > 0 {
			parts = append(parts, w.Count(n, say.Outcomes[o]))
		}
	}
	if n := len(a.now.refused); n > 0 {
		parts = append(parts, w.Count(n, say.Refused)+" ("+sentence(a.now.refused[0])+")")
	}
	said := strings.Join(parts, w.Comma)
	for _, notice := range articles.JoinNotices(a.now.notices) {
		said = strings.TrimPrefix(said+". ", ". ") + sentence(notice)
	}
	return said
}
