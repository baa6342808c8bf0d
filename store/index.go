package store

import (
	"context"
	"maps"
	"slices"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/identity"
)

// indexing is what a change has still to do to the index of words. It waits for
// the end of the change: every other statement in between would have FTS5 write
// out what it has gathered.
type indexing struct {
	out []int64                    // places in the order whose words go
	in  map[int64]*identity.Record // by place: those whose words come
}

// index makes an article's words findable.
func (c *transaction) index(r *identity.Record) { c.indexing.in[r.Newness] = r }

// unindex takes an article's words out of the index.
func (c *transaction) unindex(r *identity.Record) {
	if _, ok := c.indexing.in[r.Newness]; ok {
		delete(c.indexing.in, r.Newness)
		return
	}
	c.indexing.out = append(c.indexing.out, r.Newness)
}

// writeIndex does what has been waiting.
func (c *transaction) writeIndex(ctx context.Context) error {
	for _, place := range c.indexing.out {
		if _, err := c.exec(ctx, "DELETE FROM words WHERE rowid = ?", place); err != nil {
			return err
		}
	}
	in := c.indexing.in
	places := slices.Sorted(maps.Keys(in))
	ended := ctx.Err
	ctx = context.WithoutCancel(ctx) // as in addAll
	words, stop := makeAhead(len(places), func(i int) indexed { return indexedOf(in[places[i]]) })
	defer stop()
	for _, place := range places {
		if err := ended(); err != nil {
			return err
		}
		w := words()
		_, err := c.exec(ctx, "INSERT INTO words (rowid, title, body, section, source) VALUES (?, ?, ?, ?, ?)",
			place, w.title, w.body, w.section, w.source)
		if err != nil {
			return err
		}
	}
	return nil
}

// indexed is what of an article is in the index of words.
type indexed struct{ title, body, section, source string }

func indexedOf(r *identity.Record) indexed {
	return indexed{
		title: text.Spaced(r.Title), body: bodyWords(r.Summary + "\n" + r.Body), section: text.Spaced(r.Section),
		source: text.Spaced(r.Source + "\n" + r.Author + "\n" + r.Place),
	}
}

// bodyWords gives the words of a text as the index takes them.
func bodyWords(body string) string { return text.Spaced(articles.WithoutPictureNames(body)) }
