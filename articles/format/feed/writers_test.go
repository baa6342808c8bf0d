package feed

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// An entry of Atom or a JSON Feed that names no writer is by that of the feed, one of RSS by none.
func TestWritersOfFeeds(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]string{
		`<feed xmlns="http://www.w3.org/2005/Atom"><title>دفتر</title><author><name>هند</name></author><entry><title>ع</title><content>نص</content></entry></feed>`:                                  "هند",
		`<feed xmlns="http://www.w3.org/2005/Atom"><title>دفتر</title><author><name>هند</name></author><entry><title>ع</title><author><name>زيد</name></author><content>نص</content></entry></feed>`: "زيد",
		`<feed xmlns="http://www.w3.org/2005/Atom"><title>دفتر</title><author><name>دفتر</name></author><entry><title>ع</title><content>نص</content></entry></feed>`:                                 "",
		`{"version":"https://jsonfeed.org/version/1.1","title":"دفتر","authors":[{"name":"هند"}],"items":[{"id":"1","title":"ع","content_text":"نص"}]}`:                                              "هند",
		`<rss version="2.0"><channel><title>دفتر</title><managingEditor>e@d.example (هند)</managingEditor><item><title>ع</title><description>نص</description></item></channel></rss>`:                "",
	} {
		list, _, err := read(t.Context(), articles.NewSource("a.xml", []byte(data)))
		if err != nil || len(list) != 1 || list[0].Author != want {
			t.Errorf("%s is by %+v, want %q, %v", data, list, want, err)
		}
	}
}
