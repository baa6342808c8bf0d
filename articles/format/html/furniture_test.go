package html

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// What publishing systems put into a text or around it is none of it, and what they link to is
// related: each line here stands between two paragraphs.
func TestFurnitureOfSystems(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		html    string
		related []string
		left    string
	}{
		"related, in one word":     {`<div class="jp"><h3><em>مرتبط</em></h3><p><a href="https://sur.example/2">عودة السوق القديم</a> <span>1 آذار 2024</span></p></div>`, []string{"عودة السوق القديم"}, ""},
		"a card with its day":      {`<div class="related"><a href="https://sur.example/2">عودة السوق القديم</a><a href="https://sur.example/2">ديسمبر 25, 2020</a></div>`, []string{"عودة السوق القديم"}, ""},
		"a heading that is a link": {`<div class="also-read"><a href="#">سایر اخبار مهم</a><a href="https://sur.example/2">عودة السوق القديم</a></div>`, []string{"عودة السوق القديم"}, ""},
		"a card within the text":   {`<div class="inject"><div><a href="https://sur.example/2"><img src="/2.jpg" alt="سوق"></a></div><span>© وكالة</span><div><a href="https://sur.example/2">عودة السوق القديم</a></div></div>`, []string{"عودة السوق القديم"}, ""},
		"a picture with its words": {`<div><a href="https://sur.example/3.jpg"><img src="https://sur.example/4.jpg" alt="السوق قبل قرن"></a></div>`, nil, "[![السوق قبل قرن](https://sur.example/4.jpg)](https://sur.example/3.jpg)"},
		"what is said of it":       {`<dl class="article-info"><dt>التفاصيل</dt><dd>المجموعة: <a href="/s">أخبار السور</a></dd><dd>الزيارات: 612</dd></dl>`, nil, ""},
		"a text called info":       {`<div class="post-info"><p>ثم أُغلق الباب.</p></div>`, nil, "ثم أُغلق الباب."},
		"the end of a comment":     {`<p>ثم أُغلق الباب.<br>--><br></p>`, nil, "ثم أُغلق الباب."},
		"a note with a star":       {`<p><strong>* كاتب من السور</strong></p>`, nil, `\* **كاتب من السور**`},
	} {
		a := readOne(t, inLongText(c.html))
		var titles []string
		for _, r := range a.Related {
			titles = append(titles, r.Title)
		}
		blocks := slices.DeleteFunc(strings.Split(a.Body, "\n\n"), func(b string) bool { return strings.Contains(longBody, b) })
		if got := strings.Join(blocks, "\n\n"); got != c.left || !slices.Equal(titles, c.related) {
			t.Errorf("%s: %q is left, %q are related", name, got, titles)
		}
	}
	related := readOne(t, inLongText(`<ul class="related"><li><a href="https://sur.example/2">عودة السوق القديم</a></li></ul>`)).Related
	if want := (articles.Related{Kind: articles.OnPage, Title: "عودة السوق القديم", URL: "https://sur.example/2"}); len(related) != 1 || related[0] != want {
		t.Errorf("%+v", related)
	}
}

// How long listening takes is none of the text, also in brackets.
func TestListeningTime(t *testing.T) {
	t.Parallel()
	a := readOne(t, strings.Replace(inLongText(""), "</h1>", "</h1><div>استمع (4 دقائق)</div>", 1))
	if strings.Contains(a.Body, "استمع") {
		t.Error(a.Body)
	}
}
