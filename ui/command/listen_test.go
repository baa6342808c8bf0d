//go:build unix

package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Each sentence is handed to the command with its language, and written as it is read; a
// command that fails or ends at once is told of.
func TestListen(t *testing.T) {
	t.Parallel()
	said := filepath.Join(t.TempDir(), "said")
	file := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(file, []byte("# سوق الكتب\n\nفُتحت السوق أمس صباحًا. وجاء إليها الناس كلهم؟\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		script, wrong string
		status        int
	}{
		"it reads":  {`sleep 1; echo "$1 $2" >> "$3"`, "", exitDone},
		"it fails":  {"echo no voice >&2; exit 2", "no voice", exitFailed},
		"it is mad": {"exit 0", "ended at once", exitFailed},
	} {
		t.Run(name, func(t *testing.T) {
			c := newConsole(t, "lang = 'en'\n[listen]\ncommand = ['sh', '-c', '''"+tt.script+"''', 'sh', '{lang}', '{text}', '"+said+"']\n")
			c.must("add", file)
			id := strings.Fields(c.must("search", "سوق الكتب title:الكتب"))[0]
			status, out, wrong := c.run("listen", id)
			if status != tt.status || !strings.Contains(wrong, tt.wrong) || !strings.HasPrefix(strings.TrimSpace(out), "سوق الكتب") {
				t.Errorf("status %d, out %q, wrong %q", status, out, wrong)
			}
		})
	}
	got, err := os.ReadFile(said)
	if want := "ar سوق الكتب\nar فُتحت السوق أمس صباحًا.\nar وجاء إليها الناس كلهم؟\n"; err != nil || string(got) != want {
		t.Errorf("read aloud were %q, %v", got, err)
	}
	c := newConsole(t, "lang = 'en'\n")
	t.Run("none", func(t *testing.T) {
		if path := os.Getenv("PATH"); path != "" && hasProgram("espeak-ng", "espeak") {
			t.Skip("something reads aloud here")
		}
		c.must("add", file)
		id := strings.Fields(c.must("search", "title:الكتب"))[0]
		if status, _, wrong := c.run("listen", id); status != exitFailed || !strings.Contains(wrong, "espeak-ng") {
			t.Errorf("%d, %q", status, wrong)
		}
	})
}

// hasProgram tells whether one of some programs is installed.
func hasProgram(names ...string) bool {
	for _, name := range names {
		if _, err := exec.LookPath(name); err == nil {
			return true
		}
	}
	return false
}
