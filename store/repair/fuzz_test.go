package repair_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/warraq/warraq/store/repair"
)

// Whatever a file and its journal hold, reading ends.
func FuzzRead(f *testing.F) {
	page := make([]byte, 1024)
	copy(page, "SQLite format 3\x00\x02\x00\x01\x01\x00\x40\x20\x20")
	f.Add(page, []byte("7\x7f\x06\x82"))
	f.Add([]byte{}, []byte{})
	f.Fuzz(func(t *testing.T, data, journal []byte) {
		path := filepath.Join(t.TempDir(), "file.db")
		for p, b := range map[string][]byte{path: data, path + "-wal": journal} {
			if err := os.WriteFile(p, b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		readAny(path)
	})
}

// Any bytes are read without end or panic.
func readAny(path string) {
	f, err := repair.Open(path, true)
	if err != nil {
		return
	}
	defer f.Close()
	tables := []repair.Table{{Name: "text", Columns: []repair.Column{{Name: "num", Nullable: true}, {Name: "body", Type: "TEXT"}}}, {Name: "link", Inner: true, Columns: []repair.Column{{Name: "a"}, {Name: "b"}}}}
	_ = f.Read(context.Background(), tables, func(*repair.Table, repair.Row) error { return nil })
}
