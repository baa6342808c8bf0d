//go:build unix

package outside_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/warraq/warraq/ui/outside"
)

func TestRun(t *testing.T) {
	t.Parallel()
	sh := func(script string, args ...string) []string {
		return append([]string{"sh", "-c", script, "sh"}, args...)
	}
	for name, tt := range map[string]struct {
		call outside.Call
		want string
		cut  bool
		fail error // nil for none
	}{
		"standard input":     {outside.Call{Command: []string{"cat"}, Text: "نص"}, "نص", false, nil},
		"an argument":        {outside.Call{Command: sh(`printf %s "$1"`, "<{text}>"), Text: "a b"}, "<a b>", false, nil},
		"no option":          {outside.Call{Command: []string{"printf", "%s", "{text}"}, Text: "-v"}, " -v", false, nil},
		"no shell":           {outside.Call{Command: []string{"printf", "%s", "{text}"}, Text: "$(id) `id`"}, "$(id) `id`", false, nil},
		"values":             {outside.Call{Command: []string{"printf", "%s", "{lang} {text}"}, Text: "{lang}", Values: []string{"{lang}", "ar"}}, "ar {lang}", false, nil},
		"much":               {outside.Call{Command: sh("yes"), Within: 300 * time.Millisecond}, "", false, outside.ErrHangs},
		"more than is kept":  {outside.Call{Command: []string{"printf", "%s", "0123456789abcdefghij"}}, "0123456789abcdef", true, nil},
		"it hangs":           {outside.Call{Command: sh("sleep 60 & sleep 60"), Within: 200 * time.Millisecond}, "", false, outside.ErrHangs},
		"it ignores the end": {outside.Call{Command: sh("trap '' TERM INT HUP; while :; do sleep 1; done"), Within: 200 * time.Millisecond}, "", false, outside.ErrHangs},
		"it reads nothing":   {outside.Call{Command: []string{"true"}, Text: strings.Repeat("x", 1<<20)}, "", false, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tt.call.Most = 16
			if tt.call.Within == 0 {
				tt.call.Within = time.Minute
			}
			var r outside.Runner
			wrote, cut, err := r.Run(t.Context(), tt.call)
			if string(wrote) != tt.want || cut != tt.cut || !errors.Is(err, tt.fail) {
				t.Errorf("%q, %v, %v; want %q, %v, %v", wrote, cut, err, tt.want, tt.cut, tt.fail)
			}
		})
	}
}

// What a program says of its failure is said, and one that is not there is named.
func TestErrors(t *testing.T) {
	t.Parallel()
	var r outside.Runner
	for want, command := range map[string][]string{
		"sh: no such word": {"sh", "-c", "echo first >&2; echo no such word >&2; exit 3"},
		"no-such-program:": {"no-such-program"},
	} {
		_, _, err := r.Run(t.Context(), outside.Call{Command: command, Within: time.Minute})
		var wrong *outside.Error
		if !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", command, err)
		}
	}
}

// Nothing is left running when nobody waits any more, and nothing begins after that.
func TestNothingStaysRunning(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	pid := filepath.Join(folder, "pid")
	var r outside.Runner
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		_, _, err := r.Run(ctx, outside.Call{Command: []string{"sh", "-c", "sleep 60 & echo $! > " + pid + "; wait"}, Within: time.Minute})
		ended <- err
	}()
	var child int
	for range 4000 {
		if said, err := os.ReadFile(pid); err == nil {
			if child, _ = strconv.Atoi(strings.TrimSpace(string(said))); child > 0 {
				break
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	stop()
	r.Close()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	for range 4000 { // until it is reaped by whoever has it now
		if child > 0 && isGone(child) {
			_, _, err := r.Run(t.Context(), outside.Call{Command: []string{"true"}, Within: time.Minute})
			if !errors.Is(err, outside.ErrClosed) {
				t.Errorf("one begins after the end: %v", err)
			}
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("process %d is still there", child)
}

// isGone tells whether a process has ended.
func isGone(pid int) bool {
	if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		return true
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err == nil && strings.Contains(string(status), ") Z ")
}

// A program gets a text and gives back what it writes.
func ExampleRunner() {
	var r outside.Runner
	wrote, _, err := r.Run(context.Background(), outside.Call{Command: []string{"cat"}, Text: "كلمة", Most: 1 << 10, Within: time.Minute})
	fmt.Println(string(wrote), err)
	// Output: كلمة <nil>
}
