package store

import (
	"context"
	"database/sql"
)

// mostFree is how much of a library's file may be free, as one in so many pages, before
// it is made smaller.
const mostFree = 4

// shrink makes the file of a library smaller whose new version left much of it free. It
// is written anew in one transaction. Where that cannot be, since there is no room or
// another program reads, the free pages are filled by what comes.
func shrink(ctx context.Context, conn *sql.Conn) {
	var free, pages int
	const query = "SELECT (SELECT freelist_count FROM pragma_freelist_count), (SELECT page_count FROM pragma_page_count)"
	if err := conn.QueryRowContext(ctx, query).Scan(&free, &pages); err != nil || free*mostFree < pages {
		return
	}
	_, _ = conn.ExecContext(ctx, "VACUUM; PRAGMA wal_checkpoint(truncate)")
}
