package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The levels of tashkeel are those of the reader; a setting holds for these commands, too.
func TestTashkeelOfCommands(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(file, []byte("# مُعَلِّمٌ\n\nقَدَّمَ الدَّرْسَ.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		settings, want string
		args           []string
	}{
		{"", "قَدَّمَ الدَّرْسَ.", nil}, {"", "قدّم الدّرس.", []string{"--tashkeel", "shadda"}}, {"", "قدم الدرس.", []string{"--tashkeel", "hide"}},
		{"tashkeel = 'shadda'\n", "قدّم الدّرس.", nil},
	} {
		c := newConsole(t, tt.settings)
		if out := c.must(append([]string{"cat", file}, tt.args...)...); !strings.Contains(out, tt.want) {
			t.Errorf("cat %q with %q: %q", tt.args, tt.settings, out)
		}
		c.must("add", file)
		id := strings.Fields(c.must("search", "الدرس"))[0]
		if out := c.must(append([]string{"show", id}, tt.args...)...); !strings.Contains(out, tt.want) {
			t.Errorf("show %q with %q: %q", tt.args, tt.settings, out)
		}
	}
	c := newConsole(t, "")
	if status, _, _ := c.run("cat", file, "--tashkeel", "some"); status != exitUsage {
		t.Errorf("a level that is none: %d", status)
	}
}
