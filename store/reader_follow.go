package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// followedState is a state of the library that a reader's file follows. The salt is another
// after every change, the revision after those that lists show.
type followedState struct{ version, revision, salt int64 }

// followPause is how long, after the library was followed, it is left alone, by how long
// that took: it changes once a second while somebody fetches.
const followPause = 100

// followingLock is held by whoever takes in what is new in a library: many who do it at once
// would leave no time for keys.
var followingLock sync.Mutex

// errNumbersDiffer is a library in which articles have other numbers than in a reader's file.
var errNumbersDiffer = errors.New("the articles have other numbers")

// followAgain takes in what is new in the library, unless that was done just now.
func (l *Library) followAgain(ctx context.Context) error {
	if l.shared == nil {
		return nil
	}
	l.shared.mu.Lock()
	early := time.Now().Before(l.shared.next)
	l.shared.mu.Unlock()
	if early {
		return nil
	}
	var now, had followedState
	err := l.db.QueryRowContext(ctx, "SELECT s.revision, f.revision FROM shared.library s, main.followed f").
		Scan(&now.revision, &had.revision)
	if err != nil || now == had {
		return l.failure(err)
	}
	return l.follow(ctx)
}

// follow makes the articles of a reader's file those of the library.
func (l *Library) follow(ctx context.Context) error {
	followingLock.Lock()
	defer followingLock.Unlock()
	began := time.Now()
	err := l.write(ctx, func(c *transaction) error {
		if _, err := c.conn.ExecContext(ctx, asideTables); err != nil {
			return fmt.Errorf("making what is put aside: %w", err)
		}
		now, had, err := c.followedStates(ctx)
		switch {
		case err != nil || now == had && now.salt != 0:
			return err
		case now.version == had.version:
			err = c.inSavepoint(ctx, func() error { return c.followArticles(ctx) })
		default:
			err = errNumbersDiffer
		}
		if errors.Is(err, errNumbersDiffer) || isConstraint(err) {
			err = c.remake(ctx)
		}
		if err != nil {
			return err
		}
		_, err = c.exec(ctx, "INSERT OR REPLACE INTO followed VALUES (1, ?, ?, ?)", now.version, now.revision, now.salt)
		return err
	})
	l.shared.mu.Lock()
	defer l.shared.mu.Unlock()
	l.shared.next = time.Now().Add(followPause * time.Since(began))
	return err
}

// followedStates gives the state of the library, and the one that the file follows.
func (c *transaction) followedStates(ctx context.Context) (now, had followedState, err error) {
	version, err := collectRows(ctx, c, scanColumn[int64], "PRAGMA shared.user_version")
	if err != nil {
		return now, had, err
	}
	list, err := collectRows(ctx, c, func(scan scanner) (s followedState, err error) {
		return s, scan(&s.version, &s.revision, &s.salt)
	}, "SELECT ?, revision, salt FROM shared.library UNION ALL SELECT version, revision, salt FROM followed", version[0])
	switch {
	case err != nil:
	case len(list) == 0:
		err = errors.New("the library has no revision")
	case len(list) == 1:
		now = list[0]
	default:
		now, had = list[0], list[1]
	}
	return now, had, err
}

// inSavepoint does something within a change that is undone alone where it fails.
func (c *transaction) inSavepoint(ctx context.Context, do func() error) error {
	if _, err := c.conn.ExecContext(ctx, "SAVEPOINT inner_change"); err != nil {
		return fmt.Errorf("beginning a part of a change: %w", err)
	}
	end, err := "RELEASE inner_change", do()
	if err != nil {
		end = "ROLLBACK TO inner_change; RELEASE inner_change"
	}
	if _, endErr := c.conn.ExecContext(context.WithoutCancel(ctx), end); endErr != nil {
		err = errors.Join(err, fmt.Errorf("ending a part of a change: %w", endErr))
	}
	return err
}

// sharedColumns gives the columns of table article that are the library's.
func (c *transaction) sharedColumns(ctx context.Context) ([]string, error) {
	all, err := collectRows(ctx, c, scanColumn[string], "SELECT name FROM pragma_table_info('article', 'shared')")
	return slices.DeleteFunc(all, func(name string) bool { return slices.Contains(readerMarks, name) }), err
}

// followArticles takes out articles that are gone, changes those that have changed and
// takes new ones in.
func (c *transaction) followArticles(ctx context.Context) error {
	moved, err := collectRows(ctx, c, scanColumn[int64],
		"SELECT a.num FROM main.article a JOIN shared.article s ON s.num = a.num WHERE s.id <> a.id LIMIT 1")
	if err != nil {
		return err
	}
	if len(moved) > 0 {
		return errNumbersDiffer
	}
	columns, err := c.sharedColumns(ctx)
	if err != nil {
		return err
	}
	names := strings.Join(columns, ", ")
	var sets, theirs []string
	for _, name := range columns {
		sets, theirs = append(sets, name+" = s."+name), append(theirs, "s."+name)
	}
	const gone = "t.num <> 0 AND t.num NOT IN (SELECT num FROM shared.article)"
	for _, table := range keptTables() {
		if table == "reading" {
			continue // it stays known by the day
		}
		if err = c.putAside(ctx, table, gone); err != nil {
			return err
		}
	}
	changed := int64(0)
	for _, statement := range []string{
		"DELETE FROM main.article WHERE num NOT IN (SELECT num FROM shared.article)",
		"UPDATE main.article SET " + strings.Join(sets, ", ") + " FROM shared.article s WHERE s.num = article.num AND (" +
			strings.Join(theirs, ", ") + ") IS NOT (article." + strings.Join(columns, ", article.") + ")",
		"INSERT INTO main.article (" + names + ") SELECT " + names + " FROM shared.article s WHERE s.num NOT IN (SELECT num FROM main.article)",
	} {
		n, execErr := c.exec(ctx, statement)
		if execErr != nil {
			return execErr
		}
		changed += n
	}
	if changed == 0 {
		return nil
	}
	if err = c.countBy(ctx, countArticles); err != nil { // no trigger counts what comes
		return err
	}
	if err = c.takeBack(ctx); err != nil {
		return err
	}
	_, err = c.exec(ctx, "UPDATE main.library SET revision = revision + 1")
	return err
}

// remake makes all tables of a reader anew, by the statements of the library, with his marks
// in them.
func (c *transaction) remake(ctx context.Context) error {
	for _, table := range keptTables() {
		if err := c.putAside(ctx, table, "true"); err != nil {
			return err
		}
	}
	var revision int64
	if had, _, err := c.asideColumns(ctx, "library"); err != nil {
		return err
	} else if len(had) > 0 {
		list, err := collectRows(ctx, c, scanColumn[int64], "SELECT revision FROM main.library")
		if err != nil || len(list) == 0 {
			return errors.Join(err, errors.New("a reader's file has no revision"))
		}
		revision = list[0]
	}
	for _, table := range slices.Backward(readerTables) {
		if _, err := c.conn.ExecContext(ctx, "DROP TABLE IF EXISTS main."+table); err != nil {
			return fmt.Errorf("taking an old table away: %w", err)
		}
	}
	if err := c.makeTables(ctx); err != nil {
		return err
	}
	if _, err := c.exec(ctx, "INSERT INTO main.library (one, revision) VALUES (1, ?)", revision+1); err != nil {
		return err
	}
	return c.takeBack(ctx)
}

// makeTables makes the tables of a reader and fills them with the library's articles. What
// is counted and looked up follows when all of these are there.
func (c *transaction) makeTables(ctx context.Context) error {
	if err := c.makeAs(ctx, "table"); err != nil {
		return err
	}
	columns, err := c.sharedColumns(ctx)
	if err != nil {
		return err
	}
	names := strings.Join(columns, ", ")
	if _, err = c.exec(ctx, "INSERT INTO main.article ("+names+") SELECT "+names+" FROM shared.article ORDER BY num"); err != nil {
		return err
	}
	if err = c.makeAs(ctx, "index"); err != nil {
		return err
	}
	if err = c.countBy(ctx, countArticles); err != nil {
		return err
	}
	if err = c.makeAs(ctx, "trigger"); err != nil {
		return err
	}
	_, err = c.conn.ExecContext(ctx, fmt.Sprintf("PRAGMA main.application_id = %d", readerFileID))
	if err != nil {
		return fmt.Errorf("marking a reader's file: %w", err)
	}
	return nil
}

// makeAs makes what the library has of a kind for a reader's tables. What has the articles
// related when they change is for the library alone, and so is what it agrees on with
// servers of feeds and with other machines, and what counts its topics, which are not here.
func (c *transaction) makeAs(ctx context.Context, kind string) error {
	statements, err := collectRows(ctx, c, scanColumn[string], `SELECT sql FROM shared.sqlite_schema
		WHERE type = ? AND tbl_name IN (SELECT value FROM json_each(?)) AND sql IS NOT NULL AND name NOT LIKE 'found\_%' ESCAPE '\'
		AND name NOT LIKE 'server\_%' ESCAPE '\' AND name NOT LIKE 'sync\_%' ESCAPE '\' AND name NOT LIKE 'topic\_%' ESCAPE '\' ORDER BY rowid`,
		kind, encodeJSON(readerTables))
	if err != nil {
		return err
	}
	for _, statement := range statements {
		if _, err := c.conn.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("making a reader's table: %w", err)
		}
	}
	return nil
}
