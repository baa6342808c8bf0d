//go:build unix

package command_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The manual pages are roff that formatters have nothing to say of, in both
// languages, a page for each command, and the same for the same source.
func TestManualPages(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"ar", "en"} {
		t.Run(lang, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "man1")
			environ := []string{"SOURCE_DATE_EPOCH=1700000000"}
			if _, wrong, status := run(t, environ, "man", folder, "--lang", lang); status != 0 {
				t.Fatal(wrong)
			}
			pages, err := filepath.Glob(filepath.Join(folder, "*.1"))
			if err != nil || len(pages) < 14 {
				t.Fatalf("%d pages, %v", len(pages), err)
			}
			whole, _, _ := run(t, environ, "man", "--lang", lang)
			if text, err := os.ReadFile(filepath.Join(folder, "warraq.1")); err != nil || string(text) != whole {
				t.Errorf("the page in the folder is another than that on standard output (%v)", err)
			}
			if !strings.HasPrefix(whole, `.TH "WARRAQ" "1" "2023-11-14" `) {
				t.Errorf("the page begins with %.80q", whole)
			}
			for _, page := range pages {
				for _, formatter := range [][]string{
					{"groff", "-Kutf8", "-man", "-ww", "-Tutf8", "-z"}, {"mandoc", "-Tlint", "-Wwarning"},
				} {
					path, err := exec.LookPath(formatter[0])
					if err != nil {
						t.Logf("%s is not here", formatter[0])
						continue
					}
					if said, err := exec.Command(path, append(formatter[1:], page)...).CombinedOutput(); err != nil || len(said) > 0 {
						t.Errorf("%s on %s: %v\n%s", formatter[0], filepath.Base(page), err, said)
					}
				}
			}
		})
	}
}

// A page takes the place of a link of its name; what the link points to stays.
func TestManualPagesFollowNoLink(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	precious := filepath.Join(t.TempDir(), "precious")
	page := filepath.Join(folder, "warraq.1")
	if err := errors.Join(os.WriteFile(precious, []byte("kept"), 0o600), os.Symlink(precious, page)); err != nil {
		t.Fatal(err)
	}
	if _, wrong, status := run(t, nil, "man", folder); status != 0 {
		t.Fatal(wrong)
	}
	if text, err := os.ReadFile(precious); err != nil || string(text) != "kept" {
		t.Errorf("%.80q, %v", text, err)
	}
	if info, err := os.Lstat(page); err != nil || !info.Mode().IsRegular() {
		t.Errorf("%v, %v", info, err)
	}
}

// A log that is a pipe which nobody reads holds nothing up.
func TestLogIsAPipe(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	log := filepath.Join(state, "warraq", "warraq.log")
	if err := errors.Join(os.Mkdir(filepath.Dir(log), 0o700), syscall.Mkfifo(log, 0o600)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, os.Args[0], "version", "--log", "--lang", "en")
	c.Env = append(os.Environ(), asProgram+"=1", "HOME="+t.TempDir(), "XDG_STATE_HOME="+state)
	if said, err := c.CombinedOutput(); err != nil || !strings.Contains(string(said), "warraq.log: it cannot be written") {
		t.Errorf("%s, %v", said, err)
	}
}
