//go:build unix

package command_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestPrinted lays out what programs printed, in the order of the screen and in that of the
// text, and compares it with golden files.
func TestPrinted(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/printed/*.txt")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d outputs: %v", len(files), err)
	}
	for _, path := range files {
		for _, form := range []string{"visual", "logical"} {
			out, wrong, status := run(t, nil, "cat", "--form", form, "--color", "always", path)
			if status != 0 || wrong != "" {
				t.Errorf("%s: status %d: %s", path, status, wrong)
			}
			golden := strings.TrimSuffix(path, ".txt") + "." + form
			if *update {
				if err := os.WriteFile(golden, []byte(out), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(golden); err != nil || out != string(want) {
				t.Errorf("%s: %v\n%s\nwant\n%s", golden, err, out, want)
			}
		}
	}
}

// TestPrintedKeepsText holds the text of what is laid out to what came in: blanks around a
// line aside, nothing is added, lost or moved.
func TestPrintedKeepsText(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("testdata/printed/*.txt")
	for _, path := range files {
		if filepath.Base(path) == "progress.txt" {
			continue // which writes over itself
		}
		in, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out, _, _ := run(t, nil, "cat", "--width", "400", "--color", "never", path)
		want := strings.Split(ansi.Strip(string(in)), "\n")
		got := strings.Split(out, "\n")
		if len(got) != len(want) {
			t.Errorf("%s: %d lines of %d", path, len(got), len(want))
			continue
		}
		for i := range want {
			if g, w := strings.Fields(got[i]), strings.Fields(want[i]); strings.Join(g, " ") != strings.Join(w, " ") {
				t.Errorf("%s, line %d: %q, want %q", path, i+1, got[i], want[i])
			}
		}
	}
}
