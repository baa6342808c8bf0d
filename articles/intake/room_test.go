package intake

import (
	"context"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
)

// No more is held than there is room for, but for one thing that is larger; who waits for
// room that does not come ends with the context.
func TestRoom(t *testing.T) {
	t.Parallel()
	const size = 100
	r := newRoom(size)
	var held, things atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 500 {
				bytes := 1 + rand.IntN(size+20)
				if !r.take(t.Context(), bytes) {
					t.Error("there was no room")
				}
				things.Add(1)
				if now := held.Add(int64(bytes)); now > size && things.Load() > 1 {
					t.Errorf("%d bytes are held", now)
				}
				things.Add(-1)
				held.Add(int64(-bytes))
				r.give(bytes)
			}
		})
	}
	all.Wait()
	ctx, cancel := context.WithCancel(t.Context())
	r.take(ctx, size)
	ended := make(chan bool)
	go func() { ended <- r.take(ctx, 1) }()
	cancel()
	if <-ended {
		t.Error("there was room")
	}
}
