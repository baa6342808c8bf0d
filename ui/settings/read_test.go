//go:build unix

package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// What is named as a file of settings and is none does not hold the program up: a pipe
// that nobody writes to is empty, a device that never ends is refused, and a pipe that
// is written to is read.
func TestReadWhatIsNoFile(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	if s, err := Read(pipe); err != nil || len(s.In()) != 0 {
		t.Errorf("a pipe that nobody writes to: %v", err)
	}
	if _, err := Read("/dev/zero"); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a device that never ends: %v", err)
	}
	if s, err := Read(os.DevNull); err != nil || len(s.In()) != 0 {
		t.Errorf("the device of nothing: %v", err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	if _, err := w.WriteString("theme = 'night'\n"); err != nil {
		t.Fatal(err)
	}
	_ = w.Close()
	if s, err := Read("/dev/fd/" + strconv.Itoa(int(r.Fd()))); err != nil || len(s.In()) != 1 {
		t.Errorf("a pipe that is written to: %v", err)
	}
	if _, err := Read(t.TempDir()); err == nil {
		t.Error("a folder is read")
	}
}
