package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/identity"
)

// Highlighted is a highlight and the article that it is in.
type Highlighted struct {
	articles.Highlight
	Entry Entry
}

// AddHighlight marks a passage of an article, or, where there is no Quote, puts a
// note to it as a whole; a highlight has one of the two. It gets an ID and its
// times where it has none.
func (l *Library) AddHighlight(ctx context.Context, id string, h articles.Highlight) (articles.Highlight, Undo, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return h, Undo{}, err
	}
	h.Clean()
	if h.Quote == "" && h.Note == "" {
		return h, Undo{}, ErrEmptyHighlight
	}
	u, err := l.marking(ctx, DoneHighlight, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		added, addErr := c.addHighlight(ctx, num, &h)
		if addErr != nil || !added {
			return 0, nil, addErr
		}
		return 1, func(ctx context.Context, c *transaction) error {
			_, dropErr := c.exec(ctx, "DELETE FROM highlight WHERE id = ?", h.ID)
			return dropErr
		}, nil
	})
	return h, u, err
}

// addHighlight adds a highlight where it is not there, and tells whether that
// changed anything. Of one that is there, the note that was written last stays.
func (c *transaction) addHighlight(ctx context.Context, num int64, h *articles.Highlight) (bool, error) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	if h.ID == "" {
		h.ID = newHighlightID()
	}
	if h.Made.IsZero() {
		h.Made = now
	}
	if h.Changed.Before(h.Made) {
		h.Changed = h.Made
	}
	n, err := c.exec(ctx, `INSERT INTO highlight (id, num, first, last, quote, quote_from, quote_to, note, made, changed)
		SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
		WHERE NOT EXISTS (SELECT 1 FROM highlight WHERE num = ?2 AND first = ?3 AND last = ?4 AND quote = ?5 AND note = ?8 AND id <> ?1)
		ON CONFLICT (id) DO UPDATE SET note = excluded.note, changed = excluded.changed
			WHERE num = excluded.num AND changed < excluded.changed`,
		h.ID, num, h.Start, h.End, h.Quote, h.Before, h.After, h.Note, h.Made.UnixMilli(), h.Changed.UnixMilli())
	return n > 0, err
}

func newHighlightID() string {
	b := make([]byte, 8)
	_, _ = rand.Read(b) // it never fails (crypto/rand)
	return identity.NewID(b)
}

// SetNote changes the note of a highlight; "" takes it away, and with it a
// highlight that is nothing else.
func (l *Library) SetNote(ctx context.Context, highlight, note string) (Undo, error) {
	note = text.CleanText(note)
	return l.marking(ctx, DoneNote, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		before, num, err := c.highlight(ctx, highlight)
		if err != nil || before.Note == note {
			return 0, nil, err
		}
		if before.Quote == "" && note == "" {
			return c.removeHighlight(ctx, before, num)
		}
		const set = "UPDATE highlight SET note = ?, changed = ? WHERE id = ?"
		changed := max(time.Now().UnixMilli(), before.Changed.UnixMilli()+1)
		if _, err := c.exec(ctx, set, note, changed, highlight); err != nil {
			return 0, nil, err
		}
		return 1, func(ctx context.Context, c *transaction) error {
			_, err := c.exec(ctx, set, before.Note, changed+1, highlight)
			return err
		}, nil
	})
}

// RemoveHighlight takes a highlight away, with its note.
func (l *Library) RemoveHighlight(ctx context.Context, highlight string) (Undo, error) {
	return l.marking(ctx, DoneUnhighlight, func(c *transaction) (int, func(context.Context, *transaction) error, error) {
		h, num, err := c.highlight(ctx, highlight)
		if err != nil {
			return 0, nil, err
		}
		return c.removeHighlight(ctx, h, num)
	})
}

func (c *transaction) removeHighlight(ctx context.Context, h articles.Highlight, num int64) (int, func(context.Context, *transaction) error, error) {
	id, _, err := c.tagsOf(ctx, num)
	if err != nil {
		return 0, nil, err
	}
	if _, err := c.exec(ctx, "DELETE FROM highlight WHERE id = ?", h.ID); err != nil {
		return 0, nil, err
	}
	return 1, func(ctx context.Context, c *transaction) error {
		here, err := c.first(ctx, "a.id = ?", anyRecord, id)
		if err != nil || here == nil {
			return err
		}
		_, err = c.addHighlight(ctx, here.Num, &h)
		return err
	}, nil
}

// highlightColumns are the columns of a highlight h, as scanHighlight takes them.
const highlightColumns = "h.id, h.first, h.last, h.quote, h.quote_from, h.quote_to, h.note, h.made, h.changed"

// scanHighlight reads a highlight from the columns highlightColumns.
func scanHighlight(scan scanner) (articles.Highlight, error) { return scanHighlightAfter(scan) }

// scanHighlightAfter reads what comes before a highlight into places, and the highlight.
func scanHighlightAfter(scan scanner, before ...any) (h articles.Highlight, err error) {
	var made, changed int64
	err = scan(append(before, &h.ID, &h.Start, &h.End, &h.Quote, &h.Before, &h.After, &h.Note, &made, &changed)...)
	h.Made, h.Changed = time.UnixMilli(made).UTC(), time.UnixMilli(changed).UTC()
	return h, err
}

// highlight reads a highlight and the number of its article.
func (c *transaction) highlight(ctx context.Context, id string) (h articles.Highlight, num int64, err error) {
	s, err := c.statement(ctx, "SELECT h.num, "+highlightColumns+" FROM highlight h WHERE h.id = ?")
	if err != nil {
		return h, 0, err
	}
	h, err = scanHighlightAfter(s.QueryRowContext(ctx, id).Scan, &num)
	switch {
	case isNoRow(err):
		return h, 0, fmt.Errorf("%q: %w", id, ErrNoHighlight)
	case err != nil:
		return h, 0, fmt.Errorf("reading a highlight: %w", err)
	}
	return h, num, nil
}

// Highlights gives the highlights of an article: notes on the whole of it, then
// passages in the order of the text.
func (l *Library) Highlights(ctx context.Context, id string) ([]articles.Highlight, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	return l.highlights(ctx, num)
}

func (l *Library) highlights(ctx context.Context, num int64) ([]articles.Highlight, error) {
	list, err := collectRows(ctx, l.db, scanHighlight, "SELECT "+highlightColumns+` FROM highlight h WHERE h.num = ?
		ORDER BY h.quote <> '', h.first, h.last, h.made, h.id`, num)
	return list, l.failure(err)
}

// AllHighlights gives the highlights of all articles with their articles, the ones
// made last first: from behind the one of an ID on, "" being from the first, as
// many as limit allows; 0 is all.
func (l *Library) AllHighlights(ctx context.Context, after string, limit int) ([]Highlighted, error) {
	if limit <= 0 {
		limit = -1
	}
	list, err := collectRows(ctx, l.db, func(scan scanner) (h Highlighted, err error) {
		h.Highlight, err = scanHighlightAfter(func(places ...any) (err error) {
			h.Entry, err = scanEntryAnd(places...)(scan)
			return err
		})
		return h, err
	}, "SELECT "+entryColumns+", "+highlightColumns+`
		FROM highlight h JOIN article a USING (num)
		WHERE ?1 = '' OR (h.made, h.id) < (SELECT made, id FROM highlight WHERE id = ?1)
		ORDER BY h.made DESC, h.id DESC LIMIT ?2`, after, limit)
	return list, l.failure(err)
}
