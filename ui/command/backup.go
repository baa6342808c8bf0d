package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
)

// backup copies the library.
func (e *env) backup() *cobra.Command {
	return &cobra.Command{
		Use:     "backup FILE",
		Example: "  warraq backup ~/warraq.db\n  warraq --library ~/warraq.db",
		Args:    takesArgs(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.with(c.Context(), func(l *store.Library) error {
				if err := l.Backup(c.Context(), args[0]); err != nil {
					return backupError{args[0], err}
				}
				return e.print(args[0] + "\n")
			})
		},
	}
}

// backupError is a copy of the library that could not be made in a file.
type backupError struct {
	path string
	why  error
}

func (b backupError) Error() string { return b.path + ": " + b.why.Error() }
func (b backupError) Unwrap() error { return b.why }

// backupSentence says why.
func (e *env) backupSentence(err backupError) string {
	say := e.words.Errors.Backup
	switch {
	case errors.Is(err, fs.ErrExist):
		return isolate(err.path) + ": " + say.There
	case errors.Is(err, store.ErrFull):
		return isolate(err.path) + ": " + say.Full
	default:
		return isolate(err.path) + ": " + fmt.Sprintf(say.Failed, isolate(systemReason(err.why)))
	}
}

// settleTime is how long after its start the reader copies the library: nothing of
// the first frames waits for it.
const settleTime = 2 * time.Second

// copyDaily makes the day's copy of a library while it is read. What it returns ends
// it, and says what went wrong.
func copyDaily(ctx context.Context, l *store.Library) (end func() error) {
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		select {
		case <-time.After(settleTime):
			_, err := l.CopyDaily(ctx, time.Now())
			ended <- err
		case <-ctx.Done():
			ended <- nil
		}
	}()
	return func() error {
		stop()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			return backupError{l.Path(), err}
		}
		return nil
	}
}

// repair makes the library whole again, and says what that took.
func (e *env) repair(ctx context.Context, r *report) error {
	path := e.libraryFile()
	say := r.words.Terminal
	r.head(say.Library, path)
	if isWhole(ctx, path) {
		r.finding(say.Health, say.Whole)
		return nil
	}
	got, err := store.Salvage(ctx, path)
	if err != nil {
		return err
	}
	r.reportSalvaged(got, path)
	return nil
}

// isWhole tells whether there is nothing to repair in a library.
func isWhole(ctx context.Context, path string) bool {
	if _, err := os.Stat(path); err != nil {
		return false // opening it would make one
	}
	l, err := store.Open(ctx, path)
	if err != nil {
		return false
	}
	health, err := l.Check(ctx)
	return errors.Join(err, l.Close()) == nil && health.Whole()
}

// reportHealth says what is wrong with a library, if anything is.
func (e *env) reportHealth(ctx context.Context, l *store.Library, r *report) error {
	health, err := l.Check(ctx)
	if err != nil {
		return err
	}
	say := r.words.Terminal
	if health.Whole() {
		r.finding(say.Health, say.Whole)
		return nil
	}
	r.finding(say.Health, say.NotWhole)
	for _, p := range health.Problems {
		r.line(rtl.Span{Text: "  " + isolate(p)})
	}
	r.wrong(health.Wrong)
	return &store.Error{Path: l.Path(), Kind: store.ErrDamaged}
}
