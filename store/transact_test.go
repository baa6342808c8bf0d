package store

import (
	"context"
	"errors"
	"sync"
	"testing"
)

// endingContext is a context that is cancelled when its end has been asked for a
// number of times: at each of the places where what it is given to looks at it.
type endingContext struct {
	context.Context

	mu     sync.Mutex
	left   int
	cancel context.CancelFunc
}

func (c *endingContext) Done() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left == 0 {
		go c.cancel()
	}
	return c.Context.Done()
}

// A change that is given up at any instant leaves nothing begun behind: the next
// one on the same connection begins.
func TestGivenUpChange(t *testing.T) {
	t.Parallel()
	conn, err := open(t).db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	nothing := func() error { return nil }
	for i := range 2000 {
		inner, cancel := context.WithCancel(t.Context())
		ctx := &endingContext{Context: inner, left: 1 + i%10, cancel: cancel}
		if err := transact(ctx, conn, nothing); err != nil && !errors.Is(err, context.Canceled) {
			t.Fatalf("round %d: %v", i, err)
		}
		cancel()
	}
	if err := transact(t.Context(), conn, nothing); err != nil {
		t.Errorf("the change after them: %v", err)
	}
}
