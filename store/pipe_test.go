//go:build unix

package store

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe is no library: nothing waits for what comes through it.
func TestPipes(t *testing.T) {
	t.Parallel()
	pipe := filepath.Join(t.TempDir(), "pipe.db")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{pipe, "/dev/zero"} {
		_, openErr := Open(t.Context(), path)
		_, salvageErr := Salvage(t.Context(), path)
		_, restoreErr := Restore(t.Context(), filepath.Join(t.TempDir(), "library.db"), path)
		for what, err := range map[string]error{"opening": openErr, "salvaging": salvageErr, "restoring": restoreErr} {
			if !errors.Is(err, ErrNotLibrary) {
				t.Errorf("%s %s: %v", what, path, err)
			}
		}
		if UpgradeTakesLong(path) {
			t.Errorf("the upgrade of %s takes long", path)
		}
	}
}
