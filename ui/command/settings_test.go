//go:build unix

package command_test

import (
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
)

// A setting is a flag written down: the flag goes before it, and so does the
// environment.
func TestSettingsStandForFlags(t *testing.T) {
	t.Parallel()
	text := filepath.Join(t.TempDir(), "text.txt")
	if err := os.WriteFile(text, []byte("سلام 12\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		settings string
		environ  []string
		args     []string
		want     string
	}{
		"none":                       {"", nil, []string{"--width", "9"}, "  سلام 12\n"},
		"a width and digits":         {"width = 9\ndigits = 'arabic'\n", nil, nil, "  سلام ١٢\n"},
		"a flag goes before":         {"width = 9\ndigits = 'arabic'\n", nil, []string{"--digits", "persian"}, "  سلام ۱۲\n"},
		"a pipe is no terminal":      {"width = 9\nform = 'visual'\nshape = 'always'\n", nil, nil, "  سلام 12\n"},
		"a form by a flag":           {"width = 9\n", nil, []string{"--form", "visual"}, "   12 ﻡﻼﺳ\n"},
		"letters too":                {"width = 9\n", nil, []string{"--form", "visual", "--shape", "basic"}, "  12 ﻡﺎﻠﺳ\n"},
		"in logical order":           {"width = 9\n", nil, []string{"--shape", "always"}, "   ﺳﻼﻡ 12\n"},
		"other commands' flags":      {"width = 9\njustify = true\nlibrary = '/nowhere/x.db'\n", nil, nil, "  سلام 12\n"},
		"what is said of a terminal": {"width = 9\n[terminals.kitty]\nform = 'visual'\n", nil, nil, "  سلام 12\n"},
	} {
		t.Run(name, func(t *testing.T) {
			config := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(config, []byte(tt.settings), 0o600); err != nil {
				t.Fatal(err)
			}
			out, wrong, status := run(t, append(tt.environ, "WARRAQ_CONFIG="+config), append([]string{"cat", text}, tt.args...)...)
			if out != tt.want || wrong != "" || status != 0 {
				t.Errorf("%q, status %d, %s; want %q", out, status, wrong, tt.want)
			}
		})
	}
}

// What is wrong with a setting is said with its place, and the others hold.
func TestWrongSettings(t *testing.T) {
	t.Parallel()
	text := filepath.Join(t.TempDir(), "text.txt")
	if err := os.WriteFile(text, []byte("سلام\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		settings string
		says     []string
		status   int
	}{
		"an unknown name":      {"width = 9\ncolour = 'x'\n", []string{"config.toml:2:1", "no setting", "colour", "justify", "The other settings hold."}, 0},
		"a wrong value":        {"width = 9\n\n  form = 'sideways'\n", []string{":3:3", "sideways", "alternate"}, 0},
		"no number":            {"digits = 'x'\nwidth = 9\n", []string{":1:1", "persian"}, 0},
		"a list":               {"width = 9\nform = ['visual', 'marked']\n", []string{":2:1", "one value"}, 0},
		"of a terminal":        {"width = 9\n[terminals.kitty]\nforms = 'visual'\n", []string{":3:1", "forms", "reordering"}, 0},
		"a key that is taken":  {"width = 9\n[keys]\nnext-hit = 'n'\nbookmark = ['X', 'n']\n", []string{":4:1", "the key n", "bookmark", "next-hit", "The other settings hold."}, 0},
		"a key of no action":   {"width = 9\n[keys]\nfly = 'm'\n", []string{":3:1", "no action", "fly", "page-down"}, 0},
		"no key":               {"width = 9\n[keys]\nup = 'mm'\n", []string{":3:1", "no key", "mm"}, 0},
		"a flag of the reader": {"width = 9\nplain = 'maybe'\n", []string{":2:1", "plain"}, 0},
		"keys that can be":     {"width = 9\n[keys]\nup = 'i'\ndown = 'لا'\nbookmark = []\n", nil, 0},
		"names of months":      {"width = 9\nmonths = 'roman'\n", []string{":2:1", "levantine"}, 0},
		"too much space":       {"width = 9\nspacing = 9\n", []string{":2:1", "0 to 2"}, 0},
		"an unknown table":     {"width = 9\n[kitty]\nform = 'visual'\n", []string{":3:1", "kitty.form"}, 0},
		"a theme":              {"width = 9\ntheme = 'mauve'\n", []string{":2:1", "mauve", "midnight"}, 0},
		"a language":           {"width = 9\nlang = 'fr'\n", []string{":2:1", "ar, en"}, 0},
		"what is no setting":   {"width = 9\nconfig = 'x'\n", []string{":2:1", "config"}, 0},
		"a file that is wrong": {"width = = 9\n", []string{"config.toml:1:9", "cannot be read"}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			config := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(config, []byte(tt.settings), 0o600); err != nil {
				t.Fatal(err)
			}
			out, wrong, status := run(t, nil, "cat", text, "--config", config, "--lang", "en")
			for _, want := range tt.says {
				if !strings.Contains(wrong, want) {
					t.Errorf("%q is not said in: %s", want, wrong)
				}
			}
			if (wrong == "") != (tt.says == nil) {
				t.Errorf("said: %s", wrong)
			}
			if tt.status == 0 && out != "     سلام\n" || status != tt.status {
				t.Errorf("%q, status %d", out, status)
			}
		})
	}
	t.Run("a file that is not there", func(t *testing.T) {
		_, wrong, status := run(t, nil, "cat", text, "--config", "/nowhere/config.toml")
		if status != 1 || !strings.Contains(wrong, "/nowhere/config.toml") {
			t.Errorf("status %d, %s", status, wrong)
		}
	})
}

// The answers to calibrate hold from then on, for that terminal.
func TestCalibrate(t *testing.T) {
	t.Parallel()
	config := filepath.Join(t.TempDir(), "config.toml")
	for _, tt := range []struct {
		name, answers string
		remembered    string
	}{
		{"left alone", "\r", ""},
		{"no form is right", "0\r", ""},
		{"half way", "3\r\r", ""},
		{"ended", "3\r\x04", ""},
		{"all answered", "9\r٤\r2\r2\r", "form = 'marked'\nshape = 'basic'\nmarks = 'hide'\n"},
		{"again, and not sure", "1\r0\r0\r", "form = 'visual'\nshape = 'auto'\nmarks = 'auto'\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := startProgram(t, filepath.Join(t.TempDir(), "library.db"), "calibrate", "--config", config, "--lang", "en")
			for answer := range strings.SplitAfterSeq(tt.answers, "\r") {
				s.waitFor("the question", func(screen, _ string) bool {
					return strings.HasPrefix(lastLine(screen), "Its number") || strings.HasPrefix(lastLine(screen), "A number") || answer == ""
				})
				s.press(answer)
				s.waitFor("what follows", func(screen, _ string) bool {
					return answer == "\x04" || strings.Contains(screen, "\n"+strings.TrimSpace(answer)+"\n") || lastLine(screen) != ""
				})
			}
			if err := s.wait(); err != nil {
				t.Fatal(err)
			}
			said, _ := os.ReadFile(config)
			if _, got, _ := strings.Cut(string(said), "]\n"); got != emulatedWidths+tt.remembered {
				t.Errorf("remembered %q, want %q", said, emulatedWidths+tt.remembered)
			}
		})
	}
	s := startProgram(t, filepath.Join(t.TempDir(), "library.db"), "doctor", "--config", config, "--lang", "en")
	s.waitFor("the settings", func(screen, _ string) bool {
		return strings.Contains(screen, `form = "visual" shape = "auto" marks = "auto"`)
	})
	if err := s.wait(); err != nil {
		t.Error(err)
	}
}

// lastLine is the last line of the screen with anything in it.
func lastLine(screen string) string {
	lines := strings.Split(strings.TrimRight(screen, " \n\r"), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

// Without HOME, as in a service, or with one that is relative, the folders are still those of the user.
func TestWithoutHome(t *testing.T) {
	t.Parallel()
	u, err := user.Current()
	if err != nil {
		t.Skip(err)
	}
	for _, home := range []string{"", "here", "./here"} {
		out, _, _ := run(t, []string{"HOME=" + home, "WARRAQ_LIBRARY=" + filepath.Join(t.TempDir(), "library.db")}, "doctor", "--lang", "en")
		if want := filepath.Join(u.HomeDir, ".config", "warraq", "config.toml"); !strings.Contains(out, want) {
			t.Errorf("HOME=%s: %s is not in:\n%s", home, want, out)
		}
	}
}
