//go:build unix

package intake

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/warraq/warraq/articles"
)

// writeFolder makes a folder with files in it; a name that ends in a slash is a
// folder.
func writeFolder(t *testing.T, files ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, []byte("# "+name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// A folder gives its files in the order of their names, those below included;
// what is hidden or by its name no article is left out.
func TestOpenFolder(t *testing.T) {
	t.Parallel()
	root := writeFolder(t, "b.md", "a/2.txt", "a/1.jsonl", "no ending", "مقال. تتمة", "style.css", "photo.jpeg",
		".hidden.md", ".git/x.md", "z/.keep", "c.MD", "d.html", "d_files/advert.html", "e_files/1.md")
	if err := os.Symlink(root, filepath.Join(root, "loop.md")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(root, "pipe.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	for in, err := range Open(t.Context(), []string{root}, nil) {
		name, relErr := filepath.Rel(root, in.Name)
		if err != nil || relErr != nil {
			t.Fatal(err, relErr)
		}
		got = append(got, name)
	}
	want := []string{"a/1.jsonl", "a/2.txt", "b.md", "c.MD", "d.html", "e_files/1.md", "no ending", "مقال. تتمة"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What cannot be opened is named with its kind, and the rest comes.
func TestOpenBadInputs(t *testing.T) {
	t.Parallel()
	root := writeFolder(t, "good.md", "empty folder/", "only hidden/.x.md")
	pipe := filepath.Join(root, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	large := filepath.Join(root, "large.txt")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, articles.DefaultLimits().Size+1); err != nil {
		t.Fatal(err)
	}
	kinds := []struct {
		name string
		kind error
	}{
		{"missing.md", articles.ErrNotFound},
		{"empty folder", articles.ErrNoArticles},
		{"only hidden", articles.ErrNoArticles},
		{"pipe", articles.ErrNotRegular},
		{"large.txt", articles.ErrLimit},
		{"good.md", nil},
	}
	var paths []string
	for _, k := range kinds {
		paths = append(paths, filepath.Join(root, k.name))
	}
	i := 0
	for in, err := range Open(t.Context(), append(paths, os.DevNull), nil) {
		if i == len(kinds) {
			kinds = append(kinds, kinds[3]) // the device is as the pipe
			paths = append(paths, os.DevNull)
		}
		if in.Name != paths[i] || !errors.Is(err, kinds[i].kind) {
			t.Errorf("%s: %v, want %v", in.Name, err, kinds[i].kind)
		}
		var input *articles.InputError
		if err != nil && (!errors.As(err, &input) || !strings.HasPrefix(err.Error(), paths[i]+": ")) {
			t.Errorf("%s is not named in %v", paths[i], err)
		}
		i++
	}
	if i != len(kinds) {
		t.Errorf("%d inputs, want %d", i, len(kinds))
	}
}

// The files that a database keeps beside it are not those of articles.
func TestOpenBesideTheLibrary(t *testing.T) {
	t.Parallel()
	all := []packedFile{{name: "a.md", text: "# عنوان\n"}}
	for _, name := range []string{"library.db", "library.db-wal", "library.db-shm", "library.db-journal", "x.sqlite3-wal"} {
		all = append(all, packedFile{name: name, text: "نص"})
	}
	for in, err := range Open(t.Context(), []string{writeFiles(t, all...)}, nil) {
		if err != nil || filepath.Base(in.Name) != "a.md" {
			t.Errorf("%s, %v", in.Name, err)
		}
	}
}

// A file of the system that waits for what comes next does not hold up the others.
func TestOpenWithoutEnd(t *testing.T) {
	t.Parallel()
	const log = "/proc/kmsg"
	if f, err := os.Open(log); err != nil {
		t.Skip(err)
	} else if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	after := filepath.Join(writeFiles(t, packedFile{name: "a.md", text: "# عنوان\n"}), "a.md")
	var kinds []error
	for in, err := range Open(t.Context(), []string{log, after}, nil) {
		if in.Name == log && !errors.Is(err, articles.ErrNotRegular) || in.Name == after && err != nil {
			t.Errorf("%s: %v", in.Name, err)
		}
		kinds = append(kinds, err)
	}
	if len(kinds) != 2 {
		t.Errorf("%d inputs", len(kinds))
	}
}

func TestOpenStandardInput(t *testing.T) {
	t.Parallel()
	for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader("عنوان")) {
		if err != nil || in.Name != "-" || string(in.Data) != "عنوان" {
			t.Errorf("got %q from %q, %v", in.Data, in.Name, err)
		}
	}
	for _, err := range Open(t.Context(), []string{"-"}, io.MultiReader(strings.NewReader("عنوان"), brokenReader{})) {
		if !errors.Is(err, articles.ErrUnreadable) {
			t.Errorf("a broken stream gives %v", err)
		}
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("the cable is out") }

// JSON Lines of any size come in pieces that together are the whole, and a
// wrong line is named by its number in the whole.
func TestOpenJSONLines(t *testing.T) {
	t.Parallel()
	const count, wrong = 4000, 3000
	text := strings.Repeat("نص طويل. ", 30)
	var b strings.Builder
	for i := 1; i <= count; i++ {
		if i == wrong {
			b.WriteString("{\"title\": \n")
			continue
		}
		fmt.Fprintf(&b, "{\"title\": \"مقال %d\", \"text\": %q}\n", i, text)
	}
	pieces, read := 0, 0
	var failures []string
	for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader(b.String())) {
		if err != nil {
			t.Fatal(err)
		}
		if len(in.Data) > pieceSize+lineSize {
			t.Errorf("a piece of %d bytes", len(in.Data))
		}
		list, err := in.Read(t.Context())
		if err != nil {
			failures = append(failures, err.Error())
		}
		pieces++
		read += len(list)
	}
	if pieces < 2 || read != count-1 {
		t.Errorf("%d articles in %d pieces, want %d in several", read, pieces, count-1)
	}
	if len(failures) != 1 || !strings.Contains(failures[0], fmt.Sprintf("line %d:", wrong)) {
		t.Errorf("failures: %v; want one, on line %d", failures, wrong)
	}
}

// A link to a folder that is named itself is the folder, also one that is hidden; links
// within a folder are left alone.
func TestOpenLinkToFolder(t *testing.T) {
	t.Parallel()
	root := writeFolder(t, "there/a.md", "there/..b.md", "there/sub/c.md", "other/d.md")
	for link, to := range map[string]string{"link": "there", ".hidden": "there", "there/inner": "../other", "chain": "link"} {
		if err := os.Symlink(to, filepath.Join(root, link)); err != nil {
			t.Skip(err)
		}
	}
	for _, link := range []string{"link", ".hidden", "chain", "link/"} {
		var got []string
		for in, err := range Open(t.Context(), []string{filepath.Join(root, link)}, nil) {
			if err != nil {
				t.Error(err)
			}
			got = append(got, strings.TrimPrefix(in.Name, root+"/"))
		}
		name := filepath.Clean(link)
		if want := []string{name + "/..b.md", name + "/a.md", name + "/sub/c.md"}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", link, got, want)
		}
	}
}
