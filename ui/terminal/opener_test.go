package terminal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// The address stands where the command has {url}, else at its end.
func TestWithAddress(t *testing.T) {
	t.Parallel()
	const address = "https://a.example/?q=$(id);&x='y'"
	for _, tt := range []struct{ command, want []string }{
		{[]string{"x"}, []string{"x", address}},
		{[]string{"x", "-n"}, []string{"x", "-n", address}},
		{[]string{"x", "--to={url}", "-n"}, []string{"x", "--to=" + address, "-n"}},
		{[]string{"x", "{url}", "{url}"}, []string{"x", address, address}},
		{[]string{"{url}"}, []string{"{url}", address}},
	} {
		if got := WithAddress(tt.command, address); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.command, got, tt.want)
		}
	}
}

// A command is run with an address as one argument, whatever is in it, and with no address
// that is of another kind.
func TestOpenerOfCommand(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	told := filepath.Join(dir, "told")
	const write = `printf '%s|' "$#" "$2" > "$1.part" && mv "$1.part" "$1"`
	openByCommand := Opener([]string{"sh", "-c", write, "sh", told, "{url}"})
	for _, address := range []string{"file:///etc/passwd", "javascript:alert(1)", "-x", ""} {
		if err := openByCommand(t.Context(), address); !errors.Is(err, ErrNotOpened) {
			t.Errorf("%q: %v", address, err)
		}
	}
	if err := Opener([]string{filepath.Join(dir, "none")})(t.Context(), "https://a.example/"); err == nil {
		t.Error("a program that is not there is no error")
	}
	if err := openByCommand(t.Context(), "https://a.example/?q=$(id);&x"); err != nil {
		t.Fatal(err)
	}
	for range 10000 {
		if got, err := os.ReadFile(told); err == nil {
			if string(got) != "2|https://a.example/?q=$(id);&x|" {
				t.Errorf("it was told %q", got)
			}
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Error("it was never run")
}
