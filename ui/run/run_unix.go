//go:build unix

package run

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"

	"github.com/warraq/warraq/ui/terminal/bubble"
)

// Run runs a program and shows it until it ends, or the context does, and leaves the
// terminal as it was. The error is a [StartError] where the program cannot be started, a
// [StatusError] where it ends with another status than 0, and a [bubble.CrashError] for
// a fault in here.
func Run(ctx context.Context, o Options) (err error) {
	width, height, err := term.GetSize(o.Out.Fd())
	if err != nil {
		return fmt.Errorf("asking for the size of the terminal: %w", err)
	}
	command := exec.CommandContext(ctx, o.Command[0], o.Command[1:]...) //nolint:gosec // it is what the user asked for
	command.Env = programEnvironment(os.Environ())
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGHUP) }
	device, err := pty.StartWithSize(command, windowSize(width, height))
	if err != nil {
		return StartError{o.Command[0], err}
	}
	defer device.Close()              //nolint:errcheck // the program has ended
	ending := make(chan os.Signal, 1) // heard until the terminal is as it was
	signal.Notify(ending, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT)
	defer signal.Stop(ending)
	before, err := term.MakeRaw(o.In.Fd())
	if err != nil {
		return fmt.Errorf("taking the keys: %w", err)
	}
	out := bubble.NewOutput(o.Terminal, o.Out)
	out.SetWidth(width)
	s := newSession(o, out, device, width, height)
	defer func() {
		_, _ = out.WriteString(s.leaving())
		_ = out.Close()
		_ = term.Restore(o.In.Fd(), before)
		if fault := recover(); fault != nil {
			err = &bubble.CrashError{Value: fault, Stack: debug.Stack()}
		}
	}()
	if _, err := out.WriteString(enterScreen); err != nil {
		return fmt.Errorf("drawing: %w", err)
	}
	if err := s.show(o, ending); err != nil {
		return err
	}
	return endError(command.Wait())
}

// endError gives the error that the end of a program is.
func endError(err error) error {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		status := exit.ExitCode()
		if wait, ok := exit.Sys().(syscall.WaitStatus); ok && wait.Signaled() {
			status = signalStatus + int(wait.Signal())
		}
		return StatusError{status}
	}
	return err
}

// signalStatus is what shells add to the number of the signal that ended a program.
const signalStatus = 128

func windowSize(width, height int) *pty.Winsize {
	return &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}
}

// show passes on what comes from either side until the program has no more to say, or a signal
// ends it.
func (s *session) show(o Options, ending <-chan os.Signal) error {
	chunks := make(chan []byte)
	go readAll(s.device, chunks)
	go io.Copy(s.device, s.emulator) //nolint:errcheck // answers of the emulator; they end with the program
	go s.typed(o.In)
	resized := make(chan os.Signal, 1)
	signal.Notify(resized, syscall.SIGWINCH)
	defer signal.Stop(resized)
	for {
		select {
		case chunk, more := <-chunks:
			if !more {
				return nil
			}
			if err := s.take(chunk, chunks); err != nil {
				return err
			}
		case <-resized:
			if err := s.resize(o.Out); err != nil {
				return err
			}
		case got := <-ending:
			return bubble.SignalError{Signal: got}
		}
	}
}

// resize gives the program the size that the terminal has now.
func (s *session) resize(out *os.File) error {
	width, height, err := term.GetSize(out.Fd())
	if err != nil || width < 1 || height < 1 {
		return nil //nolint:nilerr // it keeps the size that it has
	}
	s.emulator.Resize(width, height)
	if output, ok := s.painter.out.(*bubble.Output); ok {
		output.SetWidth(width)
	}
	s.painter.clear()
	_ = pty.Setsize(s.device, windowSize(width, height))
	return s.draw()
}

// readAll hands on what comes, and closes the channel at the end.
func readAll(from io.Reader, to chan<- []byte) {
	defer close(to)
	for {
		chunk := make([]byte, chunkSize)
		n, err := from.Read(chunk)
		if n > 0 {
			to <- chunk[:n]
		}
		if err != nil {
			return
		}
	}
}

// chunkSize is how much is read at once.
const chunkSize = 32 << 10
