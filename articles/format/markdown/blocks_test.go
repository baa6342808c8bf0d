package markdown

import (
	"context"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
)

// A note that begins with an element which places its text is Markdown, not a page.
func TestNotesInElements(t *testing.T) {
	t.Parallel()
	const note = `<div dir="rtl">

[English](README.md) | [فارسی](README.fa.md)

# دليل المطبعة

<h2 align="center">التشغيل</h2>

شغّلها هكذا:

` + "```html\n<div>\n</div>\n```" + `

- بند
- بند آخر

<table><tr><th>الصنف</th><th>العدد</th></tr><tr><td>ورق</td><td>12</td></tr></table>

</div>
`
	src := func() *articles.Source { return articles.NewSource("README.ar.md", []byte(note)) }
	if _, mine, _ := html.Format.Read(context.Background(), src()); mine {
		t.Error("it was taken for a page")
	}
	list, mine, err := Format.Read(context.Background(), src())
	if err != nil || !mine || len(list) != 1 {
		t.Fatalf("%d articles, mine %v, %v", len(list), mine, err)
	}
	a := list[0]
	if a.Title != "دليل المطبعة" {
		t.Errorf("the title is %q", a.Title)
	}
	for _, want := range []string{"[English](README.md)", "## التشغيل", "```html\n<div>\n</div>\n```", "- بند\n- بند آخر", "| ورق   | 12    |"} {
		if !strings.Contains(a.Body, want) {
			t.Errorf("%q is not in\n%s", want, a.Body)
		}
	}
	if strings.Contains(a.Body, "dir=") || strings.Contains(a.Body, "<h2") || strings.Contains(a.Body, "# دليل") {
		t.Errorf("tags or the title stayed:\n%s", a.Body)
	}
	whole := articles.NewSource("page.md", []byte("<!doctype html><html><body><h1>عنوان</h1><p>نص.</p></body></html>"))
	if _, mine, _ := html.Format.Read(context.Background(), whole); !mine {
		t.Error("a whole page is one, whatever its name")
	}
}
