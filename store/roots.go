package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/warraq/warraq/store/repair"
)

// noteRoots notes where each table and index of a library begins, for repairing it
// should the schema be damaged. It is called after the schema has changed, or the file
// was written anew; in a library of an earlier version it does nothing.
func noteRoots(ctx context.Context, q interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}) error {
	var there bool
	err := q.QueryRowContext(ctx, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name = 'root'").Scan(&there)
	if err == nil && there {
		if _, err = q.ExecContext(ctx, "DELETE FROM root"); err == nil {
			_, err = q.ExecContext(ctx, "INSERT INTO root SELECT ? || name, rootpage FROM sqlite_schema WHERE rootpage > 0", repair.RootOf)
		}
	}
	if err != nil {
		return fmt.Errorf("noting where tables begin: %w", err)
	}
	return nil
}
