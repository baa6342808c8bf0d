package feed

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// twoEntries are two of a feed.
const twoEntries = `<item><title>عودة القطار</title><link>/train/1</link><description>&lt;p&gt;عاد القطار إلى المحطة &lt;a href="map.html"&gt;خريطة&lt;/a&gt;.&lt;/p&gt;</description></item>
<item><title>سوق الكتب</title><link>https://other.example/2</link><description>فُتح السوق.</description></item>`

const channel = `<rss version="2.0"><channel><title>جريدة المحطة</title><link>https://station.example/ar/</link>`

// A feed is read behind whatever stands in front of it, and as far as it is whole.
func TestFeedsThatAreNotWhole(t *testing.T) {
	t.Parallel()
	whole := channel + twoEntries + `</channel></rss>`
	inEntry, _, _ := strings.Cut(whole, "فُتح")
	beforeTag, _, _ := strings.Cut(whole, "</link><description>فُتح")
	tests := []struct {
		name, file, data string
		want             []string
		line             int // of the error, 0 for none
	}{
		{"as it should be", "a.xml", whole, []string{"عودة القطار", "سوق الكتب"}, 0},
		{"behind blanks", "a.xml", "\n  \n<?xml version='1.0'?>" + whole, []string{"عودة القطار", "سوق الكتب"}, 0},
		{"behind a mark among blanks", "a.xml", "\n\ufeff<?xml version='1.0'?>" + whole, []string{"عودة القطار", "سوق الكتب"}, 0},
		{"behind a long comment", "a", "<?xml version='1.0'?>\n<!-- " + strings.Repeat("كلام ", 5000) + "-->\n" + whole, []string{"عودة القطار", "سوق الكتب"}, 0},
		{"behind a warning", "a", "<br />\n<b>Warning</b>:  mkdir(): no space in <b>/srv/a.php</b> on line <b>9</b><br />\n<?xml version='1.0'?>" + whole, []string{"عودة القطار", "سوق الكتب"}, 0},
		{"behind a plain notice", "a.rss", "Notice: Undefined index: x in /srv/a.php on line 9\n" + whole, []string{"عودة القطار", "سوق الكتب"}, 0},
		{"cut off in the second entry", "a.xml", inEntry, []string{"عودة القطار"}, 1},
		{"with a sign that begins no tag", "a.xml", strings.Replace(whole, "عودة القطار<", "عودة < القطار<", 1), []string{"عودة < القطار", "سوق الكتب"}, 0},
		{"cut off in a tag", "a.xml", "\n" + beforeTag + "</l", []string{"عودة القطار"}, 2},
		{"cut off before the end", "a.xml", channel + twoEntries, []string{"عودة القطار", "سوق الكتب"}, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			list, mine, err := Format.Read(context.Background(), articles.NewSource(test.file, []byte(test.data)))
			var titles []string
			for _, a := range list {
				titles = append(titles, a.Title)
			}
			if !mine || strings.Join(titles, "/") != strings.Join(test.want, "/") {
				t.Errorf("read %q, mine %v, %v", titles, mine, err)
			}
			var wrong *articles.InputError
			if errors.As(err, &wrong) != (test.line > 0) || wrong != nil && (!errors.Is(wrong.Kind, articles.ErrDamaged) || wrong.Line != test.line) {
				t.Errorf("it says %v", err)
			}
		})
	}
	// Text that tells of feeds is none.
	for _, s := range []string{"# كيف تكتب خلاصة\n\n```xml\n<rss version=\"2.0\">\n```\n", "<p>مثال: <code>&lt;rss version=</code></p>"} {
		if _, mine, _ := Format.Read(context.Background(), articles.NewSource("a.md", []byte(s))); mine {
			t.Errorf("%q was taken for a feed", s)
		}
	}
}

// Addresses that are not whole start from the feed's site and from the entry's page.
func TestRelativeAddresses(t *testing.T) {
	t.Parallel()
	list, _, err := Format.Read(context.Background(), articles.NewSource("a.xml", []byte(channel+twoEntries+`</channel></rss>`)))
	if err != nil || len(list) != 2 {
		t.Fatalf("%d, %v", len(list), err)
	}
	if list[0].URL != "https://station.example/train/1" || !strings.Contains(list[0].Body, "[خريطة](https://station.example/train/map.html)") {
		t.Errorf("%q\n%s", list[0].URL, list[0].Body)
	}
}

// A tag in a title is what the title tells of; markup around its words is none of it.
func TestTitlesWithTags(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"كيف تكتب وسم &amp;lt;table&amp;gt; في صفحتك": "كيف تكتب وسم <table> في صفحتك",
		"كيف تكتب وسم &lt;section&gt; في صفحتك":       "كيف تكتب وسم <section> في صفحتك",
		"&lt;b&gt;عاجل&lt;/b&gt; وصل القطار":          "عاجل وصل القطار",
		"&amp;lt;em&amp;gt;عاجل&amp;lt;/em&amp;gt;":   "عاجل",
		"<![CDATA[قال: &#8220;لا&#8221;]]>":           "قال: “لا”",
		"حين س &lt; ص":                                "حين س < ص",
	} {
		list, _, err := Format.Read(context.Background(), articles.NewSource("a.xml", []byte(channel+`<item><title>`+title+`</title><description>نص.</description></item></channel></rss>`)))
		if err != nil || len(list) != 1 || list[0].Title != want {
			t.Errorf("%s: %+v, %v", title, list, err)
		}
	}
}

// Atom whose elements have a prefix is Atom.
func TestPrefixedAtom(t *testing.T) {
	const in = `<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>مرسى</a:title><a:entry><a:title>ريح</a:title><a:id>1</a:id><a:content>هبّت الريح.</a:content></a:entry></a:feed>`
	list, mine, err := read(t.Context(), articles.NewSource("x", []byte(in)))
	if !mine || err != nil || len(list) != 1 || list[0].Source != "مرسى" || list[0].Title != "ريح" || list[0].Body != "هبّت الريح." {
		t.Errorf("got %+v, %v", list, err)
	}
}
