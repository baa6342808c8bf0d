package mail

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Of a newsletter its text stays, in its order, and the tables that are some.
func TestTidy(t *testing.T) {
	t.Parallel()
	data := `<table><tbody><tr><td>تمر</td><td>١٢</td></tr><tr><td>ليمون</td><td>٩</td></tr></tbody></table>`
	for _, c := range []struct{ name, page, want string }{
		{"tables that lay out", `<table><tbody><tr><td><table role="presentation"><tbody><tr><td>أ</td></tr><tr><td><p>ب</p></td></tr></tbody></table></td></tr></tbody></table>`,
			`<div><div><div><div><div><div><div><div>أ</div></div><div><div><p>ب</p></div></div></div></div></div></div></div></div>`},
		{"a table of figures", data, data},
		{"a table of figures in one that lays out", `<table><tbody><tr><td>` + data + `</td></tr></tbody></table>`, `<div><div><div><div>` + data + `</div></div></div></div>`},
		{"what stands beside the subject", `<div style="display:none;max-height:0">مقدمة</div><p>نص</p>`, `<p>نص</p>`},
		{"what counts readers", `<p>نص<img src="https://marsa.example/o" width="1" height="1"/></p>`, `<p>نص</p>`},
		{"the way out", `<p>نص يذكر إلغاء الاشتراك في الصحيفة</p><p>لا تريدها؟ <a href="https://marsa.example/u">إلغاء الاشتراك</a></p><p><a href="https://marsa.example/v">View in browser</a></p>`,
			`<p>نص يذكر إلغاء الاشتراك في الصحيفة</p>`},
	} {
		document, err := html.Parse(strings.NewReader(c.page))
		if err != nil {
			t.Fatal(err)
		}
		Tidy(document)
		var b strings.Builder
		for n := range document.Descendants() {
			if n.DataAtom == atom.Body {
				for child := n.FirstChild; child != nil; child = child.NextSibling {
					if err := html.Render(&b, child); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		if got := b.String(); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
