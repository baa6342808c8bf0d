package page_test

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Sentences stand where the document has them, whatever the layout put between, and the head
// is none of them.
func TestDocumentSentences(t *testing.T) {
	t.Parallel()
	item := store.Item{
		Entry: store.Entry{Title: "عنوان المقالة هنا", Full: true},
		Body:  "قال الوزير إن [السوق](https://a.example/) فُتحت. ثم عاد `go run` إلى بيته؟\n\n***\n\n- بند أول في القائمة\n- بند ثانٍ فيها\n\nفقرة أخيرة هنا. وفيها جملة ثانية.",
	}
	d := page.New(item, theme.Night(), words.Arabic())
	d.NumberLinks()
	var got []string
	for _, s := range d.Sentences() {
		got = append(got, s.Text)
		if between := d.Between(s.First, s.Last); between != s.Text {
			t.Errorf("at %d to %d stands %q, not %q", s.First, s.Last, between, s.Text)
		}
	}
	want := []string{"قال الوزير إن السوق فُتحت.", "ثم عاد go run إلى بيته؟", "بند أول في القائمة", "بند ثانٍ فيها", "فقرة أخيرة هنا.", "وفيها جملة ثانية."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
