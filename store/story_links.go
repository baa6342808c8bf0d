package store

import (
	"context"
	"fmt"
	"slices"

	rel "github.com/warraq/warraq/store/related"
)

// storyBatch is how many articles look for their stories in one change: few enough that
// a mark which waits for them does not wait long.
const storyBatch = 100

// linkStories puts the articles that wait for it into stories. Each hangs on the
// nearest one before it that is surely of its story, whichever came first; so the
// stories are the same in whatever order articles came, but for what was rare when they
// came and is no more. Ended at any instant it goes on from there the next time.
func (l *Library) linkStories(ctx context.Context) error {
	for {
		n, err := l.linkSomeStories(ctx)
		if err != nil || n == 0 {
			return err
		}
	}
}

// linkSomeStories puts some of the articles that wait into stories and gives their number.
func (l *Library) linkSomeStories(ctx context.Context) (n int, err error) {
	waiting, err := l.countOf(ctx, "SELECT count(*) FROM (SELECT 1 FROM found_story_pending LIMIT 1)")
	if err != nil || waiting == 0 {
		return 0, err
	}
	err = l.change(ctx, func(c *transaction) error {
		nums, batchErr := collectRows(ctx, c, scanColumn[int64], "SELECT num FROM found_story_pending ORDER BY num LIMIT ?", storyBatch)
		if batchErr != nil {
			return batchErr
		}
		n = len(nums)
		index := foundIndex{l, c}
		documents, batchErr := index.Documents(ctx, nums)
		if batchErr != nil {
			return batchErr
		}
		cached, batchErr := cacheFrequencies(ctx, index, documents)
		if batchErr != nil {
			return batchErr
		}
		for i := range documents {
			if batchErr = c.linkStory(ctx, cached, &documents[i]); batchErr != nil {
				return batchErr
			}
		}
		_, batchErr = c.exec(ctx, "DELETE FROM found_story_pending WHERE num IN (SELECT value FROM json_each(?))", encodeJSON(nums))
		return batchErr
	})
	return n, err
}

// cachedIndex is an index that knows in how many articles the terms of some are.
type cachedIndex struct {
	foundIndex
	in       map[rel.Term]int
	articles int
}

// cacheFrequencies gives an index for asking about some articles.
func cacheFrequencies(ctx context.Context, index foundIndex, documents []rel.Document) (*cachedIndex, error) {
	x := &cachedIndex{foundIndex: index, in: map[rel.Term]int{}}
	var terms []rel.Term
	for _, d := range documents {
		for _, t := range d.Terms {
			terms = append(terms, t.Term)
		}
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	for some := range slices.Chunk(terms, rowsAtOnce) {
		in, articles, err := index.Frequencies(ctx, some)
		if err != nil {
			return nil, err
		}
		x.articles = articles
		for i, term := range some {
			x.in[term] = in[i]
		}
	}
	return x, nil
}

func (x *cachedIndex) Frequencies(_ context.Context, terms []rel.Term) (in []int, articles int, err error) {
	in = make([]int, len(terms))
	for i, term := range terms {
		in[i] = x.in[term]
	}
	return in, x.articles, nil
}

// linkStory hangs an article on the nearest one before it, and on the article those
// after it that are nearer to it than to what they hang on.
func (c *transaction) linkStory(ctx context.Context, index rel.Index, d *rel.Document) error {
	companions, err := rel.Companions(ctx, index, *d)
	if err != nil {
		return fmt.Errorf("looking for the story of article number %d: %w", d.ID, err)
	}
	isBefore := func(other rel.Companion) bool {
		return other.Hour < d.Hour || other.Hour == d.Hour && other.ID < d.ID
	}
	if i := slices.IndexFunc(companions, isBefore); i >= 0 {
		if err := c.hang(ctx, d.ID, companions[i].ID, companions[i].Score); err != nil {
			return err
		}
	}
	for _, other := range companions {
		if !isBefore(other) {
			if err := c.hang(ctx, other.ID, d.ID, other.Score); err != nil {
				return err
			}
		}
	}
	return nil
}

// hang hangs an article, and what hangs on it, on an earlier one, if it is nearer to
// that than to what it hangs on.
func (c *transaction) hang(ctx context.Context, num, on int64, nearness float64) error {
	n, err := c.exec(ctx, "UPDATE found_story SET link = ?2, nearness = ?3 WHERE num = ?1 AND nearness < ?3", num, on, nearness)
	if err != nil || n == 0 {
		return err
	}
	return c.root(ctx, num, "(SELECT root FROM found_story WHERE num = ?2)", on)
}

// root says of an article, and of what hangs on it, which article is the first of their
// story: that of an expression.
func (c *transaction) root(ctx context.Context, num int64, root string, args ...any) error {
	_, err := c.exec(ctx, `WITH RECURSIVE below (num) AS (VALUES (?1) UNION
		SELECT s.num FROM below JOIN found_story s ON s.link = below.num)
		UPDATE found_story SET root = `+root+` WHERE num IN (SELECT num FROM below)`, append([]any{num}, args...)...)
	return err
}

// awaitStory has an article that came be a story of its own and look for another.
func (c *transaction) awaitStory(ctx context.Context, num int64) error {
	if _, err := c.exec(ctx, "INSERT OR REPLACE INTO found_story (num, root, link, nearness) VALUES (?1, ?1, NULL, 0)", num); err != nil {
		return err
	}
	_, err := c.exec(ctx, "INSERT OR IGNORE INTO found_story_pending (num) VALUES (?)", num)
	return err
}

// unlinkStory takes an article out of its story. What hangs on it looks for another to
// hang on.
func (c *transaction) unlinkStory(ctx context.Context, num int64) error {
	hanging, err := collectRows(ctx, c, scanColumn[int64], "SELECT num FROM found_story WHERE link = ?", num)
	if err != nil {
		return err
	}
	for _, other := range hanging {
		if _, err := c.exec(ctx, "UPDATE found_story SET link = NULL, nearness = 0 WHERE num = ?", other); err != nil {
			return err
		}
		if err := c.root(ctx, other, "?1"); err != nil {
			return err
		}
		if _, err := c.exec(ctx, "INSERT OR IGNORE INTO found_story_pending (num) VALUES (?)", other); err != nil {
			return err
		}
	}
	for _, statement := range []string{"DELETE FROM found_story WHERE num = ?", "DELETE FROM found_story_pending WHERE num = ?"} {
		if _, err := c.exec(ctx, statement, num); err != nil {
			return err
		}
	}
	return nil
}
