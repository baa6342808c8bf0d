package command

import (
	"errors"
	"fmt"
	"reflect"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/ui/run"
)

// Exit statuses.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitRefused = 3
)

// usageError is a command line that cannot be understood.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// refusedError is the end of a command that took some inputs and refused
// others, each already named.
type refusedError struct{ count int }

func (r refusedError) Error() string { return fmt.Sprintf("%d refused", r.count) }

// report says all that went wrong, each thing in a sentence and once, and gives the exit
// status: that of the worst.
func (e *env) report(err error) int {
	status := exitDone
	said := map[string]bool{}
	say := func(err error) {
		if sentence := e.sentence(err); !said[sentence] {
			said[sentence] = true
			e.say(err)
		}
	}
	for _, one := range eachError(err) {
		switch wrong := statusOf(one, say); {
		case wrong == exitUsage || status == exitUsage:
			status = exitUsage
		case wrong == exitFailed || status == exitFailed:
			status = exitFailed
		default:
			status = max(status, wrong)
		}
	}
	return status
}

// statusOf has what went wrong said where that is one thing, and gives its exit status.
func statusOf(err error, say func(error)) int {
	var wrong usageError
	var some refusedError
	var ran run.StatusError
	switch {
	case errors.As(err, &some):
		return exitRefused
	case errors.As(err, &ran):
		return ran.Status
	case errors.Is(err, errNothingFound):
		return exitFailed
	case errors.Is(err, syscall.EPIPE):
		return exitDone // whoever read the output has had enough
	case errors.As(err, &wrong):
		say(err)
		return exitUsage
	default:
		say(err)
		return exitFailed
	}
}

// joinedType is the type of several errors that were joined.
var joinedType = reflect.TypeOf(errors.Join(errNoTerminal))

// eachError parts an error into those that were joined in it.
func eachError(err error) (all []error) {
	if err == nil {
		return nil
	}
	if reflect.TypeOf(err) != joinedType {
		return []error{err}
	}
	for _, one := range err.(interface{ Unwrap() []error }).Unwrap() {
		all = append(all, eachError(one)...)
	}
	return all
}

// atMost takes no more arguments than so many.
func atMost(n int) cobra.PositionalArgs { return takesArgs(0, n) }

// takesArgs takes as many arguments as a command may have; a negative most is any
// number.
func takesArgs(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch n := len(args); {
		case n < least:
			return usageError{argumentsError{c.UseLine(), true}}
		case most >= 0 && n > most:
			return usageError{argumentsError{c.UseLine(), false}}
		default:
			return nil
		}
	}
}
