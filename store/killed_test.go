package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// copyForever copies a library again and again, by day and under other names, and
// says each copy on standard output once it is made.
func copyForever(ctx context.Context, path string) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	for n := time.Now().UnixNano(); ; n++ {
		to := fmt.Sprintf("%s-copy-%d.db", path, n)
		if err := l.Backup(ctx, to); err != nil {
			return err
		}
		fmt.Println(to)
		later := time.Now().Add(time.Hour)
		if err := os.Chtimes(path, later, later); err != nil {
			return err
		}
		day, err := l.CopyDaily(ctx, time.UnixMilli(n%1e12))
		if err != nil {
			return err
		}
		fmt.Println(day)
	}
}

// Whenever a program is killed that copies a library, every copy that has a name
// is whole, those that were said to be made are there, and the library is sound.
func TestKilledWhileCopying(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 30)
	r := rand.New(rand.NewPCG(3, 4))
	made := 0
	for range *killRounds {
		cmd, said := startProcess(t, "copy", path)
		timer := time.AfterFunc(time.Duration(20+r.IntN(150))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		var named []string
		for said.Scan() {
			if name := said.Text(); strings.Contains(name, "-copy-") {
				named = append(named, name)
			}
		}
		if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() > 0 {
			t.Fatalf("the other program was not killed but ended: %v", err)
		}
		timer.Stop()
		for _, name := range named {
			if _, err := os.Stat(name); err != nil {
				t.Errorf("a copy was made and is not there: %v", err)
			}
		}
		there, err := filepath.Glob(path + "-copy-*.db")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range append(copiesOf(path, time.Now()), there...) {
			l, openErr := Open(t.Context(), name)
			if openErr != nil {
				t.Fatal(openErr)
			}
			checkSound(t, l)
			if same := sameAs(t, l, items); same != len(items) {
				t.Errorf("%s has %d of %d articles", name, same, len(items))
			}
			if closeErr := errors.Join(l.Close(), os.Remove(name)); closeErr != nil {
				t.Fatal(closeErr)
			}
			made++
		}
		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		checkSound(t, l)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d copies", made)
}

// laterSchema is a schema with a step more, which takes a while.
func laterSchema() fs.FS {
	steps := fstest.MapFS{"900_later.sql": {Data: []byte(`
		ALTER TABLE article ADD COLUMN rating INTEGER NOT NULL DEFAULT 0;
		UPDATE article SET rating = length(title);
		CREATE TABLE heap AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
			SELECT i, hex(randomblob(100)) AS x FROM n;
		CREATE INDEX heap_x ON heap (x);`)}}
	names, err := fs.Glob(migrationFiles, "schema/*.sql")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		data, err := migrationFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		steps[filepath.Base(name)] = &fstest.MapFile{Data: data}
	}
	return steps
}

// openLater opens a library with a program that knows a step more.
func openLater(ctx context.Context, path string) error {
	schemaSteps = laterSchema()
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	if err := l.Close(); err != nil {
		return err
	}
	select {} // until it is killed
}

// Whenever a program is killed that brings a library to another version, that is
// of the one or of the other, and whole.
func TestKilledWhileMigrating(t *testing.T) {
	path, items := wellKept(t, 30)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	known := schemaSteps
	t.Cleanup(func() { schemaSteps = known })
	r := rand.New(rand.NewPCG(5, 6))
	moved := 0
	for range *killRounds {
		for _, ending := range []string{"-wal", "-shm"} {
			if err := os.Remove(path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(path, before, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd, said := startProcess(t, "migrate", path)
		timer := time.AfterFunc(time.Duration(10+r.IntN(240))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		done := said.Scan()
		if !done {
			_ = cmd.Wait() // it was killed
		} else {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
		timer.Stop()
		schemaSteps = known
		l, err := Open(t.Context(), path)
		if errors.Is(err, ErrNewer) {
			moved++
			schemaSteps = laterSchema()
			l, err = Open(t.Context(), path)
		} else if done {
			t.Error("it was said to be open, and is of the version before")
		}
		if err != nil {
			t.Fatal(err)
		}
		checkSound(t, l)
		if same := sameAs(t, l, items); same != len(items) {
			t.Errorf("%d of %d articles are as they were", same, len(items))
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d of %d were moved", moved, *killRounds)
}

// A library whose file is taken away while it is open can be read on, but takes no
// mark that would be nowhere.
func TestRemovedWhileOpen(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 5)
	l := openAt(t, path)
	for id := range items {
		if _, err := l.Article(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	for id := range items {
		if _, err := l.Article(t.Context(), id); err != nil {
			t.Errorf("reading: %v", err)
		}
		err := l.SetBookmarked(t.Context(), id, true)
		if !errors.Is(err, ErrGone) {
			t.Errorf("marking what would be nowhere: %v", err)
		}
	}
}
