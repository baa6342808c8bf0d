//go:build unix

package command_test

import (
	"archive/zip"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
)

// interrupted is how many articles are being added when that is interrupted: they have
// to take longer than the second after which the progress is shown.
var interrupted = flag.Int("interrupted", 4000, "how many articles an addition that is interrupted has")

// Adding much shows how far it is; interrupted it keeps what it has added, and
// said again it adds the rest.
func TestAddIsInterruptedAndSaidAgain(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	big := filepath.Join(folder, "big.jsonl")
	all := *interrupted
	if testing.Short() {
		all /= 3
	}
	f, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		fmt.Fprintf(f, `{"title":"خبر %d","content":"نص الخبر رقم %d %s"}`+"\n", i, i, strings.Repeat("كلام طويل ", 200))
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	library := filepath.Join(folder, "library.db")
	s := startProgram(t, library, "add", big, "--lang", "en", "--config", os.DevNull)
	s.waitFor("the progress", func(screen, _ string) bool {
		return strings.Contains(screen, "s left") && strings.Contains(screen, " a second") && strings.Contains(screen, "░")
	})
	s.press("\x03")
	s.waitFor("what was kept", func(screen, _ string) bool { return strings.Contains(screen, "Interrupted. What was added") })
	if err, status := s.wait(), (*exec.ExitError)(nil); !errors.As(err, &status) || status.ExitCode() != 1 {
		t.Errorf("it ended with %v", err)
	}
	kept := countArticles(t, library)
	if kept == 0 || kept >= all {
		t.Fatalf("%d articles kept of %d", kept, all)
	}
	if _, wrong, status := run(t, nil, "--library", library, "add", big); status != 0 || wrong != "" {
		t.Errorf("said again: status %d, %s", status, wrong)
	}
	if kept := countArticles(t, library); kept < all {
		t.Errorf("%d articles in the end, want %d", kept, all)
	}
}

// countArticles is how many articles a library holds.
func countArticles(t *testing.T, path string) int {
	t.Helper()
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	n, err := l.Count(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Of an archive with any number of files that are refused each is named once, and how many
// they are is the end of it.
func TestAddRefusesMany(t *testing.T) {
	t.Parallel()
	const many = 2500
	folder := t.TempDir()
	path := filepath.Join(folder, "many.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for i := range many {
		if _, err := w.Create(fmt.Sprintf("../%d.md", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	for _, limit := range []int{many, many / 2} {
		_, wrong, status := run(t, nil, "--library", filepath.Join(folder, "library.db"), "--lang", "en", "add", path, "--limit", fmt.Sprintf("entries=%d", limit))
		named, over := strings.Count(wrong, ".md: its name in the archive leads out of it"), strings.Count(wrong, "entries=")
		if named != limit || over != many/limit-1 || status != 3 {
			t.Errorf("%d are named of %d, the limit %d times, status %d: %.300s", named, limit, over, status, wrong)
		}
	}
}
