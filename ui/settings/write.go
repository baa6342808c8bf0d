package settings

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// edit changes a file by its text.
func edit(path string, change func([]byte) []byte) error {
	all, err := readAll(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &Error{Path: path, Why: err}
	}
	data := bytes.TrimPrefix(all, []byte(byteOrderMark))
	if _, err := parse(path, data); err != nil {
		return err
	}
	text := change(data)
	if _, err := parse(path, text); err != nil {
		return &Error{Path: path, Writing: true, Why: err}
	}
	return replace(path, slices.Concat(all[:len(all)-len(data)], text))
}

// Create writes a file where there is none, and its folder with it. Where there is
// one its error is fs.ErrExist.
func Create(path, text string) error {
	if _, err := os.Lstat(path); err == nil {
		return &Error{Path: path, Why: fs.ErrExist}
	}
	return replace(path, []byte(text))
}

// replace writes a file beside the one that it replaces, and renames it. Of a link it is the
// one behind it. One that is for reading alone is left as it is.
func replace(path string, text []byte) error {
	path = behindLink(path)
	mode := fs.FileMode(0o600)
	if before, err := os.Stat(path); err == nil {
		mode = before.Mode().Perm()
	}
	if mode&0o200 == 0 {
		return &Error{Path: path, Writing: true, Why: fs.ErrPermission}
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return &Error{Path: path, Writing: true, Why: err}
	}
	f, err := os.CreateTemp(folder, ".config-*.toml")
	if err != nil {
		return &Error{Path: path, Writing: true, Why: err}
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use to anyone
		return &Error{Path: path, Writing: true, Why: err}
	}
	return nil
}

// behindLink returns the path of the file that a link leads to, which need not be there, and
// every other path as it is.
func behindLink(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	target, err := os.Readlink(path)
	if err != nil {
		return path
	}
	if !filepath.IsAbs(target) {
		folder := filepath.Dir(path)
		if itself, err := filepath.EvalSymlinks(folder); err == nil {
			folder = itself
		}
		target = filepath.Join(folder, target)
	}
	return target
}
