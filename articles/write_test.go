package articles

import (
	"reflect"
	"testing"
	"time"
)

// What is written is read back as it was.
func TestMarkdownThereAndBack(t *testing.T) {
	tests := map[string]Article{
		"a title alone": {Title: "عنوان", Body: "نص.", Full: true},
		"everything": {
			Title: "«عنوان»: فيه نقطتان", Section: "ثقافة", Source: "صحيفة", Place: "بيروت", Author: "كاتبة",
			Published: time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC), Lang: "ar", Direction: RightToLeft,
			URL: "https://example.com/a?b=c#d", Summary: "- موجز: 'قصير' \"جدًّا\"",
			Body:     "فقرة أولى.\n\n## عنوان\n\n- بند\n- بند",
			Captions: []Caption{{Text: "صورة: أولى", After: 0}, {Text: "ثانية", After: 2}},
			Full:     true,
		},
		"what YAML takes for something else": {Title: "yes", Section: "123", Source: "null", Body: "…", Full: true},
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			text, err := want.Markdown()
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read("article.md", []byte(text))
			if err != nil || len(got) != 1 {
				t.Fatalf("%d articles, %v, of\n%s", len(got), err, text)
			}
			if want.Lang == "" {
				got[0].Lang, got[0].Direction = "", ""
			}
			if !reflect.DeepEqual(got[0], want) {
				t.Errorf("read back:\n%+v\nwant:\n%+v\nof\n%s", got[0], want, text)
			}
		})
	}
}
