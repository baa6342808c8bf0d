//go:build unix

package command_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Files are read in the character set that they are in, as articles are: old Arabic
// texts are in Windows-1256, and some editors write UTF-16.
func TestCatKnowsCharacterSets(t *testing.T) {
	t.Parallel()
	const text, markdown = "سوق الكتب في المدينة\n", "# سوق الكتب\n\nفي **المدينة** القديمة.\n"
	encode := map[string]func(string) (string, error){
		"UTF-8":        func(s string) (string, error) { return s, nil },
		"UTF-8 marked": func(s string) (string, error) { return "\uFEFF" + s, nil },
		"Windows-1256": charmap.Windows1256.NewEncoder().String,
		"UTF-16":       unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String,
	}
	for name, f := range encode {
		for _, tt := range []struct{ name, text, want string }{
			{"a.txt", text, "سوق الكتب في المدينة"}, {"a.md", markdown, "المدينة القديمة."},
		} {
			data, err := f(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			path := writeFile(t, tt.name, data)
			out, wrong, status := run(t, nil, "cat", path)
			if status != 0 || wrong != "" || !strings.Contains(out, tt.want) {
				t.Errorf("%s in %s: status %d, %s%s", tt.name, name, status, wrong, out)
			}
		}
	}
	_, wrong, status := run(t, nil, "cat", "--lang", "en", writeFile(t, "a.md", "\x00\x01"))
	if status != 1 || !strings.Contains(wrong, "a.md: it is not text") {
		t.Errorf("status %d, %s", status, wrong)
	}
}

// Who gives a folder to cat is told that it is one, and which command takes it.
func TestCatOfFolder(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"en": "it is a folder", "ar": "هذا مجلد لا ملف"} {
		out, wrong, status := run(t, []string{"WARRAQ_LANG=" + lang}, "cat", t.TempDir())
		if out != "" || status != 1 || !strings.Contains(wrong, want) || !strings.Contains(wrong, "warraq add") {
			t.Errorf("%s: status %d\n%s%s", lang, status, out, wrong)
		}
	}
}
