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

// A folder of Markdown is read back to as many articles, the same again.
func TestExportAndAddMarkdown(t *testing.T) {
	folder := t.TempDir()
	first, second := "WARRAQ_LIBRARY="+filepath.Join(folder, "1.db"), "WARRAQ_LIBRARY="+filepath.Join(folder, "2.db")
	notes := filepath.Join(folder, "notes")
	if _, wrong, status := run(t, []string{first}, "export", notes, "--format", "markdown"); status != 0 {
		t.Fatal(wrong)
	}
	if _, wrong, status := run(t, []string{second}, "add", notes); status != 0 {
		t.Fatal(wrong)
	}
	again := filepath.Join(folder, "again")
	if _, wrong, status := run(t, []string{second}, "export", again, "--format", "markdown"); status != 0 {
		t.Fatal(wrong)
	}
	files, err := os.ReadDir(notes)
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, f := range files {
		want, _ := os.ReadFile(filepath.Join(notes, f.Name()))
		got, err := os.ReadFile(filepath.Join(again, f.Name()))
		if err != nil {
			t.Error(err)
			continue
		}
		body := func(text []byte) string {
			_, rest, _ := strings.Cut(string(text), "\n---\n")
			rest, _, _ = strings.Cut(rest, "<!-- warraq: links -->")
			return rest
		}
		if body(got) != body(want) {
			t.Errorf("%s came back as\n%s", f.Name(), got)
		}
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
