package web

import (
	"context"
	"net/url"
	"strings"
	"sync"
	"time"
)

// hosts are what a client knows of the hosts that it asks: how many connections are in
// use, and which wish to be left alone.
type hosts struct {
	connections int

	mu  sync.Mutex
	all map[string]*hostState
}

// hostState is one of them.
type hostState struct {
	free chan struct{} // holds one for each request under way

	until    time.Time // it is left alone; zero is not
	why      error     // ErrTooMany or ErrBusy
	failures int       // one after another
}

// of returns the host of an address.
func (h *hosts) of(to *url.URL) *hostState {
	h.mu.Lock()
	defer h.mu.Unlock()
	name := strings.ToLower(to.Hostname())
	at := h.all[name]
	if at == nil {
		at = &hostState{free: make(chan struct{}, h.connections)}
		h.all[name] = at
	}
	return at
}

// enter waits until a host may be asked once more, in the order of those who wait. What
// it returns says that it was.
func (h *hostState) enter(ctx context.Context) (leave func(), err error) {
	select {
	case h.free <- struct{}{}:
		return func() { <-h.free }, nil
	case <-ctx.Done():
		return nil, ctx.Err() //nolint:wrapcheck // it is the caller's
	}
}

// paused returns until when a host is left alone, and why; zero is not.
func (h *hosts) paused(at *hostState, now time.Time) (time.Time, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if now.Before(at.until) {
		return at.until, at.why
	}
	return time.Time{}, nil
}

// The bounds of how long a host is left alone: where it does not say how long, the first
// time, doubled each time that it is refused again; where it does, at most a day.
const (
	firstPause   = time.Minute
	longestPause = time.Hour
	mostAsked    = 24 * time.Hour
)

// refused notes that a host wishes to be left alone, until a time or, where that is zero,
// for longer each time. It returns until when.
func (h *hosts) refused(at *hostState, why error, now, until time.Time) time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	pause := min(firstPause<<min(at.failures, 10), longestPause)
	at.failures++
	if until.IsZero() {
		until = now.Add(pause)
	}
	if until.After(at.until) {
		at.until, at.why = until, why
	}
	return until
}

// answered notes that a host answered as it should.
func (h *hosts) answered(at *hostState) {
	h.mu.Lock()
	defer h.mu.Unlock()
	at.failures = 0
}

// Pause makes the client leave the host of an address alone until a time: what an
// earlier run was told by [Answer.RetryAfter] and kept.
func (c *Client) Pause(address string, until time.Time) {
	if to, err := url.Parse(address); err == nil && until.After(c.now()) {
		c.hosts.refused(c.hosts.of(to), ErrTooMany, c.now(), until)
	}
}

// PausedUntil returns until when the host of an address is left alone; zero is not.
func (c *Client) PausedUntil(address string) time.Time {
	to, err := url.Parse(address)
	if err != nil {
		return time.Time{}
	}
	until, _ := c.hosts.paused(c.hosts.of(to), c.now())
	return until
}
