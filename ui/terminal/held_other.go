//go:build !unix

package terminal

import (
	"context"

	"github.com/charmbracelet/x/term"
)

// makeAsking puts a terminal into the mode in which it is asked, and returns the one before.
func makeAsking(fd uintptr) (before *term.State, err error) {
	return term.MakeRaw(fd) //nolint:wrapcheck // it is not told: nothing is asked then
}

// holdSignals holds nothing back where there are no such signals.
func holdSignals(ctx context.Context) (held context.Context, letGo func()) { return ctx, func() {} }
