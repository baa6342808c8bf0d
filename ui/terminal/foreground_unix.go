//go:build unix

package terminal

import "golang.org/x/sys/unix"

// inForeground is true of the process group that the terminal listens to. One in
// the background would be stopped when it changed the terminal's mode.
func inForeground(fd uintptr) bool {
	group, err := unix.IoctlGetInt(int(fd), unix.TIOCGPGRP)
	return err == nil && group == unix.Getpgrp()
}
