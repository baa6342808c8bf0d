package intake

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/articlestest"
)

// atomFeed makes a feed of so many entries, of which some say what language they are in.
func atomFeed(entries int) string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet href=\"a.xsl\"?>\n<!-- <entry> -->\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\"><title>صحيفة المرسى</title><link href=\"https://marsa.example/\"/>\n")
	for i := range entries {
		fmt.Fprintf(&b, "<entry xml:lang=\"fa\"><title>خبر %d</title><link href=\"/%d\"/><updated>2026-03-04T05:06:07Z</updated><content type=\"html\">&lt;p&gt;%s&lt;/p&gt;&lt;p&gt;نهاية &lt;/entry&gt; %[1]d&lt;/p&gt;</content></entry>\n", i, i, strings.Repeat("رست السفن في الميناء. ", 200))
	}
	return b.String() + "</feed>\n"
}

// rdf makes a feed of RSS 1.0 of so many items.
func rdf(items int) string {
	var b strings.Builder
	b.WriteString("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">\n<channel rdf:about=\"https://marsa.example/\"><title>صحيفة المرسى</title><link>https://marsa.example/</link><items><rdf:Seq><rdf:li rdf:resource=\"https://marsa.example/1\"/></rdf:Seq></items></channel>\n")
	for i := range items {
		fmt.Fprintf(&b, "<item rdf:about=\"https://marsa.example/%d\"><title>خبر %[1]d</title><link>https://marsa.example/%[1]d</link><description><![CDATA[<p>%s</p> </item>]]></description></item>\n", i, strings.Repeat("رست السفن في الميناء. ", 200))
	}
	return b.String() + "</rdf:RDF>\n"
}

// rssFeed makes a feed of WordPress of so many items.
func rssFeed(t *testing.T, items int) string {
	t.Helper()
	var b strings.Builder
	if err := articlestest.NewNewspaper().WriteFeed(&b, items); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A large feed comes in pieces that together say what the feed says as a whole.
func TestFeedsComeInPieces(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"rss": rssFeed(t, 400), "atom": atomFeed(300), "rdf": rdf(300)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, err := Read("-", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			inputs := 0
			var got []articles.Article
			for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader(text)) {
				if err != nil {
					t.Fatal(err)
				}
				if len(in.Data) > 2*pieceSize {
					t.Errorf("a piece of %d bytes", len(in.Data))
				}
				list, err := in.Read(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, list...)
				inputs++
			}
			if inputs < 3 || !reflect.DeepEqual(got, want) {
				t.Errorf("%d articles in %d pieces are not the %d of the whole", len(got), inputs, len(want))
			}
		})
	}
}

// A feed whose head does not say what holds for all entries is read as a whole.
func TestFeedsThatStayWhole(t *testing.T) {
	t.Parallel()
	feed := rssFeed(t, 300)
	title := "<title>صحيفة الميناء</title>"
	for name, text := range map[string]string{
		"its title stands below":    strings.Replace(strings.Replace(feed, title, "", 1), "</channel>", title+"</channel>", 1),
		"its character set is told": strings.Replace(feed, `encoding="UTF-8"`, "", 1)[:100] + "\xC7\xE1" + feed[100:],
	} {
		if d := dumpOf([]byte(text), true); d != nil {
			t.Errorf("%s: it is read in pieces", name)
		}
	}
	if dumpOf([]byte(feed), false) != nil || dumpOf([]byte(feed), true) == nil {
		t.Error("a feed comes in pieces where it is large, and only there")
	}
}

// A feed that is cut off gives the whole entries, and says on which line it ends.
func TestLargeFeedCutOff(t *testing.T) {
	t.Parallel()
	text, _, _ := strings.Cut(rssFeed(t, 400), "https://news.example/?p=350<")
	line := bytes.Count([]byte(text[:strings.LastIndex(text, "<item>")]), []byte("\n")) + 1
	count := 0
	var wrong []string
	for r := range ReadAll(t.Context(), Open(t.Context(), []string{"-"}, strings.NewReader(text))) {
		if count += len(r.Articles); r.Err != nil {
			wrong = append(wrong, r.Err.Error())
		}
	}
	if count != 349 || len(wrong) != 1 || !strings.Contains(wrong[0], "line ") {
		t.Errorf("%d articles, %v; the entry on line %d is cut off", count, wrong, line)
	}
}

// Large feeds that stand in one file have each their own head.
func TestLargeFeedsInOneFile(t *testing.T) {
	t.Parallel()
	first, second := rdf(200), strings.ReplaceAll(rssFeed(t, 200), "صحيفة الميناء", "صحيفة الشراع")
	_, channel, _ := strings.Cut(rssFeed(t, 200), "<channel>")
	text := first + second[:strings.LastIndex(second, "</rss>")] + "<channel>" + channel + "\n" + atomFeed(200) +
		"<rss version=\"2.0\"><channel><title>x</title></channel></rss>\n"
	for name, text := range map[string]string{"": text, "line": strings.Replace(text, "</rdf:RDF>", "<item>\n<title>ري", 1)} {
		counts := map[string]int{}
		for r := range ReadAll(t.Context(), Open(t.Context(), []string{"-"}, strings.NewReader(text))) {
			if (r.Err != nil) && (name == "" || !strings.Contains(r.Err.Error(), name)) {
				t.Error(r.Err)
			}
			for _, a := range r.Articles {
				counts[a.Source]++
			}
		}
		if want := map[string]int{"صحيفة المرسى": 400, "صحيفة الشراع": 200, "صحيفة الميناء": 200}; !reflect.DeepEqual(counts, want) {
			t.Errorf("got %v, want %v", counts, want)
		}
	}
}
