package feed

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/articlestest"
)

// items puts items into a feed.
func items(all ...string) string {
	return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>صحيفة</title>` + strings.Join(all, "\n") + "</channel></rss>"
}

// A feed says the same whether its texts are held back or not.
func TestHeldTexts(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("<p>نص & <b>طويل</b> &amp; ]] > </p>\n", 20)
	var paper strings.Builder
	if err := articlestest.NewNewspaper().WriteFeed(&paper, 40); err != nil {
		t.Fatal(err)
	}
	feeds := map[string]string{
		"both":               items("<item><title>أ</title><description><![CDATA[" + long + "]]></description><content:encoded><![CDATA[" + long + "٢]]></content:encoded></item>"),
		"spaces around":      items("<item><description> <![CDATA[" + long + "]]></description></item><item><content:encoded><![CDATA[" + long + "]]> </content:encoded></item>"),
		"two sections":       items("<item><description><![CDATA[" + long + "]]><![CDATA[" + long + "]]></description></item>"),
		"of a medium":        items("<item><media:group><description><![CDATA["+long+"]]></description></media:group></item>", "<item><media:content><media:description><![CDATA["+long+"]]></media:description></media:content></item>"),
		"in a title":         items("<item><title><![CDATA[عن <description><![CDATA[" + long + "]]></title><description>ب</description></item>"),
		"in a comment":       items("<!-- <description><![CDATA["+long+"]]></description> --><item><title>أ</title></item>", "<item><description><![CDATA["+long+"]]></description></item>"),
		"no character":       items("<item><description><![CDATA[" + long + "\x01]]></description></item>"),
		"numbers themselves": items("<item><title>أ</title><description>\uFDD00\uFDD1</description></item>", "<item><description><![CDATA["+long+"]]></description></item>"),
		"not closed":         items("<item><description><![CDATA["+long+"]]></description></item>") + "<item><description><![CDATA[" + long,
		"broken":             items("<item><description><![CDATA["+long+"]]></description></item>", "<item><title>أ</titel></item>"),
		"of a newspaper":     paper.String(),
	}
	files, err := filepath.Glob("../../intake/testdata/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if s, root := feedStart(articles.NewSource(name, data)); root == "rss" {
			feeds[name] = s
		}
	}
	for name, s := range feeds {
		s = skipProlog(s)
		got, err := parse(s, "rss")
		want, wantErr := newParser().ParseString(s)
		if !reflect.DeepEqual(got, want) || fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("%s: got %v, %v; want %v, %v", name, got, err, want, wantErr)
		}
	}
	if rest, texts := holdTexts(feeds["both"]); len(texts) != 2 || strings.Contains(rest, "طويل") {
		t.Errorf("held back are %d texts; left is %s", len(texts), rest)
	}
}

func FuzzHeldTexts(f *testing.F) {
	f.Add(items("<item><description><![CDATA[" + strings.Repeat("نص ", worthHolding) + "]]></description></item>"))
	f.Fuzz(func(t *testing.T, s string) {
		if s = skipProlog(s); len(s) > 64<<10 || strings.Contains(s, "<?xml") {
			return
		}
		got, err := parse(s, "rss")
		want, wantErr := newParser().ParseString(s)
		if !reflect.DeepEqual(got, want) || fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("%q: got %v, %v; want %v, %v", s, got, err, want, wantErr)
		}
	})
}
