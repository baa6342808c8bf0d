//go:build unix

package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
)

// Bookmarks are set and taken away by ID or its beginning; what is not there is
// named, and the others are done.
func TestBookmark(t *testing.T) {
	t.Parallel()
	library := filepath.Join(t.TempDir(), "library.db")
	out, wrong, status := run(t, nil, "list", "--library", library)
	if status != 0 {
		t.Fatal(wrong)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	first, _, _ := strings.Cut(lines[0], "\t")
	second, _, _ := strings.Cut(lines[1], "\t")
	marked := func() (ids []string) {
		l, err := store.Open(t.Context(), library)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		list, err := l.List(t.Context(), store.Filter{Bookmarked: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			ids = append(ids, e.ID)
		}
		return ids
	}
	for _, step := range []struct {
		args   []string
		status int
		says   string
		marked []string
	}{
		{[]string{first, second[:5]}, 0, "", []string{first, second}},
		{[]string{first}, 0, "", []string{first, second}},
		{[]string{"--remove", "zzzzzzzz", second}, 3, "zzzzzzzz", []string{first}},
		{[]string{"zzzzzzzz"}, 1, "zzzzzzzz", []string{first}},
		{[]string{"--remove", first}, 0, "", nil},
		{nil, 2, "warraq help", nil},
	} {
		out, wrong, status := run(t, nil, append([]string{"bookmark", "--library", library, "--lang", "en"}, step.args...)...)
		if status != step.status || !strings.Contains(wrong, step.says) {
			t.Errorf("bookmark %q: status %d, %s", step.args, status, wrong)
		}
		if got := marked(); strings.Join(got, " ") != strings.Join(step.marked, " ") {
			t.Errorf("bookmark %q: marked are %q, want %q", step.args, got, step.marked)
		}
		if step.status == 0 && !strings.HasPrefix(out, first+"\t") {
			t.Errorf("bookmark %q says %q", step.args, out)
		}
	}
}
