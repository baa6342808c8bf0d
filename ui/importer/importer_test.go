package importer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
)

func emptyLibrary(t testing.TB) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// folder holds files by their names.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	path := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(path, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// said is what became of each input, in their order.
func said(results []Result) string {
	var all []string
	for _, r := range results {
		what := r.Outcome.String()
		if r.Err != nil {
			what = "refused"
		}
		all = append(all, strings.TrimSpace(filepath.Base(r.Input)+" "+r.Title)+" "+what)
	}
	return strings.Join(all, "; ")
}

// Every input has a result, good or bad, in the order of the inputs.
func TestAdd(t *testing.T) {
	t.Parallel()
	l := emptyLibrary(t)
	path := folder(t, map[string]string{
		"a.md": "# أول\n\nنص.", "b.txt": "", "c.md": "# ثان\n\nنص آخر.",
		"d.jsonl": `{"title":"ثالث","content":"نص ثالث"}` + "\n" + `{"title":` + "\n" + `{"title":"أول","content":"نص."}` + "\n",
	})
	for _, want := range []string{
		"a.md أول new; b.txt refused; c.md ثان new; d.jsonl refused; d.jsonl ثالث new; d.jsonl أول same",
		"a.md أول same; b.txt refused; c.md ثان same; d.jsonl refused; d.jsonl ثالث same; d.jsonl أول same",
	} {
		var results []Result
		var bytes int64
		for done, err := range Add(t.Context(), l, intake.Open(t.Context(), []string{path}, nil)) {
			if err != nil {
				t.Fatal(err)
			}
			results, bytes = append(results, done.Results...), bytes+done.Bytes
		}
		if got := said(results); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
		for _, r := range results {
			if (r.ID == "") != (r.Err != nil) {
				t.Errorf("%s: ID %q, error %v", r.Title, r.ID, r.Err)
			}
		}
		if bytes < 100 {
			t.Errorf("%d bytes", bytes)
		}
	}
}

func TestReadAddsNothing(t *testing.T) {
	t.Parallel()
	path := folder(t, map[string]string{"a.md": "# أول\n\nنص.", "b.txt": ""})
	var results []Result
	for more := range Read(t.Context(), intake.Open(t.Context(), []string{path}, nil)) {
		results = append(results, more...)
	}
	if got, want := said(results), "a.md أول new; b.txt refused"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// lines is JSON Lines of so many articles.
func lines(n int) string {
	var s strings.Builder
	for i := range n {
		fmt.Fprintf(&s, `{"title":"خبر %d","content":"نص الخبر رقم %d %s"}`+"\n", i, i, strings.Repeat("كلام ", 100))
	}
	return s.String()
}

// What was handed on is in the library, whatever ends the rest; saying it again
// completes it.
func TestStoppedHalfWayAndSaidAgain(t *testing.T) {
	t.Parallel()
	l := emptyLibrary(t)
	const all = 3000
	path := filepath.Join(folder(t, map[string]string{"big.jsonl": lines(all)}), "big.jsonl")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	handed := 0
	var stopped error
	for done, err := range Add(ctx, l, intake.Open(t.Context(), []string{path}, nil)) {
		if stopped = err; err == nil {
			handed += len(done.Results)
			cancel()
		}
	}
	kept, err := l.Count(t.Context(), store.Filter{})
	if err != nil || kept != handed || handed == 0 || handed == all || !errors.Is(stopped, context.Canceled) {
		t.Fatalf("%d handed on, %d kept, stopped by %v (%v)", handed, kept, stopped, err)
	}
	for _, err := range Add(t.Context(), l, intake.Open(t.Context(), []string{path}, nil)) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if kept, err = l.Count(t.Context(), store.Filter{}); err != nil || kept != all {
		t.Errorf("%d kept in the end, want %d (%v)", kept, all, err)
	}
}

// A library that fails ends it with its own error.
func TestLibraryFails(t *testing.T) {
	t.Parallel()
	l := emptyLibrary(t)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	path := folder(t, map[string]string{"a.md": "# أول\n\nنص."})
	failed := false
	for _, err := range Add(t.Context(), l, intake.Open(t.Context(), []string{path}, nil)) {
		failed = failed || err != nil
	}
	if !failed {
		t.Error("no error of a closed library")
	}
}

// JSON Lines of articles of 3 KB into the library: articles a second.
func BenchmarkAdd(b *testing.B) {
	const n = 5000
	path := filepath.Join(folder(b, map[string]string{"big.jsonl": lines(n)}), "big.jsonl")
	for b.Loop() {
		b.StopTimer()
		l := emptyLibrary(b)
		b.StartTimer()
		for _, err := range Add(b.Context(), l, intake.Open(b.Context(), []string{path}, nil)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// Articles that stood side by side in an export, one file of lines or a file for each, are
// as many as they were, however alike.
func TestExportsStayWhole(t *testing.T) {
	t.Parallel()
	const body = "أعلنت البلدية فتح السوق القديم صباح السبت بعد ترميم دام ثلاث سنوات."
	page := func(id string) string {
		return "---\ntitle: سوق الكتب\nlink: https://example.org/1\nadded: \"2026-11-30T12:00:00Z\"\nwarraq: " + id + "\n---\n\n" + body + "\n"
	}
	line := func(id string) string {
		return `{"id":"` + id + `","title":"سوق الكتب","lang":"ar","full":true,"read":false,"url":"https://example.org/1","added":"2026-11-30T12:00:00Z","body":"` + body + "\"}\n"
	}
	for name, files := range map[string]map[string]string{
		"lines": {"all.jsonl": line("aaaaaaab") + line("aaaaaaac")},
		"pages": {"1.md": page("aaaaaaab"), "2.md": page("aaaaaaac")},
	} {
		l := emptyLibrary(t)
		for _, err := range Add(t.Context(), l, intake.Open(t.Context(), []string{folder(t, files)}, nil)) {
			if err != nil {
				t.Fatal(err)
			}
		}
		if list, err := l.List(t.Context(), store.Filter{}); err != nil || len(list) != 2 {
			t.Errorf("%s: %d articles, %v", name, len(list), err)
		}
	}
}
