package feed

import (
	"fmt"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What a feed says of itself is read, whatever form it has.
func TestReadHead(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		feed string
		want Head
		no   bool
	}{
		"RSS": {
			feed: `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title><![CDATA[صدى &amp; غيرها]]></title><link>https://s.example/</link>
				<atom:link href="https://s.example/feed" rel="self"/><image><title>شعار</title><link>https://s.example/logo</link></image><language>ar-EG</language><ttl>90</ttl>
				<skipHours><hour>0</hour><hour>24</hour><hour>5</hour></skipHours><skipDays><day>Friday</day></skipDays><item><title>خبر</title></item></channel></rss>`,
			want: Head{Title: "صدى & غيرها", Site: "https://s.example/", Lang: "ar-EG", TTL: 90 * time.Minute, SkipHours: []int{0, 0, 5}, SkipDays: []time.Weekday{time.Friday}, HasEntries: true},
		},
		"Atom":                  {feed: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><link rel="self" href="https://s.example/a"/><link href="https://s.example/"/><title>دفتر</title></feed>`, want: Head{Title: "دفتر", Site: "https://s.example/", Lang: "fa"}},
		"RDF":                   {feed: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="x"><title>سجل</title><link>https://s.example/</link></channel><item/></rdf:RDF>`, want: Head{Title: "سجل", Site: "https://s.example/", HasEntries: true}},
		"JSON":                  {feed: `{"version": "https://jsonfeed.org/version/1.1", "title": "بريد", "home_page_url": "https://s.example/", "language": "ur", "items": [{}]}`, want: Head{Title: "بريد", Site: "https://s.example/", Lang: "ur", HasEntries: true}},
		"a page":                {feed: `<!DOCTYPE html><html><head><title>صدى</title></head></html>`, no: true},
		"an OPML list":          {feed: `<opml><body/></opml>`, no: true},
		"no address of the web": {feed: `<rss><channel><title>أ</title><link>javascript:x</link></channel></rss>`, want: Head{Title: "أ"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, ok := ReadHead(articles.NewSource("https://s.example/feed", []byte(tt.feed)))
			if ok == tt.no || fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("\n got %+v, %v\nwant %+v", got, ok, tt.want)
			}
		})
	}
}
