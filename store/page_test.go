package store

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/articles/intake"
)

// A real page of a newspaper: its articles come in whole, its cards as cards,
// and those that are the same as articles of the page become these.
func TestRealPage(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../shared/seed/page.txt")
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skip("the page is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	read, err := intake.Read("page.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	l := open(t)
	shipped, err := bundled.Articles()
	if err != nil {
		t.Fatal(err)
	}
	if err := l.AddBundled(t.Context(), shipped); err != nil {
		t.Fatal(err)
	}
	before := len(listEntries(t, l, Filter{}))
	added := addArticles(t, l, read...)
	if got, want := outcomes(added), "new new new new"; got != want {
		t.Errorf("outcomes: %s, want %s", got, want)
	}
	all := listEntries(t, l, Filter{})
	if got := len(all) - before; got != 4+3 {
		t.Errorf("%d came in, want 4 articles and 3 cards", got)
	}
	links := relatedEntries(t, l, added[0].ID)
	full := 0
	for _, e := range links {
		if e.Section == "" || e.Title == "" || e.Summary == "" {
			t.Errorf("a related article is %+v", e)
		}
		if e.Full {
			full++
			if e.ID != added[1].ID && e.ID != added[2].ID && e.ID != added[3].ID {
				t.Errorf("%s is none of the page's articles", e.Title)
			}
		}
	}
	if len(links) != 5 || full != 2 {
		t.Errorf("related: %d, of them %d with their text, want 5 and 2: %s", len(links), full, titles(links))
	}
	if got, want := outcomes(addArticles(t, l, read...)), "same same same same"; got != want {
		t.Errorf("the second time: %s, want %s", got, want)
	}
	if got := listEntries(t, l, Filter{}); !equalEntries(got, all) {
		t.Error("the second time changed the list")
	}
	checkSound(t, l)
}
