package opml

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// A list that was read and written is the same when it is read again: folders in folders,
// names, and attributes that are not known.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	const list = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>x</title></head><body>
<outline text="أخبار" title="أخبار"><outline text="المشرق / المغرب">
  <outline type="rss" text="اسمي لها" title="صدى &quot;المدينة&quot; &amp; غيرها" xmlUrl="https://s.example/feed?a=1&amp;b=2" htmlUrl="https://s.example/" language="ar" category="/x,y" custom="ق"/>
</outline><outline text="دفتر" xmlUrl="http://d.example/rss"/></outline>
<outline xmlUrl="feed://t.example/atom" title="بلا مجلد" warraq:keep="50"></outline>
</body></opml>`
	read := func(s string) []Feed {
		feeds, err := Read(articles.NewSource("list.opml", []byte(s)))
		if err != nil {
			t.Fatal(err)
		}
		return feeds
	}
	first := read(list)
	if len(first) != 3 || !reflect.DeepEqual(first[0].Folder, []string{"أخبار", "المشرق / المغرب"}) || first[0].Name != "اسمي لها" ||
		first[0].Attribute("custom") != "ق" || first[1].Name != "دفتر" || first[2].Address != "https://t.example/atom" || first[2].Attribute(Own("keep")) != "50" {
		t.Fatalf("read %+v", first)
	}
	var b strings.Builder
	if err := Write(&b, "ورّاق", first); err != nil {
		t.Fatal(err)
	}
	if again := read(b.String()); !reflect.DeepEqual(again, first) {
		t.Errorf("\nread  %+v\nagain %+v\nin %s", first, again, b.String())
	}
}

// What is wrong with a list is said with its line, and the feeds that can be read are
// there.
func TestWrongLists(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		list  string
		kind  error
		feeds int
	}{
		"cut off":                {`<opml><body><outline text="أ" xmlUrl="https://a.example/"/><outline text="ب" xml`, articles.ErrDamaged, 1},
		"not closed":             {`<opml><body><outline text="أ"><outline xmlUrl="https://a.example/"/>`, articles.ErrDamaged, 1},
		"an address of a file":   {`<opml><body><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://a.example/"/></body></opml>`, articles.ErrNoAddress, 1},
		"without feeds":          {`<opml><body><outline text="أ"/></body></opml>`, articles.ErrNoFeeds, 0},
		"another kind of XML":    {`<rss><channel/></rss>`, articles.ErrNoFeeds, 0},
		"no XML":                 {`hello`, articles.ErrNoFeeds, 0},
		"an unescaped &":         {`<opml><body><outline text="أ & ب" xmlUrl="https://a.example/?a=1&b=2"/></body></opml>`, nil, 1},
		"entities of HTML":       {`<opml><body><outline text="أ&nbsp;ب" xmlUrl="https://a.example/"/></body></opml>`, nil, 1},
		"names in other letters": {`<OPML><BODY><OUTLINE TEXT="x" XMLURL="https://a.example/"/></BODY></OPML>`, nil, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			feeds, err := Read(articles.NewSource("list.opml", []byte(tt.list)))
			if len(feeds) != tt.feeds || (tt.kind == nil) != (err == nil) || !errors.Is(err, tt.kind) {
				t.Errorf("%+v, %v", feeds, err)
			}
		})
	}
}

// Whatever is read, what is written of it is read back the same.
func FuzzRead(f *testing.F) {
	f.Add(`<opml><body><outline text="أ"><outline text="ب" xmlUrl="https://a.example/"/></outline></body></opml>`)
	f.Fuzz(func(t *testing.T, list string) {
		feeds, _ := Read(articles.NewSource("list.opml", []byte(list)))
		var b strings.Builder
		if err := Write(&b, "", feeds); err != nil || len(feeds) == 0 {
			return
		}
		again, err := Read(articles.NewSource("list.opml", []byte(b.String())))
		if err != nil || len(again) != len(feeds) {
			t.Errorf("%q: %d feeds, then %d: %v", list, len(feeds), len(again), err)
		}
	})
}
