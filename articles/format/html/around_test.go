package html

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles"
)

// The paragraphs of a short piece of news about a market.
const (
	newsOfGlass = "وصلت إلى سوق الزجاج صباح السبت عربات تحمل ألواحًا ملوّنة صنعها حرفيون في ثلاث قرى على أطراف المدينة."
	newsOfPrice = "وذكر نقيب الحرفيين أن السعر لن يرتفع هذا العام، لأن الرمل متوفر والأفران الجديدة تأكل حطبًا أقل من القديمة."
	newsOfRoad  = "وأُغلقت الطريق ساعتين حتى مرّت العربات كلها، ثم عاد الناس إلى ما كانوا فيه."
)

// readNews reads a page around the news, with what stands in its head and its body.
func readNews(t *testing.T, head, body string) articles.Article {
	t.Helper()
	page := `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>زجاج في السوق - جريدة المنارة</title><meta property="og:site_name" content="جريدة المنارة">` +
		head + `</head><body>` + body + `</body></html>`
	document, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	a, err := FromDocument(document, &articles.Album{Limits: articles.DefaultLimits()}, "https://manara.example/n/1")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

const newsBody = "<h1>زجاج في السوق</h1><p>" + newsOfGlass + "</p><p>" + newsOfPrice + "</p><p>" + newsOfRoad + "</p>"

// The text is the article's, whatever menus, empty boxes and feet stand around it.
func TestTextWithoutMenus(t *testing.T) {
	t.Parallel()
	const want = newsOfGlass + "\n\n" + newsOfPrice + "\n\n" + newsOfRoad
	menu := `<ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li><li><a href="/e">اقتصاد</a></li></ul>`
	for name, body := range map[string]string{
		"an empty box over the foot":   `<div class="content">` + newsBody + `</div><div class="related"><h3>مواضيع ذات صلة</h3></div><div class="footer"><a href="/a">من نحن</a> <a href="/c">اتصل بنا</a></div>`,
		"a menu within the same box":   `<div class="page"><nav>` + menu + `</nav><div class="post-body">` + newsBody + `</div></div>`,
		"contents in the text":         `<article>` + strings.Replace(newsBody, "</h1>", `</h1><div id="toc" role="navigation"><h2>المحتويات</h2><ul><li><a href="#a">السعر</a></li><li><a href="#b">الطريق</a></li></ul></div>`, 1) + `</article>`,
		"an encyclopedia's box below":  `<article>` + newsBody + `<div class="navbox">أسواق <a href="/a">النحاس</a> <a href="/b">الملح</a></div></article>`,
		"a heading with nothing below": `<section>` + newsBody + `<h4>اقرأ أيضًا:</h4></section><footer>` + menu + `</footer>`,
		"a table that only places":     `<table><tr><td>` + menu + `</td><td>` + newsBody + `</td></tr></table>`,
		"a writer beside the text":     `<article>` + strings.Replace(newsBody, "</h1>", `</h1><span itemprop="author" itemscope><a href="/u"><span itemprop="name">منى الزجّاج</span></a><span itemprop="jobTitle">مراسلة</span></span>`, 1) + `</article>`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := readNews(t, "", body)
			if a.Body != want {
				t.Errorf("the text is\n%s", a.Body)
			}
			if len(a.Related) != 0 {
				t.Errorf("there are related articles: %+v", a.Related)
			}
		})
	}
}

// Who wrote an article is a name, without the words around it.
func TestWritersAsPagesShowThem(t *testing.T) {
	t.Parallel()
	for shown, want := range map[string]string{
		`<p class="byline">بقلم/ منى الزجّاج</p>`:                              "منى الزجّاج",
		`<div class="writer">تحرير - منى الزجّاج - المنارة</div>`:              "منى الزجّاج",
		`<div class="post-author">نشرت بواسطة منى الزجّاج في 2024/12/07</div>`: "منى الزجّاج",
		`<a rel="author" href="/u">منى الزجّاج - مراسلة المنارة</a>`:           "منى الزجّاج",
		`<section aria-labelledby="article-byline"><strong class="visually-hidden" id="article-byline">معلومات المقال</strong><ul><li><span class="visually-hidden">Author, </span><span>منى الزجّاج</span></li><li><span class="visually-hidden">Role, </span><span>جريدة المنارة</span></li></ul></section>`: "منى الزجّاج",
		`<div class="from-author"><span class="from-author__label">نص:</span><a class="from-author__name" href="/m">جريدة المنارة</a> | <a href="/u">منى الزجّاج</a></div>`:                                                                                                                                    "منى الزجّاج",
		`<span class="author__label">بقلم:</span><a href="/u" class="author__name">منى الزجّاج</a>`:                                                                                                                                                                                                            "منى الزجّاج",
		`<span class="author">كتب: سعد الرمّال</span>`:                                                                    "سعد الرمّال",
		`<div class="by">بقلم <a rel="author" href="/u">منى الزجّاج</a> و<a rel="author" href="/v">سعد الرمّال</a></div>`: "منى الزجّاج، سعد الرمّال",
		`<div class="post-author"><span>كتبت: منى الزجّاج</span><a href="https://x.com/m">@mona_z</a></div>`:              "منى الزجّاج",
		`<div class="author-info"><a class="author-name" href="/u">منى الزجّاج</a><p>كاتبة تعيش في المدينة</p></div>`:     "منى الزجّاج",
	} {
		a := readNews(t, "", "<article>"+strings.Replace(newsBody, "</h1>", "</h1>"+shown, 1)+"</article>")
		if a.Author != want {
			t.Errorf("%s: the writer is %q", shown, a.Author)
		}
		if !strings.HasPrefix(a.Body, newsOfGlass) || a.Place != "" {
			t.Errorf("%s: the text begins %.80q, the place is %q", shown, a.Body, a.Place)
		}
	}
}

// A plain link is a writer's where its address says so and it stands beside the date of the article
// that the page is of.
func TestWritersOfPlainLinks(t *testing.T) {
	t.Parallel()
	const day = `<time datetime="2024-12-07T10:20:00Z">7 ديسمبر 2024</time>`
	for shown, want := range map[string]string{
		`<div><a href="/authors/7">منى الزجّاج</a> ` + day + `</div>`:                                            "منى الزجّاج",
		`<a href="https://manara.example/ar/author/mona">منى الزجّاج</a> ` + day:                                 "منى الزجّاج",
		`<ul><li><a href="/%D9%83%D8%A7%D8%AA%D8%A8/7">منى الزجّاج</a></li><li>7 ديسمبر 2024</li></ul>`:          "منى الزجّاج",
		`<p><a href="/?author=7">منى الزجّاج</a> | 7 ديسمبر 2024</p>`:                                            "منى الزجّاج",
		`<div><a href="/local">محليات</a> <a href="/writers/7">منى الزجّاج</a> ` + day + `</div>`:                "منى الزجّاج",
		`<div><a href="/authors/7">منى الزجّاج</a>، <a href="/authors/8">سعد الرمّال</a> ` + day + `</div>`:      "منى الزجّاج، سعد الرمّال",
		`<div><a href="/users/7">منى الزجّاج</a> ` + day + `</div>`:                                              "",
		`<div><a href="/authors">كتّاب المنارة</a> ` + day + `</div>`:                                            "",
		`<div><a href="/authors/7">منى الزجّاج</a></div>`:                                                        "",
		`<div><h3><a href="/n/2">سوق آخر</a></h3><a href="/authors/7">منى الزجّاج</a> ` + day + `</div>`:         "",
		`<div><a href="/n/2">سوق آخر يفتح في المدينة</a> <a href="/authors/7">منى الزجّاج</a> ` + day + `</div>`: "",
	} {
		a := readNews(t, "", "<article>"+strings.Replace(newsBody, "</h1>", "</h1>"+shown, 1)+"</article>")
		if a.Author != want {
			t.Errorf("%s: the writer is %q", shown, a.Author)
		}
		if want != "" && !strings.HasPrefix(a.Body, newsOfGlass) {
			t.Errorf("%s: the text begins %.80q", shown, a.Body)
		}
	}
	cards := `<section><div><a href="/n/2">سوق آخر</a><div><a href="/authors/7">منى الزجّاج</a> ` + day + `</div></div></section>`
	if a := readNews(t, "", "<main><article>"+newsBody+"</article></main>"+strings.Repeat(cards, 3)); a.Author != "" {
		t.Errorf("beside cards of others the writer is %q", a.Author)
	}
}

// Of the times that a page shows the one counts at which it was published.
func TestPublishedNotChanged(t *testing.T) {
	t.Parallel()
	for _, shown := range []string{
		`<div><span>آخر تحديث: 9-12-2024 08:00</span><span>تاريخ النشر: 7-12-2024 10:20</span></div>`,
		`<div>آخر تحديث: 9-12-2024 08:00</div><div>7-12-2024 10:20</div>`,
		`<div>نُشر في: 7 ديسمبر 2024 10:20 - تم التحديث: 9 ديسمبر 2024 08:00</div>`,
	} {
		a := readNews(t, "", "<article>"+strings.Replace(newsBody, "</h1>", "</h1>"+shown, 1)+"</article>")
		if want := time.Date(2024, 12, 7, 10, 20, 0, 0, time.UTC); !a.Published.Equal(want) {
			t.Errorf("%s: it was published %s", shown, a.Published)
		}
	}
	a := readNews(t, "", "<article>"+strings.Replace(newsBody, "</h1>", "</h1><div>آخر تحديث: 9-12-2024 08:00</div>", 1)+"</article>")
	if want := time.Date(2024, 12, 9, 8, 0, 0, 0, time.UTC); !a.Published.Equal(want) {
		t.Errorf("where nothing else is said it was published %s", a.Published)
	}
}

// A direction is said by whatever holds the article, also twice; what stands beside it says nothing.
func TestDirections(t *testing.T) {
	t.Parallel()
	const glass = "<h1>Glass</h1><p>Glass came to the market on Saturday morning, and the road was closed for two hours until all the carts had passed.</p>"
	for page, want := range map[string]articles.Direction{
		`<html dir="rtl"><body dir="rtl"><article>` + glass + `</article></body></html>`:                                 articles.RightToLeft,
		`<html><body dir="rtl"><article>` + glass + `</article></body></html>`:                                           articles.RightToLeft,
		`<html><body><main dir="rtl"><article>` + glass + `</article></main></body></html>`:                              articles.RightToLeft,
		`<html><body><main><article dir="rtl">` + glass + `</article></main></body></html>`:                              articles.RightToLeft,
		`<html><body><main><article>` + glass + `</article><article dir="rtl"><h2>x</h2></article></main></body></html>`: "",
	} {
		if a := readOne(t, "<!doctype html>"+page); a.Direction != want {
			t.Errorf("%s: the direction is %q", page, a.Direction)
		}
	}
}

// What figures hold stays where it stood: recordings as links, captions behind them.
func TestFiguresOfRecordings(t *testing.T) {
	t.Parallel()
	a := readNews(t, "", "<article>"+newsBody+`<figure><video src="https://manara.example/v.mp4"></video><figcaption>العربات في الطريق</figcaption></figure><p>`+newsOfRoad+"</p></article>")
	if !strings.Contains(a.Body, "(https://manara.example/v.mp4)") {
		t.Errorf("the recording is lost:\n%s", a.Body)
	}
	if len(a.Captions) != 1 || a.Captions[0].After != 4 {
		t.Errorf("the captions are %+v", a.Captions)
	}
}
