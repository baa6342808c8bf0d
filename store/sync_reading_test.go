package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What newer machines told of reading a version that passed it over is known to the one that
// takes the library over, under the article or under none; and nothing of it is told again.
func TestReadingToldBefore(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	l := openAt(t, path)
	a := articles.Article{Title: "سوق الكتب", Body: "فُتحت أمس سوق الكتب في المدينة.", Full: true, Key: "market"}
	added, err := l.Add(t.Context(), []articles.Article{a})
	if err != nil {
		t.Fatal(err)
	}
	id, now := added[0].ID, time.Now()
	day := time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC)
	if err = l.AddReadingTime(t.Context(), id, day, time.Second); err != nil {
		t.Fatal(err)
	}
	if _, err = l.CompareSync(t.Context(), now); err != nil {
		t.Fatal(err)
	}
	var name string
	if err = l.db.QueryRow("SELECT name FROM sync_name JOIN sync_item USING (item) WHERE id = ?", id).Scan(&name); err != nil {
		t.Fatal(err)
	}
	field := fmt.Sprintf("%s%d:", fieldReading, dayOf(day))
	rows := []SyncRow{
		{Item: name, Field: field + "origin", Stamp: 5, Machine: "other", Value: "2000"},
		{Item: name, Field: field + "other:5.1", Stamp: 6, Machine: "other", Value: "3000"},
		{Item: readingName, Field: field + "origin", Stamp: 7, Machine: "other", Value: "4000"},
		{Item: "removed elsewhere", Field: field + "origin", Stamp: 8, Machine: "other", Value: "5000"},
	}
	if _, err = l.MergeSync(t.Context(), 1, rows, nil, now); err != nil {
		t.Fatal(err)
	}
	goBack(t, l, 61, "DELETE FROM reading WHERE num = 0", "UPDATE reading SET ms = 1000",
		"UPDATE sync_item SET kind = 0, id = NULL WHERE id = 'reading'",
		// and this is what was told here, which it did not do
		"DELETE FROM sync_register WHERE field LIKE 'reading:%' AND machine = 1")
	if err = l.Close(); err != nil {
		t.Fatal(err)
	}
	l = openAt(t, path)
	for _, when := range []string{"at once", "after it was compared", "after it was merged"} {
		m, err := l.Marks(t.Context(), id)
		if err != nil || len(m.Reading) != 1 || m.Reading[0].Milliseconds != 6000 {
			t.Errorf("%s the article was read for %v, %v", when, m.Reading, err)
		}
		s, err := l.Statistics(t.Context(), time.Time{}, now)
		if err != nil || s.Time != 15*time.Second {
			t.Errorf("%s all were read for %v, %v", when, s.Time, err)
		}
		if _, err = l.CompareSync(t.Context(), now); err != nil {
			t.Fatal(err)
		}
		if when == "after it was compared" {
			if _, err = l.MergeSync(t.Context(), 1, rows, nil, now); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n, err := l.countOf(t.Context(), "SELECT count(*) FROM sync_register WHERE field LIKE 'reading:%'"); err != nil || n != 5 {
		t.Errorf("%d times are told, %v", n, err)
	}
}

// What cannot be a time of reading changes nothing, and no sum of what can be goes wrong.
func TestReadingFromElsewhere(t *testing.T) {
	t.Parallel()
	l := open(t)
	now := time.Now()
	for _, tt := range []struct {
		field, value string
		want         time.Duration
	}{
		{"reading:20000:a", "nonsense", 0},
		{"reading:20000:b", "9223372036854775807", 0},
		{"reading:20000:c", "-9223372036854775808", 0},
		{"reading:99999999999999999999:c", "1000", 0},
		{"reading::c", "1000", 0},
		{"reading:20000", "1000", 0},
		{"reading:x:c", "1000", 0},
		{"reading:20000:d", "1000", time.Second},
		{"reading:20000:d", "500", time.Second}, // of two the longer one
		{"reading:20000:d", "2000", 2 * time.Second},
		{"reading:20000:m:1.1", "3000", 5 * time.Second},
		{"reading:20000:m:1.1", "3000", 5 * time.Second},
	} {
		if _, err := l.MergeSync(t.Context(), 1, []SyncRow{{Item: readingName, Field: tt.field, Stamp: now.UnixMilli(), Machine: "m", Value: tt.value}}, nil, now); err != nil {
			t.Fatal(err)
		}
		s, err := l.Statistics(t.Context(), time.Time{}, now)
		if err != nil || s.Time != tt.want {
			t.Errorf("%s = %q: %v was read, not %v, %v", tt.field, tt.value, s.Time, tt.want, err)
		}
	}
}

// A library of which it is lost who it is among others is known by another name.
func TestSalvagedMachine(t *testing.T) {
	t.Parallel()
	path, _ := wellKept(t, 3)
	l := openAt(t, path)
	was, err := l.SyncMachine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err = l.db.Exec("DELETE FROM sync_library"); err != nil {
		t.Fatal(err)
	}
	if err = l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err = Salvage(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	l = openAt(t, path)
	if id, err := l.SyncMachine(t.Context()); err != nil || id == "" || id == was {
		t.Errorf("it is called %q, %v", id, err)
	}
	if _, err := l.CompareSync(t.Context(), time.Now()); err != nil {
		t.Error(err)
	}
}
