package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	rel "github.com/warraq/warraq/store/related"
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
	if l.shared != nil {
		return nil // it is for the library to do
	}
	if progress == nil {
		progress = func(int, int) {}
	}
	if err := l.renewProfiles(ctx); err != nil {
		return err
	}
	total, err := l.countOf(ctx, "SELECT count(*) FROM found_pending")
	if err != nil {
		return err
	}
	related, err := l.countOf(ctx, "SELECT articles FROM found_library")
	if err != nil {
		return err
	}
	if float64(related+total) > float64(related)*grownBy { // before it, so that what gets free is filled again
		if err := l.mergeWords(ctx); err != nil {
			return err
		}
	}
	for done := 0; ; {
		n, err := l.relateSome(ctx)
		if err != nil {
			return err
		}
		if n == 0 {
			break
		}
		done += n
		progress(done, max(done, total))
	}
	if err := l.measureAgain(ctx); err != nil {
		return err
	}
	return l.linkStories(ctx)
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
	return l.change(ctx, func(c *transaction) error {
		for _, statement := range []string{
			"DELETE FROM found", "DELETE FROM found_story", "DELETE FROM found_story_pending", "DELETE FROM found_length", "DELETE FROM found_term", "UPDATE found_measured SET articles = 0", "DELETE FROM mention",
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
	err = l.change(ctx, func(c *transaction) error {
		t := taking{transaction: c, terms: termChanges{}}
		return t.all(ctx, batch)
	})
	return len(batch), err
}

// taking takes a batch in: its terms are what changes in how many articles have
// each.
type taking struct {
	*transaction
	terms    termChanges
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
			t.terms.gain(batch[i].num, batch[i].profile)
		}
	}
	rows, total, err := t.readTerms(ctx)
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
	// In their order they fill the pages of the file, backwards these stay half empty.
	slices.SortFunc(still, func(a, b *pending) int { return cmp.Compare(a.num, b.num) })
	for _, p := range still {
		if err := t.keep(ctx, p, total, articles); err != nil {
			return err
		}
	}
	return t.writeTerms(ctx, rows)
}

// forget takes out what was known of an article.
func (t *taking) forget(ctx context.Context, num int64) error {
	s, err := t.statement(ctx, "DELETE FROM found WHERE num = ? RETURNING profile")
	if err != nil {
		return err
	}
	var encoded []byte
	switch scanErr := s.QueryRowContext(ctx, num).Scan(&encoded); {
	case isNoRow(scanErr):
		return nil
	case scanErr != nil:
		return fmt.Errorf("reading what an article said: %w", scanErr)
	}
	profile, err := rel.DecodeProfile(encoded)
	if err != nil {
		return fmt.Errorf("article number %d: %w", num, err)
	}
	t.articles--
	t.terms.lose(num, profile)
	if err := t.unlinkStory(ctx, num); err != nil {
		return err
	}
	for _, statement := range []string{"DELETE FROM found_length WHERE num = ?", "DELETE FROM mention WHERE source = ?"} {
		if _, err := t.exec(ctx, statement, num); err != nil {
			return err
		}
	}
	return nil
}

// keep writes what an article says.
func (t *taking) keep(ctx context.Context, p *pending, total map[rel.Term]int, articles int) error {
	in := make([]int, len(p.profile.Terms))
	for i, w := range p.profile.Terms {
		in[i] = total[w.Term]
	}
	t.terms.lead(p.num, rel.Leading(p.profile, in, articles, rel.LeadingTerms))
	_, err := t.exec(ctx, "INSERT INTO found (num, hour, source, profile) VALUES (?, ?, ?, ?)",
		p.num, hourOfNewness(p.newness), p.source, p.profile.Encode())
	if err != nil {
		return err
	}
	_, err = t.exec(ctx, "INSERT INTO found_length (num, lengths) VALUES (?, ?)", p.num, packLengths(p.profile.Measure(in, articles)))
	if err != nil {
		return err
	}
	if err := t.awaitStory(ctx, p.num); err != nil {
		return err
	}
	for _, address := range p.mentions {
		if _, err := t.exec(ctx, "INSERT INTO mention (source, address) VALUES (?, ?)", p.num, address); err != nil {
			return err
		}
	}
	return nil
}

// hourOfNewness is the hour that a place in the order belongs to, since 1970.
func hourOfNewness(newness int64) int {
	const hour = 60 * 60
	seconds := newness >> sequenceBits
	return int((seconds - ((seconds%hour)+hour)%hour) / hour)
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
