//go:build unix

package command

import (
	"context"
	"testing"
	"time"
)

// A program that fetches a page and does not stop writing is ended, and no more of it is kept
// than a byte more than is wanted.
func TestPageProgramIsBounded(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	page, err := runProgram(ctx, []string{"yes"}, 1000)
	if err != nil || len(page) != 1001 || ctx.Err() != nil {
		t.Errorf("%d bytes, %v, %v", len(page), err, ctx.Err())
	}
}
