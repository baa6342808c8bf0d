package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/store/identity"
)

// AddBundled takes in the articles that ship with the program; see
// [Library.KeepBundled].
func (l *Library) AddBundled(ctx context.Context, list []articles.Article) error {
	digest, err := digestOf(list)
	if err != nil {
		return err
	}
	return l.KeepBundled(ctx, digest, func() ([]articles.Article, error) { return list, nil })
}

// KeepBundled takes in the articles that ship with the program: all at first, and
// when the program ships others than last time, what has changed. Each needs a
// key. Articles that ship no longer go, unless the reader marked them, and those that the
// reader removed do not come back. Where the
// digest of what ships is that of last time nothing is read, and this is one small
// query.
func (l *Library) KeepBundled(ctx context.Context, digest string, read func() ([]articles.Article, error)) error {
	var last string
	if err := l.db.QueryRowContext(ctx, "SELECT bundled FROM library").Scan(&last); err != nil {
		return l.failure(fmt.Errorf("reading what ships: %w", err))
	}
	if last == digest || !l.isWritable() { // it comes when it can be written
		return nil
	}
	list, err := read()
	if err != nil {
		return err
	}
	return l.change(ctx, func(c *transaction) error {
		kept, err := withoutRemoved(ctx, c, list)
		if err != nil {
			return err
		}
		added, err := c.addAll(ctx, kept, true)
		if err != nil {
			return err
		}
		if err := c.dropBundled(ctx, added); err != nil {
			return err
		}
		if _, err := c.exec(ctx, "UPDATE library SET bundled = ?", digest); err != nil {
			return err
		}
		return c.revise(ctx)
	})
}

// BundledID is the ID of an article that ships with the program, by its name.
func BundledID(name string) string { return identity.KeyID(bundled.Key + name) }

// dropBundled takes out what ships no longer and bears no mark.
func (c *transaction) dropBundled(ctx context.Context, shipped []Added) error {
	ids := make([]string, len(shipped))
	for i, a := range shipped {
		ids[i] = a.ID
	}
	keep, err := json.Marshal(ids)
	if err != nil {
		return fmt.Errorf("listing what ships: %w", err)
	}
	const gone = `FROM article WHERE bundled = 1 AND id NOT IN (SELECT value FROM json_each(?))
		AND read = 0 AND bookmarked = 0 AND position = 0 AND num NOT IN (SELECT num FROM highlight)`
	const places = "FROM word_place WHERE num IN (SELECT num " + gone + ")"
	for _, statement := range []string{"DELETE FROM words WHERE rowid IN (SELECT place " + places + ")", "DELETE " + places} {
		if _, dropErr := c.exec(ctx, statement, string(keep)); dropErr != nil {
			return dropErr
		}
	}
	_, err = c.exec(ctx, "DELETE "+gone, string(keep))
	return err
}

// digestOf is a digest of all that articles say.
func digestOf(list []articles.Article) (string, error) {
	sum := sha256.New()
	if err := json.NewEncoder(sum).Encode(list); err != nil {
		return "", fmt.Errorf("digesting what ships: %w", err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
