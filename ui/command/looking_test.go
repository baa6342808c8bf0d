//go:build unix

package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is chosen in the reader is in the settings file when it is left, and
// holds the next time; a theme of one's own is one of those there are.
func TestLooksAreKept(t *testing.T) {
	t.Setenv("COLORTERM", "truecolor")
	folder := t.TempDir()
	config := filepath.Join(folder, "config.toml")
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("config.toml", "# mine\ntheme = 'dusk'\n")
	write("themes/dusk.toml", "base = 'sepia'\npage = '#102030'\n")
	library := filepath.Join(folder, "library.db")
	s := start(t, library, "--config", config, "--lang", "en")
	s.waitFor("the page's colour", func(_, _ string) bool { return strings.Contains(s.raw.String(), "48;2;16;32;48") })
	s.press("J")
	s.waitFor("the notice", func(screen, _ string) bool { return strings.Contains(screen, "justified") })
	s.press("q")
	if err := s.wait(); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(config); err != nil || string(got) != "# mine\ntheme = 'dusk'\njustify = 'true'\n" {
		t.Errorf("%v, the file is now\n%s", err, got)
	}

	write("themes/bad.toml", "page = 'red'\n")
	s = start(t, library, "--config", config, "--lang", "en")
	s.waitFor("what is wrong", func(_, _ string) bool { return strings.Contains(s.raw.String(), "bad.toml") })
	s.waitFor("the reader", func(screen, _ string) bool { return strings.Contains(screen, "quit") })
	s.press("q")
	if err := s.wait(); err != nil {
		t.Error(err)
	}
}
