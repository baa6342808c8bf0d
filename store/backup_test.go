package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

func TestBackup(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 20)
	l := openAt(t, path)
	to := filepath.Join(t.TempDir(), "new", "copy.db")
	if err := l.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	if same := sameAs(t, openAt(t, to), items); same != len(items) {
		t.Errorf("%d of %d articles are in the copy", same, len(items))
	}
	if err := l.Backup(t.Context(), to); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that is there: %v", err)
	}
	if err := l.Backup(t.Context(), filepath.Join(path, "copy.db")); err == nil {
		t.Error("a copy was made inside of a file")
	}
}

func TestDailyCopies(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 10)
	l := openAt(t, path)
	day := func(n int) time.Time { return time.Date(2026, 11, n, 12, 0, 0, 0, time.UTC) }
	change := func(n int) {
		t.Helper()
		addArticles(t, l, articles.Article{Title: "خبر اليوم", Body: day(n).String()})
		later := time.Now().Add(time.Duration(n) * time.Minute) // the clock of a file system may be coarse
		for _, ending := range []string{"", "-wal"} {
			if err := os.Chtimes(path+ending, later, later); err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
		}
	}
	for n := 1; n <= 5; n++ {
		change(n)
		if made, err := l.CopyDaily(t.Context(), day(n)); err != nil || made == "" {
			t.Fatalf("day %d: %q, %v", n, made, err)
		}
		if made, err := l.CopyDaily(t.Context(), day(n)); err != nil || made != "" {
			t.Errorf("day %d once more: %q, %v", n, made, err)
		}
	}
	var names []string
	for _, p := range copiesOf(path, time.Now()) {
		names = append(names, filepath.Base(p))
	}
	if want := []string{"library-2026-11-03.db", "library-2026-11-04.db", "library-2026-11-05.db"}; !slices.Equal(names, want) {
		t.Errorf("there are %q, want %q", names, want)
	}
	last := copiesOf(path, time.Now())[2]
	if same := sameAs(t, openAt(t, last), items); same != len(items) {
		t.Errorf("%d of %d articles are in the last copy", same, len(items))
	}
	for _, p := range []string{path, path + "-wal", last} {
		if err := os.Chtimes(p, day(5), day(5)); err != nil {
			t.Fatal(err)
		}
	}
	if made, err := l.CopyDaily(t.Context(), day(6)); err != nil || made != "" {
		t.Errorf("a library that has not changed: %q, %v", made, err)
	}
}

// A library that cannot be read at all comes back from the last copy that can.
func TestSalvageOfNothing(t *testing.T) {
	t.Parallel()
	for name, left := range map[string][]byte{
		"a head": []byte("SQLite format 3\x00 and nothing else"), "nothing": nil, "zeros": make([]byte, 1<<16), "something else": []byte("lost"),
	} {
		t.Run(name, func(t *testing.T) {
			path, items := wellKept(t, 10)
			l, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			made, err := l.CopyDaily(t.Context(), time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC))
			if err = errors.Join(err, l.Close()); err != nil {
				t.Fatal(err)
			}
			folder, stem := placeOfCopies(path)
			if err = os.WriteFile(filepath.Join(folder, stem+"-2026-11-02.db"), []byte("no library"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err = os.WriteFile(path, left, 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := Salvage(t.Context(), path)
			if err != nil || len(got.From) != 1 || got.From[0].Path != made || got.From[0].Articles != len(items) {
				t.Fatalf("%+v, %v; want all from %s", got, err, made)
			}
			if there, err := os.ReadFile(got.Old); err != nil || !bytes.Equal(there, left) {
				t.Errorf("the old file is not as it was: %v", err)
			}
			l = openAt(t, path)
			if same := sameAs(t, l, items); same != len(items) {
				t.Errorf("%d of %d came back", same, len(items))
			}
			checkSound(t, l)
		})
	}
}

// A damaged library takes no place of a good copy.
func TestNoCopyOfADamagedLibrary(t *testing.T) {
	t.Parallel()
	path, _ := wellKept(t, 60)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(data) * 3 / 4; i < len(data)*3/4+40000; i++ {
		data[i] = 0xA5
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	l := openAt(t, path)
	if made, err := l.CopyDaily(t.Context(), time.Now()); !errors.Is(err, ErrDamaged) || made != "" {
		t.Errorf("%q, %v", made, err)
	}
	if left := copiesOf(path, time.Now()); len(left) > 0 {
		t.Errorf("there are %q", left)
	}
}
