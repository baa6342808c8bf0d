package store

import (
	"database/sql"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var updateFiles = flag.Bool("update", false, "write the schema of new libraries anew")

// The schema of new libraries is what the migrations make of an empty file. This writes it anew:
//
//	go test ./store -run NewLibrary -update
func TestNewLibrary(t *testing.T) {
	t.Parallel()
	names, err := stepNames(schemaSteps)
	if err != nil {
		t.Fatal(err)
	}
	var scripts []string
	for _, name := range names {
		script, readErr := fs.ReadFile(schemaSteps, name)
		if readErr != nil {
			t.Fatal(readErr)
		}
		scripts = append(scripts, string(script))
	}
	newest, err := newestVersion(schemaSteps)
	if err != nil {
		t.Fatal(err)
	}
	made := fmt.Sprintf("-- Version %d of a library, as the steps in schema make it (see TestNewLibrary).\n\n%s", newest, schemaMadeBy(t, scripts...))
	if *updateFiles {
		if err := os.WriteFile("new_library.sql", []byte(made), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if made != newLibrary {
		t.Error("new_library.sql is not what the migrations make: go test ./store -run NewLibrary -update writes it anew")
	}
	again := schemaMadeBy(t, newLibrary)
	if _, schema, _ := strings.Cut(newLibrary, "\n\n"); again != schema {
		t.Errorf("new_library.sql makes another schema than it says:\n%s", again)
	}
}

// schemaMadeBy runs scripts on an empty file and gives what makes the same at once: what there is
// and the rows that are in it.
func schemaMadeBy(t *testing.T, scripts ...string) string {
	t.Helper()
	db, err := sql.Open("sqlite", sourceName(filepath.Join(t.TempDir(), "library.db")))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, script := range scripts {
		if _, err := db.ExecContext(t.Context(), script); err != nil {
			t.Fatal(err)
		}
	}
	query := func(query string, args ...any) []string {
		list, err := collectRows(t.Context(), db, scanColumn[string], query, args...)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	const own = " FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'words\\_%' ESCAPE '\\'"
	var b strings.Builder
	for _, statement := range query("SELECT sql" + own + " ORDER BY type = 'trigger', type = 'index', rowid") {
		b.WriteString(statement + ";\n\n")
	}
	for _, table := range query("SELECT name" + own + " AND type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid") {
		var values []string
		for _, column := range query("SELECT name FROM pragma_table_info(?)", table) {
			if table == "sync_library" && column == "origin" { // each library has its own
				values = append(values, "'lower(hex(randomblob(8)))'")
				continue
			}
			values = append(values, "quote("+column+")")
		}
		for _, row := range query("SELECT concat_ws(', ', " + strings.Join(values, ", ") + ") FROM \"" + table + "\" ORDER BY 1") {
			b.WriteString("INSERT INTO " + table + " VALUES (" + row + ");\n\n")
		}
	}
	for _, row := range query("SELECT quote(k) || ', ' || quote(v) FROM words_config WHERE k <> 'version' ORDER BY k") {
		b.WriteString("INSERT INTO words (words, rank) VALUES (" + row + ");\n\n")
	}
	return b.String()
}
