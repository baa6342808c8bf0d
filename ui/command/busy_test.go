package command_test

import (
	"database/sql"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

// While another program holds the library, the front page is of what is known already, and
// says so.
func TestTodayOfAHeldLibrary(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for as long as a change may")
	}
	library := storied(t)
	for _, args := range [][]string{{"today"}, {"remove", "--bundled"}} { // what is known, and what is not yet
		if _, wrong, status := run(t, nil, append(args, "--library", library)...); status != 0 {
			t.Fatal(wrong)
		}
	}
	db, err := sql.Open("sqlite", "file:"+library)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	out, wrong, status := run(t, nil, "today", "--json", "--lang", "en", "--library", library)
	if status != 0 || !strings.Contains(out, `"kind"`) || !strings.Contains(wrong, "another program has held it") {
		t.Errorf("status %d, it says %q and gives\n%s", status, wrong, out)
	}
}
