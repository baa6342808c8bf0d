package intake

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// wiki makes a dump of so many pages.
func wiki(pages int) string {
	var b strings.Builder
	b.WriteString("<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" xml:lang=\"ar\">\n<siteinfo>\n<sitename>ويكي الأنهار</sitename></siteinfo>\n")
	for i := range pages {
		fmt.Fprintf(&b, "<page><title>نهر %d</title><ns>0</ns><revision><text>%s نهاية %d</text></revision></page>\n", i, strings.Repeat("يجري النهر إلى البحر. ", 300), i)
	}
	return b.String() + "</mediawiki>\n"
}

// site makes an export of a site of so many posts, which hold what ends a post elsewhere.
func site(posts int) string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\n<!-- generator -->\n<rss version=\"2.0\"\n xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel><title>دفتر</title>")
	for i := range posts {
		fmt.Fprintf(&b, "<item><title>يوم %d</title><content:encoded><![CDATA[%s </item> نهاية %d]]></content:encoded></item>\n", i, strings.Repeat("مشينا طويلًا. ", 450), i)
	}
	return b.String() + "</channel></rss>"
}

// A dump of any size comes in pieces, each read as a small dump would be; nothing goes and
// nothing comes twice where they meet.
func TestDumpsComeInPieces(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"wiki.xml": wiki(400), "site.xml": site(400)} {
		inputs, at := 0, 0
		for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader(text)) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			inputs++
			list, err := in.Read(t.Context())
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, a := range list {
				if !strings.HasSuffix(a.Title, fmt.Sprintf(" %d", at)) || !strings.HasSuffix(a.Body, fmt.Sprintf("نهاية %d", at)) || a.Source == "" {
					t.Fatalf("%s: the article after %d is %q of %q, ending in %q", name, at, a.Title, a.Source, a.Body[max(len(a.Body)-40, 0):])
				}
				at++
			}
		}
		if inputs < 2 || at != 400 {
			t.Errorf("%s: %d articles in %d pieces", name, at, inputs)
		}
	}
}

// What is wrong is named by its line in the whole dump; what came before it is in.
func TestDumpCutOff(t *testing.T) {
	t.Parallel()
	text, _, _ := strings.Cut(wiki(400), "نهاية 350")
	at := 0
	var wrong []error
	for in, err := range Open(t.Context(), []string{"-"}, strings.NewReader(text)) {
		if err != nil {
			t.Fatal(err)
		}
		list, err := in.Read(t.Context())
		if at += len(list); err != nil {
			wrong = append(wrong, err)
		}
	}
	const line = 3 + 351
	if at != 350 || len(wrong) != 1 || !strings.Contains(wrong[0].Error(), fmt.Sprintf("line %d", line)) {
		t.Errorf("%d articles, %v", at, wrong)
	}
}

// A record that is beyond the limit is refused by its line, and those before it are in.
func TestLongRecord(t *testing.T) {
	t.Parallel()
	text := strings.Replace(wiki(3), "نهاية 2", strings.Repeat("ماء ", 200_000), 1)
	o := Options{Limits: articles.DefaultLimits()}
	o.Size = 1 << 20
	at, refused := 0, 0
	for in, err := range OpenWith(t.Context(), o, []string{"-"}, strings.NewReader(text)) {
		if err != nil {
			refused++
			continue
		}
		list, err := in.Read(t.Context())
		if at += len(list); err != nil {
			t.Error(err)
		}
	}
	if at != 2 || refused != 1 {
		t.Errorf("%d articles, %d refused", at, refused)
	}
}

// Whatever a dump holds, its pieces together are the dump.
func FuzzRecords(f *testing.F) {
	f.Add([]byte(wiki(3)))
	f.Add([]byte(site(3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if dumpOf(data, false) == nil {
			return
		}
		o := Options{Limits: articles.DefaultLimits()}
		o.Size = 1 << 16
		inputs := 0
		for in, err := range OpenWith(t.Context(), o, []string{"-"}, bytes.NewReader(data)) {
			if inputs++; inputs > 100 {
				t.Fatal("no end of pieces")
			}
			if err == nil {
				list, readErr := in.Read(t.Context())
				_ = readErr // anything may be wrong with it
				wantClean(t, list)
			}
		}
	})
}
