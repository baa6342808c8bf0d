package html

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// A page that a script has yet to make is read from what the script makes it of, where that has an
// object with the page's title and a text.
func TestPagesOfScripts(t *testing.T) {
	t.Parallel()
	page := func(data string) string {
		return `<html lang="ar"><head><title>ترميم السور</title><meta property="og:title" content="ترميم السور"></head><body><div id="__next"><p>جار التحميل...</p></div><script id="__NEXT_DATA__" type="application/json">` + data + `</script></body></html>`
	}
	paragraphs := strings.ReplaceAll(longBody, `"`, `\"`)
	const menu = `"menu":[{"title":"الرئيسية"},{"title":"رياضة"}]`
	for name, data := range map[string]string{
		"HTML":   `{"props":{"pageProps":{"post":{"title":"ترميم السور","publishedAt":"2024-05-01T07:00:00Z","author":{"name":"هند النجار"},"body":"` + paragraphs + `","related":[{"title":"سوق","body":"نص آخر طويل عن السوق القديم وما فيه من الحرفيين والتجار"}]}},` + menu + `}}`,
		"blocks": `{"page":{"headline":"ترميم السور","date":"2024-05-01T07:00:00Z","author":"هند النجار","content":[{"type":"p","text":"` + openingWords + `"},{"type":"image","src":"1.jpg"},{"type":"p","text":"` + closingWords + `"}]},` + menu + `}`,
	} {
		a := readOne(t, page(data))
		if a.Body != openingWords+"\n\n"+closingWords || !a.Full || a.Author != "هند النجار" || !a.Published.Equal(time.Date(2024, 5, 1, 7, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: by %q on %v:\n%s", name, a.Author, a.Published, a.Body)
		}
	}
	for name, data := range map[string]string{
		"another article": `{"post":{"title":"سوق السمك","body":"` + paragraphs + `"}}`,
		"no text":         `{"post":{"title":"ترميم السور","body":"` + "سور" + `"}}`,
		"no JSON":         `{"post":{"title":`,
	} {
		list, err := readHTML(articles.NewSource("page.html", []byte(page(data))))
		if len(list) != 1 || list[0].Body != "" || list[0].Full || !errors.Is(err, articles.ErrScripted) || !articles.IsNotice(err) {
			t.Errorf("%s is read as %+v, %v", name, list, err)
		}
	}
	whole := strings.Replace(page(`{"post":{"title":"ترميم السور","body":"نص قصير آخر لا يشبه ما في الصفحة نفسها من كلام طويل."}}`), "<p>جار التحميل...</p>", "<article><h1>ترميم السور</h1>"+longBody+"</article>", 1)
	if a := readOne(t, whole); strings.Contains(a.Body, "نص قصير") {
		t.Errorf("a page that was made is read from its script:\n%s", a.Body)
	}
}

// What a page says of itself for search engines counts where a script has yet to make the page.
func TestWaitingPageWithLinkedText(t *testing.T) {
	t.Parallel()
	a := readOne(t, `<html lang="ar"><head><title>ترميم السور</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"ترميم السور","articleBody":"`+openingWords+`"}</script></head><body><div id="root"></div></body></html>`)
	if a.Body != openingWords || !a.Full {
		t.Errorf("it is read as %q", a.Body)
	}
}
