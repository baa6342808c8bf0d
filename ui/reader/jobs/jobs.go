// Package jobs is the one way in which the reader asks for something and gets an
// answer.
//
// A question has a kind, and of each kind only the answer to the last question
// counts: [Runner.Begin] is the only way to a [Token], and [Runner.Receive] drops an
// answer whose token is stale before anything else sees it. What was read before a
// change that is shown already is read again (see [Runner.Ask]), so that no old state
// takes the place of a newer one.
//
// Changes go through one queue, in the order in which they were asked for, and so
// does what takes a change back (queue.go).
package jobs

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
)

// Kind is what a question is about: of each kind the last one alone is answered. One
// that asks for itself has kinds that begin with its name and a slash.
type Kind string

// Owner returns the name of who gets the answers to questions of a kind, "" for the app.
func (k Kind) Owner() string {
	owner, _, named := strings.Cut(string(k), "/")
	if !named {
		return ""
	}
	return owner
}

// Token stands for one question. Those of a kind become stale with the next
// [Runner.Begin] or [Runner.Abort] of it.
type Token struct {
	kind   Kind
	number int
}

// Runner gives out tokens, runs what is asked for beside the reader, and saves
// changes one after the other. Its methods are called from the reader's Update
// alone; what they return runs anywhere.
type Runner struct {
	ctx    context.Context //nolint:containedctx // Bubble Tea calls back without one
	undo   func(context.Context, store.Undo) error
	newest map[Kind]int
	last   int // number that was given out

	// committed is how many changes are in the library; shown is how many of them
	// the reader has been told of.
	committed atomic.Int64
	shown     int64

	// saving ends later than ctx: a change that has begun is made to its end, unless
	// [Runner.Drain] has waited for it in vain and stops it.
	saving     context.Context //nolint:containedctx // as ctx
	stopSaving context.CancelFunc

	turn    chan struct{} // is held by the change that is being made
	mu      sync.Mutex    // guards what follows
	waiting []*queuedJob
	changes []*queuedChange // that can be taken back, the last one last
	running bool            // a change is on its way, or its outcome is
	closed  bool            // the reader is being left
	deleted bool            // articles were deleted
	// unfinished is how many jobs have not come to their end; refused is why others
	// failed after the reader was left.
	unfinished int
	refused    []error
}

// New makes a runner whose questions end with a context, and that takes changes back by
// a function.
func New(ctx context.Context, undo func(context.Context, store.Undo) error) *Runner {
	r := &Runner{ctx: ctx, undo: undo, newest: map[Kind]int{}, turn: make(chan struct{}, 1)}
	r.saving, r.stopSaving = context.WithCancel(context.WithoutCancel(ctx))
	return r
}

// Context returns the context that all work of the runner ends with, but for changes.
func (r *Runner) Context() context.Context { return r.ctx }

// jobAnswer is what a job brings back, as it travels to the reader.
type jobAnswer struct {
	token Token
	msg   tea.Msg
	since int64                         // changes that were in the library when it was read
	again func(context.Context) tea.Msg // reads it anew, nil for what cannot be repeated
}

// Begin gives the token of a new question of a kind and makes those before it stale.
func (r *Runner) Begin(kind Kind) Token {
	r.last++
	r.newest[kind] = r.last
	return Token{kind, r.last}
}

// Abort makes the tokens of some kinds stale: nobody waits for their answers.
func (r *Runner) Abort(kinds ...Kind) {
	for _, kind := range kinds {
		delete(r.newest, kind)
	}
}

// Awaits tells whether a token is still that of the last question of its kind.
func (r *Runner) Awaits(t Token) bool { return t.number != 0 && r.newest[t.kind] == t.number }

// Ask begins a question and returns the command that reads its answer. The function
// may be called more than once: an answer that was read before a change that the
// reader shows by now is read again.
func (r *Runner) Ask(kind Kind, read func(context.Context) tea.Msg) tea.Cmd {
	return r.read(r.Begin(kind), read)
}

func (r *Runner) read(t Token, read func(context.Context) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		since := r.committed.Load()
		return jobAnswer{token: t, msg: read(r.ctx), since: since, again: read}
	}
}

// Run returns the command that does a step of a job once and brings back what it
// gives, under the token with which the job began.
func (r *Runner) Run(t Token, step func(context.Context) tea.Msg) tea.Cmd {
	return func() tea.Msg { return jobAnswer{token: t, msg: step(r.ctx)} }
}

// Receive takes a message that came to the reader and returns the one that is to be
// handled, nil for none, and what is to be done next. Messages that no job brought
// pass through.
func (r *Runner) Receive(msg tea.Msg) (tea.Msg, tea.Cmd) {
	switch msg := msg.(type) {
	case jobAnswer:
		switch {
		case !r.Awaits(msg.token):
			return nil, nil
		case msg.again != nil && msg.since < r.shown:
			return nil, r.read(msg.token, msg.again)
		}
		return msg.msg, nil
	case jobOutcome:
		return r.finish(msg)
	default:
		return msg, nil
	}
}

// Owner returns the name of who gets the answer that a message is, "" for the app and
// for what is no answer.
func Owner(msg tea.Msg) string {
	if a, ok := msg.(jobAnswer); ok {
		return a.token.kind.Owner()
	}
	return ""
}

// Unwrap returns what an answer brings, whether anyone waits for it or not, and any
// other message as it is.
func Unwrap(msg tea.Msg) tea.Msg {
	if a, ok := msg.(jobAnswer); ok {
		return a.msg
	}
	return msg
}
