//go:build unix

package terminal

import (
	"os"
	"path/filepath"
	"testing"
)

func TestClipboardThroughTmux(t *testing.T) {
	if Clipboard(environ("TERM=xterm")) != nil || Clipboard(environ("STY=1")) != nil {
		t.Error("there is a way around where none is known")
	}
	folder := t.TempDir()
	took := filepath.Join(folder, "took")
	script := "#!/bin/sh\n[ \"$*\" = 'load-buffer -w -' ] && cat >" + took + "\n"
	if err := os.WriteFile(filepath.Join(folder, "tmux"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+":"+os.Getenv("PATH"))
	copyText := Clipboard(environ("TMUX=/tmp/tmux-0/default,1,0"))
	if err := copyText(t.Context(), "سلام\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(took); err != nil || string(got) != "سلام\n" {
		t.Errorf("tmux took %q, %v", got, err)
	}
	t.Setenv("PATH", "")
	if err := copyText(t.Context(), "x"); err == nil {
		t.Error("no error without tmux")
	}
}
