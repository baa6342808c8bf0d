package rtl

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestOutside builds a program that is a module of its own, and runs it: what it uses of
// this package can be had from outside.
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
	for _, name := range []string{"go.mod", "main.go"} {
		text, wrong := os.ReadFile(filepath.Join("testdata/outside", name+".txt"))
		if wrong == nil {
			text = bytes.ReplaceAll(text, []byte("../../../.."), []byte(root))
			wrong = os.WriteFile(filepath.Join(dir, name), text, 0o600)
		}
		if wrong != nil {
			t.Fatal(wrong)
		}
	}
	run := exec.CommandContext(t.Context(), "go", "run", ".")
	run.Dir = dir
	run.Env = append(run.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := run.CombinedOutput()
	const want = " ﻦﻣ ﺔﻟﺎﺳﺭ ﻩﺬﻫ ،ﻢﻜﻴﻠﻋ ﻡﻼﺳ\n             .ﺮﺧﺁ ﺞﻣﺎﻧﺮﺑ\n…ﻞﻳﻮﻃ ﻥﺍﻮﻨﻋ\n    ﻝﻭﻷﺍ ﺪﻨﺒﻟﺍ •|\n"
	if err != nil || string(out) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, out, want)
	}
}
