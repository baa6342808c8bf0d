package html

import (
	"errors"
	"testing"

	"github.com/warraq/warraq/articles"
)

// A page that asks whether a person is reading is refused by its kind; an article about one is none.
func TestChallenges(t *testing.T) {
	t.Parallel()
	for page, want := range map[string]error{
		`<html lang="en"><head><title>Just a moment...</title></head><body><h1>manara.example</h1><p>Enable JavaScript and cookies to continue</p></body></html>`:                                        articles.ErrChallenge,
		`<html><head><title>Attention Required! | Cloudflare</title></head><body><p>Sorry, you have been blocked</p></body></html>`:                                                                      articles.ErrChallenge,
		`<html lang="ar"><head><title>لحظة…</title></head><body><div class="main-wrapper"><h2 id="challenge-running">جارٍ التحقق من أن الاتصال بالموقع آمن</h2></div></body></html>`:                     articles.ErrChallenge,
		`<html lang="ar"><head><title>المنارة</title></head><body><div id="px-captcha"></div><p>اضغط مطوّلًا لتأكيد أنك إنسان</p></body></html>`:                                                         articles.ErrChallenge,
		`<html lang="ar"><head><title>Access Denied</title></head><body><article><h1>Access Denied</h1>` + longBody + `</article></body></html>`:                                                         nil,
		`<html lang="ar"><head><title>لماذا تسألك المواقع إن كنت إنسانًا؟</title></head><body><h1>لماذا تسألك المواقع إن كنت إنسانًا؟</h1>` + longBody + `<div class="g-recaptcha"></div></body></html>`: nil,
	} {
		list, err := readHTML(articles.NewSource("page.html", []byte(page)))
		if !errors.Is(err, want) || (len(list) == 0) != (want != nil) {
			t.Errorf("%s: %d articles, %v", page, len(list), err)
		}
	}
}
