package settings

import (
	"bytes"
	"errors"
	"io"
	"time"
)

// maxSize is how large a file of settings may be, and patience how long one may take to
// be read that another program writes.
const (
	maxSize      = 1 << 20
	lockPatience = 2 * time.Second
)

// ErrTooLarge is why something is not read that is no file of settings, a device say.
var ErrTooLarge = errors.New("it is larger than 1 MB")

// byteOrderMark stands in front of files that some editors write. It is no part of the text.
const byteOrderMark = "\ufeff"

// ReadFile reads a file of settings, or one that belongs to them. It may be a pipe or a device: one that no
// program writes to is empty, and one that does not end is refused.
func ReadFile(path string) ([]byte, error) {
	data, err := readAll(path)
	return bytes.TrimPrefix(data, []byte(byteOrderMark)), err
}

// readAll reads a file as it is.
func readAll(path string) ([]byte, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()                    // it was only read
	_ = f.SetReadDeadline(time.Now().Add(lockPatience)) // a file on a disk has none, and needs none
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err == nil && len(data) > maxSize {
		err = ErrTooLarge
	}
	return data, err
}
