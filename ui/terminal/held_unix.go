//go:build unix

package terminal

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// makeAsking puts a terminal into the mode in which it is asked, and returns the one before: what
// comes is read at once and not shown, and the keys that end or stop a program still do, by
// the signals that [holdSignals] holds back. They throw nothing away that has come before them
// (NOFLSH): who has been told that there is something to read must find it.
func makeAsking(fd uintptr) (before *term.State, err error) {
	before, err = term.MakeRaw(fd)
	if err != nil {
		return nil, err //nolint:wrapcheck // it is not told: nothing is asked then
	}
	if asking, err := term.GetState(fd); err == nil {
		asking.Lflag |= unix.ISIG | unix.NOFLSH
		_ = term.SetState(fd, asking) // else these keys do nothing for a moment
	}
	return before, nil
}

// holdSignals holds the signals back that would end or stop the process while a terminal is in a mode
// of its own: the context that it returns ends by them, when the answers that are on their way
// have had the time to come (a shell would take them for typing). What it returns lets them go,
// and raises the one that came.
func holdSignals(ctx context.Context) (held context.Context, letGo func()) {
	held, cancel := context.WithCancel(ctx)
	arrived := make(chan os.Signal, 1)
	signal.Notify(arrived, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTSTP)
	first := make(chan os.Signal, 1)
	go func() {
		defer close(first)
		select {
		case s := <-arrived:
			first <- s
			select {
			case <-time.After(answerGrace):
				cancel()
			case <-held.Done():
			}
		case <-held.Done():
		}
	}()
	return held, func() {
		cancel()
		signal.Stop(arrived)
		s, ok := <-first
		if !ok { // it may have come at the last moment
			select {
			case s = <-arrived:
			default:
				return
			}
		}
		if number, ok := s.(syscall.Signal); ok {
			_ = syscall.Kill(syscall.Getpid(), number)
		}
	}
}
