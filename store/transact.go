package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
)

// transact does something in one transaction on a connection. The transaction
// has the right to write from its start, so that it never has to be given up
// half-way because another program wrote first.
func transact(ctx context.Context, conn *sql.Conn, do func() error) error {
	// What has begun is ended also when the context is done.
	ending := context.WithoutCancel(ctx)
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		// The driver says that the context is done also of a statement that it has run.
		_, _ = conn.ExecContext(ending, "ROLLBACK")
		return fmt.Errorf("beginning a change: %w", err)
	}
	err := do()
	if err == nil {
		_, err = conn.ExecContext(ending, "COMMIT")
	}
	if err != nil {
		// It may have been rolled back already; then this fails, and may.
		_, _ = conn.ExecContext(ending, "ROLLBACK")
	}
	return err //nolint:wrapcheck // of what it was is said where the library's errors are made
}

// transaction is a transaction that changes the library. It keeps the statements
// that it has prepared until its end.
type transaction struct {
	conn     *sql.Conn
	ready    map[string]*sql.Stmt
	indexing indexing
	arrivals arrivals
	exports  exportedOnes // what came in it
	before   exportedOnes // what came before

	revisions int64 // by how much it changes the revision
}

// change does something in one transaction.
func (l *Library) change(ctx context.Context, do func(*transaction) error) error {
	if l.unwritable != nil {
		return l.unwritable
	}
	return l.write(ctx, do)
}

// write is [Library.change] whether articles can be written or not.
func (l *Library) write(ctx context.Context, do func(*transaction) error) error {
	select {
	case <-l.writing:
		defer func() { l.writing <- struct{}{} }()
	case <-ctx.Done():
		return ctx.Err() //nolint:wrapcheck // nothing to add
	}
	if err := l.inPlace(); err != nil {
		return err
	}
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return l.failure(fmt.Errorf("opening: %w", err))
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	c := &transaction{conn: conn, ready: map[string]*sql.Stmt{}, indexing: newIndexing(), arrivals: arrivals{counted: map[tallyKey]tallyCounts{}}, exports: exportedOnes{}, before: l.exports}
	defer c.close()
	err = transact(ctx, conn, func() error {
		if newerErr := l.stillKnown(ctx, conn); newerErr != nil {
			return newerErr
		}
		before, countErr := changesOf(ctx, conn)
		if countErr != nil {
			return countErr
		}
		if doErr := do(c); doErr != nil {
			return doErr
		}
		if indexErr := c.writeIndex(ctx); indexErr != nil {
			return indexErr
		}
		if arrivalErr := c.writeArrivals(ctx); arrivalErr != nil {
			return arrivalErr
		}
		return c.salted(ctx, before)
	})
	if err == nil {
		l.own += c.revisions
		if l.exports == nil {
			l.exports = exportedOnes{}
		}
		maps.Copy(l.exports, c.exports)
		l.lookAtFiles()
	}
	return l.failure(err)
}

func (c *transaction) close() {
	for _, s := range c.ready {
		_ = s.Close()
	}
}

// statement prepares a statement, once.
func (c *transaction) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := c.ready[query]; ok {
		return s, nil
	}
	s, err := c.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("preparing a statement: %w", err)
	}
	c.ready[query] = s
	return s, nil
}

// exec runs a statement and gives the number of rows that it changed.
func (c *transaction) exec(ctx context.Context, query string, args ...any) (int64, error) {
	s, err := c.statement(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, fmt.Errorf("changing the library: %w", err)
	}
	return result.RowsAffected() //nolint:wrapcheck // this driver always knows
}

// QueryContext runs a query.
func (c *transaction) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...) //nolint:wrapcheck // callers do
}

// revise notes that lists show something new.
func (c *transaction) revise(ctx context.Context) error {
	c.revisions++
	_, err := c.exec(ctx, "UPDATE library SET revision = revision + 1")
	return err
}
