//go:build unix

package command

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What is named and is no file holds nothing up: what is added or imported is refused in a
// sentence, and a theme that is a pipe is one without colours.
func TestPipesThatNobodyWrites(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe")
	config := filepath.Join(folder, "config.toml")
	theme := filepath.Join(folder, "themes", "pipe.toml")
	if err := os.Mkdir(filepath.Dir(theme), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, theme} {
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(config, []byte("lang = 'en'\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := newConsole(t, "lang = 'en'\n")
	for _, tt := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"add", pipe}, exitFailed, "neither a file nor a folder"},
		{[]string{"feed", "import", pipe}, exitFailed, "neither a file nor a folder"},
		{[]string{"feed", "import", os.DevNull}, exitFailed, "neither a file nor a folder"},
		{[]string{"feed", "import", "/dev/zero"}, exitFailed, "neither a file nor a folder"},
		{[]string{"feed", "import", folder}, exitFailed, "it is a folder"},
		{[]string{"config", "--config", config}, exitDone, ""},
	} {
		status, _, wrong := c.run(tt.args...)
		if status != tt.status || !strings.Contains(wrong, tt.says) {
			t.Errorf("%q: status %d, %s", tt.args, status, wrong)
		}
	}
}
