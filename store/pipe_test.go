//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// A pipe is no library: nothing waits for what comes through it.
func TestPipes(t *testing.T) {
	t.Parallel()
	pipe := filepath.Join(t.TempDir(), "pipe.db")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{pipe, "/dev/zero", "/dev/tty", "/proc/kmsg", "/proc/self/environ"} {
		if _, err := os.Stat(path); err != nil {
			continue
		}
		begun := time.Now()
		_, openErr := Open(t.Context(), path)
		_, salvageErr := Salvage(t.Context(), path)
		_, restoreErr := Restore(t.Context(), filepath.Join(t.TempDir(), "library.db"), path)
		for what, err := range map[string]error{"opening": openErr, "salvaging": salvageErr, "restoring": restoreErr} {
			if !errors.Is(err, ErrNotLibrary) && !errors.Is(err, ErrReadOnly) && !errors.Is(err, ErrUnreachable) {
				t.Errorf("%s %s: %v", what, path, err)
			}
		}
		if took := time.Since(begun); took > 3*time.Second {
			t.Errorf("%s was waited for %v", path, took)
		}
		if UpgradeTakesLong(path) {
			t.Errorf("the upgrade of %s takes long", path)
		}
	}
}

// An empty file is no copy of a library, though SQLite takes it for one.
func TestRestoreNothing(t *testing.T) {
	t.Parallel()
	empty, path := filepath.Join(t.TempDir(), "empty.db"), filepath.Join(t.TempDir(), "library.db")
	l, err := Open(t.Context(), path)
	if err != nil || l.Close() != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), path, empty); !errors.Is(err, ErrNotLibrary) {
		t.Errorf("restoring an empty file: %v", err)
	}
}
