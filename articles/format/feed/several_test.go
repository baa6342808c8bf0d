package feed

import (
	"fmt"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// channelOf makes a channel of items with these titles.
func channelOf(name string, titles ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<channel><title>%s</title><link>https://%s.example/</link>\n", name, name)
	for _, title := range titles {
		fmt.Fprintf(&b, "<item><title>%s</title><link>/%s</link><description><![CDATA[<p>%[1]s </rss> <rss version=\"2.0\"> </channel><channel></p>]]></description></item>\n", title, title)
	}
	return b.String() + "</channel>"
}

func TestSeveralFeeds(t *testing.T) {
	const atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>bahr</title>\n<entry><title>e</title><id>e</id><content>x</content></entry>\n</feed>"
	rss := func(channels ...string) string {
		return "<rss version=\"2.0\">" + strings.Join(channels, "\n") + "</rss>"
	}
	const rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>rih</title></channel>\n<item><title>r</title><description>x</description></item></rdf:RDF>"
	for _, c := range []struct{ name, in, want, wrong string }{
		{"one", rss(channelOf("a", "1", "2")), "a/1 a/2", ""},
		{"one behind another", "<?xml version=\"1.0\"?>\n" + rss(channelOf("a", "1")) + "\n<?xml version=\"1.0\"?>\n<!-- <rss version=\"2.0\"> -->" + rss(channelOf("b", "2", "3")), "a/1 b/2 b/3", ""},
		{"of several kinds", rss(channelOf("a", "1")) + atom + "\n" + rdf, "a/1 bahr/e rih/r", ""},
		{"within an element", "<feeds>\n" + rss(channelOf("a", "1")) + rss(channelOf("b", "2")) + "</feeds>", "a/1 b/2", ""},
		{"several channels", rss(channelOf("a", "1"), channelOf("b", "2"), channelOf("c", "3")), "a/1 b/2 c/3", ""},
		{"the last is cut off", rss(channelOf("a", "1")) + "\n<rss version=\"2.0\"><channel><title>b</title>\n<item><title>2</title></item>\n<item><tit", "a/1 b/2", "line 5"},
		{"the first is cut off", "<rss version=\"2.0\"><channel><title>b</title>\n<item><title>2</title></item>\n<item><title\n" + rss(channelOf("a", "1")), "b/2 a/1", "line 2"},
		{"an empty one among them", rss(channelOf("a")) + rss(channelOf("b", "2")), "b/2", ""},
		{"another root behind", rss(channelOf("a", "1")) + "<script>x</script>", "a/1", ""},
	} {
		list, _, err := read(t.Context(), articles.NewSource("x.xml", []byte(c.in)))
		var got []string
		for _, a := range list {
			got = append(got, a.Source+"/"+a.Title)
		}
		if strings.Join(got, " ") != c.want || (err != nil) != (c.wrong != "") || err != nil && !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%s: got %q and %v, want %q and %q", c.name, got, err, c.want, c.wrong)
		}
	}
}
