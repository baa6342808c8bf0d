//go:build unix

package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The library goes out in every form, to standard output or into a folder, and
// what is written into a folder is there whole.
func TestExport(t *testing.T) {
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
