package omnivore

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
)

const row = `{"id":"1","slug":"wadi-1a","title":"وادي الحجر","description":"موجز","author":"سامي","url":"https://wadi.example/1",
"state":"Archived","labels":["أرض","ماء"],"savedAt":"2024-01-05T10:00:00.000Z","publishedAt":"2024-01-04T00:00:00.000Z"}`

func TestPartsAreJoined(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"content/wadi-1a.html":   `<div id="readability-page-1"><p>في الوادي ماء.</p></div>`,
		"highlights/wadi-1a.md":  "> في الوادي\n> ماء\n\n#مهم\n\nأين هذا؟\n\n> حجر\\.\n",
		"content/../secret.html": "سر",
	}
	read := func(file string) []byte { return []byte(files[file]) }
	list, err := parse([]byte("["+row+`,{"slug":"../secret","url":"https://wadi.example/2","title":"أخرى"}]`), read)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d, %v", len(list), err)
	}
	e := list[0]
	want := []articles.Highlight{{Quote: "في الوادي\nماء", Note: "أين هذا؟"}, {Quote: "حجر."}}
	same := func(a, b articles.Highlight) bool { return a.Quote == b.Quote && a.Note == b.Note }
	switch {
	case e.Title != "وادي الحجر" || e.Summary != "موجز" || e.Author != "سامي" || !slices.Equal(e.Tags, []string{"أرض", "ماء"}):
		t.Errorf("%+v", e.Article)
	case !e.Kept.Read || e.Kept.Added.Format("2006-01-02") != "2024-01-05" || e.Published.Format("2006-01-02") != "2024-01-04":
		t.Errorf("kept %+v, published %v", e.Kept, e.Published)
	case !slices.EqualFunc(e.Kept.Highlights, want, same):
		t.Errorf("highlights %+v", e.Kept.Highlights)
	case e.HTML != files["content/wadi-1a.html"]:
		t.Errorf("text %q", e.HTML)
	}
	if list[1].HTML != "" || list[1].Title != "أخرى" {
		t.Errorf("%+v", list[1])
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	hasTable := func(folder string) bool { return folder == "export" }
	for name, want := range map[string]bool{
		"export/content/a.html": true, "export/highlights/a.md": true, "export/metadata_0_to_20.json": false,
		"other/content/a.html": false, "export/a.html": false,
	} {
		if Belongs(name, hasTable) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
	if !IsTable("export/metadata_0_to_20.json") || IsTable("metadata.json") {
		t.Error("tables are told by their names")
	}
}

func FuzzHighlights(f *testing.F) {
	f.Add("> أ\n\n#ب\n\nج\n> د")
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range parseHighlights(text) {
			if h.Quote == "" && h.Note == "" && len(text) == 0 {
				t.Errorf("a highlight of nothing")
			}
		}
	})
}
