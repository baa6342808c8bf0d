package intake

import (
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// The moment of an article's publication survives its way through Markdown, in
// whatever zone it was written: the same instant, on the same day, at the same hour.
func TestMarkdownKeepsTheTimeOfDay(t *testing.T) {
	t.Parallel()
	damascus, newYork := time.FixedZone("", 3*3600), time.FixedZone("", -5*3600)
	odd := time.FixedZone("", 5*3600+1800)
	for _, published := range []time.Time{
		time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC),
		time.Date(2026, 11, 3, 9, 41, 7, 0, time.UTC),
		time.Date(2026, 11, 3, 0, 0, 0, 0, damascus),
		time.Date(2026, 11, 3, 3, 0, 0, 0, damascus), // midnight in UTC
		time.Date(2026, 11, 2, 19, 0, 0, 0, newYork), // the same, a day before
		time.Date(2026, 11, 3, 5, 30, 0, 0, odd),
		time.Date(2026, 11, 3, 9, 41, 7, 250_000_000, damascus),
	} {
		text, err := articles.Article{Title: "عنوان", Body: "نص", Published: published, Full: true}.Markdown()
		if err != nil {
			t.Fatal(err)
		}
		read, err := Read("a.md", []byte(text))
		if err != nil || len(read) != 1 {
			t.Fatalf("%v: %d articles, %v\n%s", published, len(read), err, text)
		}
		if got := read[0].Published; articles.Timestamp(got) != articles.Timestamp(published) {
			t.Errorf("%s became %s in\n%s", articles.Timestamp(published), articles.Timestamp(got), text)
		}
	}
}

// A caption that holds nothing that can be shown is none: it is neither written nor
// a reason to refuse a file.
func TestEmptyCaptions(t *testing.T) {
	t.Parallel()
	text, err := articles.Article{Title: "عنوان", Body: "نص", Captions: []articles.Caption{{Text: ""}, {Text: "صورة", After: 1}}, Full: true}.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{text, "---\ntitle: عنوان\ncaptions:\n- text: \"\"\n- صورة\n- \"\\e[31m\"\n---\n\nنص\n"} {
		read, err := Read("a.md", []byte(file))
		if err != nil || len(read) != 1 || len(read[0].Captions) != 1 || read[0].Captions[0].Text != "صورة" {
			t.Errorf("read back as %+v, %v:\n%s", read, err, file)
		}
	}
}
