package intake

import (
	"reflect"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What an article writes as Markdown is read back to the same article, whatever
// YAML might take its words for.
func TestMarkdownThereAndBack(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"مكتبة الميناء", "تقرير: عنوان فيه نقطتان", "عنوان # ليس تعليقاً", "\"مقتبس\" و'مفرد'", "- ليس قائمة", "null", "true", "2024", "1e3",
		"@شخص", "&مرساة", "*نجمة", "!وسم", "| خط", "> طية", "[قوس", "{حاصرة", "%نسبة", "`رمز", "~", "?", ": ", "a: b", "سطر \\n حرفي", "---", "…",
	} {
		t.Run(text, func(t *testing.T) {
			want := articles.Article{
				Title: text, Section: text, Source: text, Place: text, Author: text,
				Published: time.Date(2024, time.December, 29, 18, 30, 0, 0, time.UTC),
				Lang:      "ar", Direction: articles.RightToLeft, URL: "https://example.org/?a=b#c", Summary: text,
				Body: "نص **غامق**.\n\n---\n\n- بند", Captions: []articles.Caption{{Text: text}, {Text: "أخرى", After: 2}},
				Related: []articles.Related{{Kind: articles.ByAuthor, Title: text}}, Full: true,
			}
			if err := want.Clean(articles.DefaultLimits()); err != nil {
				t.Fatal(err)
			}
			markdown, err := want.Markdown()
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read("article.md", []byte(markdown))
			if err != nil {
				t.Fatalf("%v in\n%s", err, markdown)
			}
			if len(got) != 1 || !reflect.DeepEqual(got[0], want) {
				t.Errorf("read back from\n%s\n got %+v\nwant %+v", markdown, got, want)
			}
		})
	}
}
