//go:build unix

package terminal

import (
	"image"
	"os"

	"golang.org/x/sys/unix"
)

// CellSize is the size of a cell of a terminal in pixels, as it is now; zero where
// the terminal does not tell.
func CellSize(out *os.File) image.Point {
	size, err := unix.IoctlGetWinsize(int(out.Fd()), unix.TIOCGWINSZ)
	if err != nil || size.Col == 0 || size.Row == 0 {
		return image.Point{}
	}
	return image.Pt(int(size.Xpixel)/int(size.Col), int(size.Ypixel)/int(size.Row))
}
