package store

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
)

// How two libraries become one.
//
// All that is kept alike are items (articles, feeds, searches), and fields of items. The
// last writing of a field is a register: its value, the machine that wrote it and a stamp,
// which is the time in milliseconds, or one more than the stamp of what it replaces. So
// whoever saw a writing and writes after it wins, however wrong its clock is. Of two
// writings of one field the one with the greater stamp stays; of two texts of one article a
// whole one before a card.
//
// What its reader changed is found by comparing: tables sync_item, sync_tag and
// sync_highlight have what the library had when it was compared last. Nothing has to be
// written down while articles are read, and no instant in which a program is killed leaves
// a change that is not found the next time. A comparison and what it finds are one
// transaction, and so are the registers of others and what follows from them.
//
// Tags and highlights are sets. Each giving of a tag, each writing of a highlight is a
// register of its own, named by who wrote it and when; taking one away empties the
// registers that were seen. So a tag that one machine gave while another took it away
// stays, and of two edits of one note both stay. Times of reading are sums (sync_reading.go).
//
// An article that was removed stays away, unless it was bookmarked, tagged or highlighted
// after that; then the machine that has it gives it to all again.
//
// Items have names that are made of what an article is known by, so that two machines give
// one article one name. Where they do not (one had its card, the other its text), the first
// that has both says that the two names are of one item.

// SyncRow is the writing of a field of an item, as machines hand it on.
type SyncRow struct {
	Item    string         `json:"u"`
	Field   string         `json:"f"`
	Stamp   int64          `json:"t"`
	Machine string         `json:"m"`
	Value   string         `json:"v,omitempty"`
	Article *articles.JSON `json:"a,omitempty"` // of the field "content"
	Feeds   []string       `json:"k,omitempty"` // the keys of the feeds that an article came from
}

// IsText tells whether the row has the text of an article.
func (r *SyncRow) IsText() bool { return r.Field == fieldContent }

// MaxSyncStamp is the greatest stamp that is taken: one of the year 2286.
const MaxSyncStamp = 9_999_999_999_999

// The fields. A tag, a highlight, a time of reading and another name are behind the beginnings
// of theirs.
const (
	fieldContent    = "content" // "1" of a text, "0" of a card
	fieldGone       = "gone"    // "1" since it was removed
	fieldRead       = "read"    // "0", "1", and "2" of what was marked so without being read
	fieldBookmarked = "bookmarked"
	fieldArchived   = "archived"
	fieldPosition   = "position" // of the reader, and the percentage that was read
	fieldSame       = "same:"
	fieldTag        = "tag:"
	fieldHighlight  = "highlight:"
	fieldFeed       = "feed."
	fieldSearch     = "search"
	fieldRule       = "rule:" // and a machine: "1" where that has it
	fieldReading    = "reading:"
)

// SyncSegment is a segment of a folder, and what this library has to do with it.
type SyncSegment struct {
	Name   string
	State  SegmentState
	Weight int // of its rows; see SyncTextWeight
}

// SegmentState says what a library has to do with a segment.
type SegmentState int

// The states.
const (
	SegmentRead     SegmentState = iota // it is another's, and was read
	SegmentWritten                      // it was written here
	SegmentReplaced                     // it was, and what holds of it stands in another
	SegmentBegun                        // it was about to be written here
)

// SyncCounts are how much a merge changed here.
type SyncCounts struct {
	Articles int // that came or got another text
	Marks    int // of articles
	Removed  int // articles
	Feeds    int // that came, went or changed
}

// Add adds other counts.
func (n *SyncCounts) Add(more SyncCounts) {
	n.Articles += more.Articles
	n.Marks += more.Marks
	n.Removed += more.Removed
	n.Feeds += more.Feeds
}

// IsZero tells whether nothing changed.
func (n SyncCounts) IsZero() bool { return n == SyncCounts{} }

var syncIDs = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewSyncID makes a random name of a machine or a folder.
func NewSyncID() string {
	b := make([]byte, 10)
	_, _ = rand.Read(b) // it never fails (crypto/rand)
	return syncIDs.EncodeToString(b)
}

// CompareSync finds what changed in the library since it was compared last, and keeps it
// as written at a time. It gives the number of fields that changed.
func (l *Library) CompareSync(ctx context.Context, now time.Time) (changed int, err error) {
	err = l.change(ctx, func(c *transaction) error {
		s, failure := c.newSyncer(ctx, now)
		if failure != nil {
			return failure
		}
		changed, failure = s.compare(ctx)
		return failure
	})
	if err != nil {
		return 0, err // also where it could not be written in the end
	}
	return changed, nil
}

// MergeSync takes rows of other machines into the library, and keeps that the segments of
// a folder that they came in were read, all or, where there is an error, nothing. What
// changed in the library meanwhile is found first.
func (l *Library) MergeSync(ctx context.Context, folder int64, rows []SyncRow, segments []SyncSegment, now time.Time) (SyncCounts, error) {
	var counts SyncCounts
	err := l.change(ctx, func(c *transaction) error {
		s, err := c.newSyncer(ctx, now)
		if err != nil {
			return err
		}
		if _, err := s.compare(ctx); err != nil {
			return err
		}
		s.folder = folder
		if err := s.merge(ctx, rows); err != nil {
			return err
		}
		counts = s.counts
		if err := c.noteSegments(ctx, folder, segments); err != nil {
			return err
		}
		if counts.IsZero() {
			return nil
		}
		return c.revise(ctx)
	})
	if err != nil {
		return SyncCounts{}, err // also where it could not be written in the end
	}
	return counts, nil
}

// MissingPictures gives the names of pictures that texts show and that have not come.
func (l *Library) MissingPictures(ctx context.Context) ([]string, error) {
	names, err := collectRows(ctx, l.db, scanColumn[string], "SELECT DISTINCT name FROM sync_picture")
	return names, l.failure(err)
}

// AddMissingPictures keeps pictures that texts show.
func (l *Library) AddMissingPictures(ctx context.Context, pictures []articles.Picture) error {
	if len(pictures) == 0 {
		return nil
	}
	return l.change(ctx, func(c *transaction) error {
		for _, p := range pictures {
			if err := c.keepMissing(ctx, &p); err != nil {
				return err
			}
		}
		return c.revise(ctx)
	})
}

func (c *transaction) keepMissing(ctx context.Context, p *articles.Picture) error {
	const showing = `FROM sync_picture s JOIN sync_item i USING (item) JOIN article a ON a.id = i.id WHERE s.name = ?1`
	return c.execEach(ctx, []any{p.Name, p.Type, p.Width, p.Height, p.Data},
		"INSERT OR IGNORE INTO picture (name, type, width, height, data) SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 "+showing+")",
		"INSERT OR IGNORE INTO article_picture (num, name) SELECT a.num, ?1 "+showing,
		"DELETE FROM sync_picture WHERE name = ?1")
}

// syncKind is a kind of item.
type syncKind int

const (
	articleItem syncKind = iota
	feedItem
	searchItem
	readingItem
	ruleItem
)

// The beginnings of the names of items that are not articles.
const feedPrefix, searchPrefix, rulePrefix = "feed:", "search:", "rule:"

// parseItemName gives the kind of the item of a name, and the ID that it has here where
// the name says it.
func parseItemName(name string) (kind syncKind, id string) {
	if key, ok := strings.CutPrefix(name, feedPrefix); ok {
		return feedItem, key
	}
	if query, ok := strings.CutPrefix(name, searchPrefix); ok {
		return searchItem, query
	}
	if rule, ok := strings.CutPrefix(name, rulePrefix); ok {
		return ruleItem, rule
	}
	if name == readingName {
		return readingItem, name
	}
	return articleItem, ""
}

// execEach runs statements, each with as many of the values as it names by ?1, ?2 and so
// on.
func (c *transaction) execEach(ctx context.Context, values []any, statements ...string) error {
	for _, statement := range statements {
		named := 0
		for n := range values {
			if strings.Contains(statement, "?"+strconv.Itoa(n+1)) {
				named = n + 1
			}
		}
		if _, err := c.exec(ctx, statement, values[:named]...); err != nil {
			return err
		}
	}
	return nil
}
