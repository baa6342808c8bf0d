package syncing_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/warraq/warraq/store"
)

// copyOf makes a copy of a library, as one makes of a file.
func copyOf(t *testing.T, l *store.Library) *store.Library {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.db")
	check(t, l.Backup(t.Context(), path))
	copied, err := store.Open(t.Context(), path)
	check(t, err)
	t.Cleanup(func() { _ = copied.Close() })
	return copied
}

// What was read is known everywhere, by article and day, whoever read it; what two copies of a
// library knew before they met counts once, and what became of the article does not matter.
func TestReadingTimes(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 11, 3, 10, 0, 0, 0, time.UTC)
	read := func(l *store.Library, n int, minutes int) {
		check(t, l.AddReadingTime(t.Context(), idOf(t, l, article(n).Title), day, time.Duration(minutes)*time.Minute))
	}
	for _, tt := range []struct {
		name    string
		before  func(one *store.Library)      // of which other is a copy then
		between func(one, two *store.Library) // who meet afterwards
		want    [2]int                        // minutes of the first article, and of all
	}{
		{"each on its own", nil, func(one, two *store.Library) { read(one, 0, 3); read(two, 0, 4); read(two, 1, 5) }, [2]int{7, 12}},
		{"in a copy", func(one *store.Library) { read(one, 0, 3) }, func(_, _ *store.Library) {}, [2]int{3, 3}},
		{"in a copy and since", func(one *store.Library) { read(one, 0, 3) }, func(one, _ *store.Library) { read(one, 0, 2) }, [2]int{5, 5}},
		{"of one that is gone since", func(one *store.Library) { read(one, 0, 3); read(one, 1, 4) }, func(one, _ *store.Library) {
			_, err := one.Remove(t.Context(), idOf(t, one, article(1).Title))
			check(t, err)
		}, [2]int{3, 11}}, // nobody knows that it is the same
		{"of one that others removed", nil, func(one, two *store.Library) {
			read(one, 0, 3)
			read(two, 1, 4)
			folder := t.TempDir()
			meetAll(t, folder, one, two)
			_, err := one.Remove(t.Context(), idOf(t, one, article(1).Title))
			check(t, err)
			meetAll(t, folder, one, two)
			read(two, 0, 1)
		}, [2]int{4, 8}},
		{"of one that was brought back", nil, func(one, two *store.Library) {
			read(one, 0, 3)
			meetAll(t, t.TempDir(), one, two)
			read(one, 0, 4)
			undo, err := one.Remove(t.Context(), idOf(t, one, article(0).Title))
			check(t, err)
			meetAll(t, t.TempDir(), one, two)
			check(t, one.Undo(t.Context(), undo))
			read(one, 0, 5)
		}, [2]int{12, 12}},
		{"of one that came again", nil, func(one, two *store.Library) {
			read(one, 0, 3)
			meetAll(t, t.TempDir(), one, two)
			_, err := two.Remove(t.Context(), idOf(t, two, article(0).Title))
			check(t, err)
			meetAll(t, t.TempDir(), one, two)
			add(t, one, article(0))
			read(one, 0, 4)
		}, [2]int{7, 7}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			one := library(t)
			add(t, one, article(0), article(1))
			var two *store.Library
			if tt.before != nil {
				tt.before(one)
				two = copyOf(t, one)
			} else {
				two = library(t)
				add(t, two, article(0), article(1))
			}
			tt.between(one, two)
			meetAll(t, t.TempDir(), one, two)
			equal(t, one, two)
			var got [2]int
			s, err := one.Statistics(t.Context(), time.Time{}, day)
			check(t, err)
			for _, d := range s.Days {
				got[1] += int(d.Time / time.Minute)
			}
			marks, err := one.Marks(t.Context(), idOf(t, one, article(0).Title))
			check(t, err)
			for _, r := range marks.Reading {
				got[0] += int(r.Milliseconds / 60_000)
			}
			if got != tt.want {
				t.Errorf("they say %d, not %d", got, tt.want)
			}
		})
	}
}
