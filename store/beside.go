package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// newBeside makes an empty file of a name of our own in the folder of another, for what
// will take its place: nothing that is there is touched, and no link is followed.
func newBeside(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".warraq-*")
	if err != nil {
		return "", fmt.Errorf("making a file beside %s: %w", path, err)
	}
	return f.Name(), f.Close()
}

// removeBegun takes away a file that newBeside made, and what SQLite put beside it.
func removeBegun(begun string) {
	for _, ending := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(begun + ending) // it is of no use to anyone
	}
}

// settleFile gives a file that was written its name, once it is on the disk, and sees to
// it that the name is too, where the system lets it.
func settleFile(begun, path string) error {
	f, err := os.OpenFile(begun, os.O_RDWR, 0)
	if err == nil {
		err = errors.Join(f.Chmod(0o600), f.Sync(), f.Close())
	}
	if err == nil {
		err = os.Rename(begun, path)
	}
	if err != nil {
		return fmt.Errorf("copying the library: %w", err)
	}
	syncFolder(path)
	return nil
}

// syncFolder sees to it that the names in the folder of a file are on the disk.
func syncFolder(path string) {
	if folder, err := os.Open(filepath.Dir(path)); err == nil {
		_ = errors.Join(folder.Sync(), folder.Close())
	}
}

// replace puts another file in the place of the library's, and gives the name under
// which that lies beside it from then on: its own, a word, and the time. What its
// journal holds belongs to it, and goes with it. There is a library at every instant.
func (l *Library) replace(with, word string) (old string, err error) {
	day := l.path + "." + word + "-" + time.Now().Format("2006-01-02-150405")
	old = day
	for n := 2; ; n++ {
		if _, err := os.Lstat(old); errors.Is(err, fs.ErrNotExist) {
			break
		}
		old = fmt.Sprintf("%s-%d", day, n)
	}
	if err := os.Link(l.path, old); err != nil { // not every file system has links
		if err := os.Rename(l.path, old); err != nil {
			return "", l.unusable(err)
		}
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if err := os.Rename(l.path+ending, old+ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", l.unusable(err)
		}
	}
	if err := settleFile(with, l.path); err != nil {
		return "", l.unusable(err)
	}
	return old, nil
}
