package bubble

import (
	"bytes"
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Bubble Tea looks sixty times a second whether there is something to draw, for which a
// program that does nothing takes most of a percent of a core. What is drawn changes by
// messages alone. So after a while without one the [Output] of the program asks for
// some bytes of its own to be written, and keeps the renderer, which writes them, until
// the next message comes.
const (
	restAfter = 200 * time.Millisecond
	// restFor is the longest that the renderer is kept: Bubble Tea waits for it where it
	// ends without a message, by a fault of its own.
	restFor  = 3 * time.Second
	restMark = "\x1b_rest\x1b\\"
)

// programMsg tells a program's [Output] how to send the program messages, and when it ends.
type programMsg struct {
	send func(tea.Msg)
	ends context.Context //nolint:containedctx // it is the program's
}

// restingModel keeps the renderer of a program while nothing happens. The zero value never does.
type restingModel struct {
	mu    sync.Mutex
	send  func(tea.Msg)
	timer *time.Timer
	wake  chan struct{} // closed by a message; nil unless a rest was asked for since the last one
	drawn bool          // whether what the last message changed is on the screen

	rested func() // for tests: called when the renderer is kept
}

// hear takes note of a message that the program gets, and returns whether it is for the
// rest alone.
func (r *restingModel) hear(msg tea.Msg) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch msg := msg.(type) {
	case programMsg:
		r.send, r.timer = msg.send, time.AfterFunc(restAfter, r.ask)
		context.AfterFunc(msg.ends, r.end)
		return true
	case tea.RawMsg:
		if msg.Msg == restMark {
			return false // it is to be written
		}
	}
	r.awake()
	if r.timer != nil {
		r.timer.Reset(restAfter)
	}
	return false
}

// awake lets the renderer go on. The lock is held.
func (r *restingModel) awake() {
	if r.wake != nil {
		close(r.wake)
		r.wake, r.drawn = nil, false
	}
}

// ask has the mark written.
func (r *restingModel) ask() {
	r.mu.Lock()
	send := r.send
	if send != nil && r.wake == nil {
		r.wake = make(chan struct{})
	}
	r.mu.Unlock()
	if send != nil {
		send(tea.RawMsg{Msg: restMark})
	}
}

// keep keeps the renderer, which wrote the mark, until a message comes, unless one has come
// since it was asked for. It draws behind what it writes: so the first mark is none to rest
// at, and with the second all has been drawn.
func (r *restingModel) keep() {
	r.mu.Lock()
	wake, drawn := r.wake, r.drawn
	if wake != nil && !drawn {
		r.drawn = true
		r.timer.Reset(0)
	}
	r.mu.Unlock()
	if wake == nil || !drawn {
		return
	}
	if r.rested != nil {
		r.rested()
	}
	select {
	case <-wake:
	case <-time.After(restFor):
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.awake(); r.timer != nil {
			r.timer.Reset(0)
		}
	}
}

// end is the end of all rests.
func (r *restingModel) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.timer.Stop()
	r.timer, r.send = nil, nil
	r.awake()
}

// withoutMark returns bytes without the mark, and whether it was in them.
func withoutMark(p []byte) (rest []byte, marked bool) {
	before, after, marked := bytes.Cut(p, []byte(restMark))
	if !marked {
		return p, false
	}
	return append(bytes.Clone(before), after...), true
}
