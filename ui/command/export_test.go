//go:build unix

package command_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// The library goes out in every form, to standard output or into a folder, and
// what is written into a folder is there whole.
func TestExport(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	library := "WARRAQ_LIBRARY=" + filepath.Join(folder, "library.db")
	for _, tt := range []struct{ format, name, begins string }{
		{"jsonl", "warraq.jsonl", `{"id":`}, {"html", "warraq.html", "<!DOCTYPE html>"},
		{"bibtex", "warraq.bib", "@article{"}, {"csl", "warraq.json", "["}, {"epub", "warraq.epub", "PK"},
	} {
		t.Run(tt.format, func(t *testing.T) {
			out, wrong, status := run(t, []string{library}, "export", "--format", tt.format)
			if status != 0 || !strings.HasPrefix(out, tt.begins) {
				t.Fatalf("status %d, %s%.80s", status, wrong, out)
			}
			to := filepath.Join(folder, "new", tt.format)
			for _, path := range []string{to, filepath.Join(to, "other"+filepath.Ext(tt.name))} {
				if _, wrong, status := run(t, []string{library}, "export", path, "--format", tt.format); status != 0 {
					t.Fatal(wrong)
				}
			}
			for _, name := range []string{tt.name, "other" + filepath.Ext(tt.name)} {
				if written, err := os.ReadFile(filepath.Join(to, name)); err != nil || !bytes.Equal(written, []byte(out)) {
					t.Errorf("%s is not what goes to standard output (%v)", name, err)
				}
			}
			if names, _ := os.ReadDir(to); len(names) != 2 {
				t.Errorf("left behind: %v", names)
			}
		})
	}
}

// What goes out as JSON Lines or as Markdown makes an equal library of an empty one,
// bookmarks and tags included.
func TestExportAndAddAgain(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	first := "WARRAQ_LIBRARY=" + filepath.Join(folder, "first.db")
	do := func(library string, args ...string) string {
		t.Helper()
		out, wrong, status := run(t, []string{library}, args...)
		if status != 0 {
			t.Fatalf("%q: status %d, %s", args, status, wrong)
		}
		return out
	}
	id, _, _ := strings.Cut(do(first, "list", "--limit", "1"), "\t")
	do(first, "bookmark", id, "--tag", "سفر", "--tag", "to do: later")
	want := do(first, "export")
	for _, format := range []string{"jsonl", "markdown"} {
		t.Run(format, func(t *testing.T) {
			out := filepath.Join(folder, format)
			do(first, "export", out, "--format", format)
			second := "WARRAQ_LIBRARY=" + filepath.Join(folder, format+".db")
			do(second, "add", out)
			if got := do(second, "export"); got != want {
				t.Errorf("came back as\n%s, want\n%s", got, want)
			}
		})
	}
}

func TestShowCites(t *testing.T) {
	t.Parallel()
	library := "WARRAQ_LIBRARY=" + filepath.Join(t.TempDir(), "library.db")
	list, _, _ := run(t, []string{library}, "list", "--limit", "1")
	id, _, _ := strings.Cut(list, "\t")
	for format, want := range map[string]string{"bibtex": "@article{warraq-" + id + ",", "csl": `"id": "warraq-` + id + `"`} {
		out, wrong, status := run(t, []string{library}, "show", id, "--format", format)
		if status != 0 || !strings.Contains(out, want) || strings.Count(out, "warraq-") != 1 {
			t.Errorf("%s: status %d, %s%s", format, status, wrong, out)
		}
	}
}

// What is exported as JSON Lines and added to an empty library is exported from there
// byte for byte, and changes nothing where it came from: articles, cards and marks.
func TestExportComesBack(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	one := []string{"WARRAQ_LIBRARY=" + filepath.Join(folder, "one.db")}
	other := []string{"WARRAQ_LIBRARY=" + filepath.Join(folder, "other.db")}
	page := filepath.Join(folder, "page.jsonl")
	lines := `{"title":"ميناء قديم","body":"نص عن الميناء والسفن التي ترسو فيه.","source":"النهر","published":"2026-11-03","full":true,
		"related":[{"title":"بطاقة الميناء","author":"سالم النوري","place":"صور"},{"title":"بطاقة أخرى","source":"النهر"}]}`
	if err := os.WriteFile(page, []byte(strings.ReplaceAll(lines, "\n", " ")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	must := func(environ []string, args ...string) string {
		t.Helper()
		out, wrong, status := run(t, environ, args...)
		if status != 0 {
			t.Fatalf("%v: status %d\n%s%s", args, status, out, wrong)
		}
		return out
	}
	must(one, "add", page)
	var added []struct{ ID string }
	if err := json.Unmarshal([]byte(must(one, "search", "الميناء", "--json")), &added); err != nil || len(added) < 2 {
		t.Fatalf("%+v, %v", added, err)
	}
	l, err := store.Open(t.Context(), filepath.Join(folder, "one.db"))
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range added {
		item, err := l.Article(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		_, tagged := l.Tag(t.Context(), a.ID, "سفر", "بحر وبر")
		_, _, noted := l.AddHighlight(t.Context(), a.ID, articles.Highlight{Note: "سطر\nوسطر «آخر»"})
		_, _, marked := l.AddHighlight(t.Context(), a.ID, store.Passage(item.Body+" نص طويل", 2, 7))
		err = errors.Join(tagged, noted, marked, l.SetRead(t.Context(), a.ID, i == 0), l.SetPosition(t.Context(), a.ID, 5+i),
			l.AddReadingTime(t.Context(), a.ID, time.Date(2026, 11, 2+i, 9, 0, 0, 0, time.UTC), 95007*time.Millisecond))
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	exported := must(one, "export", "-")
	if err := os.WriteFile(page, []byte(exported), 0o600); err != nil {
		t.Fatal(err)
	}
	must(other, "add", page)
	if again := must(other, "export", "-"); again != exported {
		t.Errorf("it comes back as\n%s\nand was\n%s", again, exported)
	}
	must(one, "add", page)
	if again := must(one, "export", "-"); again != exported {
		t.Errorf("where it came from is now\n%s\nand was\n%s", again, exported)
	}
}
