//go:build unix

package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A copy takes the place of the library, which is kept; what is no library does not, and
// a copy that cp put there beside another one's journal is told with what to do.
func TestRestoreCommand(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	library, copied := filepath.Join(folder, "library.db"), filepath.Join(folder, "copy.db")
	environ := []string{"WARRAQ_LIBRARY=" + library, "WARRAQ_LANG=en"}
	if out, wrong, status := run(t, environ, "backup", copied); status != 0 {
		t.Fatalf("%s%s", out, wrong)
	}
	text := filepath.Join(folder, "text.md")
	if err := os.WriteFile(text, []byte("# سوق جديد\n\nنص قصير عن السوق.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, wrong, status := run(t, environ, "add", text); status != 0 {
		t.Fatalf("%s%s", out, wrong)
	}
	out, wrong, status := run(t, environ, "restore", copied)
	if status != 0 || wrong != "" || !strings.Contains(out, "20 articles") || len(glob(t, library+".replaced-*")) != 1 {
		t.Errorf("status %d\n%s%s", status, out, wrong)
	}
	if out, _, _ := run(t, environ, "list"); strings.Contains(out, "سوق جديد") {
		t.Errorf("the article that came later is there:\n%s", out)
	}
	if _, wrong, status := run(t, environ, "restore", text); status != 1 || !strings.Contains(wrong, "not a library") || !strings.Contains(wrong, "text.md") {
		t.Errorf("a text: status %d, %s", status, wrong)
	}
}

// The texts that an article had before are shown, the last one first.
func TestShowVersions(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	environ := []string{"WARRAQ_LIBRARY=" + filepath.Join(folder, "library.db"), "WARRAQ_LANG=en"}
	note := filepath.Join(folder, "note.md")
	id := ""
	body := strings.Repeat("كلام طويل عن السوق القديم وأهله ", 5)
	for _, more := range []string{"أولًا.", "ثانيًا، وزيد فيه."} {
		if err := os.WriteFile(note, []byte("---\ntitle: سوق المدينة\nurl: https://s.example/1\n---\n\n"+body+more+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		out, wrong, status := run(t, environ, "add", note)
		if status != 0 {
			t.Fatalf("%s%s", out, wrong)
		}
		id, _, _ = strings.Cut(out, "\t")
	}
	for format, want := range map[string]string{"text": "Until", "markdown": "# سوق المدينة", "json": `"until"`} {
		out, wrong, status := run(t, environ, "show", id, "--versions", "--format", format)
		if status != 0 || !strings.Contains(out, want) || !strings.Contains(out, "أولًا") || strings.Contains(out, "ثانيًا") {
			t.Errorf("%s: status %d\n%s%s", format, status, out, wrong)
		}
	}
}
