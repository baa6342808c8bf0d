package jobs

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
)

// mostTakenBack is how many changes can be taken back, one after the other.
const mostTakenBack = 100

// Write is a change of the library.
type Write struct {
	// Do makes the change and returns what takes it back.
	Do func(context.Context) (store.Undo, error)
	// CanBeTakenBack is true of what the user did, and false of what happens by
	// itself.
	CanBeTakenBack bool
	// Deletes is true of what deletes articles.
	Deletes bool
	// About is handed back with the outcome.
	About any
}

// Written is the outcome of a [Write], as the reader handles it.
type Written struct {
	About any
	Undo  store.Undo
	Err   error
}

// TakenBack is the outcome of [Runner.TakeBack]: what was taken back, of which the
// Count is 0 where there was nothing.
type TakenBack struct {
	Undo store.Undo
	Err  error
}

// queuedChange is a write that can be taken back, as far as it has come.
type queuedChange struct {
	undo  store.Undo
	err   error
	taken bool // back
}

// queuedJob waits in the queue: a write, or else what takes back the last of the changes
// that were asked for before it.
type queuedJob struct {
	write  Write
	change *queuedChange // nil where it cannot be taken back
	before []*queuedChange
}

// isMoot reports whether an error of a write says that the article is not there of which it
// was to note what happened by itself, or which the user deleted before: nothing of the user's
// is lost then.
func (r *Runner) isMoot(w Write, err error) bool {
	return w.Do != nil && (!w.CanBeTakenBack || r.deleted) && errors.Is(err, store.ErrNotFound)
}

// jobOutcome is how a job ended.
type jobOutcome struct {
	msg    tea.Msg
	change *queuedChange
	number int64 // of changes in the library, it being one of them
	err    error
}

// Save puts a write at the end of the queue and returns the command that makes the
// queue go on, nil where it is going.
func (r *Runner) Save(w Write) tea.Cmd {
	r.mu.Lock()
	j := &queuedJob{write: w}
	if w.CanBeTakenBack {
		j.change = &queuedChange{}
		r.changes = append(r.changes[max(0, len(r.changes)-mostTakenBack+1):], j.change)
	}
	r.mu.Unlock()
	return r.enqueue(j)
}

// TakeBack puts at the end of the queue that the last change which was asked for
// until now is taken back, also if it has not been made yet.
func (r *Runner) TakeBack() tea.Cmd {
	r.mu.Lock()
	before := slices.Clone(r.changes)
	r.mu.Unlock()
	return r.enqueue(&queuedJob{before: before})
}

func (r *Runner) enqueue(j *queuedJob) tea.Cmd {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.waiting = append(r.waiting, j)
	r.unfinished++
	if r.running {
		return nil
	}
	r.running = true
	return r.work
}

// work does the first job of the queue, unless the reader is being left.
func (r *Runner) work() tea.Msg {
	select {
	case r.turn <- struct{}{}:
	case <-r.ctx.Done():
		return nil
	}
	defer func() { <-r.turn }()
	r.mu.Lock()
	closed := r.closed
	r.mu.Unlock()
	if closed {
		return nil
	}
	out, ok := r.next()
	if !ok {
		return nil
	}
	return out
}

// next does the first job of the queue; whoever calls it has the turn.
func (r *Runner) next() (jobOutcome, bool) {
	r.mu.Lock()
	if len(r.waiting) == 0 {
		r.mu.Unlock()
		return jobOutcome{}, false
	}
	j := r.waiting[0]
	r.waiting = r.waiting[1:]
	r.mu.Unlock()
	var out jobOutcome
	if j.write.Do == nil {
		out = r.takeBack(j.before)
	} else {
		out = r.write(j)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case out.err == nil:
		r.unfinished--
	case r.saving.Err() != nil: // it was stopped
	case r.closed && !r.isMoot(j.write, out.err): // nobody is told of it otherwise
		r.refused = append(r.refused, out.err)
		r.unfinished--
	default:
		r.unfinished--
	}
	return out, true
}

// write makes a change.
func (r *Runner) write(j *queuedJob) jobOutcome {
	undo, err := j.write.Do(r.saving)
	out := jobOutcome{msg: Written{j.write.About, undo, err}, change: j.change, err: err}
	if err == nil {
		out.number = r.committed.Add(1)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.deleted = r.deleted || j.write.Deletes && err == nil
	if c := j.change; c != nil {
		c.undo, c.err = undo, err
	}
	return out
}

// takeBack takes back the last of some changes. One that changed nothing is passed
// over; where the last one could not be made, nothing is taken back.
func (r *Runner) takeBack(changes []*queuedChange) jobOutcome {
	r.mu.Lock()
	var last *queuedChange
	for _, c := range slices.Backward(changes) {
		if !c.taken && (c.err != nil || c.undo.Count > 0) {
			last = c
			break
		}
	}
	r.mu.Unlock()
	if last == nil || last.err != nil {
		return jobOutcome{msg: TakenBack{}}
	}
	err := r.undo(r.saving, last.undo)
	if err != nil {
		return jobOutcome{msg: TakenBack{last.undo, err}, err: err} // it can be tried again
	}
	r.mu.Lock()
	last.taken = true
	r.mu.Unlock()
	return jobOutcome{msg: TakenBack{Undo: last.undo}, change: last, number: r.committed.Add(1)}
}

// finish takes note of how a job ended and makes the queue go on.
func (r *Runner) finish(out jobOutcome) (tea.Msg, tea.Cmd) {
	r.shown = max(r.shown, out.number)
	r.mu.Lock()
	defer r.mu.Unlock()
	if c := out.change; c != nil && (c.taken || c.err != nil || c.undo.Count == 0) {
		r.changes = slices.DeleteFunc(r.changes, func(one *queuedChange) bool { return one == c })
	}
	if r.running = len(r.waiting) > 0; r.running {
		return out.msg, r.work
	}
	return out.msg, nil
}

// ErrBusy is why [Runner.Drain] could not save something in its time.
var ErrBusy = errors.New("the library is held by another program")

// Drain saves what is still waiting when the reader is left, for so long at the
// most, and returns how many changes are not saved then, and why.
func (r *Runner) Drain(ctx context.Context, most time.Duration) (unsaved int, err error) {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	defer r.stopSaving()
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.drain()
	}()
	select {
	case <-done:
	case <-ctx.Done():
		r.stopSaving()
		select {
		case <-done:
		case <-time.After(drainGrace): // what was stopped says so
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	unsaved = r.unfinished + len(r.refused)
	if r.unfinished > 0 {
		r.refused = append(r.refused, ErrBusy)
	}
	return unsaved, errors.Join(r.refused...)
}

// drainGrace is how long a change that was stopped may take to end.
const drainGrace = 100 * time.Millisecond

// drain does all jobs that wait, after the one that is being done.
func (r *Runner) drain() {
	select {
	case r.turn <- struct{}{}:
	case <-r.saving.Done():
		return
	}
	defer func() { <-r.turn }()
	for r.saving.Err() == nil {
		if _, ok := r.next(); !ok {
			return
		}
	}
}
