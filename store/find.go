package store

import (
	"context"
	"fmt"
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
		found, err := c.first(ctx, "a.guid = ? AND a.guid <> ''", in.SameByGUID, in.GUID)
		if found != nil || err != nil {
			return found, err
		}
	}
	if in.Address != "" {
		found, err := c.first(ctx, "a.address = ? AND a.address <> ''", in.SameByAddress, in.Address)
		if found != nil || err != nil {
			return found, err
		}
	}
	switch {
	case in.Key != "":
		return nil, nil //nolint:nilnil // not found is no error
	case in.TitleKey == "":
		sameText := func(here *identity.Record) bool { return here.Body == in.Body }
		return c.first(ctx, "a.id = ?", sameText, in.MadeID(0))
	}
	found, err := c.first(ctx, "a.title_key IN ("+titlePlaces+") AND +a.key IS NULL", in.SameByTitle, titleKeys(in)...)
	if found != nil || err != nil || !in.Full {
		return found, err
	}
	key := in.TextKey()
	if key == 0 || in.SourceKey == "" { // SameByText says no to all of those
		return nil, nil //nolint:nilnil // not found is no error
	}
	const ofOneSource = "a.text_key = ? AND a.text_key <> 0 AND +a.key IS NULL AND +a.source_key = ?"
	return c.first(ctx, ofOneSource, in.SameByText, key, in.SourceKey)
}

// titlePlaces are the places in a query for the titles under which an article may be here.
var titlePlaces = strings.TrimSuffix(strings.Repeat("?, ", len((&identity.Record{}).TitleKeys())), ", ")

// titleKeys gives what goes into titlePlaces.
func titleKeys(in *identity.Incoming) (keys []any) {
	for _, key := range in.TitleKeys() {
		keys = append(keys, key)
	}
	return keys
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
		OR EXISTS (SELECT 1 FROM article WHERE title_key IN (`+titlePlaces+`)))`)
	if err != nil {
		return false, err
	}
	var unknown bool
	values := []any{id, in.ID, identity.KeyID(in.Key), in.MadeID(0), in.Key, in.Address, in.GUID, in.TextKey()}
	err = s.QueryRowContext(ctx, append(values, titleKeys(in)...)...).Scan(&unknown)
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
		taken, err := c.first(ctx, "a.id = ?", anyRecord, id)
		if err != nil {
			return "", err
		}
		if taken == nil {
			return id, nil
		}
	}
}
