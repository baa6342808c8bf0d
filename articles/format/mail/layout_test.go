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

// Lines of plain newsletters that lead out of the list are left out; a text that speaks of that
// stays, and so does what says why it came.
func TestWithoutService(t *testing.T) {
	t.Parallel()
	const text = "نشرة الأسبوع\n\nارتفع سعر الطحين مرتين."
	for name, c := range map[string]struct{ plain, want string }{
		"below a line":             {text + "\n\n=====\n** إلغاء الاشتراك (https://a.example/u)\nUnsubscribe: <https://a.example/u>\n", text},
		"above":                    {"View this email in your browser (https://a.example/v)\n\n" + text, "\n" + text},
		"its address below":        {text + "\n\nلإلغاء اشتراكك اضغط هنا:\nhttps://a.example/u\n", text},
		"a sentence":               {text + "\n\nوطالب القراء بتسهيل إلغاء الاشتراك.", text + "\n\nوطالب القراء بتسهيل إلغاء الاشتراك."},
		"an address of an article": {text + "\n\nhttps://a.example/1", text + "\n\nhttps://a.example/1"},
	} {
		if got := withoutService(c.plain); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
