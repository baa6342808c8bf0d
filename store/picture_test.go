package store

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// picture is one of a colour of its own.
func picture(t testing.TB, shade uint8) articles.Picture {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 64, 48))
	m.Set(3, 3, color.Gray{shade})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	p, err := articles.DefaultLimits().NewPicture(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// pictured is an article that shows pictures.
func pictured(title string, pictures ...articles.Picture) articles.Article {
	a := articles.Article{Title: title, Pictures: pictures, Full: true}
	a.Body = "كانت السفينة تقترب من الميناء في هدوء، والبحارة على سطحها يلوحون."
	for _, p := range pictures {
		a.Body += "\n\n![وصف](" + p.Address() + ")\n\nوظل الضوء على الرصيف حتى الصباح."
	}
	return a
}

// pictureNames are those of the pictures of an article, checked to be whole.
func pictureNames(t *testing.T, l *Library, id string) (list []string) {
	t.Helper()
	pictures, err := l.Pictures(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pictures {
		if !p.IsWhole() || p.Type != "image/png" || p.Width != 64 || p.Height != 48 {
			t.Errorf("%+v", p)
		}
		list = append(list, p.Name)
	}
	return list
}

// countPictures is how many pictures there are in a library.
func countPictures(t *testing.T, l *Library) (n int) {
	t.Helper()
	if err := l.db.QueryRow("SELECT count(*) FROM picture").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestPicturesAreKept(t *testing.T) {
	t.Parallel()
	l, one, two, three := open(t), picture(t, 1), picture(t, 2), picture(t, 3)
	added := addArticles(t, l, pictured("أول", two, one), pictured("ثان", one), pictured("ثالث"))
	first, second := added[0].ID, added[1].ID
	if got := pictureNames(t, l, first); !slices.Equal(got, []string{two.Name, one.Name}) {
		t.Errorf("pictures %q", got)
	}
	if n := countPictures(t, l); n != 2 {
		t.Errorf("%d pictures are kept of 2", n)
	}
	item, err := l.Article(t.Context(), first)
	if err != nil || len(item.Pictures) != 2 || item.Pictures[0].Width != 64 || item.Pictures[0].Data != nil {
		t.Errorf("%+v, %v", item.Pictures, err)
	}
	if _, pictureErr := l.Picture(t.Context(), three.Name); !errors.Is(pictureErr, ErrNotFound) {
		t.Error(pictureErr)
	}
	for _, test := range []struct {
		name    string
		again   articles.Article
		outcome Outcome
		want    []articles.Picture
	}{
		{"the same again", pictured("أول", two, one), Same, []articles.Picture{two, one}},
		{"without pictures", pictured("أول"), Same, []articles.Picture{two, one}},
		{"with another", pictured("أول", two, one, three), Updated, []articles.Picture{two, one, three}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "without pictures" {
				test.again.Body = strings.TrimSpace(articles.WithoutPictures(pictured("أول", two, one).Body))
			}
			if got := addArticles(t, l, test.again)[0]; got.ID != first || got.Outcome != test.outcome {
				t.Errorf("%s", got.Outcome)
			}
			var want []string
			for _, p := range test.want {
				want = append(want, p.Name)
			}
			if got := pictureNames(t, l, first); !slices.Equal(got, want) {
				t.Errorf("pictures %q, want %q", got, want)
			}
		})
	}
	t.Run("a picture that was missing", func(t *testing.T) {
		bare := pictured("رابع", three)
		bare.Pictures = nil
		id := addArticles(t, l, bare)[0].ID
		if got := pictureNames(t, l, id); len(got) != 0 {
			t.Errorf("pictures %q that it did not come with", got)
		}
		if got := addArticles(t, l, pictured("رابع", three))[0]; got.Outcome != Updated || len(pictureNames(t, l, id)) != 1 {
			t.Errorf("%s", got.Outcome)
		}
	})
	t.Run("what no article shows goes", func(t *testing.T) {
		if _, removeErr := l.Remove(t.Context(), first); removeErr != nil {
			t.Fatal(removeErr)
		}
		if got := pictureNames(t, l, second); !slices.Equal(got, []string{one.Name}) || countPictures(t, l) != 2 {
			t.Errorf("pictures %q, %d in all", got, countPictures(t, l))
		}
	})
	found, err := search(t.Context(), l, one.Name, 0)
	if err != nil || len(found) != 0 {
		t.Errorf("a name is found as a word: %v, %v", found, err)
	}
	checkSound(t, l)
}

func TestRemovedPicturesComeBack(t *testing.T) {
	t.Parallel()
	l, one, two := open(t), picture(t, 1), picture(t, 2)
	added := addArticles(t, l, pictured("أول", one, two), pictured("ثان", two))
	before := dumpTables(t, l)
	var undos []Undo
	for _, a := range added {
		u, err := l.Remove(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		undos = append(undos, u)
	}
	if n := countPictures(t, l); n != 0 {
		t.Fatalf("%d pictures stayed", n)
	}
	for _, u := range undos {
		if err := l.Undo(t.Context(), u); err != nil {
			t.Fatal(err)
		}
	}
	if got := pictureNames(t, l, added[0].ID); !slices.Equal(got, []string{one.Name, two.Name}) {
		t.Errorf("pictures %q", got)
	}
	if after := dumpTables(t, l); len(after) != len(before) {
		t.Errorf("%d rows became %d", len(before), len(after))
	}
	checkSound(t, l)
}

// A picture whose bytes changed is found, and all others come out of a salvage and
// into a copy.
func TestDamagedPictures(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	l, one, two := openAt(t, path), picture(t, 1), picture(t, 2)
	added := addArticles(t, l, pictured("أول", one), pictured("ثان", two))
	if _, err := l.db.Exec("UPDATE picture SET data = x'00' WHERE name = ?", one.Name); err != nil {
		t.Fatal(err)
	}
	health, err := l.Check(t.Context())
	if err != nil || len(health.Problems) > 0 || len(health.Wrong) != 1 || health.Wrong[0].ID != added[0].ID {
		t.Errorf("%+v, %v", health, err)
	}
	backup := filepath.Join(t.TempDir(), "copy.db")
	if err = errors.Join(l.Backup(t.Context(), backup), l.Close()); err != nil {
		t.Fatal(err)
	}
	s, err := Salvage(t.Context(), path)
	if err != nil || len(s.Wrong) != 1 || s.Wrong[0].ID != added[0].ID || s.Damaged != 0 {
		t.Fatalf("%+v, %v", s, err)
	}
	for _, path := range []string{path, backup} {
		if got := pictureNames(t, openAt(t, path), added[1].ID); !slices.Equal(got, []string{two.Name}) {
			t.Errorf("%s: pictures %q", path, got)
		}
	}
}
