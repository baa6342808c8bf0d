package terminal

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// fakeTmux puts a tmux into PATH that says this.
func fakeTmux(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("it has no tmux")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "tmux"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
}

func TestTerminalOutsideAMultiplexer(t *testing.T) {
	for _, tt := range []struct {
		name, tmux, environ string
		terminal            string
		form                Form
	}{
		{"tmux in konsole", `printf '0\nxterm-256color\nKonsole 22.12.3\n'`, "TMUX=x TERM=screen-256color", "tmux in konsole", Marked},
		{"tmux in kitty, before it asks for versions", `printf '0\nxterm-kitty\n\n'`, "TMUX=x", "tmux in kitty", Toggle},
		{"tmux started from kitty, now in xterm", `printf '0\nxterm\nXTerm(379)\n'`, "TMUX=x KITTY_WINDOW_ID=1", "tmux in XTerm", Visual},
		{"tmux in VTE, which it does not know, by what it was started with", `printf '0\nxterm-256color\n\n'`, "TMUX=x VTE_VERSION=7006", "tmux in VTE", Marked},
		{"tmux over ssh, in who knows what", `printf '0\nxterm-256color\n\n'`, "TMUX=x", "tmux", Visual},
		{"tmux before 3.0", `exit 1`, "TMUX=x TERM=screen TERM_PROGRAM=tmux", "tmux", Visual},
		{"tmux in one that reorders, says tmux", `printf '0\nxterm-256color\n\nbpaste,bidi,title\n'`, "TMUX=x", "tmux", Anchored},
		{"tmux in PuTTY, by its TERM", `printf '0\nputty-256color\n\n'`, "TMUX=x", "tmux in PuTTY", Blank},
		{"screen in VTE", "", "STY=x TERM=screen VTE_VERSION=7006", "screen in VTE", Marked},
		{"screen in mlterm", "", "STY=x MLTERM=3.9", "screen in mlterm", Logical},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fakeTmux(t, tt.tmux)
			m, ok := multiplexerOf(environ(tt.environ))
			if !ok {
				t.Fatal("no multiplexer")
			}
			got := m.detect(t.Context())
			if got.Name != tt.terminal || got.Form != tt.form || got.Off != "" {
				t.Errorf("got %q, %v, %q; by %s", got.Name, got.Form, got.Off, got.Evidence)
			}
		})
	}
}

// The environment of tmux's client tells more than the one that tmux handed on.
func TestEnvironmentOfTheClient(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux shows it")
	}
	client := exec.CommandContext(t.Context(), "sleep", "60")
	client.Env = []string{"VTE_VERSION=7006"}
	if err := client.Start(); err != nil {
		t.Skipf("no process: %v", err)
	}
	defer client.Wait()
	defer client.Process.Kill()
	fakeTmux(t, fmt.Sprintf(`printf '%d\nxterm-256color\n\n'`, client.Process.Pid))
	m, _ := multiplexerOf(environ("TMUX=x KITTY_WINDOW_ID=1"))
	if got := m.detect(t.Context()); got.Name != "tmux in VTE" {
		t.Errorf("got %q; by %s", got.Name, got.Evidence)
	}
}

// A title is cut here where tmux cuts it as it is set when nobody sets it: it would take away
// the beginning of what stands in the order in which it is seen, and the mark at the end of
// what does not, which keeps the time behind it in place.
func TestTitleIsAsLongAsTmuxShowsIt(t *testing.T) {
	const title = "אבג דהו זחט יכל מנסע פצ"
	inside := func(name string, form Form) Terminal { return Terminal{Name: name, Form: form, inside: true} }
	for _, tt := range []struct {
		name     string
		terminal Terminal
		title    string
		want     string
	}{
		{"tmux", inside("tmux in XTerm", Visual), title, "…סנמ לכי טחז והד גבא"},
		{"tmux in what reorders", inside("tmux in konsole", Marked), title, "…\u200eמנס\u200e \u200eיכל\u200e \u200eזחט\u200e \u200eדהו\u200e \u200eאבג\u200e"},
		{"an English title has its end cut off by tmux", inside("tmux in XTerm", Visual), "abc def ghi jkl mno pqr", "abc def ghi jkl mno pqr"},
		{"screen", inside("screen in XTerm", Visual), title, "צפ עסנמ לכי טחז והד גבא"},
	} {
		if got := tt.terminal.Title(tt.title); got != tt.want {
			t.Errorf("%s: got %+q, want %+q", tt.name, got, tt.want)
		}
	}
}

// A title inside a multiplexer is laid out as a row, elsewhere it is text.
func TestTitle(t *testing.T) {
	for _, tt := range []struct {
		terminal Terminal
		want     string
	}{
		{Terminal{Form: Visual}, "אב (ab)\u0627"},
		{Terminal{Form: Visual, inside: true}, "\ufe8d(ab) בא"},
		{Terminal{Form: Logical, inside: true}, "אב (ab)\u0627"},
		{Terminal{Form: Anchored, inside: true}, "\ufe8d\u200e(ab) ב\u200eא\u200e"},
	} {
		if got := tt.terminal.Title("אב (ab)\u0627"); got != tt.want {
			t.Errorf("%v, inside %v: %q, want %q", tt.terminal.Form, tt.terminal.inside, got, tt.want)
		}
	}
}
