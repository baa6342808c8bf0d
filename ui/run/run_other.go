//go:build !unix

package run

import (
	"context"
	"errors"
)

// Run says that programs cannot be run here: there are no pseudo-terminals.
func Run(_ context.Context, o Options) error {
	return StartError{o.Command[0], errors.ErrUnsupported}
}
