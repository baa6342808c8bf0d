package store

import (
	"bytes"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/warraq/warraq/articles"
)

// A file that is no library is refused in one sentence, and stays as it was.
func TestOpenRefuses(t *testing.T) {
	exec := func(t *testing.T, path string, statements ...string) {
		db, err := sql.Open("sqlite", sourceName(path))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range statements {
			if _, err := db.ExecContext(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	write := func(t *testing.T, path, content string) {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	library := func(t *testing.T, path string) {
		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name string
		make func(t *testing.T, path string)
		kind error
		says string
	}{
		{"a text", func(t *testing.T, path string) { write(t, path, "هذه ليست مكتبة، بل نص") }, ErrNotLibrary, "SQLite"},
		{"a short text", func(t *testing.T, path string) { write(t, path, "x") }, ErrNotLibrary, "SQLite"},
		{"a damaged start", func(t *testing.T, path string) {
			write(t, path, "SQLite format 3\x00"+strings.Repeat("\xa5", 5000))
		}, ErrNotLibrary, ""},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, ErrNotLibrary, "not a file"},
		{"a file where a folder should be", func(t *testing.T, path string) {
			write(t, filepath.Dir(path), "x")
		}, ErrUnreachable, ""},
		{"another program's database", func(t *testing.T, path string) {
			exec(t, path, "CREATE TABLE mail (subject TEXT)")
		}, ErrNotLibrary, "another program"},
		{"another program's database in WAL", func(t *testing.T, path string) {
			exec(t, path, "PRAGMA journal_mode = wal", "PRAGMA application_id = 42", "PRAGMA user_version = 1")
		}, ErrNotLibrary, "another program"},
		{"a newer library", func(t *testing.T, path string) {
			library(t, path)
			exec(t, path, "PRAGMA user_version = 1000")
		}, ErrNewer, "newer version"},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "folder")
			path := filepath.Join(folder, "library.db")
			if test.name != "a file where a folder should be" {
				if err := os.Mkdir(folder, 0o700); err != nil {
					t.Fatal(err)
				}
			}
			test.make(t, path)
			before, _ := os.ReadFile(path)
			l, err := Open(t.Context(), path)
			if err == nil {
				t.Fatal("it was opened", l.Close())
			}
			var told *Error
			if !errors.Is(err, test.kind) || !errors.As(err, &told) || told.Path != path {
				t.Errorf("the error is %v, want %v", err, test.kind)
			}
			if s := err.Error(); !strings.HasPrefix(s, path) || !strings.Contains(s, test.says) || strings.Contains(s, "\n") {
				t.Errorf("the sentence: %s", s)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			if left, _ := filepath.Glob(path + "?*"); len(left) > 0 {
				t.Errorf("beside it lies %v", left)
			}
		})
	}
}

// What a program killed in its first moments leaves behind is a new library.
func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	addArticles(t, openAt(t, path), pageArticles()...)
}

// Names that mean something in a URL are names of files here.
func TestOpenOddNames(t *testing.T) {
	for _, name := range []string{"a b.db", "what?.db", "50%41.db", "a#b.db", "مكتبة.db", "a&mode=memory.db", ":memory:"} {
		path := filepath.Join(t.TempDir(), "x", name)
		l := openAt(t, path)
		addArticles(t, l, pageArticles()...)
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
		if info, err := os.Stat(path); err == nil && info.Mode().Perm() != 0o600 {
			t.Errorf("%s can be read by others: %v", name, info.Mode())
		}
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{":memory:", "library.db", "a:b.db"} {
		addArticles(t, openAt(t, name), pageArticles()...)
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}

// Each step leads to a version of its own: a library would miss the second of two that
// share a number, did it stop between them.
func TestEachStepHasItsNumber(t *testing.T) {
	t.Parallel()
	names, err := stepNames(schemaSteps)
	if err != nil {
		t.Fatal(err)
	}
	of := map[int]string{}
	last := 0
	for _, name := range names {
		n, err := stepNumber(name)
		if err != nil {
			t.Fatal(err)
		}
		if other, taken := of[n]; taken {
			t.Errorf("%s and %s have the number %d", other, name, n)
		}
		if n < last {
			t.Errorf("%s is taken after step %d", name, last)
		}
		of[n], last = name, n
	}
}

// A library has topics after it was brought to this version, whether the version that
// it had knew of them or not.
func TestTopicsOfBefore(t *testing.T) {
	t.Parallel()
	for name, statements := range map[string][]string{
		"known":     {},
		"not known": {"DROP VIEW filed", "DROP TABLE topic"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := open(t)
			a := articles.Article{Title: "خبر", Body: "نص", Tags: []string{"سياسة"}}
			addArticles(t, l, a)
			goBack(t, l, 29, statements...)
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			l = openAt(t, l.path)
			if name == "not known" {
				addArticles(t, l, articles.Article{Title: "خبر آخر", Body: "نص آخر", Tags: []string{"سياسة"}})
			}
			if n, err := l.countOf(t.Context(), "SELECT count(*) FROM topic"); err != nil || n != 1 {
				t.Errorf("%d topics, %v", n, err)
			}
			checkSound(t, l)
		})
	}
}

func TestMigrate(t *testing.T) {
	names, err := fs.Glob(schemaSteps, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	last, err := stepNumber(names[len(names)-1])
	if err != nil {
		t.Fatal(err)
	}
	steps := func(more string) fstest.MapFS {
		all := fstest.MapFS{"900_more.sql": {Data: []byte(more)}}
		for _, name := range names {
			script, err := fs.ReadFile(schemaSteps, name)
			if err != nil {
				t.Fatal(err)
			}
			all[name] = &fstest.MapFile{Data: script}
		}
		return all
	}
	for _, test := range []struct {
		name, more string
		ok         bool
		copies     int
	}{
		{"a step that works", "ALTER TABLE article ADD COLUMN rating INTEGER; UPDATE article SET rating = 5;", true, 0},
		{"a step that fails half-way", "ALTER TABLE article ADD COLUMN rating INTEGER; UPDATE nothing SET x = 1;", false, 1},
		{"a step for which there is no room", "ALTER TABLE article ADD COLUMN rating INTEGER; PRAGMA max_page_count = 1; CREATE TABLE large AS SELECT randomblob(10000000);", false, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := open(t)
			addArticles(t, l, pageArticles()...)
			before := listEntries(t, l, Filter{})
			err := l.migrate(t.Context(), steps(test.more))
			if (err == nil) != test.ok {
				t.Fatalf("the error is %v", err)
			}
			var version, columns int
			const look = "SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM pragma_table_info('article') WHERE name = 'rating')"
			if err := l.db.QueryRowContext(t.Context(), look).Scan(&version, &columns); err != nil {
				t.Fatal(err)
			}
			copies, _ := filepath.Glob(l.path + ".version-*")
			if test.ok && (version != 900 || columns != 1 || len(copies) != 0) {
				t.Errorf("version %d, %d new columns, copies %v", version, columns, copies)
			}
			if !test.ok {
				if version != last || columns != 0 || len(copies) != test.copies {
					t.Fatalf("version %d, %d new columns, copies %v", version, columns, copies)
				}
				// The copy is the library as it was.
				for _, path := range copies {
					if got := listEntries(t, openAt(t, path), Filter{}); !equalEntries(got, before) {
						t.Errorf("the copy holds %s", titles(got))
					}
				}
			}
			if got := listEntries(t, l, Filter{}); !equalEntries(got, before) {
				t.Errorf("the library holds %s", titles(got))
			}
			checkSound(t, l)
		})
	}
}

// What a newer program has brought to its version while it was open is read, and not written
// into.
func TestNewerMeanwhile(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l, pageArticles()...)
	before, other := listEntries(t, l, Filter{}), openAt(t, l.path)
	if _, err := other.db.ExecContext(t.Context(), "PRAGMA user_version = 9999"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Add(t.Context(), newGenerator().batch(2)); !errors.Is(err, ErrNewer) {
		t.Errorf("adding: %v", err)
	}
	if err := l.SetRead(t.Context(), added[0].ID, true); !errors.Is(err, ErrNewer) {
		t.Errorf("marking: %v", err)
	}
	if got := listEntries(t, l, Filter{}); !equalEntries(got, before) {
		t.Errorf("%s are listed", titles(got))
	}
}

// A full disk is told as such, and what was there stays.
func TestFullDisk(t *testing.T) {
	l := open(t)
	l.db.SetMaxOpenConns(1) // the bound holds for one connection
	addArticles(t, l, pageArticles()...)
	before := listEntries(t, l, Filter{})
	if _, err := l.db.ExecContext(t.Context(), "PRAGMA max_page_count = 30"); err != nil {
		t.Fatal(err)
	}
	_, err := l.Add(t.Context(), newGenerator().batch(200))
	if !errors.Is(err, ErrFull) {
		t.Errorf("the error is %v", err)
	}
	if got := listEntries(t, l, Filter{}); !equalEntries(got, before) {
		t.Errorf("the list is %s", titles(got))
	}
	if err := l.SetBookmarked(t.Context(), before[0].ID, true); err != nil {
		t.Errorf("marking goes on: %v", err)
	}
	checkSound(t, l)
}

// A damaged file is told as such when the damage is met, and never crashes.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	addArticles(t, l, newGenerator().batch(50)...)
	if err = l.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for at := 16; at < len(whole); at += len(whole)/60 + 1 {
		damaged := slices.Clone(whole)
		copy(damaged[at:], bytes.Repeat([]byte{0xFF}, 64))
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := Open(t.Context(), path)
		if err == nil {
			_, err = l.List(t.Context(), Filter{})
			_, searching := search(t.Context(), l, "قسم -لا", 0)
			err = errors.Join(err, searching, l.Close())
		}
		var known *Error
		if err != nil {
			told++
			if !errors.As(err, &known) || errors.Is(err, ErrFailed) || errors.Is(err, ErrBusy) {
				t.Errorf("damage at %d: %v", at, err)
			}
		}
	}
	if told == 0 {
		t.Error("no damage was noticed")
	}
}

// Errors while a library is used are of a kind, too.
func TestErrorsInUse(t *testing.T) {
	l := open(t)
	ids := map[string]int{}
	for i := range 40 {
		ids[addArticles(t, l, articles.Article{Title: strings.Repeat("x", i+1), Body: "text"})[0].ID[:1]]++
	}
	for beginning, n := range ids {
		if _, err := l.Article(t.Context(), beginning); n > 1 && !errors.Is(err, ErrAmbiguous) || n == 1 && err != nil {
			t.Errorf("%s, of %d articles: %v", beginning, n, err)
		}
	}
	for _, id := range []string{"", "zzzzzzzz", "غ", "'", "%", " "} {
		if _, err := l.Article(t.Context(), id); !errors.Is(err, ErrNotFound) {
			t.Errorf("article %q: %v", id, err)
		}
		if _, err := l.Related(t.Context(), id, 0); !errors.Is(err, ErrNotFound) {
			t.Errorf("related of %q: %v", id, err)
		}
		if err := l.SetRead(t.Context(), id, true); !errors.Is(err, ErrNotFound) {
			t.Errorf("marking %q: %v", id, err)
		}
	}
}
