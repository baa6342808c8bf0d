package store

import (
	"context"

	"github.com/warraq/warraq/articles"
)

// Marks gives what the reader did with an article beside reading and bookmarking
// it: what an export carries.
func (l *Library) Marks(ctx context.Context, id string) (m articles.Marks, err error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return m, err
	}
	if m.Tags, err = l.tagNames(ctx, num); err != nil {
		return m, err
	}
	if m.Highlights, err = l.highlights(ctx, num); err != nil {
		return m, err
	}
	m.Reading, err = l.readingOf(ctx, num)
	return m, err
}

// keepMarks adds the marks that an export carries to those of an article, none of
// which goes, and tells whether that changed anything.
func (c *transaction) keepMarks(ctx context.Context, num int64, m *articles.Marks) (bool, error) {
	if m == nil {
		return false, nil
	}
	changed := false
	if len(m.Tags) > 0 {
		n, _, err := c.giveTags(ctx, num, m.Tags)
		if err != nil {
			return false, err
		}
		changed = n > 0
	}
	for _, h := range m.Highlights {
		added, err := c.addHighlight(ctx, num, &h)
		if err != nil {
			return false, err
		}
		changed = changed || added
	}
	for _, r := range m.Reading {
		n, err := c.keepReading(ctx, num, r)
		if err != nil {
			return false, err
		}
		changed = changed || n > 0
	}
	return changed, nil
}
