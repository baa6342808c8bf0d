package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// killedCopy copies a library that is open, with its journal, as it is left by a kill.
func killedCopy(t *testing.T, l *Library) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	for _, ending := range []string{"", "-wal"} {
		copyFile(t, l.path+ending, path+ending)
	}
	return path
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A file that is put over a library whose journal was left by a kill is not taken for
// it, whichever file it is; the library itself is, however often it was killed.
func TestReplaced(t *testing.T) {
	t.Parallel()
	l := open(t)
	g := newGenerator()
	addArticles(t, l, g.batch(5)...)
	early := filepath.Join(t.TempDir(), "early.db")
	if err := l.Backup(t.Context(), early); err != nil {
		t.Fatal(err)
	}
	other, _ := wellKept(t, 3)
	addArticles(t, l, g.batch(5)...)

	killed := killedCopy(t, l)
	for range 3 { // the library of a program that is killed again and again
		again, err := Open(t.Context(), killed)
		if err != nil {
			t.Fatal(err)
		}
		addArticles(t, again, g.batch(1)...)
		killed = killedCopy(t, again)
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for name, put := range map[string]string{"a copy": early, "another library": other} {
		replaced := filepath.Join(t.TempDir(), "library.db")
		copyFile(t, put, replaced)
		copyFile(t, killed+"-wal", replaced+"-wal")
		if _, err := Open(t.Context(), replaced); !errors.Is(err, ErrReplaced) {
			t.Errorf("%s: %v", name, err)
		}
		// Repairing leaves the journal alone, and restoring the file to itself sets it
		// aside.
		repaired := filepath.Join(t.TempDir(), "library.db")
		copyFile(t, put, repaired)
		copyFile(t, killed+"-wal", repaired+"-wal")
		want := map[string]int{"a copy": 5, "another library": 3}[name]
		if got, err := Salvage(t.Context(), repaired); err != nil || got.Articles != want || len(got.Wrong) > 0 {
			t.Errorf("repairing %s: %+v, %v", name, got, err)
		}
		got, err := Restore(t.Context(), replaced, replaced)
		if err != nil || got.Articles != want || got.Old == "" {
			t.Fatalf("restoring %s: %+v, %v", name, got, err)
		}
		if _, err := os.Stat(got.Old + "-wal"); err != nil {
			t.Errorf("the journal is gone: %v", err)
		}
		checkSound(t, openAt(t, replaced))
	}
}

// A program that is killed while it writes into the journal leaves a part of a page at its end, or
// over what was there before: the library is its own with as much of it as there is.
func TestKilledWhileWritingTheJournal(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l, newGenerator().batch(1)...)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = openAt(t, l.path) // its file has all, and the journal begins anew
	addArticles(t, l, newGenerator().batch(2)...)
	killed := killedCopy(t, l)
	journal, err := os.ReadFile(killed + "-wal")
	if err != nil || len(journal) == 0 {
		t.Fatalf("a journal of %d bytes, %v", len(journal), err)
	}
	const header, part = 32, 4096
	for length := header; length < len(journal); length += part {
		torn := slices.Clone(journal)
		clear(torn[length:])
		for name, left := range map[string][]byte{"cut off": journal[:length], "in part of before": torn} {
			path := filepath.Join(t.TempDir(), "library.db")
			copyFile(t, killed, path)
			if err := os.WriteFile(path+"-wal", left, 0o600); err != nil {
				t.Fatal(err)
			}
			again, err := Open(t.Context(), path)
			if err != nil {
				t.Fatalf("%s behind %d of %d bytes: %v", name, length, len(journal), err)
			}
			if err := again.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A library that another was moved over is not written to any more, and does not write
// into that one's journal.
func TestReplacedWhileOpen(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 4)
	l := openAt(t, path)
	other, _ := wellKept(t, 9)
	addArticles(t, l, articles.Article{Title: "بعدها", Body: "نص"})
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Add(t.Context(), newGenerator().batch(1)); !errors.Is(err, ErrGone) {
		t.Errorf("writing: %v", err)
	}
	if _, err := Open(t.Context(), path); !errors.Is(err, ErrReplaced) {
		t.Errorf("opening: %v", err)
	}
	if same := sameAs(t, l, items); same != len(items) {
		t.Errorf("%d of %d can be read", same, len(items))
	}
}

// A copy takes the place of a library, which stays beside it with its journal. What is
// not whole, no library, or open elsewhere does not.
func TestRestore(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 6)
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err = l.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if _, restoreErr := Restore(t.Context(), path, backup); !errors.Is(restoreErr, ErrBusy) {
		t.Errorf("an open library: %v", restoreErr)
	}
	added := addArticles(t, l, articles.Article{Title: "بعدها", Body: "نص"})
	killed := killedCopy(t, l)
	if err = l.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Restore(t.Context(), killed, backup)
	if err != nil || got.Articles != len(items) {
		t.Fatalf("%+v, %v", got, err)
	}
	restored := openAt(t, killed)
	if same := sameAs(t, restored, items); same != len(items) {
		t.Errorf("%d of %d came back", same, len(items))
	}
	checkSound(t, restored)
	addArticles(t, restored, articles.Article{Title: "بعد ذلك", Body: "نص"})
	if item := article(t, openAt(t, got.Old), added[0].ID); item.Title != "بعدها" {
		t.Errorf("the old library has %q", item.Title)
	}
	if after, err := os.ReadFile(backup); err != nil || string(after) != string(before) {
		t.Errorf("the copy was changed: %v", err)
	}
	// In a place where none is.
	elsewhere := filepath.Join(t.TempDir(), "new.db")
	if got, err := Restore(t.Context(), elsewhere, backup); err != nil || got.Old != "" || got.Articles != len(items) {
		t.Errorf("%+v, %v", got, err)
	}
	broken := filepath.Join(t.TempDir(), "broken.db")
	if err := os.WriteFile(broken, before[:len(before)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "text.db")
	if err := os.WriteFile(text, []byte("نص لا غير"), 0o600); err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]error{broken: ErrDamaged, text: ErrNotLibrary, filepath.Join(t.TempDir(), "none"): fs.ErrNotExist} {
		e := &Error{}
		if _, err := Restore(t.Context(), elsewhere, from); !errors.Is(err, want) || errors.As(err, &e) && e.Path != from {
			t.Errorf("from %s: %v, want %v", from, err, want)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(elsewhere), ".*")); len(left) > 0 {
		t.Errorf("left are %s", strings.Join(left, " "))
	}
}

// A copy is written beside its name under a name of our own: nobody's file is touched,
// and no link is followed.
func TestBackupTouchesNothingElse(t *testing.T) {
	t.Parallel()
	path, _ := wellKept(t, 3)
	l := openAt(t, path)
	folder := t.TempDir()
	precious := filepath.Join(t.TempDir(), "precious")
	for _, p := range []string{filepath.Join(folder, "my.part"), precious} {
		if err := os.WriteFile(p, []byte("kept"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(precious, filepath.Join(folder, "other.part")); err != nil {
		t.Skip(err)
	}
	for _, name := range []string{"my", "other"} {
		if err := l.Backup(t.Context(), filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range []string{filepath.Join(folder, "my.part"), filepath.Join(folder, "other.part"), precious} {
		if data, err := os.ReadFile(p); err != nil || string(data) != "kept" {
			t.Errorf("%s has %q, %v", p, data, err)
		}
	}
	if there, err := os.ReadDir(folder); err != nil || len(there) != 4 {
		t.Errorf("in the folder are %v, %v", there, err)
	}
}
