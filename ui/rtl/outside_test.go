package rtl

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestOutside builds a program that is a module of its own, and runs it: what it uses of
// this package and of package terminal can be had from outside, without Bubble Tea.
func TestOutside(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it builds a program")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, from := range map[string]string{
		"go.mod": "testdata/outside/go.mod.txt", "main.go": "testdata/outside/main.go.txt", "go.sum": filepath.Join(root, "go.sum"),
	} {
		text, wrong := os.ReadFile(from)
		if wrong == nil {
			text = bytes.ReplaceAll(text, []byte("../../../.."), []byte(root))
			wrong = os.WriteFile(filepath.Join(dir, name), text, 0o600)
		}
		if wrong != nil {
			t.Fatal(wrong)
		}
	}
	command := func(arguments ...string) ([]byte, error) {
		c := exec.CommandContext(t.Context(), "go", arguments...)
		c.Dir = dir
		c.Env = append(c.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
		return c.CombinedOutput()
	}
	out, err := command("run", ".")
	const want = " ﻦﻣ ﺔﻟﺎﺳﺭ ﻩﺬﻫ ،ﻢﻜﻴﻠﻋ ﻡﻼﺳ\n             .ﺮﺧﺁ ﺞﻣﺎﻧﺮﺑ\n…ﻞﻳﻮﻃ ﻥﺍﻮﻨﻋ\n    ﻝﻭﻷﺍ ﺪﻨﺒﻟﺍ •|\n" +
		"kitty toggle\n   ﺛﺎﻥ ﺳﻄﺮ|\n"
	if err != nil || string(out) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, out, want)
	}
	if out, err = command("list", "-deps", "."); err != nil || bytes.Contains(out, []byte("charm.land/")) {
		t.Errorf("%v: it needs Bubble Tea\n%s", err, out)
	}
}
