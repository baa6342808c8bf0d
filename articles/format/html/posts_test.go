package html

import (
	"strings"
	"testing"
)

// What scripts make players and posts of is a link to what they show, where the page itself says
// nothing of it.
func TestEmbeddedPosts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ page, address string }{
		{`<lite-youtube videoid="Q1"></lite-youtube>`, "https://www.youtube.com/watch?v=Q1"},
		{`<amp-youtube data-videoid="Q1" layout="responsive"></amp-youtube>`, "https://www.youtube.com/watch?v=Q1"},
		{`<div class="fb-post" data-href="https://www.facebook.com/s/posts/2"></div>`, "https://www.facebook.com/s/posts/2"},
		{`<blockquote class="twitter-tweet"><a href="https://twitter.com/s/status/7"></a></blockquote>`, "https://twitter.com/s/status/7"},
		{`<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/a/"><a href="https://www.instagram.com/p/a/">View this post</a></blockquote>`, "https://www.instagram.com/p/a/"},
		{`<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@s/video/1"><section></section></blockquote>`, "https://www.tiktok.com/@s/video/1"},
		{`<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="souq/12"></script>`, "https://t.me/souq/12"},
	} {
		a := readNews(t, "", "<article>"+newsBody+c.page+"<p>"+newsOfPrice+"</p></article>")
		if strings.Count(a.Body, "]("+c.address+")") != 1 {
			t.Errorf("no link for %s in\n%s", c.page, a.Body)
		}
	}
	a := readNews(t, "", "<article>"+newsBody+`<blockquote class="twitter-tweet"><p>وصل الزجاج اليوم</p>&mdash; السوق <a href="https://twitter.com/s/status/7">يوم السبت</a></blockquote></article>`)
	if !strings.Contains(a.Body, "> وصل الزجاج اليوم") {
		t.Errorf("what a post says is not in\n%s", a.Body)
	}
	if a := readNews(t, "", `<article><p class="print-only">طُبعت هذه الصفحة من موقع الجريدة.</p>`+newsBody+"</article>"); strings.Contains(a.Body, "طُبعت") {
		t.Errorf("what is printed alone is in\n%s", a.Body)
	}
}
