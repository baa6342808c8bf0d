package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
)

// File writes a file whole, or leaves the one that is there as it is. As with every
// file that a program makes, the user's mask says who may read it.
func File(name string, write func(io.Writer) error) error {
	unfinished := name + ".part"
	f, err := os.Create(unfinished)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	out := bufio.NewWriter(f)
	err = errors.Join(write(out), out.Flush(), f.Close())
	if err == nil {
		err = os.Rename(unfinished, name)
	}
	if err != nil {
		_ = os.Remove(unfinished) // it is of no use
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
