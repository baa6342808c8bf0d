//go:build unix

package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The manual pages are roff that formatters have nothing to say of, in both
// languages, a page for each command, and the same for the same source.
func TestManualPages(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"ar", "en"} {
		t.Run(lang, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "man1")
			environ := []string{"SOURCE_DATE_EPOCH=1700000000"}
			if _, wrong, status := run(t, environ, "man", folder, "--lang", lang); status != 0 {
				t.Fatal(wrong)
			}
			pages, err := filepath.Glob(filepath.Join(folder, "*.1"))
			if err != nil || len(pages) < 14 {
				t.Fatalf("%d pages, %v", len(pages), err)
			}
			whole, _, _ := run(t, environ, "man", "--lang", lang)
			if text, err := os.ReadFile(filepath.Join(folder, "warraq.1")); err != nil || string(text) != whole {
				t.Errorf("the page in the folder is another than that on standard output (%v)", err)
			}
			if !strings.HasPrefix(whole, `.TH "WARRAQ" "1" "2023-11-14" `) {
				t.Errorf("the page begins with %.80q", whole)
			}
			for _, page := range pages {
				for _, formatter := range [][]string{
					{"groff", "-Kutf8", "-man", "-ww", "-Tutf8", "-z"}, {"mandoc", "-Tlint", "-Wwarning"},
				} {
					path, err := exec.LookPath(formatter[0])
					if err != nil {
						t.Logf("%s is not here", formatter[0])
						continue
					}
					if said, err := exec.Command(path, append(formatter[1:], page)...).CombinedOutput(); err != nil || len(said) > 0 {
						t.Errorf("%s on %s: %v\n%s", formatter[0], filepath.Base(page), err, said)
					}
				}
			}
		})
	}
}
