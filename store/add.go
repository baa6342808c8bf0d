package store

import (
	"context"
	"fmt"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// Add takes articles into the library, all of them or, where there is an error,
// none. It says what became of each, in the order given.
//
// An article that is here already (package identity says when) changes only as far as
// there is something new in it: the text of what was a card, a changed text,
// details that were not known. What the reader did with it is kept. The articles
// that it names as related come in as cards where they are not here; naming
// others than before replaces those before.
func (l *Library) Add(ctx context.Context, list []articles.Article) ([]Added, error) {
	var added []Added
	err := l.change(ctx, func(c *transaction) error {
		var err error
		added, err = c.addAll(ctx, list, false)
		return err
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

func (c *transaction) addAll(ctx context.Context, list []articles.Article, bundled bool) ([]Added, error) {
	now := time.Now().UnixMilli()
	added := make([]Added, len(list))
	records := make([]*identity.Record, len(list))
	changed := false
	ended := ctx.Err
	ctx = context.WithoutCancel(ctx) // for which the driver would start a goroutine a statement
	incoming, stop := makeAhead(len(list), func(i int) *identity.Incoming {
		in := identity.NewIncoming(&list[i])
		in.Stored = packedText(in.Body)
		return &in
	})
	defer stop()
	for i := range list {
		if err := ended(); err != nil {
			return nil, err
		}
		in := incoming()
		in.Bundled = bundled
		in.Arrive(now)
		var err error
		if records[i], added[i].Outcome, err = c.put(ctx, in, in.Time()); err != nil {
			return nil, err
		}
		if in.Export.Name != "" {
			c.exports[records[i].ID] = in.Export
		}
		came, err := c.keepPictures(ctx, records[i], list[i].Pictures, added[i].Outcome == New)
		if err != nil {
			return nil, err
		}
		if came && added[i].Outcome == Same {
			added[i].Outcome = Updated
		}
		if became := added[i].Outcome; became != Same && (became != New || len(list[i].Awaited()) > 0) {
			if err := c.awaitPictures(ctx, records[i], list[i].Awaited()); err != nil {
				return nil, err
			}
		}
		added[i].ID = records[i].ID
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
	if err := c.forgetRemoved(ctx, records); err != nil {
		return nil, err
	}
	return added, c.revise(ctx)
}

// put takes one article in, without its links, and gives what is now kept of it.
// Where it was not here it takes its place in the order by a time.
func (c *transaction) put(ctx context.Context, in *identity.Incoming, at time.Time) (*identity.Record, Outcome, error) {
	here, err := c.find(ctx, in)
	if err != nil {
		return nil, Same, err
	}
	if here == nil {
		if err := c.insert(ctx, in, at); err != nil {
			return &in.Record, New, err
		}
		if _, err := c.keepMarks(ctx, in.Num, in.Marks); err != nil {
			return &in.Record, New, err
		}
		if _, err := c.addTopics(ctx, in.Num, in.Topics); err != nil {
			return &in.Record, New, err
		}
		if _, err := c.addVersions(ctx, in.Num, in.Versions); err != nil {
			return &in.Record, New, err
		}
		_, err := c.addSources(ctx, in.Num, "", in)
		return &in.Record, New, err
	}
	return c.merge(ctx, here, in)
}

// merge takes into an article that is here what another form of it says, and gives what is
// now kept of it.
func (c *transaction) merge(ctx context.Context, here *identity.Record, in *identity.Incoming) (*identity.Record, Outcome, error) {
	marked, err := c.keepMarks(ctx, here.Num, in.Marks)
	if err != nil {
		return nil, Same, err
	}
	filed, err := c.addTopics(ctx, here.Num, in.Topics)
	if err != nil {
		return nil, Same, err
	}
	sourced, err := c.addSources(ctx, here.Num, here.Source, in)
	if err != nil {
		return nil, Same, err
	}
	merged := identity.Merge(*here, *in)
	if in.IsEarlierThan(here) && !in.Bundled {
		in.Versions = append(in.Versions, articles.Version{Title: in.Title, Body: in.Body, Until: here.Time()})
	}
	outcome := Same
	switch {
	case merged.Full && !here.Full:
		outcome = Filled
	case merged != *here || marked || filed || sourced:
		outcome = Updated
	}
	if merged != *here {
		if err := c.keepVersion(ctx, here, &merged); err != nil {
			return nil, Same, err
		}
		if err := c.update(ctx, here, &merged); err != nil {
			return nil, Same, err
		}
	}
	if came, err := c.addVersions(ctx, here.Num, in.Versions); err != nil || came && outcome == Same {
		return &merged, Updated, err
	}
	return &merged, outcome, nil
}

// insert takes a new article in at its place in time, or at the one that it had.
func (c *transaction) insert(ctx context.Context, in *identity.Incoming, at time.Time) error {
	var err error
	if in.ID, err = c.newID(ctx, in); err != nil {
		return err
	}
	if in.Newness, err = c.place(ctx, in.Newness, at); err != nil {
		return err
	}
	s, err := c.statement(ctx, insertRecord)
	if err != nil {
		return err
	}
	result, err := s.ExecContext(ctx, recordValues(&in.Record, in.TextKey())...)
	if err != nil {
		return fmt.Errorf("adding an article: %w", err)
	}
	if in.Num, err = result.LastInsertId(); err != nil {
		return fmt.Errorf("adding an article: %w", err)
	}
	if err = c.count(ctx, &in.Record); err != nil {
		return err
	}
	if !in.Full {
		c.wait(in.Num)
	}
	if in.Stored == nil {
		in.Stored = packedText(in.Body)
	}
	c.indexing.words[&in.Record] = in.Words()
	return c.putText(ctx, &in.Record, "INSERT", in.Stored)
}

// update writes what has changed in an article.
func (c *transaction) update(ctx context.Context, here, r *identity.Record) error {
	if !here.Time().Equal(r.Time()) && (r.Full || r.Published != "") {
		var err error
		if r.Newness, err = c.newness(ctx, r.Time()); err != nil {
			return err
		}
	}
	if _, err := c.exec(ctx, updateRecord, append(recordValues(r, identity.TextKey(r.Body)), r.Num)...); err != nil {
		return err
	}
	c.unindex(here)
	return c.putText(ctx, r, "INSERT OR REPLACE", packedText(r.Body))
}

// putText writes the text of an article, which is given as it is kept, and its words.
func (c *transaction) putText(ctx context.Context, r *identity.Record, insert string, body any) error {
	if r.Body != "" || r.Captions != identity.NoCaptions {
		_, err := c.exec(ctx, insert+" INTO text (num, body, captions) VALUES (?, ?, ?)", r.Num, body, r.Captions)
		if err != nil {
			return err
		}
		c.wait(r.Num)
	}
	c.index(r)
	return nil
}
