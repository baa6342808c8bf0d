package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"sync"
	"time"
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

// CameAfter returns the number of a story's articles that came after an instant and were
// not read yet.
func (s *Story) CameAfter(at time.Time) (n int) {
	for i := range s.Articles {
		if s.Articles[i].IsNew(at) {
			n++
		}
	}
	return n
}

// IsNew tells whether an article came after an instant and was not read yet.
func (e *Entry) IsNew(after time.Time) bool { return e.Added.After(after) && !e.Read }

// Front is what a span of time brought.
type Front struct {
	From, To time.Time
	// Stories are told in two articles or more: those of the most papers first, then
	// of the most articles, then the latest.
	Stories []Story
	// Others are of no story, the newest first. What came with Warraq is not among them.
	Others []Entry
}

// maxFront is how many articles of a span are put on the front at most, the newest.
const maxFront = 8000

// frontCache keeps the front that was put together last: lists ask for it page by page.
type frontCache struct {
	sync.Mutex
	front Front
	state [4]int64  // of the library: of its articles, of its stories
	until time.Time // the instant that was asked for
	days  int
}

// frontAge is how old a front may be that is given again.
const frontAge = time.Minute

// Front gives the stories of which some came in the days before an instant, and what
// came beside them, as far as [Library.Relate] has come. Where nothing came in these
// days, it is of those before the last article that came before them. Until the library
// changes it is put together once for the same minute.
func (l *Library) Front(ctx context.Context, until time.Time, days int) (Front, error) {
	state, err := l.frontState(ctx)
	if err != nil {
		return Front{}, err
	}
	c := &l.front
	c.Lock()
	defer c.Unlock()
	if age := until.Sub(c.until); c.days == days && c.state == state && age >= 0 && age < frontAge {
		return c.front.clone(), nil
	}
	f, err := l.readFront(ctx, until, days)
	if err != nil {
		return Front{}, err
	}
	c.front, c.state, c.until, c.days = f, state, until, days
	return f.clone(), nil
}

// frontState gives numbers that change with every change of an article and of a story: a
// batch that is put into stories is of those that have waited with the lowest numbers.
func (l *Library) frontState(ctx context.Context) (state [4]int64, err error) {
	found, err := l.foundState(ctx)
	if err != nil {
		return state, err
	}
	err = l.db.QueryRowContext(ctx, "SELECT revision, (SELECT coalesce(min(num), 0) FROM found_story_pending) FROM library").Scan(&state[0], &state[1])
	copy(state[2:], found[:])
	return state, l.failure(err)
}

// clone returns a front whose lists can be sorted without changing the other one's.
func (f *Front) clone() Front {
	c := *f
	c.Stories, c.Others = slices.Clone(f.Stories), slices.Clone(f.Others)
	for i := range c.Stories {
		c.Stories[i].Articles = slices.Clone(c.Stories[i].Articles)
	}
	return c
}

// readFront puts the front together.
func (l *Library) readFront(ctx context.Context, until time.Time, days int) (Front, error) {
	until, err := l.lastBefore(ctx, until, days)
	if err != nil || until.IsZero() {
		return Front{}, err
	}
	f := Front{From: until.Add(-time.Duration(days) * 24 * time.Hour), To: until}
	told, err := collectRows(ctx, l.db, scanTold, "SELECT "+entryColumns+`, s.num, s.root, s.link, s.nearness
		FROM found_story s JOIN article a ON a.num = s.num
		WHERE s.root IN (SELECT root FROM found_story WHERE num IN (
			SELECT num FROM article WHERE newness >= ?1 AND newness < ?2 AND full = 1 AND bundled = 0 ORDER BY newness DESC LIMIT ?3))
		AND a.full = 1 AND a.bundled = 0 AND a.newness < ?2 ORDER BY a.newness`,
		firstNewness(f.From), firstNewness(until), maxFront)
	if err != nil {
		return f, l.failure(err)
	}
	for _, articles := range byRoot(told) {
		f.take(articles)
	}
	slices.SortStableFunc(f.Stories, func(a, b Story) int {
		return cmp.Or(len(b.Papers)-len(a.Papers), len(b.Articles)-len(a.Articles), b.Until.Compare(a.Until))
	})
	slices.SortStableFunc(f.Others, func(a, b Entry) int { return b.Published.Compare(a.Published) })
	return f, nil
}

// StoryOf gives the story that an article is of, all of it, which is the article alone where
// no other tells it. It is empty where there is no such article, or it is not related yet.
func (l *Library) StoryOf(ctx context.Context, id string) (Story, error) {
	told, err := collectRows(ctx, l.db, scanTold, "SELECT "+entryColumns+`, s.num, s.root, s.link, s.nearness
		FROM found_story s JOIN article a ON a.num = s.num
		WHERE s.root = (SELECT root FROM found_story WHERE num = (SELECT num FROM article WHERE id = ?))
		AND a.full = 1 AND a.bundled = 0 ORDER BY a.newness`, id)
	if err != nil || len(told) == 0 {
		return Story{}, l.failure(err)
	}
	return newStory(told), nil
}

// toldEntry is an article of a story.
type toldEntry struct {
	Entry
	num, root int64
	link      sql.NullInt64
	nearness  float64
}

func scanTold(scan scanner) (e toldEntry, err error) {
	e.Entry, err = scanEntryAnd(&e.num, &e.root, &e.link, &e.nearness)(scan)
	return e, err
}

// byRoot parts articles by their stories, in the order of their first articles.
func byRoot(told []toldEntry) [][]toldEntry {
	var stories [][]toldEntry
	at := map[int64]int{}
	for _, e := range told {
		i, ok := at[e.root]
		if !ok {
			i = len(stories)
			at[e.root] = i
			stories = append(stories, nil)
		}
		stories[i] = append(stories[i], e)
	}
	return stories
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

// take puts a story on the front, or what is of none, if any of it came in its span.
func (f *Front) take(told []toldEntry) {
	s := newStory(told)
	switch last := len(s.Articles) - 1; {
	case s.Until.Before(f.From):
	case last == 0:
		f.Others = append(f.Others, s.Articles[0])
	default:
		f.Stories = append(f.Stories, s)
	}
}

// newStory puts a story together of its articles in order of time.
func newStory(told []toldEntry) Story {
	s := Story{Title: told[centralArticle(told)].Title, Since: told[0].cameAt(), Until: told[len(told)-1].cameAt()}
	for _, e := range told {
		s.Articles = append(s.Articles, e.Entry)
		if paper := strings.TrimSpace(e.Source); paper != "" && !slices.Contains(s.Papers, paper) {
			s.Papers = append(s.Papers, paper)
		}
		if !e.Read {
			s.Unread++
		}
	}
	return s
}

// centralArticle gives the place of the article that is the nearest to those that hang on it
// and to what it hangs on, in all; of several the first.
func centralArticle(told []toldEntry) int {
	nearness := map[int64]float64{}
	for _, e := range told {
		nearness[e.num] += e.nearness
		if e.link.Valid {
			nearness[e.link.Int64] += e.nearness
		}
	}
	best := 0
	for i, e := range told {
		if nearness[e.num] > nearness[told[best].num] {
			best = i
		}
	}
	return best
}

// cameAt is the time by which an article stands in lists: of its publication, or where
// that is not known, when it came.
func (e *Entry) cameAt() time.Time {
	if e.Published.IsZero() {
		return e.Added
	}
	return e.Published
}
