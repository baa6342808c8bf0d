package store

import (
	"context"
	"fmt"
	"time"
	"unicode/utf8"

	"warraq/articles"
)

// Add takes articles into the library, all of them or, where there is an error,
// none. It says what became of each, in the order given.
//
// An article that is here already (identity.go says when) changes only as far as
// there is something new in it: the text of what was a card, a changed text,
// details that were not known. What the reader did with it is kept. The articles
// that it names as related come in as cards where they are not here; naming
// others than before replaces those before.
func (l *Library) Add(ctx context.Context, list []articles.Article) ([]Added, error) {
	var added []Added
	err := l.change(ctx, func(c *change) error {
		var err error
		added, err = c.addAll(ctx, list, false)
		return err
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

func (c *change) addAll(ctx context.Context, list []articles.Article, bundled bool) ([]Added, error) {
	now := time.Now().UnixMilli()
	added := make([]Added, len(list))
	records := make([]*record, len(list))
	changed := false
	for i := range list {
		in := newRecord(&list[i])
		in.bundled = bundled
		in.arrive(now)
		var err error
		if records[i], added[i].Outcome, err = c.put(ctx, &in, in.time()); err != nil {
			return nil, err
		}
		came, err := c.keepPictures(ctx, records[i], list[i].Pictures, added[i].Outcome == New)
		if err != nil {
			return nil, err
		}
		if came && added[i].Outcome == Same {
			added[i].Outcome = Updated
		}
		added[i].ID = records[i].id
		changed = changed || added[i].Outcome != Same
	}
	// The links come when all articles are here, so that none that came in the
	// same batch is taken for a card.
	for i := range list {
		if len(list[i].Related) == 0 {
			continue
		}
		relinked, err := c.link(ctx, records[i], added[i].Outcome == New, list[i].Related, now)
		if err != nil {
			return nil, err
		}
		changed = changed || relinked
		if relinked && added[i].Outcome == Same {
			added[i].Outcome = Updated
		}
	}
	if !changed {
		return added, nil
	}
	return added, c.revise(ctx)
}

// arrive sets when a record came, unless an export says so.
func (r *record) arrive(now int64) {
	r.kept = r.added != 0
	if !r.kept {
		r.added = now
	}
}

// put takes one article in, without its links, and gives what is now kept of it.
// Where it was not here it takes its place in the order by a time.
func (c *change) put(ctx context.Context, in *record, at time.Time) (*record, Outcome, error) {
	here, err := c.find(ctx, in)
	if err != nil {
		return nil, Same, err
	}
	if here == nil {
		if err := c.insert(ctx, in, at); err != nil {
			return in, New, err
		}
		if _, err := c.keepMarks(ctx, in.num, in.more); err != nil {
			return in, New, err
		}
		return in, New, c.addSources(ctx, in.num, "", in)
	}
	marked, err := c.keepMarks(ctx, here.num, in.more)
	if err != nil {
		return nil, Same, err
	}
	if err := c.addSources(ctx, here.num, here.source, in); err != nil {
		return nil, Same, err
	}
	merged := merge(*here, *in)
	switch {
	case merged == *here && marked:
		return here, Updated, nil
	case merged == *here:
		return here, Same, nil
	}
	outcome := Updated
	if merged.full && !here.full {
		outcome = Filled
	}
	return &merged, outcome, c.update(ctx, here, &merged)
}

// insert takes a new article in at its place in time, or at the one that it had.
func (c *change) insert(ctx context.Context, r *record, at time.Time) error {
	var err error
	if r.id, err = c.newID(ctx, r); err != nil {
		return err
	}
	if r.newness, err = c.place(ctx, r.newness, at); err != nil {
		return err
	}
	s, err := c.statement(ctx, `INSERT INTO article (newness, id, key, address, title_key,
			title, section, source, place, author, lang, direction, url, summary,
			published, added, full, bundled, section_key, source_key, read, bookmarked, position,
			title_order, length, sum)
		VALUES (?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	result, err := s.ExecContext(ctx,
		r.newness, r.id, r.key, r.address, r.titleKey,
		r.title, r.section, r.source, r.place, r.author, r.lang, r.direction, r.url, r.summary,
		r.published, r.added, r.full, r.bundled, r.sectionKey, r.sourceKey, r.read, r.bookmarked, r.position,
		titleOrder(r.title), utf8.RuneCountInString(r.body), r.sum())
	if err != nil {
		return fmt.Errorf("adding an article: %w", err)
	}
	if r.num, err = result.LastInsertId(); err != nil {
		return fmt.Errorf("adding an article: %w", err)
	}
	return c.putText(ctx, r)
}

// update writes what has changed in an article.
func (c *change) update(ctx context.Context, here, r *record) error {
	if !here.time().Equal(r.time()) && (r.full || r.published != "") {
		var err error
		if r.newness, err = c.newness(ctx, r.time()); err != nil {
			return err
		}
	}
	_, err := c.exec(ctx, `UPDATE article SET newness = ?, key = nullif(?, ''), address = ?, title_key = ?,
			title = ?, section = ?, source = ?, place = ?, author = ?, lang = ?, direction = ?, url = ?, summary = ?,
			published = ?, added = ?, full = ?, bundled = ?, section_key = ?, source_key = ?,
			read = ?, bookmarked = ?, position = ?, title_order = ?, length = ?, sum = ?
		WHERE num = ?`,
		r.newness, r.key, r.address, r.titleKey,
		r.title, r.section, r.source, r.place, r.author, r.lang, r.direction, r.url, r.summary,
		r.published, r.added, r.full, r.bundled, r.sectionKey, r.sourceKey,
		r.read, r.bookmarked, r.position, titleOrder(r.title), utf8.RuneCountInString(r.body), r.sum(), r.num)
	if err != nil {
		return err
	}
	c.unindex(here)
	return c.putText(ctx, r)
}

// putText writes the text of an article and its words.
func (c *change) putText(ctx context.Context, r *record) error {
	if r.body != "" || r.captions != noCaptions {
		_, err := c.exec(ctx, "INSERT OR REPLACE INTO text (num, body, captions) VALUES (?, ?, ?)", r.num, r.body, r.captions)
		if err != nil {
			return err
		}
	}
	c.index(r)
	return nil
}
