package html

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Of a page with thousands of pictures each caption is there once, in its order: also
// the one that did not come along with the text, and the one beside which it is said
// whose its picture is.
func TestManyCaptions(t *testing.T) {
	t.Parallel()
	const most = 6000
	captions := make([]articles.Caption, most)
	shown := make([]string, 0, most)
	var page strings.Builder
	page.WriteString("<html><body><article><h1>عنوان المقالة</h1>")
	for i := range most {
		text := "صورة رقم " + strconv.Itoa(i)
		captions[i], shown = articles.Caption{Text: text + " — رويترز"}, append(shown, text)
		page.WriteString("<figure><figcaption>" + text + "</figcaption></figure><p>" + strings.Repeat("كلام من المقالة. ", 5) + text + "</p>")
	}
	got := withLost(captions[1:], append(shown, "صورةرقم 7 — رويترز", "صورة رقم 1  —  رويترز"), "عنوان")
	if len(got) != most || got[0].Text != shown[0] || got[2].Text != captions[2].Text || got[1].Text != "صورة رقم 1  —  رويترز" {
		t.Errorf("there are %d captions, the first %v", len(got), got[:3])
	}
	list, _, err := Format.Read(t.Context(), articles.NewSource("page.html", []byte(page.String())))
	if err != nil || len(list) != 1 || len(list[0].Captions) != most || list[0].Captions[most-1].Text != shown[most-1] {
		t.Errorf("%d articles, %v", len(list), err)
	}
}

// What stands beside the picture of a figure is its caption, whatever element it is in.
func TestCaptionsWithoutName(t *testing.T) {
	t.Parallel()
	const img, caption = `<img src="https://sur.example/a.jpg">`, "البوابة قبل قرن"
	for name, c := range map[string]struct{ html, caption, left string }{
		"a div":            {"<figure>" + img + "<div>" + caption + "</div></figure>", caption, ""},
		"a paragraph":      {"<figure><picture>" + img + "</picture><p>" + caption + "</p></figure>", caption, ""},
		"bare":             {"<figure><div>" + img + caption + "</div></figure>", caption, ""},
		"with whose it is": {"<figure>" + img + `<div class="credit">رويترز</div><div>` + caption + "</div></figure>", caption + " — رويترز", ""},
		"a span":           {img + `<span class="caption">` + caption + "</span>", caption, ""},
		"Blogger":          {`<table class="tr-caption-container"><tr><td>` + img + `</td></tr><tr><td class="tr-caption">` + caption + "</td></tr></table>", caption, ""},
		"two pictures":     {"<figure>" + img + "<p>ثم أُغلق الباب.</p>" + img + "</figure>", "", "ثم أُغلق الباب."},
	} {
		a := readOne(t, inLongText(c.html))
		got := ""
		for _, one := range a.Captions {
			got += one.Text
		}
		blocks := slices.DeleteFunc(strings.Split(a.Body, "\n\n"), func(b string) bool { return strings.Contains(longBody, b) })
		if left := strings.Join(blocks, "\n\n"); got != c.caption || left != c.left {
			t.Errorf("%s: caption %q, %q is left", name, got, left)
		}
	}
}
