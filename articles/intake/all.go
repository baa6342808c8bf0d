package intake

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Result is what was read of an input: its articles, and what was wrong with it or
// with a part of it.
type Result struct {
	Input    string // its name
	Bytes    int    // of it, as it was opened
	Articles []articles.Article
	Err      error
}

// Bounds of what has been read and is not wanted yet, so that reading goes on while what
// came before is taken in.
const (
	aheadInputs = 64
	aheadBytes  = 6 << 20 // of inputs
)

// ReadAll reads inputs, as [Open] gives them, several at a time, and gives the results
// in the order of the inputs. It ends, and reads no more, when the context does or no
// more is wanted.
func ReadAll(ctx context.Context, inputs iter.Seq2[Input, error]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		working, cancel := context.WithCancel(ctx)
		defer cancel()
		held := newRoom(aheadBytes)
		for result := range readInOrder(working, inputs, runtime.GOMAXPROCS(0), held) {
			select {
			case r := <-result:
				if working.Err() != nil || !yield(r) {
					return
				}
				held.give(r.Bytes)
			case <-working.Done():
				return
			}
		}
	}
}

// readInOrder reads inputs in so many workers and gives for each, in order, where its
// result will be. What is held of them, read or not, takes its room.
func readInOrder(ctx context.Context, inputs iter.Seq2[Input, error], workers int, held *room) <-chan chan Result {
	results := make(chan chan Result, aheadInputs)
	free := make(chan struct{}, workers)
	go func() {
		defer close(results)
		var reading sync.WaitGroup
		defer reading.Wait()
		for in, err := range inputs {
			result := make(chan Result, 1)
			if !held.take(ctx, len(in.Data)) {
				return
			}
			select {
			case results <- result:
			case <-ctx.Done():
				return
			}
			if err != nil {
				result <- Result{Input: in.Name, Bytes: len(in.Data), Err: err}
				continue
			}
			select {
			case free <- struct{}{}:
			case <-ctx.Done():
				return
			}
			reading.Go(func() {
				defer func() { <-free }()
				list, err := in.readSafely(ctx)
				result <- Result{Input: in.Name, Bytes: len(in.Data), Articles: list, Err: err}
			})
		}
	}()
	return results
}

// readSafely is [Input.Read] that names an input by which a format was broken off as damaged, so
// that it takes nothing with it of what else comes in.
func (i Input) readSafely(ctx context.Context) (list []articles.Article, err error) {
	defer func() {
		if wrong := recover(); wrong != nil {
			list, err = nil, &articles.InputError{Name: text.CleanLine(i.Name), Kind: articles.ErrDamaged, Why: fmt.Errorf("it cannot be read: %v", wrong)}
		}
	}()
	return i.Read(ctx)
}
