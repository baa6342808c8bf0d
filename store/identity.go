package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base32"
	"fmt"
	"time"

	"warraq/articles/text"
)

// When is an article that comes in the same as one that is here? In this order:
//
//  1. It has the same key.
//  2. It carries the ID under which that one is kept (exports do), or has the
//     key from which that ID was made, and has the same title.
//  3. It has the same address, and what is here of both agrees: the title, or
//     a good part of the text, or one of them is a card.
//  4. It has the same title and no other source, neither has a key, and
//     either one of them is a card of no other address, or the texts are nearly
//     the same, if they are not of different days. Of another source it is the same if each text is nearly the other.
//  5. Neither has a title, a key or an address, and the texts are the same.
//
// Titles and sources are compared by their words, folded; addresses without what
// does not matter in them; texts by the runs of words that they share.
type identity struct {
	key      string
	address  string
	titleKey string
}

// Bounds of sharing (see shared) from which on texts count as nearly the same,
// and as versions of one text under one address.
const (
	nearlySame = 0.8
	oneStory   = 0.3
)

// find looks for the article that a record is about and gives nil where it is
// not here. A record that nothing here has anything in common with gets its ID.
func (c *change) find(ctx context.Context, in *record) (*record, error) {
	if in.full { // most of what comes in with a text is new, and most cards are here
		if unknown, err := c.unknown(ctx, in); unknown || err != nil {
			return nil, err
		}
	}
	if in.key != "" {
		if found, err := c.first(ctx, "a.key = ?", in.key, func(*record) bool { return true }); found != nil || err != nil {
			return found, err
		}
	}
	for _, id := range []string{in.id, keyID(in.key)} {
		if id == "" {
			continue
		}
		sameTitle := func(here *record) bool {
			return here.titleKey == in.titleKey && (in.key == "" || here.key == "")
		}
		if found, err := c.first(ctx, "a.id = ?", id, sameTitle); found != nil || err != nil {
			return found, err
		}
	}
	if in.address != "" {
		found, err := c.first(ctx, "a.address = ? AND a.address <> ''", in.address, in.agreesWith)
		if found != nil || err != nil {
			return found, err
		}
	}
	switch {
	case in.key != "":
		return nil, nil //nolint:nilnil // not found is no error
	case in.titleKey == "":
		sameText := func(here *record) bool { return here.body == in.body }
		return c.first(ctx, "a.id = ?", makeID(in.identified(), 0), sameText)
	}
	return c.first(ctx, "a.title_key = ? AND +a.key IS NULL", in.titleKey, in.toldAs)
}

// unknown tells, by one question, whether no article has any of what a record is
// known by. It then gives the record its ID, which is free.
func (c *change) unknown(ctx context.Context, in *record) (bool, error) {
	id := in.wantedID(0)
	s, err := c.statement(ctx, `SELECT NOT (EXISTS (SELECT 1 FROM article WHERE id IN (?1, ?2, ?3, ?4))
		OR EXISTS (SELECT 1 FROM article WHERE key = ?5)
		OR EXISTS (SELECT 1 FROM article WHERE address = ?6 AND address <> '')
		OR EXISTS (SELECT 1 FROM article WHERE title_key = ?7))`)
	if err != nil {
		return false, err
	}
	var unknown bool
	err = s.QueryRowContext(ctx, id, in.id, keyID(in.key), makeID(in.identified(), 0), in.key, in.address, in.titleKey).Scan(&unknown)
	if err != nil {
		return false, fmt.Errorf("looking for an article: %w", err)
	}
	if unknown {
		in.id, in.idIsFree = id, true
	}
	return unknown, nil
}

// agreesWith tells whether two articles of one address are the same.
func (in *record) agreesWith(here *record) bool {
	if in.key != "" && here.key != "" {
		return false
	}
	return in.titleKey == here.titleKey || !in.full || !here.full || shared(in.body, here.body) >= oneStory
}

// toldAs tells whether two articles of one title are the same.
func (in *record) toldAs(here *record) bool {
	if in.sourceKey != here.sourceKey && in.sourceKey != "" && here.sourceKey != "" {
		return in.full && here.full && !in.isOfAnotherDay(here) && isCopy(in.body, here.body)
	}
	if in.full && here.full {
		return in.body == here.body || !in.isOfAnotherDay(here) && shared(in.body, here.body) >= nearlySame
	}
	return in.address == here.address || in.address == "" || here.address == ""
}

// isOfAnotherDay tells articles that come every day, such as that on what money is
// worth: their titles are one, and their texts but for the numbers.
func (in *record) isOfAnotherDay(here *record) bool {
	const day = len(time.DateOnly)
	return len(in.published) >= day && len(here.published) >= day && in.published[:day] != here.published[:day]
}

// isCopy tells a text that another paper has taken over: nearly all of each is in
// the other, and it is long enough for that to be no chance.
func isCopy(a, b string) bool {
	const fewest = 20 // words
	short, long := len(text.Words(a)), len(text.Words(b))
	if short > long {
		short, long = long, short
	}
	return short >= fewest && float64(short) >= nearlySame*float64(long) && shared(a, b) >= nearlySame
}

// first gives the first article that a condition finds and a check agrees to,
// those with their text before cards.
func (c *change) first(ctx context.Context, where string, value any, check func(*record) bool) (*record, error) {
	rows, err := c.query(ctx, "SELECT "+recordColumns+" WHERE "+where+" ORDER BY a.full DESC, a.num", value)
	if err != nil {
		return nil, fmt.Errorf("looking for an article: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	for rows.Next() {
		r, err := scanRecord(rows)
		if err != nil {
			return nil, err
		}
		if check(r) {
			return r, nil
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("looking for an article: %w", err)
	}
	return nil, nil //nolint:nilnil // not found is no error
}

// recordColumns are the columns of a record and where they come from.
const recordColumns = `a.num, a.newness, a.id, coalesce(a.key, ''), a.address, a.title_key,
	a.title, a.section, a.source, a.place, a.author, a.lang, a.direction, a.url, a.summary,
	a.published, a.added, a.full, a.bundled, coalesce(t.body, ''), coalesce(t.captions, '[]'),
	a.section_key, a.source_key, a.read, a.bookmarked, a.position
	FROM article a LEFT JOIN text t USING (num)`

// scanRecord reads a record from the columns recordColumns, and what comes before
// them into others.
func scanRecord(rows *sql.Rows, before ...any) (*record, error) {
	var r record
	err := rows.Scan(append(before, &r.num, &r.newness, &r.id, &r.key, &r.address, &r.titleKey,
		&r.title, &r.section, &r.source, &r.place, &r.author, &r.lang, &r.direction, &r.url, &r.summary,
		&r.published, &r.added, &r.full, &r.bundled, &r.body, &r.captions,
		&r.sectionKey, &r.sourceKey, &r.read, &r.bookmarked, &r.position)...)
	if err != nil {
		return nil, fmt.Errorf("reading an article: %w", err)
	}
	return &r, nil
}

// newID gives an article the ID that it asks for, or one made of what it is
// known by; on a clash, another one.
func (c *change) newID(ctx context.Context, r *record) (string, error) {
	for round := 0; ; round++ {
		id := r.wantedID(round)
		if r.idIsFree {
			return id, nil
		}
		taken, err := c.first(ctx, "a.id = ?", id, func(*record) bool { return true })
		if err != nil {
			return "", err
		}
		if taken == nil {
			return id, nil
		}
	}
}

// wantedID is the ID to try in some round.
func (r *record) wantedID(round int) string {
	if round == 0 && isID(r.id) {
		return r.id
	}
	return makeID(r.identified(), round)
}

// identified is what first identifies an article.
func (r *record) identified() string {
	switch {
	case r.key != "":
		return "key " + r.key
	case r.address != "":
		return "address " + r.address
	case r.titleKey != "":
		return "title " + r.titleKey + "\n" + r.sourceKey
	}
	return "text " + r.body
}

// keyID is the ID that is made of a key where it is free.
func keyID(key string) string {
	if key == "" {
		return ""
	}
	r := record{identity: identity{key: key}}
	return makeID(r.identified(), 0)
}

// idBytes is how many bytes of a digest an ID holds: 8 characters.
const idBytes = 5

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567")

func makeID(identified string, round int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", round, identified))
	return idEncoding.EncodeToString(sum[:idBytes])
}

// isID tells whether a text has the form of an ID.
func isID(s string) bool {
	b, err := idEncoding.DecodeString(s)
	return err == nil && len(b) == idBytes
}
