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
	write("config.toml", "# mine\ntheme = 'dusk'\nwelcome = false\n")
	write("themes/dusk.toml", "base = 'sepia'\npage = '#102030'\n")
	library := filepath.Join(folder, "library.db")
	s := startProgram(t, library, "--config", config, "--lang", "en")
	s.waitFor("the page's colour", func(_, _ string) bool { return strings.Contains(s.raw.String(), "48;2;16;32;48") })
	s.press("J")
	s.waitFor("the notice", func(screen, _ string) bool { return strings.Contains(screen, "justified") })
	s.press("q")
	if err := s.wait(); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(config); err != nil || !strings.HasPrefix(string(got), "# mine\ntheme = 'dusk'\nwelcome = false\njustify = true\n") {
		t.Errorf("%v, the file is now\n%s", err, got)
	}

	write("themes/bad.toml", "page = 'red'\n")
	s = startProgram(t, library, "--config", config, "--lang", "en")
	s.waitFor("what is wrong", func(_, _ string) bool { return strings.Contains(s.raw.String(), "bad.toml") })
	s.press("j")
	s.waitFor("the reader", func(screen, _ string) bool { return strings.Contains(screen, "quit") })
	s.press("q")
	if err := s.wait(); err != nil {
		t.Error(err)
	}
}

// The welcome is shown once, in the place of the first article, unless a file was
// given to be read. A form that is chosen holds for the terminal from then on.
func TestWelcome(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	config, library := filepath.Join(folder, "config.toml"), filepath.Join(folder, "library.db")
	if err := os.WriteFile(config, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	welcomed := func(screen string) bool { return strings.Contains(screen, "Welcome") }
	file := filepath.Join(folder, "given.txt")
	if err := os.WriteFile(file, []byte("The given one\n\nIt is to be read.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := startProgram(t, library, "--config", config, "--lang", "en", file)
	s.waitFor("the given file", func(screen, title string) bool { return strings.Contains(title, "given") && !welcomed(screen) })
	s.leave()
	s = startProgram(t, library, "--config", config, "--lang", "en")
	s.waitFor("the welcome beside the list", func(screen, _ string) bool {
		return welcomed(screen) && strings.Contains(screen, "The given one")
	})
	s.press("F")
	s.waitFor("the next form", func(screen, _ string) bool { return strings.Contains(screen, "Form") })
	s.press("K")
	s.waitFor("the guide", func(screen, title string) bool { return !welcomed(screen) && strings.Contains(title, "(١)") })
	s.leave()
	kept, err := os.ReadFile(config)
	if err != nil || !strings.Contains(string(kept), "welcome = false") || !strings.Contains(string(kept), "form = ") {
		t.Errorf("%v, the file is now\n%s", err, kept)
	}
	s = startProgram(t, library, "--config", config, "--lang", "en")
	s.waitFor("the list", func(screen, title string) bool { return strings.Contains(title, "·") && !welcomed(screen) })
	s.leave()
}

// A setting that is wrong is told in the reader, which would cover what was said before it.
func TestWrongSettingIsToldInTheReader(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	config := filepath.Join(folder, "config.toml")
	if err := os.WriteFile(config, []byte("welcome = false\nmeasure = 'wide'\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := startProgram(t, filepath.Join(folder, "library.db"), "--config", config, "--lang", "en")
	s.waitFor("what is wrong", func(screen, title string) bool {
		return strings.Contains(screen, "measure cannot be") && strings.Contains(title, "·")
	})
	s.press("j")
	s.waitFor("the keys", func(screen, _ string) bool { return !strings.Contains(screen, "measure cannot be") })
	s.leave()
}

// Keys that are chosen in the reader hold at the next start, and the rest of the file stays.
func TestKeysAreKept(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	config, library := filepath.Join(folder, "config.toml"), filepath.Join(folder, "library.db")
	const before = "welcome = false # seen\n\n[keys]\n# moves\nup = ['k', 'f8'] # by hand\n\n[terminals.x]\nform = 'marked'\n"
	if err := os.WriteFile(config, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	s := startProgram(t, library, "--config", config, "--lang", "en")
	s.waitFor("the list", func(screen, _ string) bool { return strings.Contains(screen, "b bookmark") })
	s.press(",")
	s.waitFor("the settings", func(screen, _ string) bool { return strings.Contains(screen, "next value") })
	for range 2 { // the last group
		s.press("\x1b[Z")
	}
	s.waitFor("the keys", func(screen, _ string) bool { return strings.Contains(screen, "article alone") })
	s.press("\r")
	s.waitFor("the question", func(screen, _ string) bool { return strings.Contains(screen, "Press the key") })
	s.press("n")
	s.waitFor("whose it is", func(screen, _ string) bool { return strings.Contains(screen, "next match") })
	s.press("n")
	s.waitFor("what it is now", func(screen, _ string) bool { return strings.Contains(screen, "article alone: n") })
	s.press("q")
	s.waitFor("the list", func(screen, _ string) bool { return strings.Contains(screen, "b bookmark") })
	s.leave()
	kept, err := os.ReadFile(config)
	if want := strings.Replace(before, "by hand\n", "by hand\nalone = 'n'\n", 1); err != nil || !strings.HasPrefix(string(kept), want) {
		t.Errorf("%v; the settings are\n%s\nwant\n%s", err, kept, want)
	}
}
