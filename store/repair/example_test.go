package repair_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite"

	"github.com/warraq/warraq/store/repair"
)

// The rows of a table come back from a file whose first page, which says where they
// stand, is gone.
func Example() {
	folder, _ := os.MkdirTemp("", "repair")
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "file.db")
	db, _ := sql.Open("sqlite", path)
	_, err := db.Exec(`PRAGMA page_size = 16384; CREATE TABLE poem (num INTEGER PRIMARY KEY, verse TEXT NOT NULL);
		INSERT INTO poem (verse) VALUES ('قفا نبك'), ('من ذكرى حبيب')`)
	if err != nil {
		fmt.Println(err)
	}
	_ = db.Close()
	data, _ := os.ReadFile(path)
	clear(data[:16384])
	_ = os.WriteFile(path, data, 0o600)

	f, err := repair.Open(path, true)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	table := repair.Table{Name: "poem", Columns: []repair.Column{{Name: "num", Type: "INTEGER", Nullable: true}, {Name: "verse", Type: "TEXT"}}}
	_ = f.Read(context.Background(), []repair.Table{table}, func(_ *repair.Table, r repair.Row) error {
		fmt.Println(r.Number, r.Values[1])
		return nil
	})
	// Output:
	// 1 قفا نبك
	// 2 من ذكرى حبيب
}
