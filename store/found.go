package store

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/warraq/warraq/articles"
	rel "github.com/warraq/warraq/store/related"
)

// foundLimit is how many articles are found for one, beside those that it names.
const foundLimit = 12

// Related gives the articles that belong to an article, as many as limit allows;
// 0 is all. First come those that it names as related, in its order, and those
// that its text links to; those whose text is not here are cards. Then come the
// newest of those that point at it (see [Library.Backlinks]), and those
// that were found by what they say (see [Library.Relate]): the same text, other
// reports of the event, the other parts of the story, and then what is related, in
// each case the nearest first. No article is among them twice.
func (l *Library) Related(ctx context.Context, id string, limit int) ([]Entry, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	p, err := l.described(ctx, num)
	if err != nil {
		return nil, err
	}
	entries, err := l.explicit(ctx, &p)
	if err != nil {
		return nil, err
	}
	if limit <= 0 || len(entries) < limit {
		found, err := l.foundFor(ctx, &p)
		if err != nil {
			return nil, err
		}
		entries = appendFound(entries, found)
	}
	if limit > 0 {
		entries = entries[:min(limit, len(entries))]
	}
	return entries, nil
}

// appendNew adds entries that are not there.
func appendNew(entries, more []Entry) []Entry {
	for _, e := range more {
		if !slices.ContainsFunc(entries, func(there Entry) bool { return there.ID == e.ID }) {
			entries = append(entries, e)
		}
	}
	return entries
}

// appendFound adds entries that were found to those that an article points at. What
// stands behind one that is there stands behind that one now.
func appendFound(entries, found []Entry) []Entry {
	at := map[string]int{}
	for i, e := range entries {
		at[e.ID] = i
	}
	isThere := func(e Entry) bool { _, ok := at[e.ID]; return ok }
	for _, e := range found {
		e.Also = slices.DeleteFunc(e.Also, isThere)
		if i, ok := at[e.ID]; ok {
			entries[i].Also = append(entries[i].Also, e.Also...)
			continue
		}
		entries = append(entries, e)
	}
	return entries
}

// Named gives the articles that an article names as related, in its order: what
// was said of it when it came, and no more.
func (l *Library) Named(ctx context.Context, id string) ([]Entry, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	return l.named(ctx, num)
}

func (l *Library) named(ctx context.Context, num int64) ([]Entry, error) {
	list, err := collectRows(ctx, l.db, func(scan scanner) (Entry, error) {
		var kind articles.Kind
		e, err := scanEntryAnd(&kind)(scan)
		e.Why = kindReasons[kind]
		return e, err
	}, "SELECT "+entryColumns+`, link.kind FROM link
		JOIN article a ON a.num = link.target
		WHERE link.source = ? ORDER BY link.position`, num)
	return list, l.failure(err)
}

// maxPointing is how many of those that point at an article are among its related
// ones: an index of many articles would else stand before all others.
const maxPointing = 5

// explicit gives the articles that an article itself points at, then some of those
// that point at it.
func (l *Library) explicit(ctx context.Context, p *pending) ([]Entry, error) {
	named, err := l.named(ctx, p.num)
	if err != nil {
		return nil, err
	}
	linked, err := l.inText(ctx, p.num, p.article.Body, p.url)
	if err != nil {
		return nil, err
	}
	back, err := l.backlinks(ctx, p.num, maxPointing)
	if err != nil {
		return nil, err
	}
	return appendNew(appendNew(named, withReason(WhyInText, linked)), back), nil
}

// withReason gives all entries one reason.
func withReason(why Why, entries []Entry) []Entry {
	for i := range entries {
		entries[i].Why = why
	}
	return entries
}

// described reads what relatedness looks at in an article.
func (l *Library) described(ctx context.Context, num int64) (pending, error) {
	p := pending{num: num, here: true}
	err := l.db.QueryRowContext(ctx, `SELECT a.newness, a.source_key, a.published = '', a.url, a.title, a.summary, coalesce(warraq_text(t.body), '')
		FROM article a LEFT JOIN text t USING (num) WHERE a.num = ?`, num).
		Scan(&p.newness, &p.article.Source, &p.article.Undated, &p.url, &p.article.Title, (*packedLine)(&p.article.Summary), &p.article.Body)
	if err != nil {
		return p, l.failure(fmt.Errorf("reading article number %d: %w", num, err))
	}
	return p, nil
}

// analysed gives an article as relatedness compares it.
func (l *Library) analysed(ctx context.Context, p *pending) (rel.Document, rel.Analysis, error) {
	lines := p.article.Lines()
	in, _, err := l.foundIndex().Frequencies(ctx, lines)
	if err != nil {
		return rel.Document{}, rel.Analysis{}, err
	}
	p.article.Leave = p.article.Standing(func(line rel.Term) int {
		if i, ok := slices.BinarySearch(lines, line); ok {
			return in[i]
		}
		return 0
	})
	a := rel.Analyse(p.article)
	return rel.Document{ID: p.num, Source: p.article.Source, Hour: hourOfNewness(p.newness), Profile: a.Profile}, a, nil
}

// foundFor gives the articles that are related to one by what they say.
func (l *Library) foundFor(ctx context.Context, p *pending) ([]Entry, error) {
	neighbours, err := l.neighbours(ctx, p)
	if err != nil {
		return nil, err
	}
	var nums []int64
	for _, n := range neighbours {
		nums = append(nums, n.ID)
		nums = append(nums, n.Copies...)
	}
	entries, err := l.entriesOf(ctx, nums)
	if err != nil {
		return nil, err
	}
	list := make([]Entry, 0, len(neighbours))
	for _, n := range neighbours {
		e, ok := entries[n.ID]
		if !ok {
			continue // it has gone since
		}
		e.Shared, e.Why = n.Shared, whyFound[n.Relation]
		if n.Relation == rel.SameText {
			e.Shared = nil // all of it
		}
		for _, other := range n.Copies {
			if behind, ok := entries[other]; ok {
				behind.Why = WhyElsewhere
				e.Also = append(e.Also, behind)
			}
		}
		list = append(list, e)
	}
	return list, nil
}

// whyFound are the reasons for which articles are found.
var whyFound = map[rel.Relation]Why{
	rel.SameText: WhySameText, rel.SameEvent: WhySameEvent, rel.SameStory: WhySameStory, rel.Related: WhyShared,
}

// entriesOf gives the entries of articles, those that are gone left out.
func (l *Library) entriesOf(ctx context.Context, nums []int64) (map[int64]Entry, error) {
	type numbered struct {
		num int64
		Entry
	}
	scan := func(scan scanner) (n numbered, err error) {
		n.Entry, err = scanEntryAnd(&n.num)(scan)
		return n, err
	}
	list, err := collectRows(ctx, l.db, scan, "SELECT "+entryColumns+`, a.num FROM json_each(?) j
		JOIN article a ON a.num = j.value`, encodeJSON(nums))
	entries := make(map[int64]Entry, len(nums))
	for _, n := range list {
		entries[n.num] = n.Entry
	}
	return entries, l.failure(err)
}

// neighbours finds what is related to an article by what it says, or remembers
// it.
func (l *Library) neighbours(ctx context.Context, p *pending) ([]rel.Neighbour, error) {
	state, err := l.foundState(ctx)
	if err != nil {
		return nil, err
	}
	if known, ok := l.found.get(state, p.num); ok {
		return known, nil
	}
	document, written, err := l.analysed(ctx, p)
	if err != nil {
		return nil, err
	}
	neighbours, err := rel.Find(ctx, l.foundIndex(), document, written, foundLimit)
	if err != nil {
		return nil, err
	}
	l.found.put(state, p.num, neighbours)
	return neighbours, nil
}

// foundState is a number that changes with every change of an article and with
// everything that is known of one.
func (l *Library) foundState(ctx context.Context) (state [2]int64, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'found_pending'),
		(SELECT coalesce(min(stamp), 0) FROM found_pending)`).Scan(&state[0], &state[1])
	if err != nil {
		return state, l.failure(fmt.Errorf("reading what is to be related: %w", err))
	}
	return state, nil
}

// foundCache remembers what was found as long as nothing changes.
type foundCache struct {
	sync.Mutex
	state [2]int64
	known map[int64][]rel.Neighbour
}

// maxKnown is how many articles' neighbours are remembered: some kilobytes each.
const maxKnown = 500

func (c *foundCache) get(state [2]int64, num int64) ([]rel.Neighbour, bool) {
	c.Lock()
	defer c.Unlock()
	neighbours, ok := c.known[num]
	return neighbours, ok && c.state == state
}

func (c *foundCache) put(state [2]int64, num int64, neighbours []rel.Neighbour) {
	c.Lock()
	defer c.Unlock()
	if c.state != state || len(c.known) >= maxKnown {
		c.state, c.known = state, map[int64][]rel.Neighbour{}
	}
	c.known[num] = neighbours
}
