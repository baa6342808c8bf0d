package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What may lie beside a library's file, or be gone from there, takes nothing from it.
func TestLeftBeside(t *testing.T) {
	write := func(t *testing.T, path string, data []byte) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name string
		put  func(t *testing.T, path string)
	}{
		{"nothing", func(*testing.T, string) {}},
		{"an empty journal", func(t *testing.T, path string) { write(t, path+"-wal", nil) }},
		{"a journal of noise", func(t *testing.T, path string) { write(t, path+"-wal", []byte("no journal at all, but some text")) }},
		{"an index of noise", func(t *testing.T, path string) { write(t, path+"-shm", make([]byte, 32768)) }},
		{"the beginning of a migration's copy", func(t *testing.T, path string) { write(t, path+".version-1", []byte("SQLite format 3\x00")) }},
		{"the beginning of a copy and of a repair", func(t *testing.T, path string) {
			write(t, path+".part", []byte("x"))
			write(t, path+".repaired", []byte("x"))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path, items := wellKept(t, 10)
			test.put(t, path)
			l := openAt(t, path)
			checkSound(t, l)
			if same := sameAs(t, l, items); same != len(items) {
				t.Errorf("%d of %d are as they were", same, len(items))
			}
			addArticles(t, l, pageArticles()...)
			if err := l.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.db")); err != nil {
				t.Error(err)
			}
		})
	}
}

// A library whose program was killed, whose journal is then gone too, is as it was
// at the last time when all was in the file itself.
func TestJournalGone(t *testing.T) {
	path, items := wellKept(t, 10)
	l := openAt(t, path)
	addArticles(t, l, pageArticles()...)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	alone := filepath.Join(t.TempDir(), "alone.db")
	if err := os.WriteFile(alone, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	found := openAt(t, alone)
	checkSound(t, found)
	if same := sameAs(t, found, items); same != len(items) {
		t.Errorf("%d of %d are as they were", same, len(items))
	}
}

// openOnce opens a library and says so.
func openOnce(ctx context.Context, path string) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	return l.Close()
}

// Programs that start at once make one library where there is none, and each of them
// has it open in the end; so it is where one has to be brought to a new version.
func TestStartTogether(t *testing.T) {
	const programs = 4
	for _, test := range []struct{ name, work string }{{"a new one", "open"}, {"an old one", "migrate"}} {
		t.Run(test.name, func(t *testing.T) {
			for round := range inShort(2, 6) {
				path := filepath.Join(t.TempDir(), fmt.Sprint(round), "library.db")
				var items map[string]Item
				if test.work == "migrate" {
					path, items = wellKept(t, 30)
				}
				var wait sync.WaitGroup
				for range programs {
					cmd, said := startProcess(t, test.work, path)
					wait.Go(func() {
						if !said.Scan() || said.Text() != "open" {
							t.Error("a program has not opened it")
						}
						if test.work == "migrate" { // it waits to be killed
							_ = cmd.Process.Kill()
							_ = cmd.Wait()
						} else if err := cmd.Wait(); err != nil {
							t.Error(err)
						}
					})
				}
				wait.Wait()
				known := schemaSteps
				if test.work == "migrate" {
					schemaSteps = laterSchema()
				}
				l, err := Open(t.Context(), path)
				schemaSteps = known
				if err != nil {
					t.Fatal(err)
				}
				checkSound(t, l)
				if same := sameAs(t, l, items); same != len(items) {
					t.Errorf("%d of %d are as they were", same, len(items))
				}
				if err := l.Close(); err != nil {
					t.Error(err)
				}
				if left, _ := filepath.Glob(path + "?*"); len(left) > 0 {
					t.Errorf("beside it lies %v", left)
				}
			}
		})
	}
}

// Whatever the clock was, there is a copy of today where something has changed, and
// the copies that are kept are those that were made last.
func TestClockSetBack(t *testing.T) {
	path, _ := wellKept(t, 5)
	l := openAt(t, path)
	now := time.Now()
	for n, days := range []int{20, 21, 22, 0, 1, 2} { // the clock was three weeks ahead
		addArticles(t, l, articles.Article{Title: fmt.Sprint("خبر ", n), Body: "نص"})
		day := now.AddDate(0, 0, days)
		for _, ending := range []string{"", "-wal"} {
			if err := os.Chtimes(path+ending, day, day); err != nil {
				t.Fatal(err)
			}
		}
		made, err := l.CopyDaily(t.Context(), day)
		if err != nil || made == "" {
			t.Fatalf("%d days ahead: %q, %v", days, made, err)
		}
		if err := os.Chtimes(made, day, day); err != nil {
			t.Fatal(err)
		}
	}
	for i, made := range copiesOf(path, now.AddDate(0, 0, 2)) {
		if want := now.AddDate(0, 0, i).Format(time.DateOnly); !strings.Contains(made, want) {
			t.Errorf("copy %d is %s, want that of %s", i, made, want)
		}
	}
}
