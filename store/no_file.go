package store

import (
	"errors"
	"os"
	"time"
)

// errNoFile says that a path leads to what is no file on a disk.
var errNoFile = errors.New("not a file")

// unsizedWait is how long is waited for what a file without a size may hold.
const unsizedWait = 300 * time.Millisecond

// isShownAsFile reports whether a file without a size is none on a disk: a system shows one
// (/proc/kmsg) that holds something all the same, or is waited for.
func isShownAsFile(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // nothing was written
	// A file on a disk is never waited for, and knows of no deadline.
	_ = f.SetReadDeadline(time.Now().Add(unsizedWait))
	n, err := f.Read(make([]byte, 1))
	if n == 0 {
		return errors.Is(err, os.ErrDeadlineExceeded)
	}
	info, err := f.Stat()
	return err == nil && info.Size() == 0 // else another program began a library there meanwhile
}
