//go:build unix

package command_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// notedArticles makes a library with marks of every kind and gives its path.
func notedArticles(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	added, err := l.Add(t.Context(), []articles.Article{
		{Title: "سوق *الكتب*", Source: "النهر", URL: "https://paper.example/1", Published: time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC), Body: "سوق قديمة في المدينة"},
		{Title: "البحر", Body: "نص أطول عن البحر والسفن"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range []articles.Highlight{
		{Start: 4, End: 9, Quote: "قديمة", Note: "منذ متى؟\n\n- يُسأل"}, {Note: "تُقرأ ثانية"}, {Start: 0, End: 3, Quote: "سوق"},
	} {
		h.Made = time.UnixMilli(int64(1000 * i)).UTC()
		if _, _, err := l.AddHighlight(t.Context(), added[0].ID, h); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := l.AddHighlight(t.Context(), added[1].ID, articles.Highlight{Start: 13, End: 18, Quote: "البحر"}); err != nil {
		t.Fatal(err)
	}
	if err := l.AddReadingTime(t.Context(), added[0].ID, time.Now(), time.Minute); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestNotes(t *testing.T) {
	t.Parallel()
	library := notedArticles(t)
	out, wrong, status := run(t, nil, "notes", "--library", library, "--lang", "en")
	want := `## البحر

> البحر

## سوق \*الكتب\*

النهر · 3 November 2026 · <https://paper.example/1>

تُقرأ ثانية

> سوق

> قديمة

منذ متى؟

- يُسأل
`
	if status != 0 || out != want {
		t.Errorf("status %d, %s\n%s\nwant\n%s", status, wrong, out, want)
	}
	out, wrong, status = run(t, nil, "notes", "--format", "json", "--library", library)
	var list []struct {
		Quote, Note string
		Article     struct{ ID, Title string }
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil || status != 0 || len(list) != 4 {
		t.Fatalf("%s: %v, %d, %s", out, err, status, wrong)
	}
	if first := list[0]; first.Quote != "البحر" || first.Article.Title != "البحر" || first.Article.ID == "" {
		t.Errorf("%+v", first)
	}
	if out, _, status := run(t, nil, "notes", "--format", "json", "--library", filepath.Join(t.TempDir(), "library.db")); status != 0 || strings.TrimSpace(out) != "[]" {
		t.Errorf("of nothing: %d, %q", status, out)
	}
}

// What is exported with marks comes back with them.
func TestMarksGoThroughAnExport(t *testing.T) {
	t.Parallel()
	library := notedArticles(t)
	lines, wrong, status := run(t, nil, "export", "--library", library)
	if status != 0 || !strings.Contains(lines, `"marks":{`) {
		t.Fatalf("%d, %s\n%s", status, wrong, lines)
	}
	other := filepath.Join(t.TempDir(), "library.db")
	file := filepath.Join(t.TempDir(), "library.jsonl")
	if err := os.WriteFile(file, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, wrong, status := run(t, nil, "add", file, "--library", other); status != 0 {
		t.Fatal(wrong)
	}
	was, _, _ := run(t, nil, "notes", "--library", library)
	if got, _, _ := run(t, nil, "notes", "--library", other); got != was {
		t.Errorf("the notes are\n%s\nwant\n%s", got, was)
	}
	again, _, _ := run(t, nil, "export", "--library", other)
	if a, b := marksIn(t, lines), marksIn(t, again); len(a) != 2 || !slices.Equal(a, b) {
		t.Errorf("the marks are\n%s\nwant\n%s", b, a)
	}
}

// marksIn are the marks in an export, an article a line.
func marksIn(t *testing.T, export string) (marks []string) {
	t.Helper()
	for line := range strings.Lines(export) {
		var a struct {
			Title string
			Marks json.RawMessage
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if a.Marks != nil {
			marks = append(marks, a.Title+" "+string(a.Marks))
		}
	}
	slices.Sort(marks)
	return marks
}

func TestTagsAndOrders(t *testing.T) {
	t.Parallel()
	library := notedArticles(t)
	list := func(args ...string) string {
		t.Helper()
		out, wrong, status := run(t, nil, append([]string{"list", "--library", library, "--lang", "en"}, args...)...)
		if status != 0 {
			t.Fatal(wrong)
		}
		var ids []string
		for line := range strings.Lines(out) {
			fields := strings.Split(line, "\t")
			if fields[2] != "سوق *الكتب*" && fields[2] != "البحر" {
				continue // one that ships
			}
			ids = append(ids, fields[0])
		}
		return strings.Join(ids, " ")
	}
	byTitle := strings.Fields(list("--sort", "title"))
	if len(byTitle) != 2 {
		t.Fatalf("the list is %q", byTitle)
	}
	sea, books := byTitle[0], byTitle[1]
	for _, step := range []struct {
		args, says, tagged string
	}{
		{"bookmark " + sea + " --tag سفر --tag بحر", "بحر, سفر", sea},
		{"bookmark " + books + " " + sea + " --tag سَفَر", "سفر", sea + " " + books},
		{"bookmark " + sea + " --remove --tag سفر", "بحر", books},
		{"bookmark " + books + " --remove", "removed", ""},
	} {
		out, wrong, status := run(t, nil, append(strings.Fields(step.args), "--library", library, "--lang", "en")...)
		if status != 0 || !strings.Contains(out, step.says) {
			t.Errorf("%s: %d, %s, %s", step.args, status, out, wrong)
		}
		if got := list("--tag", "سفر", "--sort", "title"); got != step.tagged {
			t.Errorf("%s: tagged are %q, want %q", step.args, got, step.tagged)
		}
	}
	for args, want := range map[string]string{
		"--sort length": sea + " " + books, "--sort length --reverse": books + " " + sea,
		"--sort title --reverse": books + " " + sea, "--bookmarked": sea,
	} {
		if got := list(strings.Fields(args)...); got != want {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
	if _, wrong, status := run(t, nil, "list", "--sort", "colour", "--library", library); status != 2 || !strings.Contains(wrong, "colour") {
		t.Errorf("an order that there is not: %d, %s", status, wrong)
	}
	if out, _, _ := run(t, nil, "__complete", "list", "--library", library, "--tag", ""); !strings.Contains(out, "بحر") {
		t.Errorf("tags are completed with %s", out)
	}
}

// A query that finds nothing is suggested what it may have been meant for, beside
// the output, which stays what it is.
func TestSearchSuggests(t *testing.T) {
	t.Parallel()
	library := notedArticles(t)
	for _, test := range []struct{ args, out, says string }{
		{"search كديمة --lang en", "", "Did you mean قديمة?"},
		{"search البهر", "", "هل تقصد البحر؟"},
		{"search البهر --json", "[]", `"suggestion": "البحر"`},
		{"search غضنفر", "", "لا مقالة توافق ما طلبت."},
	} {
		out, wrong, status := run(t, nil, append(strings.Fields(test.args), "--library", library)...)
		if status != 1 || strings.TrimSpace(out) != test.out || !strings.Contains(wrong, test.says) {
			t.Errorf("%s: %d, %q, %q", test.args, status, out, wrong)
		}
	}
}
