package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
)

// logFile is where the log is written: in the folder for what programs keep from one
// start to the next.
func logFile() string { return filepath.Join(xdg.StateHome, "warraq", "warraq.log") }

// longestLog is how large a log grows before the next start begins a new one and
// keeps this one beside it.
const longestLog = 1 << 20

// startLog has what the program does written to the log, if the flag or WARRAQ_LOG
// asks for it, and to nowhere else otherwise. Nothing of an article gets there: what is
// written down are kinds of errors, names of flags, numbers and times.
func (e *env) startLog(command string, flags []string) {
	if !e.log && slices.Contains([]string{"", "0", "false", "no"}, strings.ToLower(e.Getenv("WARRAQ_LOG"))) {
		return
	}
	f, err := openLog(logFile())
	if err != nil {
		e.say(outputError{logFile(), err})
		return
	}
	e.logger, e.logs = slog.New(slog.NewTextHandler(f, &slog.HandlerOptions{Level: slog.LevelDebug})), f
	e.logger.Info("start", "command", command, "flags", strings.Join(flags, " "), "version", versionLine(), "term", e.Getenv("TERM"), "cpus", runtime.NumCPU())
}

// openLog opens a log for more of it, for its owner alone. One that is long begins anew.
func openLog(path string) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err //nolint:wrapcheck // the caller says of what
	}
	if info, err := os.Stat(path); err == nil && info.Mode()&fs.ModeNamedPipe != 0 {
		return nil, fs.ErrInvalid // one that nobody reads would hold the program up
	}
	if info, err := os.Lstat(path); err == nil && info.Size() > longestLog {
		_ = os.Rename(path, path+".old") // it goes on growing where that fails
	}
	return os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600) //nolint:wrapcheck // the same
}

// logged writes how a command ended, and closes the log.
func (e *env) logged(status int, began time.Time, err error) {
	if e.logs == nil {
		return
	}
	e.logger.Info("end", "status", status, "took", time.Since(began).Round(time.Millisecond), "error", kindOf(err))
	_ = e.logs.Close() // there is nowhere to say that it could not be written
}

// kindOf returns the types that an error is made of, without what it says: that may be
// the name of an article or a part of its text.
func kindOf(err error) string {
	var kinds []string
	var walk func(error)
	walk = func(err error) {
		if err == nil {
			return
		}
		kinds = append(kinds, strings.TrimPrefix(reflect.TypeOf(err).String(), "*"))
		switch wrapped := err.(type) { //nolint:errorlint // each of the chain is looked at
		case interface{ Unwrap() error }:
			walk(wrapped.Unwrap())
		case interface{ Unwrap() []error }:
			for _, err := range wrapped.Unwrap() {
				walk(err)
			}
		}
	}
	walk(err)
	return strings.Join(kinds, " > ")
}

// crashSentence writes a fault of the program down, with where it came from, whether a
// log was asked for or not, and says where it is and what to do.
func (e *env) crashSentence(crash *bubble.CrashError) string {
	path, err := logFile(), error(nil)
	f := e.logs
	if f == nil {
		if f, err = openLog(logFile()); err == nil {
			defer func() { _ = f.Close() }()
		}
	}
	if err == nil {
		err = writeCrash(f, crash)
	}
	if err != nil {
		return fmt.Sprintf(e.words.Errors.CrashedUnlogged, isolate(panicCause(crash)), isolate(systemReason(err)))
	}
	return fmt.Sprintf(e.words.Errors.Crashed, isolate(panicCause(crash)), isolate(path))
}

// writeCrash writes the type of a panic, its text if that is the runtime's own and
// tells nothing of an article, and the stack.
func writeCrash(w io.Writer, crash *bubble.CrashError) error {
	_, err := fmt.Fprintf(w, "time=%s level=ERROR msg=crash version=%q cause=%q\n%s\n",
		time.Now().Format(time.RFC3339), versionLine(), panicCause(crash), crash.Stack)
	return err //nolint:wrapcheck // the caller says of what
}

// panicCause returns what a panic says where that cannot be of an article, else its type.
func panicCause(crash *bubble.CrashError) string {
	if err, ok := crash.Value.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("%T", crash.Value)
}

// recoverPanic turns a panic of a command into an error.
func recoverPanic(err *error, stack func() []byte) {
	if value := recover(); value != nil {
		*err = errors.Join(&bubble.CrashError{Value: value, Stack: stack()}, *err)
	}
}

// discardLog is a log that nobody keeps.
func discardLog() *slog.Logger { return slog.New(slog.DiscardHandler) }

// logTerminal writes down what terminal was found.
func (e *env) logTerminal(ctx context.Context, t terminal.Terminal) {
	e.logger.InfoContext(ctx, "terminal", "name", t.Name, "form", t.Form.String(), "evidence", t.Evidence, "marks", t.KeepMarks)
}
