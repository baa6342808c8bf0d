package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// upgradeQueries are looked for before a library comes to a new version, and after.
var upgradeQueries = []string{"", "لجنة", `"قال إن"`, "كتب*", "-لجنة after:2020-01-02", "لجنة before:2020-01-02"}

// contents is what is read of a library.
type contents struct {
	items   []Item
	ordered [][]string // in each order
	found   map[string][]string
	typed   []string
}

func contentsOf(t *testing.T, l *Library, words ...string) contents {
	t.Helper()
	c := contents{found: map[string][]string{}}
	list, err := l.List(t.Context(), Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		c.items = append(c.items, article(t, l, e.ID))
	}
	for _, order := range []Sort{ByPublished, ByAdded, ByTitle, ByLength} {
		c.ordered = append(c.ordered, idsOf(listEntries(t, l, Filter{Sort: order})))
	}
	for _, query := range append(slices.Clone(upgradeQueries), words...) {
		hits, searchErr := search(t.Context(), l, query, 0)
		if searchErr != nil {
			t.Fatal(searchErr)
		}
		c.found[query] = idsOf(hits)
	}
	c.typed = idsOf(listEntries(t, l, Filter{Title: "ال"}))
	return c
}

func idsOf(entries []Entry) (ids []string) {
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// A library of an earlier version has after its upgrade the same articles in the same
// orders, finds the same, in the same order, knows them when they come again, and takes
// less room.
func TestUpgradeTakesLessRoom(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		version int
		part    int64 // of its size, in sixteenths, that it takes at most afterwards
		related bool  // still, and not anew
	}{
		{"before texts were packed", 39, 13, false}, {"before texts came first in the index of words", 54, 15, true},
		{"before summaries were packed", 57, 16, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "library.db")
			l, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			g := newGenerator()
			batch := g.batch(600)
			batch[3].Body, batch[4].Body, batch[5].Body = "", "Plain letters, "+batch[5].Body, "قصير"
			batch = append(batch, articles.Article{Title: "لجنة", Body: "قال إن اللجنة كتبت"}, articles.Article{Title: "بلا نص", Summary: "قال إن"})
			addArticles(t, l, batch...)
			if err = l.Relate(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			words := []string{
				g.words[2], g.words[40] + " " + g.words[3], `"` + g.words[2] + " " + g.words[5] + `"`,
				"title:" + g.words[2], "source:" + batch[0].Source, "-title:" + g.words[2],
			}
			want := contentsOf(t, l, words...)
			goBack(t, l, test.version)
			if _, err := l.db.Exec("VACUUM; PRAGMA wal_checkpoint(truncate)"); err != nil {
				t.Fatal(err)
			}
			old := sizeOf(t, path)
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			l = openAt(t, path)
			checkSound(t, l)
			sameContents(t, contentsOf(t, l, words...), want)
			if n, err := l.countOf(t.Context(), "SELECT count(*) FROM found_pending"); err != nil || test.related && n > 0 {
				t.Errorf("%d wait to be related, %v", n, err)
			}
			if now := sizeOf(t, path); now > old*test.part/16 {
				t.Errorf("it takes %d bytes, and took %d", now, old)
			}
			if health, err := l.Check(t.Context()); err != nil || !health.Whole() {
				t.Errorf("%+v, %v", health, err)
			}
			for i := range batch { // found by their titles
				batch[i].URL, batch[i].GUID, batch[i].Key = "", "", ""
			}
			if came := outcomes(addArticles(t, l, batch...)); strings.Contains(came, New.String()) {
				t.Errorf("they come again as %s", came)
			}
		})
	}
}

// sameContents fails where a library has not what it had.
func sameContents(t *testing.T, got, want contents) {
	t.Helper()
	if !slices.EqualFunc(got.items, want.items, equalItems) {
		t.Error("its articles are not those of before")
	}
	for i, ids := range want.ordered {
		if !slices.Equal(got.ordered[i], ids) {
			t.Errorf("in order %d stand %v, stood %v before", i, got.ordered[i], ids)
		}
	}
	for query, ids := range want.found {
		if !slices.Equal(got.found[query], ids) {
			t.Errorf("%q finds %v, found %v before", query, got.found[query], ids)
		}
	}
	if !slices.Equal(got.typed, want.typed) {
		t.Errorf("what is typed finds %d, found %d before", len(got.typed), len(want.typed))
	}
}

func sizeOf(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// Of a library that is large and of an earlier version it is said that it takes long.
func TestUpgradeTakesLong(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		version int
		size    int64
		want    bool
	}{
		{"old and large", 39, largeLibrary, true}, {"old and small", 39, 0, false}, {"large", 0, largeLibrary, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "library.db")
			l, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if test.version > 0 {
				goBack(t, l, test.version)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(path, max(test.size, sizeOf(t, path))); err != nil {
				t.Fatal(err)
			}
			if got := UpgradeTakesLong(path); got != test.want {
				t.Errorf("%t", got)
			}
		})
	}
	if UpgradeTakesLong(filepath.Join(t.TempDir(), "absent.db")) {
		t.Error("of an absent one too")
	}
}

// Each step of the schema leads to a version of its own: of two to one version, a library
// between them would miss one.
func TestStepsOfTheSchema(t *testing.T) {
	t.Parallel()
	names, err := stepNames(schemaSteps)
	if err != nil {
		t.Fatal(err)
	}
	at := map[int]string{}
	for _, name := range names {
		n, err := stepNumber(name)
		if err != nil {
			t.Fatal(err)
		}
		if other := at[n]; other != "" {
			t.Errorf("%s and %s lead to one version", other, name)
		}
		at[n] = name
	}
}

// What an earlier version's library says is found in it when it is damaged, also where the
// pages that say what its tables are like are lost.
func TestSalvageOfAnEarlierVersion(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		version int
		lost    bool
	}{
		{"54", 54, false}, {"54, its first page lost", 54, true}, {"55", 55, false}, {"58, its first page lost", 58, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "library.db")
			l, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			addArticles(t, l, newGenerator().batch(60)...)
			addArticles(t, l, articles.Article{Title: "بطاقة", Summary: "موجز البطاقة، وليس لها نص بعد"}, articles.Article{Title: "Card", Summary: "A card."})
			want := contentsOf(t, l)
			goBack(t, l, test.version)
			if _, err := l.db.Exec("VACUUM; PRAGMA wal_checkpoint(truncate)"); err != nil {
				t.Fatal(err)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			if test.lost {
				whole, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				const head, page = 100, 16384
				clear(whole[head:page])
				if err := os.WriteFile(path, whole, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := Salvage(t.Context(), path); err != nil || got.Articles != len(want.items) || len(got.Wrong) > 0 {
				t.Fatalf("%+v, %v", got, err)
			}
			l = openAt(t, path)
			checkSound(t, l)
			sameContents(t, contentsOf(t, l), want)
		})
	}
}
