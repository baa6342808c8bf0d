package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Shelf is what several articles have in common, a tag, a section or a source,
// and how many have it.
type Shelf struct {
	Name     string // in one of its spellings
	Articles int
	Unread   int // of those, the ones with a text that was not read
}

// tagged is a tag of an article, by the article's ID: what takes a change back
// may meet another article under its number.
type tagged struct {
	ID   string `json:"id"`
	Key  string `json:"key"`
	Name string `json:"name"`
}

// Tag gives tags to an article, which has a bookmark from then on. Tags are the
// same however they are spelled (see [text.Fold]); the first spelling stays.
func (l *Library) Tag(ctx context.Context, id string, tags ...string) (Undo, error) {
	return l.TagAll(ctx, []string{id}, tags...)
}

// TagAll gives tags to several articles, as [Library.Tag] does to one.
func (l *Library) TagAll(ctx context.Context, ids []string, tags ...string) (Undo, error) {
	nums, err := l.resolveAll(ctx, ids)
	if err != nil {
		return Undo{}, err
	}
	return l.marking(ctx, DoneTag, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		return c.each(nums, func(num int64) (int, func(context.Context, *transaction) error, error) {
			return c.giveTags(ctx, num, tags)
		})
	})
}

// each makes a change of several articles, and gives how many were changed and what takes
// all of it back, the last one first.
func (c *transaction) each(nums []int64, do func(num int64) (int, func(context.Context, *transaction) error, error)) (count int, back func(context.Context, *transaction) error, err error) {
	var all []func(context.Context, *transaction) error
	for _, num := range nums {
		n, one, err := do(num)
		if err != nil {
			return 0, nil, err
		}
		if n > 0 {
			count, all = count+n, append(all, one)
		}
	}
	return count, func(ctx context.Context, c *transaction) error {
		for _, one := range slices.Backward(all) {
			if err := one(ctx, c); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// giveTags gives tags to an article, and a bookmark.
func (c *transaction) giveTags(ctx context.Context, num int64, tags []string) (int, func(context.Context, *transaction) error, error) {
	id, have, err := c.tagsOf(ctx, num)
	if err != nil {
		return 0, nil, err
	}
	var more []tagged
	for _, name := range tags {
		name = articles.CleanTag(name)
		t := tagged{id, text.WordKey(name), name}
		same := func(other tagged) bool { return other.Key == t.Key }
		if t.Key != "" && !slices.ContainsFunc(have, same) && !slices.ContainsFunc(more, same) {
			more = append(more, t)
		}
	}
	if len(more) == 0 {
		return 0, nil, nil
	}
	bookmarked, unbookmark, err := c.bookmark(ctx, []int64{num}, true)
	if err != nil {
		return 0, nil, err
	}
	if err := c.tag(ctx, more); err != nil {
		return 0, nil, err
	}
	return 1, func(ctx context.Context, c *transaction) error {
		_, err := c.exec(ctx, `DELETE FROM tag WHERE (num, key) IN
			(SELECT a.num, j.value ->> 'key' FROM json_each(?) j JOIN article a ON a.id = j.value ->> 'id')`, encodeJSON(more))
		if err != nil || bookmarked == 0 {
			return err
		}
		return unbookmark(ctx, c)
	}, nil
}

// tagsOf gives the ID of an article and its tags.
func (c *transaction) tagsOf(ctx context.Context, num int64) (id string, tags []tagged, err error) {
	rows, err := collectRows(ctx, c, func(scan scanner) (t tagged, err error) { return t, scan(&t.ID, &t.Key, &t.Name) },
		`SELECT a.id, coalesce(t.key, ''), coalesce(t.name, '')
		FROM article a LEFT JOIN tag t USING (num) WHERE a.num = ?`, num)
	if err != nil {
		return "", nil, err
	}
	for _, t := range rows {
		id = t.ID
		if t.Key != "" {
			tags = append(tags, t)
		}
	}
	if id == "" {
		return "", nil, ErrNotFound // it went meanwhile
	}
	return id, tags, nil
}

// tag writes tags of articles that are there.
func (c *transaction) tag(ctx context.Context, tags []tagged) error {
	if len(tags) == 0 {
		return nil
	}
	_, err := c.exec(ctx, `INSERT OR IGNORE INTO tag (num, key, name)
		SELECT a.num, j.value ->> 'key', j.value ->> 'name' FROM json_each(?) j JOIN article a ON a.id = j.value ->> 'id'`, encodeJSON(tags))
	return err
}

// Untag takes tags from an article, all where none are named. The bookmark stays.
func (l *Library) Untag(ctx context.Context, id string, tags ...string) (Undo, error) {
	return l.UntagAll(ctx, []string{id}, tags...)
}

// UntagAll takes tags from several articles, as [Library.Untag] does from one.
func (l *Library) UntagAll(ctx context.Context, ids []string, tags ...string) (Undo, error) {
	nums, err := l.resolveAll(ctx, ids)
	if err != nil {
		return Undo{}, err
	}
	keys := make([]string, len(tags))
	for i, name := range tags {
		keys[i] = text.WordKey(name)
	}
	return l.marking(ctx, DoneUntag, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		return c.each(nums, func(num int64) (int, func(context.Context, *transaction) error, error) {
			return c.takeTags(ctx, num, keys)
		})
	})
}

// takeTags takes tags from an article.
func (c *transaction) takeTags(ctx context.Context, num int64, keys []string) (int, func(context.Context, *transaction) error, error) {
	gone, err := c.untag(ctx, []int64{num}, keys)
	if err != nil || len(gone) == 0 {
		return 0, nil, err
	}
	return 1, func(ctx context.Context, c *transaction) error {
		marked := encodeJSON([]markedBefore{{ID: gone[0].ID}})
		if _, err := c.exec(ctx, fmt.Sprintf(setBookmarked, "?3"), true, marked, time.Now().UnixMilli()); err != nil {
			return err
		}
		return c.tag(ctx, gone)
	}, nil
}

// untag takes tags from articles, all where no keys are named, and gives them.
func (c *transaction) untag(ctx context.Context, nums []int64, keys []string) ([]tagged, error) {
	var gone []tagged
	for _, num := range nums {
		_, have, err := c.tagsOf(ctx, num)
		if err != nil {
			return nil, err
		}
		for _, t := range have {
			if len(keys) > 0 && !slices.Contains(keys, t.Key) {
				continue
			}
			if _, err := c.exec(ctx, "DELETE FROM tag WHERE num = ? AND key = ?", num, t.Key); err != nil {
				return nil, err
			}
			gone = append(gone, t)
		}
	}
	return gone, nil
}

// Tags gives all tags that the reader gave, by the alphabet, with the articles that
// have them from the reader or from where they come.
func (l *Library) Tags(ctx context.Context) ([]Shelf, error) {
	return l.shelves(ctx, `SELECT (SELECT max(name) FROM tag WHERE key = f.key), count(*), sum(a.read = 0 AND a.full = 1)
		FROM (SELECT num, key FROM tag UNION SELECT num, key FROM topic WHERE key IN (SELECT key FROM tag)) f
		JOIN article a USING (num) GROUP BY f.key`)
}

// mostTopics is how many tags of sources are given: those of the most articles.
const mostTopics = 100

// Topics gives the tags that articles have from where they come and that their reader did
// not give, by the alphabet: of those that two articles have or more, the most frequent.
func (l *Library) Topics(ctx context.Context) ([]Shelf, error) {
	counts := "tally"
	if l.shared != nil { // of a reader's marks none are counted
		counts = "(" + countTopics + ")"
	}
	return l.shelves(ctx, `SELECT (SELECT name FROM topic WHERE key = t.key ORDER BY num LIMIT 1), t.articles, t.unread FROM `+counts+` t
		WHERE t.kind = 'topic' AND t.articles > 1 AND t.key NOT IN (SELECT key FROM tag) ORDER BY t.articles DESC, t.key LIMIT ?`, mostTopics)
}

// TagsOfAll gives the tags that all of some articles have, by the alphabet.
func (l *Library) TagsOfAll(ctx context.Context, ids []string) ([]string, error) {
	nums, err := l.resolveAll(ctx, ids)
	if err != nil {
		return nil, err
	}
	shelves, err := l.shelves(ctx, `SELECT max(name), 1, 0 FROM tag WHERE num IN (SELECT value FROM json_each(?))
		GROUP BY key HAVING count(*) = ?`, encodeJSON(nums), len(nums))
	var names []string
	for _, s := range shelves {
		names = append(names, s.Name)
	}
	return names, err
}

// TagsOf gives the tags of an article, by the alphabet.
func (l *Library) TagsOf(ctx context.Context, id string) ([]string, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	return l.tagNames(ctx, num)
}

func (l *Library) tagNames(ctx context.Context, num int64) ([]string, error) {
	shelves, err := l.shelves(ctx, "SELECT name, 1, 0 FROM tag WHERE num = ?", num)
	var names []string
	for _, s := range shelves {
		names = append(names, s.Name)
	}
	return names, err
}
