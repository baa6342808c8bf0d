//go:build !unix

package bubble

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// job is nothing where shells have no jobs.
type job struct{}

func newJob(*tea.Program, func(os.Signal)) *job { return &job{} }

// signalOptions leave the signals to Bubble Tea.
func signalOptions() []tea.ProgramOption { return nil }

func (*job) close() {}

func (*job) suspend() {}
