package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/words"
)

// All that went wrong is said, and the status is that of the worst.
func TestReport(t *testing.T) {
	t.Parallel()
	full := errors.New("the disk is full")
	for name, tt := range map[string]struct {
		err    error
		status int
		said   []string
	}{
		"nothing":                        {nil, 0, nil},
		"refusals, each named already":   {refusedError{2}, 3, nil},
		"the output's end":               {fmt.Errorf("writing: %w", syscall.EPIPE), 0, nil},
		"refusals and the output's end":  {errors.Join(syscall.EPIPE, refusedError{2}), 3, nil},
		"a flush beside refusals":        {errors.Join(full, refusedError{2}), 1, []string{"the disk is full"}},
		"refusals, then a flush":         {errors.Join(refusedError{2}, nil, errors.Join(full)), 1, []string{"the disk is full"}},
		"two things":                     {errors.Join(full, store.ErrNotFound), 1, []string{"the disk is full", words.English().Errors.Questions[store.ErrNotFound]}},
		"one thing, met three times":     {errors.Join(full, errors.Join(full, nil, full)), 1, []string{"the disk is full"}},
		"a wrong usage and something":    {errors.Join(full, usageError{errors.New("no such flag")}), 2, []string{"the disk is full", "no such flag"}},
		"something that cannot be a key": {fmt.Errorf("x: %w", refusedInputsError{}), 1, []string{"x: "}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "said")
			said, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			defer said.Close()
			e := &env{Streams: Streams{Out: said, Err: said, Getenv: func(string) string { return "" }}, words: words.English()}
			if got := e.report(tt.err); got != tt.status {
				t.Errorf("status %d, want %d", got, tt.status)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if lines := strings.Count(string(text), "\n"); lines != len(tt.said) {
				t.Errorf("%d lines: %s", lines, text)
			}
			for _, part := range tt.said {
				if !strings.Contains(string(text), part) {
					t.Errorf("%q is not said in %s", part, text)
				}
			}
		})
	}
}

// Of two kinds that are joined within one error the first is told, every time.
func TestFirstOfTwoKinds(t *testing.T) {
	t.Parallel()
	e := &env{Streams: Streams{Out: os.Stdout}, words: words.English()}
	for range 100 {
		for _, kinds := range [][]error{{store.ErrNotFound, store.ErrAmbiguous}, {store.ErrAmbiguous, store.ErrNoHighlight}, {store.ErrNoHighlight, store.ErrNotFound}} {
			err := fmt.Errorf("%w, %w", kinds[0], kinds[1])
			if got, want := e.sentence(err), e.words.Errors.Questions[kinds[0]]; got != want {
				t.Fatalf("%v is told as %q", err, got)
			}
		}
	}
}
