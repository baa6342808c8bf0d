package export

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
)

func writeHello(w io.Writer) error {
	_, err := io.WriteString(w, "hello")
	return err
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What stands beside the file that is written, a file of the user's or a link that
// someone planted, is neither written to nor taken away, whatever its name is.
func TestFileTouchesNothingElse(t *testing.T) {
	folder, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "elsewhere")
	if err := os.WriteFile(elsewhere, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, "library.jsonl")
	for _, other := range []string{name + ".part", name + ".tmp"} {
		if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	linked := filepath.Join(folder, "linked.jsonl")
	if err := errors.Join(os.Symlink(elsewhere, linked), os.Symlink(elsewhere, linked+".part")); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{name, linked} {
		if err := File(path, writeHello); err != nil {
			t.Fatal(err)
		}
		if got := contentOf(t, path); got != "hello" {
			t.Errorf("%s holds %q", path, got)
		}
	}
	if err := File(name, func(io.Writer) error { return errFull }); !errors.Is(err, errFull) || contentOf(t, name) != "hello" {
		t.Errorf("a file that could not be written: %v, %q is left", err, contentOf(t, name))
	}
	for _, path := range []string{elsewhere, name + ".part", name + ".tmp"} {
		if got := contentOf(t, path); got != "mine" {
			t.Errorf("%s holds %q", path, got)
		}
	}
	var left []string
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if want := []string{"library.jsonl", "library.jsonl.part", "library.jsonl.tmp", "linked.jsonl", "linked.jsonl.part"}; !slices.Equal(left, want) {
		t.Errorf("in the folder: %q", left)
	}
	if err := File(filepath.Join(folder, "no", "such"), writeHello); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in no folder: %v", err)
	}
}

// A name of a device of Windows is no file's name, and every article has a file of
// its own.
func TestEveryArticleHasItsFile(t *testing.T) {
	for _, title := range []string{"con", "NUL", "aux", "PRN:", "com1", "LPT9", "CONIN$"} {
		if got := fileNames([]Card{{ID: "id1", Title: title}})["id1"]; got == titleSlug(title)+".md" || len(got) <= len(".md") {
			t.Errorf("%q is in %q", title, got)
		}
	}
	for _, title := range []string{"console", "com", "com10", "null"} {
		if got := fileNames([]Card{{ID: "id1", Title: title}})["id1"]; got != title+".md" {
			t.Errorf("%q is in %q", title, got)
		}
	}
	cards := []Card{{ID: "id1", Title: "x"}, {ID: "id2", Title: "x"}, {ID: "id3", Title: "x id1"}, {ID: "id4", Title: "x-id2"}, {ID: "id5", Title: "../id1"}, {ID: "../id6", Title: ""}}
	names := fileNames(cards)
	seen := map[string]bool{}
	for _, c := range cards {
		name := names[c.ID]
		if seen[name] || filepath.Base(name) != name || name[0] == '.' {
			t.Errorf("%+v is in %q (%q)", c, name, names)
		}
		seen[name] = true
	}
}

// What Hugo would take for a shortcode is text, outside of code and in it, and is read
// back as it was.
func TestShortcodes(t *testing.T) {
	for _, tt := range []struct{ body, want string }{
		{"نص {{< youtube x >}} و{{% raw %}}", "نص {\\{< youtube x >}} و{\\{% raw %}}"},
		{"يكتب `{{% raw %}}` هكذا", "يكتب `{\u2060{% raw %}}` هكذا"},
		{"```\n{{< a >}}\n```\n\n{{< b >}}", "```\n{\u2060{< a >}}\n```\n\n{\\{< b >}}"},
		{"    {{< a >}}\n\nx", "    {\u2060{< a >}}\n\nx"},
		{"{{{< a >}}", "{{\\{< a >}}"},
		{"{{ .Title }} {< {%", "{{ .Title }} {< {%"},
	} {
		got := withoutShortcodes(tt.body)
		if got != tt.want {
			t.Errorf("%q became %q, want %q", tt.body, got, tt.want)
		}
		a := articles.Article{Title: "عنوان", Body: got, Full: true, Kept: &articles.Kept{ID: "aaaaaaaa"}}
		text, err := a.Markdown()
		if err != nil {
			t.Fatal(err)
		}
		read, err := intake.Read("a.md", []byte(text))
		if err != nil || len(read) != 1 || read[0].Body != tt.body {
			t.Errorf("%q was read back as %+v, %v", tt.body, read, err)
		}
	}
}
