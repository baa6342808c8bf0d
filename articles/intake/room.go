package intake

import (
	"context"
	"sync"
)

// room bounds how many bytes of inputs are held at a time. What is larger than all of it
// is held alone.
type room struct {
	mutex sync.Mutex
	free  sync.Cond
	size  int
	taken int
}

func newRoom(size int) *room {
	r := &room{size: size}
	r.free.L = &r.mutex
	return r
}

// take waits until there is room for so many bytes and takes it; it reports false where
// the context ended before.
func (r *room) take(ctx context.Context, bytes int) bool {
	defer context.AfterFunc(ctx, func() {
		r.mutex.Lock()
		defer r.mutex.Unlock()
		r.free.Broadcast()
	})()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for r.taken > 0 && r.taken+bytes > r.size && ctx.Err() == nil {
		r.free.Wait()
	}
	if ctx.Err() != nil {
		return false
	}
	r.taken += bytes
	return true
}

// give gives so many bytes of room back.
func (r *room) give(bytes int) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.taken -= bytes
	r.free.Broadcast()
}
