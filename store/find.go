package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/warraq/warraq/store/identity"
)

// find looks for the article that one that comes in is (package identity says when)
// and gives nil where it is not here. One that nothing here has anything in common
// with gets its ID.
//
// It is looked for in this order: by its key; by the ID under which it is kept
// (exports say it) or the ID that is made of its key, where the title is the same; by
// the name that its feed gives it and by its address, where what is here of both agrees; by its title, where neither has a
// key; by its text under another title; and by its text alone, where it has nothing
// else.
func (c *transaction) find(ctx context.Context, in *identity.Incoming) (*identity.Record, error) {
	if in.Full { // most of what comes in with a text is new, and most cards are here
		if unknown, err := c.unknown(ctx, in); unknown || err != nil {
			return nil, err
		}
	}
	if in.Key != "" {
		if found, err := c.first(ctx, "a.key = ?", anyRecord, in.Key); found != nil || err != nil {
			return found, err
		}
	}
	for _, id := range []string{in.ID, identity.KeyID(in.Key)} {
		if id == "" {
			continue
		}
		if found, err := c.first(ctx, "a.id = ?", in.SameByID, id); found != nil || err != nil {
			return found, err
		}
	}
	if in.GUID != "" {
		found, err := c.oneOfMany(ctx, in, "a.guid = ? AND a.guid <> ''", c.notBeside(in, in.SameByGUID), in.GUID)
		if found != nil || err != nil {
			return found, err
		}
	}
	if in.Address != "" {
		found, err := c.oneOfMany(ctx, in, "a.address = ? AND a.address <> ''", c.notBeside(in, in.SameByAddress), in.Address)
		if found != nil || err != nil {
			return found, err
		}
	}
	switch {
	case in.Key != "":
		return nil, nil //nolint:nilnil // not found is no error
	case in.TitleKey == "":
		sameText := func(here *identity.Record) bool { return here.Body == in.Body }
		return c.first(ctx, "a.id = ?", c.notBeside(in, sameText), in.MadeID(0))
	}
	found, err := c.oneOfMany(ctx, in, "a.title_hash IN ("+titlePlaces+")", c.notBeside(in, unkeyed(in.HasTitle(in.SameByTitle))), titleHashes(in)...)
	if found != nil || err != nil || !in.Full {
		return found, err
	}
	key := in.TextKey()
	if key == 0 || in.SourceKey == "" { // SameByText says no to all of those
		return nil, nil //nolint:nilnil // not found is no error
	}
	const ofOneSource = "a.text_key = ? AND a.text_key <> 0 AND +a.key IS NULL AND +a.source_key = ?"
	return c.first(ctx, ofOneSource, c.notBeside(in, in.SameByText), key, in.SourceKey)
}

// exportedOnes is which article of which export an article was when it came, by its ID here: of
// those that came since the library was opened.
type exportedOnes map[string]identity.Exported

// notBeside returns a check that agrees to what another agrees to, but for articles that came
// from the same export as one that comes in: there they stood side by side.
func (c *transaction) notBeside(in *identity.Incoming, check func(*identity.Record) bool) func(*identity.Record) bool {
	return func(here *identity.Record) bool {
		return !in.Export.IsBeside(c.exports[here.ID]) && !in.Export.IsBeside(c.before[here.ID]) && check(here)
	}
}

// mostCompared is how many articles that have a title, an address or a name in common one that comes
// in is compared with: what comes every day may be there thousands of times.
const mostCompared = 48

// oneOfMany returns the article that one that comes in is, of those that a condition on a column
// with an index is true of and that a check agrees to: one of the newest, else one of the same text
// or of words of it, however many there are; nil for none.
func (c *transaction) oneOfMany(ctx context.Context, in *identity.Incoming, where string, check func(*identity.Record) bool, values ...any) (*identity.Record, error) {
	newest := "a.num IN (SELECT a.num FROM article a WHERE " + where + " ORDER BY a.num DESC LIMIT " + strconv.Itoa(mostCompared) + ")"
	found, err := c.first(ctx, newest, check, values...)
	if found != nil || err != nil || !in.Full {
		return found, err
	}
	sameText := func(here *identity.Record) bool { return here.Body == in.Body && check(here) }
	of := " AND " + strings.ReplaceAll(where, "a.", "+a.")
	if key := in.TextKey(); key != 0 {
		found, err = c.first(ctx, "a.text_key = ? AND a.text_key <> 0"+of, sameText, append([]any{key}, values...)...)
	} else {
		found, err = c.first(ctx, "a.id IN (?, ?)"+of, sameText, append([]any{in.MadeID(0), in.MadeID(1)}, values...)...)
	}
	if found != nil || err != nil {
		return found, err
	}
	return c.farOne(ctx, in, where, check, values...)
}

// unkeyed returns a check that agrees to articles without a key that another agrees to.
func unkeyed(check func(*identity.Record) bool) func(*identity.Record) bool {
	return func(here *identity.Record) bool { return here.Key == "" && check(here) }
}

// titlePlaces are the places in a query for the titles under which an article may be here.
var titlePlaces = strings.TrimSuffix(strings.Repeat("?, ", len((&identity.Record{}).TitleKeys())), ", ")

// titleHashes gives what goes into titlePlaces: the numbers of those titles.
func titleHashes(in *identity.Incoming) (hashes []any) {
	for _, hash := range in.TitleHashes() {
		hashes = append(hashes, hash)
	}
	return hashes
}

// unknown tells, by one question, whether no article has any of what a record is
// known by. It then gives the record its ID, which is free.
func (c *transaction) unknown(ctx context.Context, in *identity.Incoming) (bool, error) {
	id := in.WantedID(0)
	s, err := c.statement(ctx, `SELECT NOT (EXISTS (SELECT 1 FROM article WHERE id IN (?1, ?2, ?3, ?4))
		OR EXISTS (SELECT 1 FROM article WHERE key = ?5)
		OR EXISTS (SELECT 1 FROM article WHERE address = ?6 AND address <> '')
		OR EXISTS (SELECT 1 FROM article WHERE guid = ?7 AND guid <> '')
		OR EXISTS (SELECT 1 FROM article WHERE text_key = ?8 AND text_key <> 0)
		OR EXISTS (SELECT 1 FROM article WHERE title_hash IN (`+titlePlaces+`)))`)
	if err != nil {
		return false, err
	}
	var unknown bool
	values := []any{id, in.ID, identity.KeyID(in.Key), in.MadeID(0), in.Key, in.Address, in.GUID, in.TextKey()}
	err = s.QueryRowContext(ctx, append(values, titleHashes(in)...)...).Scan(&unknown)
	if err != nil {
		return false, fmt.Errorf("looking for an article: %w", err)
	}
	if unknown {
		in.ID, in.IDIsFree = id, true
	}
	return unknown, nil
}

// newID gives an article the ID that it asks for, or one made of what it is
// known by; on a clash, another one.
func (c *transaction) newID(ctx context.Context, in *identity.Incoming) (string, error) {
	for round := 0; ; round++ {
		id := in.WantedID(round)
		if in.IDIsFree {
			return id, nil
		}
		s, err := c.statement(ctx, "SELECT EXISTS (SELECT 1 FROM article WHERE id = ?)")
		if err != nil {
			return "", err
		}
		var taken bool
		if err := s.QueryRowContext(ctx, id).Scan(&taken); err != nil {
			return "", fmt.Errorf("looking for an ID: %w", err)
		}
		if !taken {
			return id, nil
		}
	}
}
