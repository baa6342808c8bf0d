//go:build unix

package settings

import (
	"os"
	"syscall"
)

// openFile opens a file for reading. It does not wait for a program that would write
// to a pipe.
func openFile(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) //nolint:wrapcheck // the caller says of what
}
