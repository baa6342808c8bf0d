package intake

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
)

// A page whose elements are nested without end is refused by name, or read; it
// does not take the stack or the day.
func TestHTMLBombs(t *testing.T) {
	t.Parallel()
	for name, page := range map[string]string{
		"deep elements":  "<html><body>" + strings.Repeat("<div>", 10000) + "نص",
		"deep lists":     "<html><body>" + strings.Repeat("<ul><li>", 5000) + "نص",
		"deep tables":    "<html><body>" + strings.Repeat("<table><tr><td>", 3000) + "نص",
		"deep inline":    "<html><body><p>" + strings.Repeat("<b><i>", 5000) + "نص",
		"many links":     "<html><body><h2>مقالات ذات صلة</h2><div>" + strings.Repeat(`<a href="/x">عنوان</a>`, 20000) + "</div>",
		"many headings":  "<html><body>" + strings.Repeat(`<h2>مقالات ذات صلة</h2><p><a href="/x">عنوان</a></p>`, 5000),
		"many captions":  "<html><body>" + strings.Repeat("<figure><figcaption>صورة</figcaption></figure>", 2000) + "<p>نص</p>",
		"open comment":   "<html><body><p>نص</p><!--" + strings.Repeat("-", 100000),
		"endless tag":    "<html><body><p " + strings.Repeat("a=b ", 50000),
		"many entities":  "<html><body><p>" + strings.Repeat("&#27;[31m", 20000),
		"deep JSON-LD":   `<html><script type="application/ld+json">` + strings.Repeat("[", 9000) + "</script><p>نص</p>",
		"nested anchors": "<html><body>" + strings.Repeat("<a href=x>", 5000) + "نص",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := Read("page.html", []byte(page))
			if err != nil && !errors.Is(err, articles.ErrTooDeep) && !errors.Is(err, articles.ErrNoArticle) {
				t.Error(err)
			}
			t.Log(time.Since(start), err)
		})
	}
}

// Blocks of related articles are taken out of the text, and nothing else is.
func TestRelatedBlocks(t *testing.T) {
	t.Parallel()
	const link = `<a href="https://example.org/x">عنوان آخر</a>`
	for _, test := range []struct{ name, page, body, related string }{
		{"a list below its heading", "<p>قبل.</p><h3>اقرأ أيضاً</h3><ul><li>" + link + "</li></ul><p>بعد.</p>", "قبل.\n\nبعد.", "عنوان آخر"},
		{"a block of its own", "<p>نص.</p><aside><h3>مطالب مرتبط</h3><div>" + link + "</div></aside>", "نص.", "عنوان آخر"},
		{"on one line", "<p>قبل.</p><p>اقرأ أيضاً: " + link + "</p>", "قبل.", "عنوان آخر"},
		{"a link that is called so", `<p>نص قصير <a href="https://example.org/x">اقرأ المزيد</a></p>`, "نص قصير [اقرأ المزيد](https://example.org/x)", ""},
		{"a heading without links", "<p>قبل.</p><h3>اقرأ أيضاً</h3><p>بعد.</p>", "قبل.\n\n### اقرأ أيضاً\n\nبعد.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := articles.Article{Title: "عنوان"}
			if err := html.SetText(&a, test.page); err != nil {
				t.Fatal(err)
			}
			related := ""
			for _, r := range a.Related {
				related += r.Title
			}
			if a.Body != test.body || related != test.related {
				t.Errorf("body %q, related %q; want %q, %q", a.Body, related, test.body, test.related)
			}
		})
	}
}

func BenchmarkHTML(b *testing.B) {
	page, err := os.ReadFile("testdata/article.html")
	if err != nil {
		b.Fatal(err)
	}
	// As a paper's page is when a browser has saved it, most of it is scripts.
	scripts := "<script>" + strings.Repeat("window.dataLayer.push({'event': 'view', 'id': 1234});\n", 4000) + "</script></head>"
	for name, page := range map[string][]byte{
		"article alone": page,
		"saved page":    bytes.Replace(page, []byte("</head>"), []byte(scripts), 1),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				if _, err := Read("page.html", page); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
