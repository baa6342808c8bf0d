package feed

import (
	"context"
	"testing"

	"github.com/warraq/warraq/articles"
)

// What the media of an entry say is not lost where the entry has a text: of a picture it is the
// caption, of a recording the summary that the entry lacks.
func TestMediaDescriptions(t *testing.T) {
	t.Parallel()
	const said = "عمّال على السور في يومهم الأول"
	const described = `<description>عاد العمل إلى السور.</description>`
	for name, c := range map[string]struct{ entry, caption, summary string }{
		"a picture":           {described + `<media:content url="https://sur.example/1.jpg" medium="image"><media:description>` + said + `</media:description></media:content>`, said, ""},
		"by its end":          {described + `<media:content url="https://sur.example/1.jpg"/><media:description>` + said + `</media:description>`, said, ""},
		"a recording":         {described + `<media:group><media:content url="https://sur.example/1.mp4" type="video/mp4"/><media:description>` + said + `</media:description></media:group>`, "", said},
		"said already":        {`<description>` + said + `.</description><media:content url="https://sur.example/1.jpg" medium="image"><media:description>` + said + `</media:description></media:content>`, "", ""},
		"the title again":     {described + `<media:content url="https://sur.example/1.jpg" medium="image"><media:description>السور</media:description></media:content>`, "", ""},
		"the only text there": {`<media:content url="https://sur.example/1.jpg" medium="image"><media:description>` + said + `</media:description></media:content>`, "", ""},
	} {
		list, _, err := Format.Read(context.Background(), articles.NewSource("a.xml", []byte(`<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>جريدة</title><item><title>السور</title>`+c.entry+`</item></channel></rss>`)))
		if err != nil || len(list) != 1 {
			t.Fatalf("%s: %d, %v", name, len(list), err)
		}
		caption := ""
		for _, found := range list[0].Captions {
			caption += found.Text
		}
		if caption != c.caption || list[0].Summary != c.summary {
			t.Errorf("%s: caption %q, summary %q", name, caption, list[0].Summary)
		}
	}
}
