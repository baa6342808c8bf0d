package run

import (
	"fmt"
	"os"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// Options say what is run, and where it is shown.
type Options struct {
	Command []string // the program and its arguments
	In, Out *os.File // a terminal's
	// Terminal is what is known of it.
	Terminal terminal.Terminal
	// Layout are the options of each text; width, direction and alignment are found.
	Layout rtl.Options
}

// StatusError is a program that ended with a status other than 0.
type StatusError struct{ Status int }

func (s StatusError) Error() string { return fmt.Sprintf("the program ended with status %d", s.Status) }

// StartError is a program that could not be started.
type StartError struct {
	Name string
	Why  error
}

func (s StartError) Error() string { return fmt.Sprintf("starting %s: %v", s.Name, s.Why) }
func (s StartError) Unwrap() error { return s.Why }
