package html

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// The items of a list have the numbers that a browser shows.
func TestNumbersOfLists(t *testing.T) {
	t.Parallel()
	for list, want := range map[string]string{
		`<ol><li>باب</li><li>سور</li></ol>`:                               "1. باب\n2. سور",
		`<ol start="7"><li>باب</li><li>سور</li></ol>`:                     "7. باب\n8. سور",
		`<ol><li value="7">باب</li><li>سور</li></ol>`:                     "7. باب\n8. سور",
		`<ol start="7"><li value="8">باب</li><li value="9">سور</li></ol>`: "8. باب\n9. سور",
		`<ol><li>باب</li><li value="4">سور</li><li>درج</li></ol>`:         "1\\. باب\n\n4\\. سور\n\n5\\. درج",
		`<ol reversed><li>باب</li><li>سور</li></ol>`:                      "2\\. باب\n\n1\\. سور",
		`<ol reversed start="10"><li><p>باب</p></li><li>سور</li></ol>`:    "10\\. باب\n\n9\\. سور",
		`<ol reversed><li>باب</li></ol>`:                                  "1. باب",
		`<ol start="x"><li value="">باب</li></ol>`:                        "1. باب",
		`<ol start="-3"><li>باب</li></ol>`:                                "-3. باب",
		`<ol></ol>`:                                                       "",
	} {
		var a articles.Article
		if err := SetText(&a, "<p>قبل.</p>"+list+"<p>بعد.</p>"); err != nil {
			t.Fatal(err)
		}
		if got := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(a.Body, "قبل."), "بعد."), "\n"); got != want {
			t.Errorf("%s\n got %q\nwant %q", list, got, want)
		}
	}
}
