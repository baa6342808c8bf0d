package html

import (
	"slices"
	"strings"
	"testing"
)

// Where a picture goes, so does the link that held nothing else, and the list whose items were
// pictures: no empty link or item is left of them.
func TestNothingIsLeftOfPictures(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		`<div><a href="https://a.example/large.jpg"><img src="https://a.example/1.jpg"></a></div>`:                                               "",
		`<span><a href="/print/4"><img src="/print.gif" alt="نسخة للطباعة" title="نسخة للطباعة"></a></span>`:                                     "",
		`<p>هنا <a href="https://a.example/map"><img src="/1.gif"> خريطة السور</a> كاملة.</p>`:                                                   "هنا [خريطة السور](https://a.example/map) كاملة.",
		`<ul><li><figure><img src="/1.jpg"><figcaption>الباب الكبير</figcaption></figure></li><li><figure><img src="/2.jpg"></figure></li></ul>`: "",
	} {
		a := readOne(t, inLongText(s))
		blocks := strings.Split(a.Body, "\n\n")
		blocks = slices.DeleteFunc(blocks, func(b string) bool { return strings.Contains(longBody, strings.ReplaceAll(b, "\\", "")) })
		if got := strings.Join(blocks, "\n\n"); got != want {
			t.Errorf("%s\n got %q\nwant %q", s, got, want)
		}
	}
}

// Pictures beside each other leave no room between the paragraphs around them.
func TestPicturesLeaveNoRoom(t *testing.T) {
	t.Parallel()
	a := readOne(t, inLongText(strings.Repeat(`<figure><img src="/1.jpg"><figcaption>الباب الكبير</figcaption></figure><figure><img src="/2.jpg"><figcaption>الباب الصغير</figcaption></figure>`, 2)))
	if strings.Contains(a.Body, "\n\n\n") || len(a.Captions) != 2 {
		t.Errorf("%q %+v", a.Body, a.Captions)
	}
}

// When an article was written is no caption of the picture over it, whatever its class is called.
func TestCaptionsWithoutTimes(t *testing.T) {
	t.Parallel()
	a := readOne(t, `<html lang="ar"><body><article><img src="/1.jpg" alt="سور"><h1>ترميم السور</h1><div class="refs-credits"><time datetime="2024-12-02T09:30">09:30 02.12.2024</time><span>انسخ الرابط</span></div>`+longBody+`</article></body></html>`)
	if len(a.Captions) != 0 || a.Published.IsZero() {
		t.Errorf("%+v, published %v", a.Captions, a.Published)
	}
}

// A heading within a text stays, also where its class calls it a header.
func TestHeadingsCalledHeaders(t *testing.T) {
	t.Parallel()
	paragraphs := strings.Repeat(strings.ReplaceAll(strings.ReplaceAll(longBody, "<p>", "<div>"), "</p>", "</div>"), 3)
	a := readOne(t, `<html lang="ar"><head><title>ترميم السور</title></head><body><div><h1>ترميم السور</h1><div id="text">`+paragraphs+`<h3 class="text_editor_header"><div><span>باب بلا مفتاح</span></div></h3>`+paragraphs+`</div></div></body></html>`)
	if !strings.Contains(a.Body, "### باب بلا مفتاح") {
		t.Error(a.Body)
	}
}
