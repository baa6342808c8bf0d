package command_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	ossignal "os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/adrg/xdg"

	"github.com/warraq/warraq/ui/command"
)

// asProgram makes the test binary behave as warraq itself, so that the tests
// drive the real program in a pseudo-terminal without building it.
const asProgram = "WARRAQ_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(command.Run(context.Background(), os.Args[1:], command.Streams{
			In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv,
		}))
	}
	// Where the tests go on without their window (nohup), hangups are ignored, by the programs that
	// they start too. A signal that is handled here is not ignored there.
	if ossignal.Ignored(syscall.SIGHUP) {
		ossignal.Notify(make(chan os.Signal, 1), syscall.SIGHUP)
	}
	// The race detector has each program wait for a second before it ends.
	_ = os.Setenv("GORACE", "atexit_sleep_ms=0 "+os.Getenv("GORACE"))
	os.Exit(inEmptyHome(m))
}

// inEmptyHome runs the tests with an empty home folder, for the command lines that are
// carried out in this process.
func inEmptyHome(m *testing.M) int {
	home, err := os.MkdirTemp("", "warraq-home-")
	if err != nil {
		return 1
	}
	defer func() { _ = os.RemoveAll(home) }()
	for _, name := range []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"} {
		_ = os.Setenv(name, filepath.Join(home, name))
	}
	xdg.Reload()
	return m.Run()
}

// run runs the program without a terminal.
func run(t *testing.T, environ []string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	environ = append([]string{"TERM=dumb", "TMUX=", "STY=", "WARRAQ_LANG=", "LC_ALL=C.UTF-8"}, environ...)
	if !needsHome(environ, args) {
		return runHere(t, environ, args)
	}
	var out, wrong bytes.Buffer
	c := exec.Command(os.Args[0], args...)
	c.Env = append(append(os.Environ(), asProgram+"=1", "HOME="+t.TempDir(), "XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "XDG_STATE_HOME="), environ...)
	c.Stdout, c.Stderr = &out, &wrong
	_ = c.Run() // the status tells
	return out.String(), wrong.String(), c.ProcessState.ExitCode()
}

// needsHome tells whether a command line looks into the home folder, or is about it:
// then it needs a process of its own.
func needsHome(environ, args []string) bool {
	library := slices.Contains(args, "--library")
	for _, variable := range environ {
		name, _, _ := strings.Cut(variable, "=")
		switch name {
		case "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME":
			return true
		case "WARRAQ_LIBRARY":
			library = true
		}
	}
	return len(args) == 0 || args[0] == "config" || !library && !slices.Contains([]string{"cat", "help", "version", "man", "completion"}, args[0])
}

// runHere carries out a command line in this process.
func runHere(t *testing.T, environ, args []string) (stdout, stderr string, status int) {
	t.Helper()
	variables := map[string]string{}
	for _, variable := range environ {
		name, value, _ := strings.Cut(variable, "=")
		variables[name] = value
	}
	in, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	out, outText := openPipe(t)
	wrong, wrongText := openPipe(t)
	status = command.Run(t.Context(), args, command.Streams{In: in, Out: out, Err: wrong, Getenv: func(name string) string {
		if value, ok := variables[name]; ok {
			return value
		}
		return os.Getenv(name)
	}})
	_, _ = out.Close(), wrong.Close()
	return <-outText, <-wrongText, status
}

// openPipe returns the end of a pipe that is written to, and what was written when that is
// closed.
func openPipe(t *testing.T) (*os.File, <-chan string) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	text := make(chan string, 1)
	go func() {
		data, _ := io.ReadAll(r)
		_ = r.Close()
		text <- string(data)
	}()
	return w, text
}
