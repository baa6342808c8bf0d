package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/words"
)

// inState sets the folder of states for a test.
func inState(t *testing.T) (log string) {
	t.Helper()
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	return logFile()
}

// A fault in the program ends it in an orderly way: the message says where the log is
// and what to send, and neither has what the panic was given, which may be a text.
func TestCrash(t *testing.T) {
	log := inState(t)
	out := filepath.Join(t.TempDir(), "stderr")
	f, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	e := &env{Streams: Streams{Out: f, Err: f, Getenv: func(string) string { return "" }}, words: words.English(), logger: discardLog()}
	for _, panics := range []struct {
		name  string
		with  func()
		cause string
	}{
		{"a text", func() { panic("سرّ المقالة") }, "string"},
		{"an error", func() { panic(fmt.Errorf("سرّ المقالة")) }, "errorString"},
		{"the runtime's", func() { _ = []int{}[len(os.Args)] }, "index out of range"},
	} {
		t.Run(panics.name, func(t *testing.T) {
			root := &cobra.Command{RunE: func(*cobra.Command, []string) error { panics.with(); return nil }}
			root.SetArgs(nil)
			if status := e.report(execute(t.Context(), root)); status != exitFailed {
				t.Errorf("status %d", status)
			}
			said, written := content(t, out), content(t, log)
			for _, want := range []string{log, panics.cause, "please send us", "warraq doctor"} {
				if !strings.Contains(said, want) {
					t.Errorf("%q is not in %q", want, said)
				}
			}
			if !strings.Contains(written, "log_test.go") || !strings.Contains(written, "msg=crash") || !strings.Contains(written, runtime.Version()) {
				t.Errorf("the log does not say where: %s", written)
			}
			for _, text := range []string{said, written} {
				if strings.Contains(text, "سرّ") {
					t.Errorf("what the panic was given is in %q", text)
				}
			}
		})
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The log, where it is asked for, has what was done and how it ended, and nothing of
// the texts and names that it was done with.
func TestLog(t *testing.T) {
	log := inState(t)
	library := filepath.Join(t.TempDir(), "library.db")
	quiet, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = quiet.Close() }()
	run := func(variable string, args ...string) {
		Run(t.Context(), append([]string{"--library", library}, args...), Streams{In: quiet, Out: quiet, Err: quiet, Getenv: func(name string) string {
			if name == "WARRAQ_LOG" {
				return variable
			}
			return ""
		}})
	}
	run("", "search", "سرّي")
	run("0", "search", "سرّي")
	if _, err := os.Stat(log); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("a log that nobody asked for: %v", err)
	}
	run("1", "search", "سرّي")
	run("", "show", "سرّي", "--log")
	written := content(t, log)
	for _, want := range []string{"command=search", "command=show", "flags=\"library log\"", "status=0", "status=1", "command.articleError", "version="} {
		if !strings.Contains(written, want) {
			t.Errorf("%q is not in the log:\n%s", want, written)
		}
	}
	if strings.Contains(written, "سرّي") {
		t.Errorf("what was asked for is in the log:\n%s", written)
	}
	if info, err := os.Stat(log); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the log: %v, %v", info.Mode(), err)
	}
	if err := os.WriteFile(log, make([]byte, longestLog+1), 0o600); err != nil {
		t.Fatal(err)
	}
	run("1", "version")
	if info, err := os.Stat(log); err != nil || info.Size() > longestLog {
		t.Errorf("the log grows on: %v", err)
	}
}

func TestKindOfErrors(t *testing.T) {
	err := errors.Join(usageError{context.Canceled}, fmt.Errorf("سرّ: %w", &articles.InputError{Name: "سرّ", Kind: articles.ErrEmpty}))
	if got, want := kindOf(err), "errors.joinError > command.usageError > errors.errorString > fmt.wrapError > articles.InputError > errors.errorString"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
