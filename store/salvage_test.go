package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// wellKept is a library with marks in a file by itself, and what is in it by ID.
func wellKept(t *testing.T, count int) (path string, items map[string]Item) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "library.db")
	l := openAt(t, path)
	added, err := l.Add(t.Context(), newGenerator().batch(count))
	if err != nil {
		t.Fatal(err)
	}
	items = map[string]Item{}
	for i, a := range added {
		if i%3 == 0 {
			err = errors.Join(l.SetBookmarked(t.Context(), a.ID, true), l.SetRead(t.Context(), a.ID, true), l.SetPosition(t.Context(), a.ID, i))
		}
		if err != nil {
			t.Fatal(err)
		}
		item, err := l.Article(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		items[a.ID] = item
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path, items
}

// sameAs counts the articles of a library that are as they were.
func sameAs(t *testing.T, l *Library, items map[string]Item) (same int) {
	t.Helper()
	for id, want := range items {
		if got, err := l.Article(t.Context(), id); err == nil && equalItems(got, want) {
			same++
		}
	}
	return same
}

func equalItems(a, b Item) bool {
	return a.Title == b.Title && a.Body == b.Body && a.Summary == b.Summary && a.Source == b.Source &&
		a.Read == b.Read && a.Bookmarked == b.Bookmarked && a.Position == b.Position && slices.Equal(a.Captions, b.Captions)
}

// What is whole is not changed by salvaging, but for the words' index, which is
// made anew.
func TestSalvageOfAWholeLibrary(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 30)
	if _, err := os.Stat(path + "-wal"); err == nil {
		t.Fatal("the library was not closed")
	}
	got, err := Salvage(t.Context(), path)
	if err != nil || got.Articles != len(items) || got.Damaged+len(got.Wrong) > 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	l := openAt(t, path)
	if same := sameAs(t, l, items); same != len(items) {
		t.Errorf("%d of %d are as they were", same, len(items))
	}
	for id, item := range items {
		if hits, err := search(t.Context(), l, `"`+item.Title+`"`, 100); err != nil || !slices.ContainsFunc(hits, func(e Entry) bool { return e.ID == id }) {
			t.Fatalf("%q is not found: %v", item.Title, err)
		}
	}
}

// A library that is open elsewhere is not taken from under it.
func TestSalvageOfAnOpenLibrary(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 5)
	l := openAt(t, path)
	for id := range items {
		if _, err := l.Article(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Salvage(t.Context(), path); !errors.Is(err, ErrBusy) {
		t.Errorf("%v, want it to be busy", err)
	}
	if _, err := l.Add(t.Context(), []articles.Article{{Title: "بعدها", Body: "نص"}}); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("something is left of the attempt: %v, %v", left, err)
	}
}

// What is no library, or one of a newer version, is left as it is.
func TestSalvageRefuses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, make string
		want       error
	}{
		{"another program's", "PRAGMA application_id = 7; DROP TABLE article; DROP TABLE text; DROP TABLE library", ErrNotLibrary},
		{"a newer version's", "PRAGMA user_version = 999", ErrNewer},
	} {
		t.Run(test.name, func(t *testing.T) {
			path, _ := wellKept(t, 3)
			l, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			_, err = l.db.ExecContext(t.Context(), "PRAGMA foreign_keys = off; "+test.make)
			if err = errors.Join(err, l.Close()); err != nil {
				t.Fatal(err)
			}
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := Salvage(t.Context(), path); !errors.Is(err, test.want) {
				t.Errorf("the error is %v, want %v", err, test.want)
			}
			if after, err := os.ReadFile(path); err != nil || !slices.Equal(before, after) {
				t.Errorf("the file was changed: %v", err)
			}
			if left, _ := filepath.Glob(path + "?*"); len(left) > 0 {
				t.Errorf("beside it lies %v", left)
			}
		})
	}
}

// A link to a library stays one, and each damaged file has a name of its own.
func TestSalvageThroughALink(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 5)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	olds := map[string]bool{}
	for range 3 {
		got, err := Salvage(t.Context(), link)
		if err != nil {
			t.Fatal(err)
		}
		olds[got.Old] = true
		if filepath.Dir(got.Old) != filepath.Dir(path) {
			t.Errorf("the old file lies in %s", got.Old)
		}
	}
	if len(olds) != 3 {
		t.Errorf("the old files are %v", olds)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	for _, p := range []string{path, link} {
		if same := sameAs(t, openAt(t, p), items); same != len(items) {
			t.Errorf("%s has %d of %d", p, same, len(items))
		}
	}
}

// A letter that changes in the file is noticed, keeps the library from being copied,
// and comes back from a copy; the marks that were made since then stay.
func TestSalvageFromCopies(t *testing.T) {
	t.Parallel()
	for _, copied := range []bool{true, false} {
		path, items := wellKept(t, 8)
		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if copied {
			if _, copyDailyErr := l.CopyDaily(t.Context(), time.Now().AddDate(0, 0, -1)); copyDailyErr != nil {
				t.Fatal(copyDailyErr)
			}
		}
		var id string
		for id = range items {
			break
		}
		if err = errors.Join(l.SetPosition(t.Context(), id, 77), l.Close()); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		at := bytes.LastIndex(data, keptBytes(items[id].Body))
		data[at+60] ^= 1
		if err = os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		l = openAt(t, path)
		if health, checkErr := l.Check(t.Context()); checkErr != nil || len(health.Wrong) != 1 || health.Wrong[0].ID != id {
			t.Errorf("%+v, %v", health, checkErr)
		}
		if made, copyDailyErr := l.CopyDaily(t.Context(), time.Now()); !errors.Is(copyDailyErr, ErrDamaged) || made != "" {
			t.Errorf("a copy: %q, %v", made, copyDailyErr)
		}
		if err = l.Close(); err != nil {
			t.Fatal(err)
		}
		got, err := Salvage(t.Context(), path)
		if err != nil || got.Articles != len(items) || len(got.From) != 1+boolInt(copied) || len(got.Wrong) != boolInt(!copied) {
			t.Errorf("%+v, %v", got, err)
		}
		l = openAt(t, path)
		if health, err := l.Check(t.Context()); err != nil || !health.Whole() {
			t.Errorf("in the end %+v, %v", health, err)
		}
		checkSound(t, l)
		item := article(t, l, id)
		if (item.Body == items[id].Body) != copied || item.Position != 77 {
			t.Errorf("it has the position %d, and the text it had: %v", item.Position, item.Body == items[id].Body)
		}
		if hits, err := search(t.Context(), l, `"`+items[id].Title+`"`, 1); err != nil || len(hits) != 1 {
			t.Errorf("it is not found: %v", err)
		}
	}
}

// A picture that changes in the file comes back from a copy. Where there is none it is told of
// once, and goes: the library is whole from then on.
func TestSalvagePictures(t *testing.T) {
	t.Parallel()
	for _, copied := range []bool{true, false} {
		path := filepath.Join(t.TempDir(), "library.db")
		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		broken, other := picture(t, 1), picture(t, 2)
		added := addArticles(t, l, pictured("أول", broken, other), pictured("ثان", other))
		if copied {
			if _, err = l.CopyDaily(t.Context(), time.Now().AddDate(0, 0, -1)); err != nil {
				t.Fatal(err)
			}
		}
		changed := bytes.Clone(broken.Data)
		changed[len(changed)/2] ^= 1
		_, err = l.db.ExecContext(t.Context(), "UPDATE picture SET data = ? WHERE name = ?", changed, broken.Name)
		if err = errors.Join(err, l.Close()); err != nil {
			t.Fatal(err)
		}
		got, err := Salvage(t.Context(), path)
		if err != nil || got.Articles != 2 || len(got.From) != 1+boolInt(copied) || len(got.Wrong) != boolInt(!copied) || !copied && got.Wrong[0].ID != added[0].ID {
			t.Errorf("copied %v: %+v, %v", copied, got, err)
		}
		l = openAt(t, path)
		if health, checkErr := l.Check(t.Context()); checkErr != nil || !health.Whole() {
			t.Errorf("copied %v: in the end %+v, %v", copied, health, err)
		}
		want := []string{other.Name}
		if copied {
			want = []string{broken.Name, other.Name}
		}
		if shown := pictureNames(t, l, added[0].ID); !slices.Equal(shown, want) {
			t.Errorf("copied %v: it shows %q, want %q", copied, shown, want)
		}
		if body := article(t, l, added[0].ID).Body; !strings.Contains(body, broken.Name) {
			t.Errorf("the text has lost its place: %q", body)
		}
	}
}
