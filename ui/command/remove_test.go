//go:build unix

package command_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// Articles are put away and removed by ID or its beginning, or all that came from one
// source or with the program; what is not there is named, and the others are done.
func TestArchiveAndRemove(t *testing.T) {
	t.Parallel()
	library := filepath.Join(t.TempDir(), "library.db")
	listed := func(flags ...string) (ids []string) {
		t.Helper()
		out, wrong, status := run(t, nil, append([]string{"list", "--library", library}, flags...)...)
		if status != 0 {
			t.Fatal(wrong)
		}
		for line := range strings.Lines(out) {
			id, _, _ := strings.Cut(line, "\t")
			ids = append(ids, id)
		}
		return ids
	}
	there := listed()
	first, second, all := there[0], there[1], len(there)
	for _, step := range []struct {
		args             []string
		status           int
		says             string
		listed, archived int
	}{
		{[]string{"archive", first, second[:5]}, 0, "", all - 2, 2},
		{[]string{"archive", "zzzzzzzz", first}, 3, "zzzzzzzz", all - 2, 2},
		{[]string{"archive", "--remove", second}, 0, "", all - 1, 1},
		{[]string{"remove", first, "--dry-run"}, 0, "", all - 1, 1},
		{[]string{"remove", first, second, "zzzzzzzz"}, 3, "zzzzzzzz", all - 2, 0},
		{[]string{"remove", first}, 1, first, all - 2, 0},
		{[]string{"remove"}, 2, "warraq help", all - 2, 0},
		{[]string{"remove", there[2], "--bundled"}, 2, "warraq help", all - 2, 0},
		{[]string{"remove", "--source", "no such paper"}, 0, "", all - 2, 0},
		{[]string{"remove", "--bundled", "--dry-run"}, 0, "", all - 2, 0},
		{[]string{"remove", "--bundled"}, 0, "", 0, 0},
	} {
		_, wrong, status := run(t, nil, append([]string{"--library", library, "--lang", "en"}, step.args...)...)
		if status != step.status || !strings.Contains(wrong, step.says) {
			t.Errorf("%q: status %d, %s", step.args, status, wrong)
		}
		if n, put := len(listed()), len(listed("--archived")); n != step.listed || put != step.archived {
			t.Errorf("%q: %d listed and %d archived, want %d and %d", step.args, n, put, step.listed, step.archived)
		}
	}
}
