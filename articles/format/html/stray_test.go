package html

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles"
)

// Texts between tags that close or open nothing come out as they stand, in pieces that are
// not copied again and again.
func TestStrayTags(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ before, tag string }{
		{"", "</div>"}, {"", "</b>"}, {"", "</unknown>"}, {"", "<td>"}, {"", "<body>"}, {"", "</body>"}, {"", "</html>"}, {"", "<html>"}, {"", "</head>"}, {"<form>", "<form>"},
		{strings.Repeat("<li>", 100), "</li>"}, {"<div><table><tr><td>", "</div>"}, {"", "</DIV >"},
	} {
		const times = 4000
		text := c.before + strings.Repeat(c.tag+strings.Repeat("نص ", 40), times)
		document, err := Parse(text, articles.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		words, longest := 0, 0
		for n := range document.Descendants() {
			if n.Type == html.TextNode {
				words += strings.Count(n.Data, "نص")
				longest = max(longest, len(n.Data))
			}
		}
		if words != 40*times || longest > len(text)/20 {
			t.Errorf("%q: %d words of %d, %d of %d bytes in one text", c.tag, words, 40*times, longest, len(text))
		}
	}
}

// A page without such tags is left as it is, however long.
func TestNoStrayTags(t *testing.T) {
	t.Parallel()
	text := "<!DOCTYPE html><html><head><title>ع</title></head><body>" + strings.Repeat("<p>نص <b>ثخين</b> نص<br>نص</p><table><tr><td>ع</td></tr></table><ul><li>أ</li></ul>", 8000)
	if separate(text) != strings.NewReplacer("</body>", "", "</html>", "").Replace(text) {
		t.Error("it is changed")
	}
}
