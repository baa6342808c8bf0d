package outline

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// An outline is an article, its levels are those of a list; a list of feeds is none.
func TestOutlines(t *testing.T) {
	t.Parallel()
	file := func(body string) string {
		return `<?xml version="1.0"?><opml version="2.0"><head><title>خطة العدد</title><ownerName>هند</ownerName><dateCreated>Mon, 02 Dec 2024 09:30:00 GMT</dateCreated></head><body>` + body + `</body></opml>`
	}
	for name, c := range map[string]struct{ body, want string }{
		"levels":        {`<outline text="أولًا"><outline text="فرع"><outline text="غصن"/></outline><outline text="فرع آخر"/></outline><outline text="ثانيًا"></outline>`, "- أولًا\n  \n  - فرع\n    \n    - غصن\n  - فرع آخر\n- ثانيًا"},
		"tags in texts": {`<outline text="هذا &lt;b&gt;مهم&lt;/b&gt; &amp;amp; قريب"/>`, "- هذا **مهم** & قريب"},
		"links":         {`<outline text="الميناء" type="link" url="https://minaa.example/1"/>`, "- [الميناء](https://minaa.example/1)"},
		"a note":        {`<outline text="السوق" _note="أُغلق &lt;أمس&gt;"><outline text="فرع"/></outline>`, "- السوق\n  \n  أُغلق &lt;أمس&gt;\n  \n  - فرع"},
	} {
		list, mine, err := read(t.Context(), articles.NewSource("a.opml", []byte(file(c.body))))
		if !mine || err != nil || len(list) != 1 {
			t.Errorf("%s: %+v, %v, %v", name, list, mine, err)
			continue
		}
		a := list[0]
		if a.Body != c.want || a.Title != "خطة العدد" || a.Author != "هند" || a.Published.Day() != 2 {
			t.Errorf("%s: %q by %q of %v\n got %q\nwant %q", name, a.Title, a.Author, a.Published, a.Body, c.want)
		}
	}
	for _, feeds := range []string{`<outline text="أخبار"><outline xmlUrl="https://minaa.example/rss"/></outline>`, `<outline type="rss" text="الميناء"/>`, ``} {
		if _, mine, _ := read(t.Context(), articles.NewSource("a.opml", []byte(file(feeds)))); mine {
			t.Errorf("%q is read as an outline", feeds)
		}
	}
	list, _, err := read(t.Context(), articles.NewSource("a.opml", []byte(`<opml><body><outline text="أولًا"/><outline text="ثان`)))
	if len(list) != 1 || list[0].Body != "- أولًا" || err == nil {
		t.Errorf("cut off it is read as %+v, %v", list, err)
	}
}
