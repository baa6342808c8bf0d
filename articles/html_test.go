package articles

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

// A page whose elements are nested without end is refused by name, or read; it
// does not take the stack or the day.
func TestHTMLBombs(t *testing.T) {
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
			if err != nil && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrNoArticle) {
				t.Error(err)
			}
			t.Log(time.Since(start), err)
		})
	}
}

func BenchmarkHTML(b *testing.B) {
	page, err := os.ReadFile("testdata/article.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read("page.html", page); err != nil {
			b.Fatal(err)
		}
	}
}
