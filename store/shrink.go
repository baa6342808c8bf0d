package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"io"
	"os"
)

// mostFree is how much of a library's file may be free, as one in so many pages, before
// it is made smaller.
const mostFree = 16

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

// largeLibrary is the size in bytes of a library of which it is said that its upgrade
// takes a while: some seconds.
const largeLibrary = 32 << 20

// UpgradeTakesLong tells whether the library in a file is of an earlier version and so
// large that [Open] takes seconds for it, or minutes, which a person is better told.
func UpgradeTakesLong(path string) bool {
	const versionAt, applicationAt, headLong = 60, 68, 100
	if there, err := os.Stat(path); err != nil || !there.Mode().IsRegular() {
		return false // a pipe would be waited for
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	if err != nil || info.Size() < largeLibrary {
		return false
	}
	head := make([]byte, headLong)
	newest, wrong := newestVersion(schemaSteps)
	if _, err := io.ReadFull(f, head); err != nil || wrong != nil {
		return false
	}
	return binary.BigEndian.Uint32(head[applicationAt:]) == applicationID && int(binary.BigEndian.Uint32(head[versionAt:])) < newest
}
