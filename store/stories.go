package store

import (
	"context"
	"slices"
	"strings"
	"time"

	rel "warraq/store/related"
)

// Story is articles that tell one story, of which some came in a span of time.
type Story struct {
	Title    string   // of the most central article
	Articles []Entry  // all of them, in order of time
	Papers   []string // in the order in which they first told of it
	Since    time.Time
	Until    time.Time
	Unread   int // articles that were not read yet
}

// Front is what a span of time brought.
type Front struct {
	From, To time.Time
	// Stories are told in two articles or more: those of the most papers first, then
	// of the most articles, then the latest.
	Stories []Story
	// Others are of no story, the newest first. What came with Warraq is not among them.
	Others []Entry
}

// How far before a span its stories may have begun, and how many articles are put
// together at most, the newest.
const (
	storyLookback = 72 * time.Hour
	maxFront      = 8000
)

// Front gives the stories of the days before an instant, and what came beside them, as
// far as [Library.Relate] has come. Where nothing came in these days, it is of those
// before the last article that came before them.
func (l *Library) Front(ctx context.Context, until time.Time, days int) (Front, error) {
	until, err := l.lastBefore(ctx, until, days)
	if err != nil || until.IsZero() {
		return Front{}, err
	}
	f := Front{From: until.Add(-time.Duration(days) * 24 * time.Hour), To: until}
	documents, err := l.documentsBetween(ctx, f.From.Add(-storyLookback), until)
	if err != nil {
		return f, err
	}
	stories, err := l.cluster(ctx, documents)
	if err != nil {
		return f, err
	}
	nums := make([]int64, len(documents))
	for i, d := range documents {
		nums[i] = d.ID
	}
	entries, err := l.entriesOf(ctx, nums)
	if err != nil {
		return f, err
	}
	for _, s := range stories {
		f.take(s, documents, entries)
	}
	slices.SortStableFunc(f.Stories, func(a, b Story) int {
		if n := len(b.Papers) - len(a.Papers); n != 0 {
			return n
		}
		if n := len(b.Articles) - len(a.Articles); n != 0 {
			return n
		}
		return b.Until.Compare(a.Until)
	})
	slices.SortStableFunc(f.Others, func(a, b Entry) int { return b.Published.Compare(a.Published) })
	return f, nil
}

// lastBefore gives the instant itself where articles came in the days before it, else
// that of the last one before, zero where there is none.
func (l *Library) lastBefore(ctx context.Context, until time.Time, days int) (time.Time, error) {
	var newest int64
	err := l.db.QueryRowContext(ctx, "SELECT coalesce(max(newness), 0) FROM article WHERE full = 1 AND bundled = 0 AND newness < ?", firstNewness(until)).Scan(&newest)
	if err != nil || newest == 0 {
		return time.Time{}, l.failure(err)
	}
	last := timeOfNewness(newest)
	if until.Sub(last) < time.Duration(days)*24*time.Hour {
		return until, nil
	}
	return last.Add(time.Second), nil
}

// firstNewness is the first place in the order of lists that belongs to an instant.
func firstNewness(at time.Time) int64 { return at.Unix() << sequenceBits }

// documentsBetween gives what is known of the articles of a span of time.
func (l *Library) documentsBetween(ctx context.Context, from, to time.Time) ([]rel.Document, error) {
	list, err := collect(ctx, l.db, foundIndex{l}.document, `SELECT f.num, f.hour, f.source, f.profile, n.lengths
		FROM article a JOIN found f USING (num) JOIN found_length n USING (num)
		WHERE a.newness >= ? AND a.newness < ? AND a.full = 1 AND a.bundled = 0 ORDER BY a.newness DESC LIMIT ?`,
		firstNewness(from), firstNewness(to), maxFront)
	return list, l.failure(err)
}

// cluster puts articles together by their stories.
func (l *Library) cluster(ctx context.Context, documents []rel.Document) ([]rel.Story, error) {
	counts := map[rel.Term]int{}
	for _, d := range documents {
		for _, t := range d.Terms {
			counts[t.Term]++
		}
	}
	var terms []rel.Term
	for term := range counts {
		terms = append(terms, term)
	}
	slices.Sort(terms)
	index := foundIndex{l}
	articles := 0
	for some := range slices.Chunk(terms, rowsAtOnce) {
		in, n, err := index.Frequencies(ctx, some)
		if err != nil {
			return nil, err
		}
		articles = n
		for i, term := range some {
			counts[term] = in[i]
		}
	}
	return rel.Cluster(documents, counts, articles), nil
}

// take puts a story on the front, or what is of none, if any of it came in its span.
func (f *Front) take(s rel.Story, documents []rel.Document, entries map[int64]Entry) {
	var story Story
	now := false
	for _, at := range s.Members {
		e, ok := entries[documents[at].ID]
		if !ok {
			continue // it has gone since
		}
		story.Articles = append(story.Articles, e)
		now = now || !e.cameAt().Before(f.From)
		if at == s.Central {
			story.Title = e.Title
		}
		if paper := strings.TrimSpace(e.Source); paper != "" && !slices.Contains(story.Papers, paper) {
			story.Papers = append(story.Papers, paper)
		}
		if !e.Read {
			story.Unread++
		}
	}
	switch {
	case !now:
	case len(story.Articles) == 1:
		f.Others = append(f.Others, story.Articles[0])
	default:
		slices.SortStableFunc(story.Articles, func(a, b Entry) int { return a.cameAt().Compare(b.cameAt()) })
		story.Since, story.Until = story.Articles[0].cameAt(), story.Articles[len(story.Articles)-1].cameAt()
		if story.Title == "" {
			story.Title = story.Articles[0].Title
		}
		f.Stories = append(f.Stories, story)
	}
}

// cameAt is the time by which an article stands in lists: of its publication, or where
// that is not known, when it came.
func (e *Entry) cameAt() time.Time {
	if e.Published.IsZero() {
		return e.Added
	}
	return e.Published
}
