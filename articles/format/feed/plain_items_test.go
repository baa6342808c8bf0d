package feed

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// checkItems compares a feed whose plain entries are held back with the feed as it is, and returns
// how many were.
func checkItems(t *testing.T, s string) int {
	t.Helper()
	got, err := parse(s, "rss")
	want, wantErr := newParser().ParseString(s)
	if !reflect.DeepEqual(got, want) || fmt.Sprint(err) != fmt.Sprint(wantErr) {
		t.Fatalf("%s: got %+v, %v; want %+v, %v", s, got, err, want, wantErr)
	}
	_, held := holdItems(s)
	return len(held)
}

// A feed says the same whether its plain entries are held back or not.
func TestPlainItems(t *testing.T) {
	t.Parallel()
	roots := []string{
		` xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"`,
		` xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
		"", ` xmlns:dc="http://purl.org/dc/terms/"`, ` xmlns="http://purl.org/dc/elements/1.1/"`, ` xml:base="https://a.example/"`,
	}
	heads := []string{"", "", "<title>صحيفة</title>", "<!-- <item> -->", "<description><![CDATA[<item><title>أ</title></item>]]></description>", `<x xmlns="http://a.example/">`, `<image xmlns:dc="x">`, "<image>"}
	names := []string{"title", "link", "comments", "pubDate", "category", "guid", `guid isPermaLink="false"`, "description", "content:encoded", "dc:creator", "wfw:commentRss", "slash:comments"}
	others := []string{"dc:date", "media:title", "author", "enclosure", "Title", `title type="x"`, "source", "pubdate", "item", "encoded", "id"}
	values := []string{"نص", "https://a.example/b", "Mon, 01 Jan 2024 00:37:00 +0000", "<![CDATA[ نص <b>و</b> & ]]>", "<![CDATA[ليلى]]>", "<![CDATA[نص]]>", "نص &#8211; &amp; &quot;"}
	oddValues := []string{"", " ", "<![CDATA[]]>", "<![CDATA[ ]]>", "<![CDATA[a]]> ", "<![CDATA[a]]><![CDATA[b]]>", "&nbsp;", "&", "&#x41;", "&#128;", "&#55296;", "a&amp", "&amp;amp;", "]]>", "\r\nنص", "\x01", "\xff", "\uFFFF", "a@b.example (ليلى)", "<b>نص</b>", "<!-- نص -->", "2024-01-01", "\uFDD5" + "0\uFDD6", " نص ", "<item>", "</item>"}
	random := rand.New(rand.NewPCG(3, 18))
	one := func(usual, odd []string) string {
		if random.IntN(20) == 0 {
			usual = odd
		}
		return usual[random.IntN(len(usual))]
	}
	held := 0
	for range 4000 {
		var b strings.Builder
		root := 0
		if random.IntN(3) == 0 {
			root = random.IntN(len(roots))
		}
		b.WriteString(`<rss version="2.0"` + roots[root] + "><channel>" + heads[random.IntN(len(heads))])
		for range random.IntN(4) {
			b.WriteString("<item>")
			for range random.IntN(7) {
				name := one(names, others)
				end, _, _ := strings.Cut(name, " ")
				if random.IntN(60) == 0 {
					end = "title"
				}
				b.WriteString(one([]string{"", "\n\t"}, []string{"نص", "<!-- -->", "&"}) + "<" + name + ">" + one(values, oddValues) + "</" + end + ">")
			}
			b.WriteString(one([]string{"</item>", "\n</item>\n"}, []string{"", "</item >"}))
		}
		b.WriteString("</channel></rss>")
		held += checkItems(t, b.String())
	}
	if held < 400 {
		t.Errorf("only %d entries were held back", held)
	}
}
