package fetching

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/words"
)

// Progress says how far the fetch is that is on its way.
func (f *Fetcher) Progress(w *words.Words) string {
	say, last := w.Feeds, f.round.last
	if f.round.stopping {
		return say.Stopping
	}
	return fmt.Sprintf(say.Fetching, last.Done, last.Total) + w.Comma + w.Count(last.Articles, say.NewArticles)
}

// IsWithoutFeeds tells that there was nothing to be fetched, since no feed is followed.
func (msg Ended) IsWithoutFeeds() bool { return msg.err == nil && len(msg.summary.Results) == 0 }

// Sentence says what a fetch brought, and what it could not; sentence says an error.
func (msg Ended) Sentence(w *words.Words, sentence func(error) string) string {
	say, s := w.Feeds, &msg.summary
	came := w.Count(len(s.New()), say.NewArticles)
	_, broken := errors.AsType[*store.Error](msg.err)
	switch {
	case errors.Is(msg.err, context.Canceled) && !broken:
		return fmt.Sprintf(say.Interrupted, came)
	case msg.err != nil && len(s.New()) > 0:
		return came + ". " + sentence(msg.err)
	case msg.err != nil:
		return sentence(msg.err)
	case len(s.Results) == 0:
		return say.NoneHere
	}
	asked, feeds := 0, []failure{}
	for i := range s.Results {
		r := &s.Results[i]
		if r.Status != fetch.Early {
			asked++
		}
		if r.Err != nil {
			feeds = append(feeds, failure{r.Feed.Label(), r.Err})
		}
	}
	if asked == 0 {
		return say.NoFetchHere
	}
	parts := []string{came}
	why := &reasons{words: w, sentence: sentence}
	if s.PagesFailed > 0 {
		parts = append(parts, w.Count(s.PagesFailed, say.PagesFailed)+why.of(msg.pages))
	}
	if len(feeds) > 0 {
		parts = append(parts, w.Count(len(feeds), say.FailedFeeds)+why.of(feeds))
	}
	if s.Past > 0 && s.Deleted {
		parts = append(parts, w.Count(s.Past, say.Deleted))
	}
	said := strings.Join(parts, w.Comma)
	if do := why.advice(); do != "" {
		said += ". " + do + "."
	}
	if s.Past > 0 && !s.Deleted {
		said = strings.TrimSuffix(said, ".") + ". " + fmt.Sprintf(say.WillDelete, w.Count(s.Past, say.Past))
	}
	return said
}
