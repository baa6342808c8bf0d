package export

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/text"
)

// Whatever an article says, its page is well-formed, and nothing in it acts.
func FuzzArticle(f *testing.F) {
	f.Add("عنوان", "# س\n\n<script>x</script> [a](javascript:b) ![i](http://x) <b\n\n| a |\n|:-|\n| b |", "https://a.b/{}", "ar")
	f.Add("</h1>", "a[^1]\n\n[^1]: b\n\nt\n: d\n\n~~x~~ <http://a|b> `c`\n\n<!-- \n", "JavaScript:x", "x-y\"")
	f.Fuzz(func(t *testing.T, title, body, address, lang string) {
		read, err := intake.Input{Name: "a.md", Data: []byte(body)}.Read(t.Context())
		if err != nil || len(read) == 0 {
			t.Skip("no article")
		}
		a := read[0].JSON() // what a library holds was cleaned
		a.ID, a.Title, a.URL, a.Lang = "aaaaaaaa", text.CleanLine(title), text.CleanLine(address), text.CleanLine(lang)
		text, err := bodyRenderer{labels: shelf(nil).Labels}.article(a, "p-", func(string) string { return "" })
		if err != nil {
			t.Fatal(err)
		}
		inXML(t, "the page", "<html>"+text+"</html>")
		if strings.Contains(bibEntry(a), "\n\n") {
			t.Errorf("the entry ends early: %q", bibEntry(a))
		}
	})
}
