package newsroom

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"
	"time"
)

var (
	write       = flag.String("write", "", "a file to write the library to, as JSON Lines that Warraq adds")
	writeWorn   = flag.String("write-worn", "", "a file to write a worn library to, in the same way")
	wornStories = flag.Int("stories", 150, "how many stories the worn library has, beside sixteen times as many other articles")
)

// The library is the same for the same seed, and as dense as it is to be.
func TestLibrary(t *testing.T) {
	list, again := Library(1, 150, 2400), Library(1, 150, 2400)
	stories, papers := map[int]int{}, map[string]int{}
	for i, a := range list {
		if !reflect.DeepEqual(a, again[i]) {
			t.Fatalf("%+v came, and then %+v", a, again[i])
		}
		stories[a.Story]++
		papers[a.Source]++
		if a.Title == "" || a.Body == "" {
			t.Errorf("%+v has no text", a)
		}
		if d := a.Published.Sub(Start); d < 0 || d > 13*24*time.Hour {
			t.Errorf("%s is of %v", a.Title, a.Published)
		}
	}
	if len(list) < 3000 || len(stories) != 151 || len(papers) != 12 {
		t.Errorf("%d articles of %d stories in %d papers", len(list), len(stories)-1, len(papers))
	}
	for story, n := range stories {
		if story > 0 && (n < 2 || n > 15) {
			t.Errorf("story %d has %d articles", story, n)
		}
	}
	if *write != "" {
		writeLines(t, *write, list)
	}
}

// A worn library is the same for the same seed, and no less dense; as in a clean one its
// stories have articles that tell them, however short these are.
func TestWorn(t *testing.T) {
	list, again := Worn(1, 20, 200), Worn(1, 20, 200)
	stories := map[int]int{}
	for i, a := range list {
		if !reflect.DeepEqual(a, again[i]) {
			t.Fatalf("%+v came, and then %+v", a, again[i])
		}
		stories[a.Story]++
		if a.Title == "" || a.Body == "" {
			t.Errorf("%+v has no text", a)
		}
	}
	if len(stories) != 21 || len(list) < 500 {
		t.Errorf("%d articles of %d stories", len(list), len(stories)-1)
	}
}

// TestWrite writes a worn library for whoever wants to read in one.
func TestWrite(t *testing.T) {
	if *writeWorn == "" {
		t.Skip("-write-worn names no file")
	}
	writeLines(t, *writeWorn, Worn(1, *wornStories, 16**wornStories))
}

// writeLines writes articles as JSON Lines: the section says what each tells.
func writeLines(t *testing.T, path string, list []Article) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	encoder := json.NewEncoder(f)
	for _, a := range list {
		label, err := json.Marshal([3]int{a.Story, a.Event, a.Affair})
		if err != nil {
			t.Fatal(err)
		}
		err = encoder.Encode(map[string]any{
			"title": a.Title, "body": a.Body, "source": a.Source, "published": a.Published.Format(time.RFC3339), "section": string(label),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
