package fetch

import (
	"context"
	"errors"
	"time"

	"github.com/warraq/warraq/store"
)

// The bounds of a batch, which is one transaction.
const (
	batchArticles = 1000
	batchTime     = 400 * time.Millisecond
)

// write takes what feeds gave into the library, in batches, until no more comes.
func (r *run) write(ctx context.Context, results <-chan fetched) error {
	var batch []fetched
	articles := 0
	timer := time.NewTimer(batchTime)
	timer.Stop()
	flush := func() error {
		some := batch
		batch, articles = nil, 0
		return r.add(ctx, some)
	}
	for {
		select {
		case got, more := <-results:
			if !more {
				return flush()
			}
			if got.broken != nil {
				return errors.Join(flush(), got.broken)
			}
			if len(batch) == 0 {
				timer.Reset(batchTime)
			}
			batch = append(batch, got)
			if articles += len(got.Articles); articles < batchArticles {
				continue
			}
		case <-timer.C:
		}
		if err := flush(); err != nil {
			return err
		}
	}
}

// add adds a batch. What was read is taken in though the fetch was stopped meanwhile.
func (r *run) add(ctx context.Context, batch []fetched) error {
	if len(batch) == 0 {
		return nil
	}
	list := make([]store.Fetched, len(batch))
	for i := range batch {
		list[i] = batch[i].Fetched
	}
	added, err := r.library.AddFetched(context.WithoutCancel(ctx), list)
	if err != nil {
		return err
	}
	for i := range batch {
		r.told(&batch[i], added[i])
	}
	return nil
}

// told notes what became of a feed and its articles, and tells it.
func (r *run) told(got *fetched, added []store.Added) {
	result := got.result
	result.Feed = got.Feed
	for _, a := range added {
		switch a.Outcome {
		case store.New:
			result.New = append(result.New, a.ID)
		case store.Filled, store.Updated:
			result.Updated++
		}
	}
	if result.Status == Unchanged && len(result.New)+result.Updated > 0 {
		result.Status = Fetched
	}
	r.mu.Lock()
	r.summary.Results = append(r.summary.Results, result)
	if !got.counted {
		r.done++
		r.articles += len(result.New)
	}
	event := Event{Result: &result, Done: r.done, Total: r.total, Articles: r.articles}
	r.mu.Unlock()
	r.tell(event)
}
