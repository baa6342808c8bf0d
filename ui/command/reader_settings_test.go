package command

import (
	"strings"
	"testing"
)

// The settings of the timer and of the program for addresses are taken or named as wrong.
func TestReaderSettings(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ file, wrong string }{
		{"[fetch]\nevery = \"30m\"\n[open]\ncommand = [\"firefox\", \"{url}\"]\n", ""},
		{"[fetch]\nevery = \"1s\"\n", "every"},
		{"[fetch]\nevery = \"soon\"\n", "every"},
		{"[fetch]\nsometimes = 1\n", "fetch.sometimes"},
		{"[open]\nshell = \"x\"\n", "open.shell"},
	} {
		c := newConsole(t, tt.file)
		_, out, wrong := c.run("config")
		if !strings.Contains(wrong, tt.wrong) || tt.wrong == "" && wrong != "" {
			t.Errorf("%q: said %q, want %q", tt.file, wrong, tt.wrong)
		}
		if tt.wrong == "" && (!strings.Contains(out, "\n[fetch]\nevery = '30m'\n") || !strings.Contains(out, "\n[open]\ncommand = ['firefox', '{url}']\n")) {
			t.Errorf("the settings are shown as %s", out)
		}
	}
}
