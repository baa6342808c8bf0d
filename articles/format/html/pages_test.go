package html

import (
	"strings"
	"testing"
	"time"
)

// Days as the systems of papers show them.
func TestDaysOfSystems(t *testing.T) {
	t.Parallel()
	for _, shown := range []string{
		`<div class="news_toolbar"><div class="news_nav news_id_c">کد خبر ۴۷۱۲۳۴</div><div class="news_nav news_pdate_c">تاریخ انتشار: ۰۹:۱۲ - ۲۹ ارديبهشت ۱۳۹۵ - <span>18 May 2016</span></div></div><div class="news_path"><a href="/fa">صفحه نخست</a> » <a href="/fa/social">اجتماعی</a></div>`,
		`<p>نشر في: 18 مايو ,2016: 09:12 ص بتوقيت المدينة آخر تحديث: 19 مايو ,2016: 11:10 ص بتوقيت المدينة</p>`,
	} {
		a := readNews(t, "", `<div class="news">`+shown+newsBody+`</div>`)
		if got := a.Published.Format(time.DateTime); got != "2016-05-18 09:12:00" {
			t.Errorf("%s: it was published %s", shown, got)
		}
		if !strings.HasPrefix(a.Body, newsOfGlass) {
			t.Errorf("%s: the text begins %.80q", shown, a.Body)
		}
	}
}

// What programs say to those who read a page on the web is none of a text.
func TestCallsOfPapers(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		`לעדכונים נוספים ושליחת סיפורים - היכנסו לעמוד <a href="https://www.facebook.com/wall">הפייסבוק</a> שלנו`,
		`<a href="/mistake">מצאתם טעות לשון?</a>`,
	} {
		if a := readOne(t, inLongText("<p>"+s+"</p>")); strings.Contains(a.Body, "הפייסבוק") || strings.Contains(a.Body, "טעות") {
			t.Errorf("%s\n%s", s, a.Body)
		}
	}
}

// Towns that a page shows beside the paper, before who writes or before the text are the place.
func TestTownsOfPages(t *testing.T) {
	t.Parallel()
	for shown, want := range map[string]string{
		`<div class="article-source">حلب - جريدة المنارة</div>`:                      "حلب",
		`<ul><li class="authors">حلب: <a href="/author/m">منى الزجّاج</a></li></ul>`: "حلب",
		`<p>حلب: أغلقت الطريق ساعتين</p>`:                                            "",
	} {
		a := readNews(t, "", `<article>`+strings.Replace(newsBody, "</h1>", "</h1>"+shown, 1)+`</article>`)
		if a.Place != want || want != "" && !strings.HasPrefix(a.Body, newsOfGlass) {
			t.Errorf("%s: the place is %q, the text begins %.80q", shown, a.Place, a.Body)
		}
	}
}

// A section stands in a path, in a label by the title, or behind a word that says so.
func TestSectionsOfPages(t *testing.T) {
	t.Parallel()
	const others = `<div class="also-read"><div class="section-name"><a href="#">أخبار أخرى مهمة</a></div></div>`
	const card = `<div class="card"><h3 class="category"><a href="/s">رياضة</a></h3><h2><a href="/2">سباق في الحيّ القديم</a></h2></div>`
	for shown, want := range map[string]string{
		`<div class="news_path">المجموعة: <a href="/">الرئيسية</a> » <a href="/m">أسواق</a></div>`:           "أسواق",
		`<div class="kicker"><a href="/m">أسواق</a></div>`:                                                   "أسواق",
		`<h3 class="category"><a href="/m">أسواق</a></h3>`:                                                   "أسواق",
		`<div class="section-name"><a href="/e">اقتصاد</a> :: <a href="/m">أسواق</a></div>`:                  "أسواق",
		`<a class="section-link" href="/m">أسواق</a>`:                                                        "أسواق",
		`<ul class="details"><li class="time">2024</li><li class="service"><a href="/m">أسواق</a></li></ul>`: "أسواق",
		`<div class="cervees">القسم: « أسواق - الزجاج »</div>`:                                               "أسواق",
		`<div class="kicker">كلام قبل العنوان</div>`:                                                         "",
		`<div class="section"><a href="/m">أسواق</a> وكلام آخر</div>`:                                        "",
	} {
		a := readNews(t, "", `<div class="side">`+card+card+`</div>`+others+`<article><header>`+shown+strings.Replace(newsBody, "</h1>", "</h1></header>", 1)+`</article>`+card)
		if a.Section != want || want != "" && !strings.HasPrefix(a.Body, newsOfGlass) {
			t.Errorf("%s: the section is %q, the text begins %.80q", shown, a.Section, a.Body)
		}
	}
}

// What leads past a part of a page is told by where it leads, whatever language says so.
func TestSkippedParts(t *testing.T) {
	t.Parallel()
	part := `<section><a href="#end-of-podcasts">پوڈکاسٹ چھوڑیں اور پڑھنا جاری رکھیں</a><strong>پوڈکاسٹ</strong><p>ہفتہ وار پروگرام</p><p id="end-of-podcasts">End of پوڈکاسٹ</p></section>`
	a := readOne(t, inLongText(part))
	if strings.Contains(a.Body, "پوڈکاسٹ") || strings.Contains(a.Body, "پروگرام") {
		t.Errorf("the text is\n%s", a.Body)
	}
}

// A word over the title that stands in its heading is none of the title or the text.
func TestKickersInHeadings(t *testing.T) {
	t.Parallel()
	a := readNews(t, `<meta property="og:title" content="زجاج في السوق">`, `<article>`+strings.Replace(newsBody, "<h1>", `<h1><span class="roof">حصري</span>`, 1)+`</article>`)
	if a.Title != "زجاج في السوق" || !strings.HasPrefix(a.Body, newsOfGlass) {
		t.Errorf("the title is %q, the text begins %.80q", a.Title, a.Body)
	}
	a = readNews(t, `<meta property="og:title" content="زجاج في السوق القديم">`, `<article>`+strings.Replace(newsBody, "السوق</h1>", `السوق <em>القديم</em></h1>`, 1)+`</article>`)
	if a.Title != "زجاج في السوق القديم" || !strings.HasPrefix(a.Body, newsOfGlass) {
		t.Errorf("the title is %q, the text begins %.80q", a.Title, a.Body)
	}
}

// Captions of pages older than their element stand where their classes say so, in one word, too.
func TestCaptionsInOneWord(t *testing.T) {
	t.Parallel()
	picture := `<div class="articleimg"><img src="https://a.example/x.jpg" alt="السوق القديم"><span class="imgcap">العربات أمام السوق</span><span class="photographer">تصوير: هادي منير</span></div>`
	a := readNews(t, "", `<article>`+strings.Replace(newsBody, "</h1>", "</h1>"+picture, 1)+`</article>`)
	if strings.Contains(a.Body, "العربات أمام") || strings.Contains(a.Body, "هادي") || len(a.Captions) == 0 || !strings.Contains(a.Captions[0].Text, "العربات أمام السوق") {
		t.Errorf("the text begins %.80q, the captions are %+v", a.Body, a.Captions)
	}
}

// Titles of other articles between the paragraphs of a text are related to it, and none of it.
func TestTitlesBetweenParagraphs(t *testing.T) {
	t.Parallel()
	const other = "سوق النحاس يفتح أبوابه في الربيع"
	for inserted, want := range map[string]bool{
		`<p><a href="/n/2">` + other + `</a></p>`:                                        true,
		`<p><strong><a href="https://manara.example/n/2">` + other + `</a></strong></p>`: true,
		`<p><strong>المزيد من المنارة<br><a href="/n/2">` + other + `</a><br><a href="/n/3">حكاية الملح والجبل</a></strong></p>`:                    true,
		`<div data-testid="relatedArticles"><ul><li><a href="/n/2">` + other + `</a></li><li><a href="/n/3">حكاية الملح والجبل</a></li></ul></div>`: true,
		`<p><a href="https://other.example/n/2">` + other + `</a></p>`:                                                                              false,
		`<p><a href="/n/2">` + other + `</a> كما قال النقيب</p>`:                                                                                    false,
		`<p><a href="/files/law.pdf">نص القانون</a></p>`:                                                                                            false,
	} {
		a := readNews(t, "", `<article>`+strings.Replace(newsBody, "</p><p>وذكر", "</p>"+inserted+"<p>وذكر", 1)+`</article>`)
		if gone := !strings.Contains(a.Body, "](http"); gone != want || want && (len(a.Related) == 0 || a.Related[0].Title != other || a.Related[0].URL != "https://manara.example/n/2") {
			t.Errorf("%s: the text is\n%s\nrelated are %+v", inserted, a.Body, a.Related)
		}
	}
	a := readNews(t, "", `<article><h1>زجاج في السوق</h1><p>`+newsOfGlass+`</p><p><a href="/n/2">`+other+`</a></p><p><a href="/n/3">حكاية الملح والجبل القديم</a></p></article>`)
	if !strings.Contains(a.Body, other) {
		t.Errorf("a list at the end is lost:\n%s", a.Body)
	}
}

// What AMP has for others than readers, and the element for who wrote a page, are none of its text.
func TestElementsBesideTheText(t *testing.T) {
	t.Parallel()
	for _, shown := range []string{
		`<amp-ad width="300"><div placeholder>ساعات رخيصة</div></amp-ad>`,
		`<address><a rel="author" href="https://t.me/mona">منى الزجّاج</a><time datetime="2024-12-07T10:20:00Z">7 ديسمبر 2024</time></address>`,
		`<div class="meta">حاورته: منى الزجّاج</div>`,
	} {
		a := readNews(t, `<meta property="article:published_time" content="2024-12-07T10:20:00Z">`, `<article>`+strings.Replace(newsBody, "</h1>", "</h1>"+shown, 1)+`</article>`)
		if !strings.HasPrefix(a.Body, newsOfGlass) || strings.Contains(shown, "منى") && a.Author != "منى الزجّاج" {
			t.Errorf("%s: by %q, the text is\n%s", shown, a.Author, a.Body)
		}
	}
	a := readNews(t, "", `<article>`+newsBody+`<div>المصدر | جريدة المنارة</div></article>`)
	if strings.Contains(a.Body, "المصدر") {
		t.Errorf("the text is\n%s", a.Body)
	}
	if a = readNews(t, "", `<article>`+newsBody+`<p>المصدر: رويترز</p></article>`); !strings.Contains(a.Body, "رويترز") {
		t.Errorf("where it is from is lost:\n%s", a.Body)
	}
}

// What readers wrote below an article is none of it, however long it is.
func TestCommentsBelow(t *testing.T) {
	t.Parallel()
	comment := "<p>قرأت ما كتبتم عن السوق وأذكر أن جدّي كان يحدثنا عن الأفران التي كانت خلف الجامع قبل أن تُنقل إلى القرى.</p>"
	for _, comments := range []string{
		`<section class="comments"><h2>تعليقات</h2>` + comment + `</section>`,
		`<section class="comments"><h2>תגובות</h2>` + comment + `</section>`,
		`<section class="talkbacks"><h3>תגובות (2)</h3>` + comment + comment + `</section>`,
	} {
		if a := readNews(t, "", `<main><article>`+newsBody+`</article>`+comments+`</main>`); strings.Contains(a.Body, "جدّي") || !strings.HasSuffix(a.Body, newsOfRoad) {
			t.Errorf("%s: the text is\n%s", comments, a.Body)
		}
	}
	if a := readNews(t, "", `<main><article>`+newsBody+`<div class="comments"><h2>ماذا قال الباعة</h2>`+comment+`</div></article></main>`); !strings.Contains(a.Body, "جدّي") {
		t.Errorf("a part of the text is lost:\n%s", a.Body)
	}
}
