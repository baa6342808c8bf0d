package bundled_test

import (
	"bytes"
	"fmt"
	"net/url"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/articles/opml"
)

// evidence is where an address was seen: files of public repositories.
var evidence = regexp.MustCompile(`^(?:(?:GitHub \d{6,}|github\.com/[\w.-]+/[\w.-]+ \([\w./-]+\))(?:, (?:answered|measured|verified|checked) there(?: [\w-]+(?: \w+)?)?)?(?:; |$))+$`)

// Every feed of the catalogue has an address of its own on the web, a language, a section,
// and where and when its address was seen.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	feeds, err := bundled.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	seen, languages := map[string]bool{}, map[string]int{}
	for _, f := range feeds {
		to, err := url.Parse(f.Address)
		switch {
		case err != nil || to.Host == "" || to.User != nil || to.Scheme != "https" && to.Scheme != "http":
			t.Errorf("%s is no address", f.Address)
		case strings.Contains(to.Host, "google.") || strings.Contains(to.Host, "rsshub"):
			t.Errorf("%s is no paper's own", f.Address)
		}
		if key := strings.TrimSuffix(strings.TrimPrefix(to.Host, "www.")+to.RequestURI(), "/"); seen[key] {
			t.Errorf("%s is there twice", f.Address)
		} else {
			seen[key] = true
		}
		languages[f.Lang]++
		if f.Title == "" || len(f.Folder) != 2 || f.Attribute("category") == "" {
			t.Errorf("%s: title %q, folder %q, section %q", f.Address, f.Title, f.Folder, f.Attribute("category"))
		}
		if s := f.Attribute(opml.Own("seen")); !evidence.MatchString(s) {
			t.Errorf("%s was seen in %q", f.Address, s)
		}
		if day, err := time.Parse(time.DateOnly, f.Attribute(opml.Own("seenOn"))); err != nil || day.After(time.Now()) {
			t.Errorf("%s was seen on %q", f.Address, f.Attribute(opml.Own("seenOn")))
		}
		if !strings.ContainsFunc(f.Folder[0]+f.Folder[1], func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }) {
			t.Errorf("%s is in %q", f.Address, f.Folder)
		}
	}
	for lang, least := range map[string]int{"ar": 80, "fa": 40, "he": 40, "ur": 15} {
		if languages[lang] < least {
			t.Errorf("%d feeds in %s, want %d", languages[lang], lang, least)
		}
	}
}

// The catalogue is written as it is read.
func TestCatalogueIsExchanged(t *testing.T) {
	t.Parallel()
	feeds, err := bundled.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err = opml.Write(&b, "x", feeds); err != nil {
		t.Fatal(err)
	}
	again, err := opml.Read(articles.NewSource("x.opml", b.Bytes()))
	if err != nil || !reflect.DeepEqual(again, feeds) {
		t.Errorf("%d feeds come back of %d, %v", len(again), len(feeds), err)
	}
}

func ExampleCatalogue() {
	feeds, err := bundled.Catalogue()
	fmt.Println(err)
	f := feeds[1]
	fmt.Println(f.Title, f.Lang, strings.Join(f.Folder, "/"), f.Address)
	// Output:
	// <nil>
	// بي بي سي عربي ar العربية/عربية ودولية https://feeds.bbci.co.uk/arabic/rss.xml
}
