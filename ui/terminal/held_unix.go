//go:build unix

package terminal

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// holdSignals holds the signals back that would end the process while a terminal is in a mode
// of its own: the context that it returns ends by them. What it returns lets them go, and
// raises the one that came.
func holdSignals(ctx context.Context) (held context.Context, letGo func()) {
	held, cancel := context.WithCancel(ctx)
	arrived := make(chan os.Signal, 1)
	signal.Notify(arrived, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT)
	first := make(chan os.Signal, 1)
	go func() {
		defer close(first)
		select {
		case s := <-arrived:
			first <- s
			cancel()
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
