//go:build linux

package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func init() { //nolint:gochecknoinits // these programs are there on Linux alone
	children["full"], children["limited"] = onSmallDisk, withLimit
}

// room is what there is for a library, in bytes.
const room = 4 << 20

// onSmallDisk fills a library on a disk that is small, in a folder.
func onSmallDisk(ctx context.Context, folder string) error {
	if err := syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("%w: %w", errNoMount, err)
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, fmt.Sprintf("size=%d", room)); err != nil {
		return fmt.Errorf("%w: %w", errNoMount, err)
	}
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, room/2), 0o600); err != nil {
		return err
	}
	return fill(ctx, filepath.Join(folder, "library.db"), ErrFull, func() error { return os.Remove(ballast) })
}

// withLimit fills a library with a bound on how large files may grow.
func withLimit(ctx context.Context, folder string) error {
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: room / 2, Max: old.Max}); err != nil {
		return err
	}
	return fill(ctx, filepath.Join(folder, "library.db"), ErrDisk, func() error { return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old) })
}

var errNoMount = errors.New("nothing can be mounted here")

// fill adds articles and marks them until there is no more room, looks at what is
// there, makes room, and goes on.
func fill(ctx context.Context, path string, kind error, makeRoom func() error) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	g := newGenerator()
	marked := map[string]bool{}
	add := func() ([]Added, error) { return l.Add(ctx, g.batch(10)) }
	for err == nil && len(marked) < 10_000 {
		var added []Added
		if added, err = add(); err != nil {
			break
		}
		for _, a := range added {
			if err = l.SetBookmarked(ctx, a.ID, true); err != nil {
				break
			}
			marked[a.ID] = true
		}
	}
	if !errors.Is(err, kind) {
		return fmt.Errorf("with %d articles the error is %w, want %w", len(marked), err, kind)
	}
	if backupErr := l.Backup(ctx, path+".copy"); backupErr != nil && (exists(path+".copy") || leftBeside(path+".copy")) {
		return fmt.Errorf("a copy for which there is no room is there: %w", backupErr)
	}
	for id := range marked {
		if item, articleErr := l.Article(ctx, id); articleErr != nil || !item.Bookmarked || item.Body == "" {
			return fmt.Errorf("while there is no room %s is %+v, %w", id, item.Entry, articleErr)
		}
	}
	if errors.Is(kind, ErrFull) { // and by a program that is started now
		_ = l.Close()
		if err = readWhileFull(ctx, path, marked); err != nil {
			return err
		}
	}
	if err = makeRoom(); err != nil {
		return err
	}
	if errors.Is(kind, ErrFull) {
		if l, err = Open(ctx, path); err != nil {
			return fmt.Errorf("opening when there is room: %w", err)
		}
	}
	added, err := add()
	if err != nil {
		return fmt.Errorf("when there is room: %w", err)
	}
	marked[added[0].ID] = true
	if _, bookmarkErr := l.Bookmark(ctx, []string{added[0].ID}, true); bookmarkErr != nil {
		return bookmarkErr
	}
	if err = l.Close(); err != nil {
		return err
	}
	if l, err = Open(ctx, path); err != nil {
		return err
	}
	health, err := l.Check(ctx)
	if err != nil || !health.Whole() {
		return fmt.Errorf("in the end the library is %+v, %w", health, err)
	}
	for id := range marked {
		if item, err := l.Article(ctx, id); err != nil || !item.Bookmarked {
			return fmt.Errorf("in the end %s is %+v, %w", id, item.Entry, err)
		}
	}
	return l.Close()
}

// readWhileFull opens a library on a disk that is full, reads it, and copies it to another
// disk.
func readWhileFull(ctx context.Context, path string, marked map[string]bool) (err error) {
	l, err := Open(ctx, path)
	if err != nil {
		return fmt.Errorf("opening while there is no room: %w", err)
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	for id := range marked {
		if item, articleErr := l.Article(ctx, id); articleErr != nil || !item.Bookmarked || item.Body == "" {
			return fmt.Errorf("opened while there is no room %s is %+v, %w", id, item.Entry, articleErr)
		}
		if markErr := l.SetBookmarked(ctx, id, false); !errors.Is(markErr, ErrFull) {
			return fmt.Errorf("marking while there is no room: %w", markErr)
		}
	}
	elsewhere, err := os.MkdirTemp("", "warraq")
	if err != nil {
		return err
	}
	defer os.RemoveAll(elsewhere)
	if err := l.Backup(ctx, filepath.Join(elsewhere, "copy.db")); err != nil {
		return fmt.Errorf("copying to another disk: %w", err)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func leftBeside(path string) bool {
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".warraq-*"))
	return len(left) > 0
}

// Where there is no room it is said so, all is there that was said to be done, and
// the same library goes on when there is.
func TestNoRoom(t *testing.T) {
	t.Parallel()
	for _, how := range []string{"full", "limited"} {
		t.Run(how, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), os.Args[0])
			cmd.Env = append(os.Environ(), child+"="+how+":"+t.TempDir())
			if how == "full" {
				cmd.SysProcAttr = &syscall.SysProcAttr{
					Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
					UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
					GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
				}
			}
			said, err := cmd.CombinedOutput()
			switch {
			case how == "full" && (errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSYS) || strings.Contains(string(said), errNoMount.Error())):
				t.Skipf("no small disk can be had here: %v %s", err, said)
			case err != nil:
				t.Errorf("%v: %s", err, said)
			}
		})
	}
}
