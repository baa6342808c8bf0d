package store

import (
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	rel "warraq/store/related"
)

// relateBatch is how many articles are taken in at once: enough that the parts of
// the index that they share are written once, and few enough that a mark which
// waits for them is on the disk in less than a second.
const relateBatch = 1000

// Relate takes what articles say into what [Library.Related] and its like know,
// for all that came or changed since, the newest change last. It works in
// batches, between which others may write; reading goes on all the while. Ended
// at any instant, by a context or otherwise, it goes on from there the next time.
// After each batch progress, unless it is nil, is told how many articles are done
// and how many there were to do.
func (l *Library) Relate(ctx context.Context, progress func(done, total int)) error {
	if progress == nil {
		progress = func(int, int) {}
	}
	if err := l.renewProfiles(ctx); err != nil {
		return err
	}
	total, err := l.countOf(ctx, "SELECT count(*) FROM found_pending")
	if err != nil || total == 0 {
		return err
	}
	for done := 0; ; {
		n, err := l.relateSome(ctx)
		if err != nil || n == 0 {
			return err
		}
		done += n
		progress(done, max(done, total))
	}
}

// countOf gives a number.
func (l *Library) countOf(ctx context.Context, query string) (n int, err error) {
	err = l.db.QueryRowContext(ctx, query).Scan(&n)
	return n, l.failure(err)
}

// renewProfiles has all articles wait whose profiles are of another version of
// Warraq.
func (l *Library) renewProfiles(ctx context.Context) error {
	version, err := l.countOf(ctx, "SELECT version FROM found_library")
	if err != nil || version == rel.Version {
		return err
	}
	return l.change(ctx, func(c *change) error {
		for _, statement := range []string{
			"DELETE FROM found", "DELETE FROM found_term", "DELETE FROM found_posting", "DELETE FROM mention",
			"INSERT OR IGNORE INTO found_pending (num) SELECT num FROM article ORDER BY newness DESC",
		} {
			if _, err := c.exec(ctx, statement); err != nil {
				return err
			}
		}
		_, err := c.exec(ctx, "UPDATE found_library SET articles = 0, version = ?", rel.Version)
		return err
	})
}

// relateSome takes some articles in and gives their number.
func (l *Library) relateSome(ctx context.Context) (int, error) {
	batch, err := l.waiting(ctx)
	if err != nil || len(batch) == 0 {
		return 0, err
	}
	lines, err := l.linesOf(ctx, batch)
	if err != nil {
		return 0, err
	}
	analyse(batch, lines)
	err = l.change(ctx, func(c *change) error {
		t := taking{change: c, counts: map[rel.Term]int{}}
		return t.all(ctx, batch)
	})
	return len(batch), err
}

// taking takes a batch in. The counts are what it changes in how many articles
// have each term.
type taking struct {
	*change
	counts   map[rel.Term]int
	articles int
}

func (t *taking) all(ctx context.Context, batch []pending) error {
	still := make([]*pending, 0, len(batch))
	for i := range batch {
		// What changed since it was read waits under another stamp.
		n, err := t.exec(ctx, "DELETE FROM found_pending WHERE stamp = ?", batch[i].stamp)
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		if err := t.forget(ctx, batch[i].num); err != nil {
			return err
		}
		if batch[i].here {
			still = append(still, &batch[i])
			t.articles++
			for _, w := range batch[i].profile.Terms {
				t.counts[w.Term]++
			}
		}
	}
	counts, err := t.count(ctx)
	if err != nil {
		return err
	}
	var articles int
	row, err := t.statement(ctx, "UPDATE found_library SET articles = articles + ? RETURNING articles")
	if err != nil {
		return err
	}
	if err := row.QueryRowContext(ctx, t.articles).Scan(&articles); err != nil {
		return fmt.Errorf("counting articles: %w", err)
	}
	return t.keep(ctx, still, counts, articles)
}

// forget takes out what was known of an article.
func (t *taking) forget(ctx context.Context, num int64) error {
	s, err := t.statement(ctx, "DELETE FROM found WHERE num = ? RETURNING day, profile, leading")
	if err != nil {
		return err
	}
	var day int
	var encoded, leading []byte
	switch err := s.QueryRowContext(ctx, num).Scan(&day, &encoded, &leading); {
	case isNoRow(err):
		return nil
	case err != nil:
		return fmt.Errorf("reading what an article said: %w", err)
	}
	profile, err := rel.DecodeProfile(encoded)
	if err != nil {
		return fmt.Errorf("article number %d: %w", num, err)
	}
	t.articles--
	for _, w := range profile.Terms {
		t.counts[w.Term]--
	}
	for ; len(leading) >= 4; leading = leading[4:] {
		_, err := t.exec(ctx, "DELETE FROM found_posting WHERE term = ? AND day = ? AND num = ?",
			binary.LittleEndian.Uint32(leading), day, num)
		if err != nil {
			return err
		}
	}
	_, err = t.exec(ctx, "DELETE FROM mention WHERE source = ?", num)
	return err
}

// count changes how many articles have each term, and gives how many have now.
func (t *taking) count(ctx context.Context) (map[rel.Term]int, error) {
	if len(t.counts) == 0 {
		return nil, nil
	}
	pairs := make([][2]int64, 0, len(t.counts))
	falls := false
	for term, n := range t.counts {
		pairs = append(pairs, [2]int64{int64(term), int64(n)})
		falls = falls || n < 0
	}
	slices.SortFunc(pairs, func(a, b [2]int64) int { return cmp.Compare(a[0], b[0]) })
	counts := make(map[rel.Term]int, len(pairs))
	for some := range slices.Chunk(pairs, rowsAtOnce) {
		list := encodeJSON(some)
		changed, err := collectCounts(ctx, t, `INSERT INTO found_term (term, articles)
			SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
			ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles
			RETURNING term, articles`, list)
		if err != nil {
			return nil, err
		}
		maps.Copy(counts, changed)
		if !falls {
			continue
		}
		if _, err := t.exec(ctx, "DELETE FROM found_term WHERE articles <= 0 AND term IN (SELECT value ->> 0 FROM json_each(?))", list); err != nil {
			return nil, err
		}
	}
	return counts, nil
}

// rowsAtOnce is how many rows one statement changes, in the order of their keys.
// What a statement is to be taken back by is kept in memory: every page that it
// changes, as it was.
const rowsAtOnce = 500

// keep writes what articles say.
func (t *taking) keep(ctx context.Context, batch []*pending, counts map[rel.Term]int, articles int) error {
	var postings [][3]int64
	for _, p := range batch {
		in := make([]int, len(p.profile.Terms))
		for i, w := range p.profile.Terms {
			in[i] = counts[w.Term]
		}
		day := dayOfNewness(p.newness)
		leading := []byte{} // nil would be NULL
		for _, term := range rel.Leading(p.profile, in, articles, rel.LeadingTerms) {
			leading = binary.LittleEndian.AppendUint32(leading, uint32(term))
			postings = append(postings, [3]int64{int64(term), int64(day), p.num})
		}
		_, err := t.exec(ctx, "INSERT INTO found (num, day, source, profile, leading) VALUES (?, ?, ?, ?, ?)",
			p.num, day, p.source, p.profile.Encode(), leading)
		if err != nil {
			return err
		}
		for _, address := range p.mentions {
			if _, err := t.exec(ctx, "INSERT INTO mention (source, address) VALUES (?, ?)", p.num, address); err != nil {
				return err
			}
		}
	}
	slices.SortFunc(postings, func(a, b [3]int64) int { return slices.Compare(a[:], b[:]) })
	for some := range slices.Chunk(postings, rowsAtOnce) {
		_, err := t.exec(ctx, `INSERT INTO found_posting (term, day, num)
			SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`, encodeJSON(some))
		if err != nil {
			return err
		}
	}
	return nil
}

// dayOfNewness is the day that a place in the order belongs to, since 1970.
func dayOfNewness(newness int64) int {
	const day = 24 * 60 * 60
	seconds := newness >> sequenceBits
	return int((seconds - ((seconds%day)+day)%day) / day)
}

// encodeJSON writes numbers for json_each.
func encodeJSON[T any](list []T) string {
	if len(list) == 0 {
		return "[]"
	}
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // numbers can always be written
	}
	return string(b)
}
