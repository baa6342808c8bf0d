package repair_test

import (
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/repair"
)

// How much is damaged: go test ./store/repair -run EveryRow -pages 1 -flips 2000 is
// every page of the library, and so many bits.
var (
	everyPage = flag.Int("pages", 17, "zero one in so many pages of a library")
	flips     = flag.Int("flips", 6, "in how many places a bit of a library is flipped")
)

const pageSize = 16384

// follows are the tables whose rows follow from those of others, or say when something
// was last done.
var follows = []string{
	"found", "found_length", "found_library", "found_measured", "found_pending", "found_story", "found_story_pending",
	"found_term", "mention", "tally", "word_place", "words_data", "words_idx", "words_docsize", "words_config", "sqlite_sequence", "left_at",
	"library", "root",
}

// keptRow is a row of a library, and the pages that it stands on.
type keptRow struct {
	table, key string // the key has the table's name in it
	row        string
	refers     []string // keys of rows without which it means nothing
	pages      []int    // counted from 0
}

// rowsOf reads all rows of a whole library, but for those that follow from others.
func rowsOf(t *testing.T, path string) (list []keptRow) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ask := func(query string, args ...any) (list [][]string) {
		rows, err := db.QueryContext(t.Context(), query, args...)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			columns, _ := rows.Columns()
			row, into := make([]string, len(columns)), make([]any, len(columns))
			for i := range row {
				into[i] = &row[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			list = append(list, row)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		return list
	}
	for _, of := range ask("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'") {
		table, inner := of[0], of[1] == "1"
		if slices.Contains(follows, table) {
			continue
		}
		order, number := []string{}, -1
		var keys []int
		for _, c := range ask("SELECT name, type, pk FROM pragma_table_xinfo(?1) WHERE hidden <> 2 ORDER BY CASE WHEN ?2 AND pk > 0 THEN pk ELSE 1000 + cid END", table, inner) {
			if c[2] != "0" {
				keys = append(keys, len(order))
			}
			if c[1] == "INTEGER" && c[2] == "1" && !inner {
				number = len(order)
			}
			order = append(order, c[0])
		}
		if len(keys) > 1 {
			number = -1
		}
		refers := ask(`SELECT f."from", f."table" FROM pragma_foreign_key_list(?) f`, table)
		rows, pages, err := repair.RowsByPage(path, repair.Table{Name: table})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			row := keptRow{table: table, key: table}
			for _, page := range pages[i] {
				row.pages = append(row.pages, page-1)
			}
			for at, v := range r.Values {
				if at == number {
					v = r.Number
				}
				value := fmt.Sprintf("%v", v)
				row.row += "|" + value
				if len(keys) == 0 || slices.Contains(keys, at) {
					row.key += "|" + value
				}
				for _, f := range refers {
					if f[0] == order[at] {
						row.refers = append(row.refers, f[1]+"|"+value)
					}
				}
				if table == "article" && at == number { // it says whether its text is here
					row.refers = append(row.refers, "text|"+value)
				}
				if table == "reading" && order[at] == "num" && value != "0" {
					row.refers = append(row.refers, "article|"+value)
				}
			}
			list = append(list, row)
		}
	}
	return list
}

// Every row that damage did not hit is back, in every table: all are hit that stand on a
// page that was, and those that mean nothing without one of these.
func TestEveryRow(t *testing.T) {
	t.Parallel()
	path := fullLibrary(t, 90)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, path)
	counts := map[string]int{}
	for _, r := range rows {
		counts[r.table]++
	}
	t.Logf("%d pages; rows: %v", len(whole)/pageSize, counts)
	for page := 0; page < len(whole)/pageSize; page += *everyPage {
		t.Run("page "+strconv.Itoa(page), func(t *testing.T) {
			data := slices.Clone(whole)
			clear(data[page*pageSize : (page+1)*pageSize])
			salvageRows(t, data, rows, page)
		})
	}
	random := rand.New(rand.NewPCG(5, 6))
	for n := range *flips {
		at := random.IntN(len(whole))
		if random.IntN(4) == 0 {
			at = random.IntN(pageSize)
		}
		t.Run("flip "+strconv.Itoa(n), func(t *testing.T) {
			data := slices.Clone(whole)
			data[at] ^= 1 << random.IntN(8)
			salvageRows(t, data, rows, at/pageSize)
		})
	}
}

// salvageRows salvages a library of which a page was hit, and looks for its rows.
func salvageRows(t *testing.T, data []byte, rows []keptRow, page int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := store.Salvage(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	back := map[string]string{}
	for _, r := range rowsOf(t, path) {
		back[r.key] = r.row
	}
	hit := map[string]bool{}
	for _, r := range rows {
		hit[r.key] = slices.Contains(r.pages, page)
	}
	lost, want := map[string]int{}, map[string]string{}
	for _, r := range rows {
		if hit[r.key] || slices.ContainsFunc(r.refers, func(key string) bool { return hit[key] }) {
			continue
		}
		if back[r.key] != r.row {
			lost[r.table]++
			want[r.table] = fmt.Sprintf("%.300q is %.300q", r.row, back[r.key])
		}
	}
	if len(lost) > 0 {
		t.Errorf("page %d: lost are %v; %v; %+v", page, lost, want, got.From)
	}
}
