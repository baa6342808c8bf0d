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

// replace writes a file beside the one that it replaces, and renames it.
func replace(path string, text []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
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
	if before, statErr := os.Stat(path); err == nil && statErr == nil {
		err = f.Chmod(before.Mode().Perm())
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
