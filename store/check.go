package store

import (
	"context"
	"fmt"
)

// Health is what [Library.Check] found.
type Health struct {
	Articles int
	Problems []string // as SQLite says them; none in a library that is whole
	// Wrong are the articles whose text, details or pictures are not what came in.
	Wrong []Entry
}

// Whole tells whether nothing is wrong.
func (h *Health) Whole() bool { return len(h.Problems)+len(h.Wrong) == 0 }

// mostProblems is how many things that are wrong are named.
const mostProblems = 100

// Check reads the whole library and says what is wrong with it: the file and its
// indexes, links that lead nowhere, words that the index lacks, and articles that
// are not as they came in. What SQLite cannot even read is among the problems.
func (l *Library) Check(ctx context.Context) (*Health, error) {
	h := &Health{}
	for _, check := range []struct{ query, says string }{
		{fmt.Sprintf("PRAGMA integrity_check(%d)", mostProblems), "%s"},
		{`SELECT DISTINCT "table" FROM pragma_foreign_key_check`, "a row of %s belongs to none"},
		{`SELECT title FROM article WHERE num NOT IN (SELECT num FROM word_place WHERE place IN (SELECT id FROM words_docsize)) LIMIT 100`, "the index of words lacks %q"},
		{`SELECT id FROM words_docsize WHERE id NOT IN (SELECT place FROM word_place WHERE num IN (SELECT num FROM article)) LIMIT 100`, "the index of words has %s, which is none"},
		{`SELECT title FROM (SELECT a.title, w.place, lag(w.place) OVER (ORDER BY a.newness) AS before FROM article a JOIN word_place w USING (num))
			WHERE place < before LIMIT 100`, "the index of words has %q out of order"},
	} {
		err := l.problems(ctx, h, check.query, check.says)
		if ctx.Err() != nil {
			return nil, ctx.Err() //nolint:wrapcheck // nothing to add
		}
		if err != nil {
			h.Problems = append(h.Problems, err.Error())
		}
	}
	unknown, err := l.compareSums(ctx, h)
	if err == nil {
		var wrong []Entry
		wrong, err = wrongPictures(ctx, l.db)
		h.Wrong = addWrong(h.Wrong, wrong)
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err() //nolint:wrapcheck // nothing to add
	case err != nil:
		h.Problems = append(h.Problems, err.Error())
	case h.Whole() && len(unknown) > 0:
		// It was made before there were checksums, and is whole.
		return h, l.change(ctx, func(c *transaction) error {
			for num, sum := range unknown {
				if _, err := c.exec(ctx, "UPDATE article SET sum = ? WHERE num = ? AND sum = 0", sum, num); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return h, nil
}

// problems adds what a query finds.
func (l *Library) problems(ctx context.Context, h *Health, query, says string) error {
	for what, err := range eachRow(ctx, l.db, scanColumn[string], query) {
		if err != nil {
			return err
		}
		if what != "ok" {
			h.Problems = append(h.Problems, fmt.Sprintf(says, what))
		}
	}
	return nil
}

// compareSums compares every article with its checksum, and gives the checksums of
// those that have none, by number.
func (l *Library) compareSums(ctx context.Context, h *Health) (unknown map[int64]int64, err error) {
	unknown = map[int64]int64{}
	for r, err := range eachRow(ctx, l.db, scanSummed, selectSummed) {
		if err != nil {
			return nil, err
		}
		h.Articles++
		if r.sum == 0 {
			unknown[r.Num] = r.Sum()
		}
		if !r.isWhole() {
			h.Wrong = append(h.Wrong, Entry{ID: r.ID, Title: r.Title, Source: r.Source})
		}
	}
	return unknown, nil
}
