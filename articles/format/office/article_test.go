package office

import (
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// The title of a document is what stands over it, and who wrote it and when stand in
// the lines below; what is a text already is no title.
func TestArticles(t *testing.T) {
	t.Parallel()
	const long = "رست السفينة عند الفجر، وفي عنابرها قمح كثير."
	for _, c := range []struct {
		name                      string
		d                         Document
		lines                     []string
		title, author, date, body string
	}{
		{"a line that stands like a title", Document{}, []string{"المرسى", long}, "المرسى", "", "0001-01-01", long},
		{"a text alone", Document{}, []string{"المرسى"}, "", "", "0001-01-01", "المرسى"},
		{"a sentence", Document{}, []string{long, long}, "", "", "0001-01-01", long + "\n\n" + long},
		{"the title that it says", Document{Title: "المرسى"}, []string{"المَرسى", long}, "المرسى", "", "0001-01-01", long},
		{"the title that it says, and a line", Document{Title: "رسالة"}, []string{"المرسى", long}, "رسالة", "", "0001-01-01", "المرسى\n\n" + long},
		{"who and when", Document{Title: "المرسى", Author: "هند الساحلي", Published: time.Date(2024, 1, 2, 3, 4, 0, 0, time.UTC)}, []string{"هند الساحلي", "5 أبريل 2023", long}, "المرسى", "هند الساحلي", "2023-04-05", long},
		{"all who wrote it", Document{Title: "المرسى", Author: "هند الساحلي; ريم البحري"}, []string{"هند الساحلي", "ريم البحري", "2023-04-05", long}, "المرسى", "هند الساحلي، ريم البحري", "2023-04-05", long},
		{"a name above a day", Document{Title: "المرسى", Author: "admin"}, []string{"هند الساحلي", "5 أبريل 2023", long}, "المرسى", "هند الساحلي", "2023-04-05", long},
		{"a name above a text", Document{Title: "المرسى", Author: "Windows User"}, []string{"هند الساحلي", long}, "المرسى", "", "0001-01-01", "هند الساحلي\n\n" + long},
		{"who, with a label", Document{Title: "المرسى"}, []string{"بقلم: هند الساحلي", long}, "المرسى", "هند الساحلي", "0001-01-01", long},
	} {
		var b Builder
		for _, line := range c.lines {
			var p Paragraph
			p.Text(line, Style{})
			b.Paragraph(&p)
		}
		b.Finish(&c.d)
		list, mine, err := Articles(articles.NewSource("a.docx", nil), c.d, nil)
		if err != nil || !mine || len(list) != 1 {
			t.Fatalf("%s: %d articles, %v", c.name, len(list), err)
		}
		a := list[0]
		if a.Title != c.title || a.Author != c.author || a.Published.Format(time.DateOnly) != c.date || a.Body != c.body {
			t.Errorf("%s: title %q, author %q, date %v, body %q", c.name, a.Title, a.Author, a.Published, a.Body)
		}
	}
}
