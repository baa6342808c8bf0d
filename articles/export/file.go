package export

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// File writes a file whole, or leaves the one that is there as it is. As with every
// file that a program makes, the user's mask says who may read it.
func File(name string, write func(io.Writer) error) error {
	f, err := createBeside(name)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	out := bufio.NewWriter(f)
	err = errors.Join(write(out), out.Flush(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// createBeside makes a new file in the folder of another, for what is to take that
// one's place. It has a name that nobody can know before, and nothing that stands
// there already, a file or a link, is written to.
func createBeside(name string) (*os.File, error) {
	for {
		hidden := filepath.Join(filepath.Dir(name), ".warraq-"+rand.Text()+".part")
		f, err := os.OpenFile(hidden, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666) //nolint:gosec // as every program makes one: the umask says for whom
		if !errors.Is(err, fs.ErrExist) {
			return f, err //nolint:wrapcheck // the caller says of what
		}
	}
}
