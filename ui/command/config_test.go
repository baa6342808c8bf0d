//go:build unix

package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that init writes changes nothing, holds without its marks of comments
// too, and is left alone from then on.
func TestConfigInit(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"ar", "en"} {
		t.Run(lang, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "new", "config.toml")
			environ := []string{"WARRAQ_CONFIG=" + path, "WARRAQ_LANG=" + lang}
			out, wrong, status := run(t, environ, "config", "init")
			if status != 0 || wrong != "" || out != path+"\n" {
				t.Fatalf("status %d, %q, %s", status, out, wrong)
			}
			written, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if shown, _, _ := run(t, environ, "config"); shown != string(written) {
				t.Errorf("config shows something else:\n%s", shown)
			}
			if _, wrong, status := run(t, environ, "config", "init"); status != 1 || !strings.Contains(wrong, path) {
				t.Errorf("again: status %d, %s", status, wrong)
			}
			var held []string
			for line := range strings.Lines(string(written)) {
				name, _, isSetting := strings.Cut(strings.TrimPrefix(line, "# "), " = ")
				switch {
				case name == "library" || name == "width": // "" and 0 stand for what is found out
				case strings.HasPrefix(line, "# ["), isSetting && !strings.Contains(name, " "):
					held = append(held, strings.TrimPrefix(line, "# "))
				case !strings.HasPrefix(line, "#"):
					held = append(held, line)
				}
			}
			if len(held) < 50 {
				t.Errorf("only %d settings are in it", len(held))
			}
			if err := os.WriteFile(path, []byte(strings.Join(held, "")), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, wrong, status := run(t, environ, "version"); status != 0 || wrong != "" {
				t.Errorf("all of them together: status %d, %s\n%s", status, wrong, strings.Join(held, ""))
			}
		})
	}
}

// What a file has set stands in what config shows.
func TestConfigShowsWhatHolds(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte("measure = 70\n[keys]\nbookmark = ['b', 'f9']\n[terminals.st]\nform = 'marked'\n[feeds]\nkeep = 7\n[[rule]]\nmatch = 'x y'\nread = true\n[[rule]]\nfeed = 'z'\ntag = ['a', 'b']\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, wrong, status := run(t, []string{"WARRAQ_CONFIG=" + path}, "config")
	if status != 0 || wrong != "" {
		t.Fatalf("status %d, %s", status, wrong)
	}
	for _, want := range []string{"\nmeasure = 70\n", "\nbookmark = ['b', 'f9']\n", "\n[terminals.'st']\nform = 'marked'\n", "\n[feeds]\nkeep = 7\n", "\n[[rule]]\nmatch = 'x y'\nread = true\n", "\n[[rule]]\nfeed = 'z'\ntag = ['a', 'b']\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

// What is wrong with a command of the settings is said in the language of the interface.
func TestListenSettings(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte("[listen]\ncommand = []\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	environ := []string{"WARRAQ_CONFIG=" + path, "WARRAQ_LANG=ar", "WARRAQ_LIBRARY=" + filepath.Join(t.TempDir(), "library.db")}
	if _, wrong, _ := run(t, environ, "list"); !strings.Contains(wrong, "كلمات أمر") || strings.Contains(wrong, "a list of") {
		t.Errorf("it says %q", wrong)
	}
}
