package twitter

import (
	"context"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// Posts come with the time at which they were written, and with what their links lead to.
func TestArchive(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, source, body, url, published string }{
		{
			"a post", `window.YTD.tweets.part0 = [ {"tweet":{"id_str":"18","created_at":"Mon Dec 02 09:13:02 +0000 2024","lang":"ar","full_text":"تصل القافلة &amp; الدخول مجاني\nhttps://t.co/abc https://t.co/pic",
"entities":{"hashtags":[{"text":"مسرح"}],"urls":[{"url":"https://t.co/abc","expanded_url":"https://stage.example/1"}],"media":[{"url":"https://t.co/pic","media_url_https":"https://pbs.example/a.jpg"}]}}} ]`,
			"تصل القافلة & الدخول مجاني\n\n<https://stage.example/1>\n\n![](https://pbs.example/a.jpg)", postAddress + "18", "2024-12-02 09:13:02",
		},
		{
			"a long post", `window.YTD.note_tweet.part0 = [{"noteTweet":{"createdAt":"2024-12-02T09:13:02.000Z","core":{"text":"انظر https://t.co/b","urls":[{"shortUrl":"https://t.co/b","expandedUrl":"https://stage.example/2"}]}}}]`,
			"انظر <https://stage.example/2>", "", "2024-12-02 09:13:02",
		},
		{
			"one that was liked", `window.YTD.like.part0 = [{"like":{"tweetId":"7","fullText":"عن المسرح في القرى","expandedUrl":"https://twitter.com/i/web/status/7"}},{"like":{"tweetId":"8"}}];`,
			"عن المسرح في القرى", postAddress + "7", "",
		},
	} {
		list, mine, err := Format.Read(context.Background(), articles.NewSource("tweets.js", []byte(c.source)))
		if !mine || err != nil || len(list) != 1 {
			t.Fatalf("%s: %d articles, %t, %v", c.name, len(list), mine, err)
		}
		a := list[0]
		published := ""
		if !a.Published.IsZero() {
			published = a.Published.UTC().Format(time.DateTime)
		}
		if a.Body != c.body || a.URL != c.url || published != c.published || !a.Full {
			t.Errorf("%s: %q, %q, %q", c.name, a.Body, a.URL, published)
		}
	}
}

// Other files of an archive are left to others, and one that is broken is named.
func TestOthers(t *testing.T) {
	t.Parallel()
	for source, mine := range map[string]bool{
		`window.YTD.account.part0 = [{"account":{"email":"a@b.example"}}]`: false,
		`[{"tweet":{}}]`:                    false,
		`window.YTD.tweets.part0 = [`:       true,
		`window.YTD.tweets.part0 = []`:      true,
		`window.YTD.like.part0 = [{"x":1}]`: true,
	} {
		list, is, err := Format.Read(context.Background(), articles.NewSource("a.js", []byte(source)))
		if is != mine || (err != nil) != mine || list != nil {
			t.Errorf("%s: %d articles, %t, %v", source, len(list), is, err)
		}
	}
}
