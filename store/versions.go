package store

import (
	"context"
	"fmt"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// versionColumns are the columns of an [articles.Version], as scanVersionAfter takes them.
const versionColumns = "title, body, until"

// scanVersionAfter reads what comes before a version into places, and the version.
func scanVersionAfter(scan scanner, before ...any) (v articles.Version, err error) {
	var until int64
	err = scan(append(before, &v.Title, &v.Body, &until)...)
	v.Until = time.UnixMilli(until).UTC()
	return v, err
}

// Versions gives the texts that an article had before, the last one first.
func (l *Library) Versions(ctx context.Context, id string) ([]articles.Version, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	list, err := collectRows(ctx, l.db, func(scan scanner) (articles.Version, error) { return scanVersionAfter(scan) },
		"SELECT "+versionColumns+" FROM version WHERE num = ? ORDER BY until DESC", num)
	return list, l.failure(err)
}

// keepVersion keeps the text that an article has, where it is about to get another one.
// A text that came back and went again is kept once, and one of which only the pictures have
// come since is none; nor is what an earlier program shipped, which other machines never had.
func (c *transaction) keepVersion(ctx context.Context, here, next *identity.Record) error {
	if !here.Full || here.Bundled && next.Bundled || here.Body == next.Body || identity.SameButPictures(here.Body, next.Body) {
		return nil
	}
	if _, err := c.exec(ctx, "DELETE FROM version WHERE num = ? AND body IN (?, ?)", here.Num, here.Body, next.Body); err != nil {
		return err
	}
	_, err := c.exec(ctx, `INSERT INTO version (num, until, title, body)
		SELECT ?1, max(?2, coalesce((SELECT max(until) + 1 FROM version WHERE num = ?1), 0)), ?3, ?4`,
		here.Num, time.Now().UnixMilli(), here.Title, here.Body)
	if err != nil {
		return fmt.Errorf("keeping the text of before: %w", err)
	}
	return nil
}

// addVersions keeps the texts that an export says that an article had before, but for
// the one that it has and those that are kept already, and tells whether one was new.
func (c *transaction) addVersions(ctx context.Context, num int64, versions []articles.Version) (bool, error) {
	some := false
	for _, v := range versions {
		if v.Body == "" {
			continue
		}
		n, err := c.exec(ctx, `INSERT INTO version (num, until, title, body)
			SELECT ?1, (WITH RECURSIVE at (t) AS (SELECT ?2 UNION ALL SELECT t + 1 FROM at WHERE t IN (SELECT until FROM version WHERE num = ?1))
				SELECT max(t) FROM at), ?3, ?4
			WHERE NOT EXISTS (SELECT 1 FROM version WHERE num = ?1 AND body = ?4) AND NOT EXISTS (SELECT 1 FROM text WHERE num = ?1 AND warraq_text(body) = ?4)`,
			num, v.Until.UnixMilli(), v.Title, v.Body)
		if err != nil {
			return some, fmt.Errorf("keeping the texts of before: %w", err)
		}
		some = some || n > 0
	}
	return some, nil
}
