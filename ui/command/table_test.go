//go:build unix

package command_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// exitStatus is how a program in a terminal ended.
func exitStatus(t *testing.T, err error) int {
	t.Helper()
	if err == nil {
		return 0
	}
	status, ok := errors.AsType[*exec.ExitError](err)
	if !ok {
		t.Fatal(err)
	}
	return status.ExitCode()
}

// A search that finds nothing says so on standard error and ends with status 1, as grep
// does, and offers what a misspelt word may have been meant for.
func TestSearchThatFindsNothing(t *testing.T) {
	t.Parallel()
	environ := stocked(t)
	for args, want := range map[string]struct{ out, wrong string }{
		"search لاشيءهنا":        {"", "No article matches.\n"},
		"search لاشيءهنا --json": {"[]\n", "No article matches.\n"},
		"search النخاس":          {"", "No article matches. Did you mean النحاس?\n"},
	} {
		out, wrong, status := run(t, environ, strings.Fields(args)...)
		if out != want.out || wrong != want.wrong || status != 1 {
			t.Errorf("%s: status %d, %q, %q", args, status, out, wrong)
		}
	}
	if out, wrong, status := run(t, environ, "list", "--section", "لا"); out != "" || wrong != "" || status != 0 {
		t.Errorf("an empty list: status %d, %q, %q", status, out, wrong)
	}
}

// On a terminal a list has columns: each is where it is in every row, whatever its
// text.
func TestListHasColumns(t *testing.T) {
	t.Parallel()
	environ := stocked(t)
	for _, lang := range []string{"ar", "en"} {
		s := startIn(t, append(environ, "WARRAQ_LANG="+lang), "", environ[0][len("WARRAQ_LIBRARY="):], "list", "--limit", "3")
		if err := s.wait(); err != nil {
			t.Fatal(err)
		}
		ids := map[int]bool{}
		for line := range strings.Lines(s.screen.String()) {
			for _, id := range []string{"aaaaaaaa", "bbbbbbbb", "cccccccc"} {
				if before, _, ok := strings.Cut(line, id); ok {
					ids[len([]rune(before))] = true
				}
			}
		}
		if len(ids) != 1 {
			t.Errorf("%s: the IDs stand in %d columns:\n%s", lang, len(ids), s.screen.String())
		}
		if lang == "ar" && !ids[0] {
			t.Errorf("in Arabic the IDs are not at the left:\n%s", s.screen.String())
		}
		if !strings.Contains(s.raw.String(), "\x1b[1") {
			t.Errorf("%s: nothing stands out: %q", lang, s.raw.String())
		}
	}
}

// What is longer than the screen is paged, whichever command writes it; what fits is
// not.
func TestCommandsPage(t *testing.T) {
	t.Parallel()
	environ := stocked(t)
	library := environ[0][len("WARRAQ_LIBRARY="):]
	for _, tt := range []struct {
		args   string
		paged  bool
		status int
	}{
		{"list", false, 0}, {"show bbbb", false, 0}, {"notes", false, 0}, {"help version", false, 0}, {"search النحاس", false, 0}, {"search لاشيءهنا", false, 1},
		{"help", true, 0}, {"show h3cf", true, 0}, {"help --no-pager", false, 0}, {"show h3cf --no-pager", false, 0},
	} {
		t.Run(tt.args, func(t *testing.T) {
			t.Parallel()
			s := startIn(t, environ, "", library, strings.Fields(tt.args)...)
			if tt.paged {
				s.waitFor("the pager", func(string, string) bool { return s.screen.IsAltScreen() })
				s.press("q")
			}
			if status := exitStatus(t, s.wait()); status != tt.status {
				t.Errorf("status %d:\n%s", status, s.raw.String())
			}
			if paged := strings.Contains(s.raw.String(), "\x1b[?1049h"); paged != tt.paged {
				t.Errorf("paged: %v", paged)
			}
			s.restored()
		})
	}
}

// Adding ends with how much came in; on a terminal the articles are named where they
// are few, in a pipe always.
func TestAddEndsWithATotal(t *testing.T) {
	t.Parallel()
	many := filepath.Join(t.TempDir(), "many.jsonl")
	var lines strings.Builder
	for i := range 30 {
		lines.WriteString(`{"title":"خبر ` + strings.Repeat("س", i+1) + `","body":"نص"}` + "\n")
	}
	if err := os.WriteFile(many, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	few := writeFile(t, "few.jsonl", `{"title":"أول","body":"نص"}
{"title":"ثان","body":"نص"}
`)
	for path, want := range map[string]struct {
		total string
		named bool
	}{many: {"30 articles added.", false}, few: {"2 articles added.", true}} {
		library := filepath.Join(t.TempDir(), "library.db")
		s := startIn(t, []string{"WARRAQ_LANG=en"}, "", library, "add", path)
		if err := s.wait(); err != nil {
			t.Fatal(err)
		}
		screen := s.screen.String()
		if !strings.Contains(screen, want.total) || strings.Contains(screen, "new") != want.named {
			t.Errorf("%s:\n%s", want.total, screen)
		}
		out, wrong, status := run(t, []string{"WARRAQ_LANG=en", "WARRAQ_LIBRARY=" + filepath.Join(t.TempDir(), "library.db")}, "add", path)
		if status != 0 || wrong != "" || strings.Count(out, "\n") != strings.Count(out, "\tnew\t") || strings.Count(out, "\n") < 2 {
			t.Errorf("in a pipe: status %d, %q, %q", status, out, wrong)
		}
	}
}
