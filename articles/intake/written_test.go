package intake

import (
	"reflect"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What a reader did with an article goes into its Markdown and comes back. Tags are
// the bookmark's in such a file alone: in any other they say what the article is about.
func TestMarksInMarkdown(t *testing.T) {
	t.Parallel()
	added := time.Date(2026, time.March, 7, 10, 30, 0, 123_000_000, time.UTC)
	for name, kept := range map[string]*articles.Kept{
		"none":       {ID: "aaaaaaaa"},
		"all":        {ID: "aaaaaaaa", Read: true, Bookmarked: true, Position: 412, Added: added, Marks: articles.Marks{Tags: []string{"سفر", "to do: later"}}},
		"read alone": {ID: "aaaaaaaa", Read: true, Added: added},
	} {
		t.Run(name, func(t *testing.T) {
			text, err := articles.Article{Title: "سوق", Body: "نص", Full: true, Kept: kept}.Markdown()
			if err != nil {
				t.Fatal(err)
			}
			list, err := Read("a.md", []byte(text))
			if err != nil || len(list) != 1 {
				t.Fatalf("%v, %v from\n%s", list, err, text)
			}
			if got := list[0]; !reflect.DeepEqual(got.Kept, kept) || got.Section != "" {
				t.Errorf("kept %+v, section %q; want %+v, from\n%s", got.Kept, got.Section, kept, text)
			}
		})
	}
	list, err := Read("a.md", []byte("---\ntitle: سوق\ntags: [سفر]\nread: true\n---\nنص\n"))
	if err != nil || len(list) != 1 || list[0].Kept != nil || list[0].Section != "سفر" {
		t.Errorf("another program's file: %+v, %v", list, err)
	}
}
