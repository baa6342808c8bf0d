package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// namesIn lists what is in a folder of a reader, some names at a time, and does something
// between each two times.
func namesIn(t *testing.T, files fs.FS, folder string, between func(last string)) (names []string) {
	t.Helper()
	f, err := files.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	for {
		some, err := f.(fs.ReadDirFile).ReadDir(10)
		if errors.Is(err, io.EOF) {
			if more, failure := f.(fs.ReadDirFile).ReadDir(10); !errors.Is(failure, io.EOF) {
				t.Errorf("behind the end are %d more, %v", len(more), failure)
			}
			return names
		}
		if err != nil {
			t.Fatalf("after %d names: %v", len(names), err)
		}
		for _, entry := range some {
			names = append(names, entry.Name())
		}
		between(names[len(names)-1])
	}
}

// What a reader lists is what there is in the library when he asks, however long he is there,
// and one that is removed while he does so costs him none of the others.
func TestServedFilesOfALibraryThatChanges(t *testing.T) {
	t.Parallel()
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	var list []articles.Article
	for i := range 45 {
		list = append(list, articles.Article{Title: fmt.Sprintf("Report %d of the day", i), Body: fmt.Sprintf("What was said about number %d.", i), Full: true})
	}
	if _, err = l.Add(ctx, list); err != nil {
		t.Fatal(err)
	}
	reader, err := store.OpenReader(ctx, filepath.Join(t.TempDir(), "one.db"), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	filesOf := func(l *store.Library) *readersFiles {
		return &readersFiles{ctx: ctx, library: l, workshop: newWorkshop(), failed: func(name string, err error) { t.Errorf("%s: %v", name, err) }}
	}
	remove := func(name string) {
		id := strings.TrimSuffix(name[strings.LastIndexByte(name, '-')+1:], ".md")
		if _, err := l.Remove(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	all := namesIn(t, filesOf(reader), "articles/markdown", func(string) {})
	for _, name := range all[3:7] {
		remove(name)
	}
	files := filesOf(reader)
	for len(namesIn(t, files, "articles/markdown", func(string) {})) != len(all)-4 {
		if ctx.Err() != nil {
			t.Fatal("the reader still lists what was removed")
		}
	}
	seen := map[string]bool{}
	for _, name := range namesIn(t, filesOf(l), "articles/markdown", remove) {
		seen[name] = true
	}
	for i, name := range all {
		if seen[name] != (i < 3 || i >= 7) {
			t.Errorf("%s is listed: %v", name, seen[name])
		}
	}
}
