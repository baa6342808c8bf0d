package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A library that can only be read is read, searched, copied elsewhere and checked, also
// with a journal that a kill left; changes fail with the word for it, and nothing is
// written.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	for name, protect := range map[string]func(path string) error{
		"file":   func(path string) error { return os.Chmod(path, 0o400) },
		"folder": func(path string) error { return os.Chmod(filepath.Dir(path), 0o500) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path, items := wellKept(t, 8)
			before, err := os.ReadFile(path)
			if err = errors.Join(err, protect(path)); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) })
			l := openAt(t, path)
			if same := sameAs(t, l, items); same != len(items) {
				t.Errorf("%d of %d can be read", same, len(items))
			}
			for id, item := range items {
				if hits, err := search(t.Context(), l, `"`+item.Title+`"`, 0); err != nil || len(hits) == 0 {
					t.Errorf("%q is not found: %v", item.Title, err)
				}
				if err := l.SetBookmarked(t.Context(), id, true); !errors.Is(err, ErrReadOnly) {
					t.Errorf("marking: %v", err)
				}
			}
			copied := filepath.Join(t.TempDir(), "copy.db")
			if err := l.Backup(t.Context(), copied); err != nil {
				t.Fatal(err)
			}
			if same := sameAs(t, openAt(t, copied), items); same != len(items) {
				t.Errorf("%d of %d are in the copy", same, len(items))
			}
			if health, err := l.Check(t.Context()); err != nil || !health.Whole() {
				t.Errorf("%+v, %v", health, err)
			}
			if err := l.AddBundled(t.Context(), pageArticles()); err != nil {
				t.Errorf("what ships: %v", err)
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was changed: %v", err)
			}
			if there, err := os.ReadDir(filepath.Dir(path)); err != nil || len(there) != 1 {
				t.Errorf("in the folder are %v, %v", there, err)
			}
		})
	}
}
