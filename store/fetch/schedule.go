package fetch

import (
	"cmp"
	"errors"
	"net/url"
	"slices"
	"time"

	"github.com/warraq/warraq/articles/format/feed"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// Bounds of how long a feed is left alone: what a server or a feed wishes is followed up
// to a day, and one that fails is left alone for longer each time.
const (
	longestWait  = 24 * time.Hour
	firstBackOff = 5 * time.Minute
)

// isDue tells whether it is the time of a feed. Its server's wish to be left alone always
// holds; how long a feed says that it is fresh holds unless its reader names it.
func isDue(f *store.Feed, now time.Time, interval time.Duration, named bool) bool {
	switch {
	case now.Before(f.Held):
		return false
	case named:
		return true
	case now.Before(f.Next):
		return false
	case interval == 0:
		return true
	}
	every := cmp.Or(f.Every, interval)
	return !now.Before(f.Tried.Add(every - every/10)) // a timer is never exact
}

// byNeed orders feeds: those that were never fetched first, then by how long ago that was;
// and the hosts by turns, so that no host keeps the others waiting.
func byNeed(feeds []store.Feed) []store.Feed {
	slices.SortStableFunc(feeds, func(a, b store.Feed) int { return a.Tried.Compare(b.Tried) })
	turn, turns := map[string]int{}, make(map[int64]int, len(feeds))
	for _, f := range feeds {
		host := ""
		if u, err := url.Parse(f.Address); err == nil {
			host = u.Host
		}
		turns[f.Num] = turn[host]
		turn[host]++
	}
	slices.SortStableFunc(feeds, func(a, b store.Feed) int { return turns[a.Num] - turns[b.Num] })
	return feeds
}

// scheduleNext sets when a feed is asked for next, by what its server and it itself say.
func scheduleNext(f *store.Feed, answer *web.Answer, head feed.Head, now time.Time) {
	next := answer.FreshUntil
	if to := now.Add(head.TTL); head.TTL > 0 && to.After(next) {
		next = to
	}
	if most := now.Add(longestWait); next.After(most) {
		next = most
	}
	f.Next = skipHours(head, next, now)
	if answer.RetryAfter.After(now) {
		f.Held = answer.RetryAfter
	}
}

// skipHours gives a time, or if a feed is not to be asked for then, the first after it when
// it is; zero where that is not to come.
func skipHours(head feed.Head, next, now time.Time) time.Time {
	if len(head.SkipHours) == 0 && len(head.SkipDays) == 0 {
		return next
	}
	at := now
	if next.After(at) {
		at = next
	}
	for range 8 * 24 {
		if utc := at.UTC(); !slices.Contains(head.SkipHours, utc.Hour()) && !slices.Contains(head.SkipDays, utc.Weekday()) {
			if at.Equal(now) {
				return next
			}
			return at
		}
		at = at.Truncate(time.Hour).Add(time.Hour)
	}
	return next // it is never to be asked for, which cannot be meant
}

// noteFailure notes in a feed that it could not be had. What a server did not say by itself is
// how long it is left alone: longer each time, where it was reached at all.
func noteFailure(f *store.Feed, err error, answer *web.Answer, now time.Time) {
	f.Failures++
	if f.FailingSince.IsZero() {
		f.FailingSince = now
	}
	f.Failure = FailureOf(err)
	wrong, ok := errors.AsType[*web.Error](err)
	switch {
	case ok && wrong.Until.After(now):
		f.Held = wrong.Until
	case answer != nil && answer.RetryAfter.After(now):
		f.Held = answer.RetryAfter
	case ok && wrong.Status != 0:
		f.Next = now.Add(min(longestWait, firstBackOff<<min(f.Failures-1, 10)))
	}
	f.Stopped = ok && errors.Is(wrong.Kind, web.ErrGone)
}

// noteSuccess notes in a feed that it was had.
func noteSuccess(f *store.Feed, now time.Time) {
	f.Fetched, f.FailingSince, f.Failures, f.Failure, f.Held, f.Stopped = now, time.Time{}, 0, store.FetchFailure{}, time.Time{}, false
}
