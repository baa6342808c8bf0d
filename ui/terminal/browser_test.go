package terminal

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// Only addresses of the web and of mail are opened, and only where there is what
// opens them.
func TestBrowser(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" || runtime.GOOS == "android" {
		t.Skip("it would open a window")
	}
	folder := t.TempDir()
	log := filepath.Join(folder, "opened")
	script := "#!/bin/sh\nprintf '%s' \"$*\" > " + log + ".part && mv " + log + ".part " + log + "\n"
	if err := os.WriteFile(filepath.Join(folder, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	with := func(display string) func(string) string {
		return func(name string) string {
			if name == "DISPLAY" {
				return display
			}
			return ""
		}
	}
	for _, address := range []string{"file:///etc/passwd", "javascript:alert(1)", "-x", "", "ssh://host", "https\x00://a"} {
		if err := Browser(with(":0"))(t.Context(), address); !errors.Is(err, ErrNotOpened) {
			t.Errorf("%q: %v", address, err)
		}
	}
	if err := Browser(with(""))(t.Context(), "https://a.example"); !errors.Is(err, ErrNoBrowser) {
		t.Errorf("without windows: %v", err)
	}
	const address = "https://a.example/b?c=d&e=$(touch%20x)"
	if err := Browser(with(":0"))(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	var got []byte
	for range 10000 {
		var err error
		if got, err = os.ReadFile(log); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if string(got) != address || strings.Contains(string(got), "\n") {
		t.Errorf("opened is %q, want %q", got, address)
	}
}

func TestOpener(t *testing.T) {
	none := func(string) string { return "" }
	wayland := func(name string) string { return map[string]string{"WAYLAND_DISPLAY": "wayland-0"}[name] }
	for system, want := range map[string]string{"windows": "rundll32", "darwin": "open", "linux": "", "freebsd": "", "android": "termux-open-url"} {
		if got, _ := openCommand(system, none); got != want {
			t.Errorf("%s opens with %q, want %q", system, got, want)
		}
	}
	if got, _ := openCommand("linux", wayland); got != "xdg-open" {
		t.Errorf("in Wayland it opens with %q", got)
	}
}
