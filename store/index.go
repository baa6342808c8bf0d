package store

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/identity"
)

// indexing is what a change has still to do to the index of words. It waits for
// the end of the change: every other statement in between would have FTS5 write
// out what it has gathered.
type indexing struct {
	out map[int64]bool             // numbers of articles whose words go
	in  map[int64]*identity.Record // by number: those whose words come

	// words are those of the texts of which they are known already.
	words map[*identity.Record]string

	runs waitingRuns // of those whose words come, where they were asked for
}

func newIndexing() indexing {
	return indexing{out: map[int64]bool{}, in: map[int64]*identity.Record{}, words: map[*identity.Record]string{}}
}

// index makes an article's words findable.
func (c *transaction) index(r *identity.Record) { c.indexing.in[r.Num] = r }

// unindex takes an article's words out of the index.
func (c *transaction) unindex(r *identity.Record) {
	delete(c.indexing.in, r.Num)
	c.indexing.out[r.Num] = true
}

// writeIndex does what has been waiting.
func (c *transaction) writeIndex(ctx context.Context) error {
	ended := ctx.Err
	ctx = context.WithoutCancel(ctx) // as in addAll
	for num := range c.indexing.out {
		for place, err := range eachRow(ctx, c, scanColumn[int64], "SELECT place FROM word_place WHERE num = ?", num) {
			if err != nil {
				return err
			}
			if err := c.dropWords(ctx, place); err != nil {
				return err
			}
		}
	}
	list, err := c.placeWords(ctx, slices.SortedFunc(maps.Values(c.indexing.in), byNewness))
	if err != nil {
		return err
	}
	many := len(list) >= manyIndexed
	if many {
		if err := c.automergeWords(ctx, 0); err != nil {
			return err
		}
	}
	words, stop := makeAhead(len(list), func(i int) indexed { return indexedOf(list[i].Record, c.indexing.words[list[i].Record]) })
	defer stop()
	for _, p := range list {
		if err := ended(); err != nil {
			return err
		}
		w := words()
		_, err := c.exec(ctx, "INSERT INTO words (rowid, title, body, section, source) VALUES (?, ?, ?, ?, ?)",
			p.place, w.title, w.body, w.section, w.source)
		if err != nil {
			return err
		}
	}
	if !many {
		return nil
	}
	if _, err := c.exec(ctx, "INSERT INTO words (words) VALUES ('flush')"); err != nil {
		return err
	}
	return c.automergeWords(ctx, usualAutomerge)
}

// manyIndexed is of how many articles one change leaves the segments of the index of words to
// be merged by the next ones: before many articles are related, all are (see mergeWords), and
// what was merged until then was in vain.
const manyIndexed = 500

// usualAutomerge is how many segments of one level FTS5 merges as it goes.
const usualAutomerge = 4

// automergeWords sets how many segments FTS5 merges as it goes, 0 for none.
func (c *transaction) automergeWords(ctx context.Context, segments int) error {
	_, err := c.exec(ctx, "INSERT INTO words (words, rank) VALUES ('automerge', ?)", segments)
	return err
}

// mergedPages is how many pages of the index of words are merged in one change: so few that
// a mark which waits for it is on the disk at once.
const mergedPages = 512

// mergeWords makes one of the segments that the index of words consists of. Each change
// leaves one, and what words have in common is kept in each. Ended at any instant, it goes
// on from there.
func (l *Library) mergeWords(ctx context.Context) error {
	for more := true; more; {
		err := l.change(ctx, func(c *transaction) error {
			before, err := changesOf(ctx, c.conn)
			if err != nil {
				return err
			}
			if _, err = c.exec(ctx, "INSERT INTO words (words, rank) VALUES ('merge', ?)", -mergedPages); err != nil {
				return err
			}
			after, err := changesOf(ctx, c.conn)
			more = after-before > 1 // the statement itself counts as one
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// indexed is what of an article is in the index of words.
type indexed struct{ title, body, section, source string }

// indexedOf gives what of an article is in the index, by the words of its text where they
// are known.
func indexedOf(r *identity.Record, words string) indexed {
	if words == "" {
		words = bodyWords(r.Summary + "\n" + r.Body)
	} else if r.Summary != "" {
		words = strings.TrimPrefix(bodyWords(r.Summary)+" "+words, " ")
	}
	return indexed{
		title: text.Spaced(r.Title), body: words, section: text.Spaced(r.Section),
		source: text.Spaced(r.Source + "\n" + r.Author + "\n" + r.Place),
	}
}

// bodyWords gives the words of a text as the index takes them.
func bodyWords(body string) string { return text.Spaced(articles.WithoutPictureNames(body)) }
