//go:build !unix

package terminal

import "context"

// holdSignals holds nothing back where there are no such signals.
func holdSignals(ctx context.Context) (held context.Context, letGo func()) { return ctx, func() {} }
