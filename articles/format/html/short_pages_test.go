package html

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// The text of a page is its own article, however short, whatever cards of others stand around it;
// its title and what stands beside that are no part of it.
func TestShortPages(t *testing.T) {
	t.Parallel()
	const first, second = "أُغلقت الطريق صباحًا.", "ثم فُتحت بعد ساعة."
	const text = "<p>" + first + "</p><p>" + second + "</p>"
	var cards string
	for i := range 4 {
		cards += fmt.Sprintf(`<article class="card"><a href="/n/%d"><h3>بطاقة رقم %d عن أمر آخر في المدينة</h3></a><p>موجز البطاقة رقم %d وفيه كلام أطول من الخبر القصير نفسه بكثير كي يضغط القارئ عليها.</p></article>`, i, i, i)
	}
	for name, body := range map[string]string{
		"cards beside it":          `<article><h1>زجاج في السوق</h1>` + text + `</article><aside class="sidebar"><h2>الأكثر قراءة</h2>` + cards + `</aside>`,
		"cards below it":           `<article><h1>زجاج في السوق</h1>` + text + `</article><section>` + cards + `</section>`,
		"its title in the text":    `<div class="post-body"><h3 class="post-title">زجاج في السوق</h3>` + text + `</div>`,
		"its writer and day above": `<article><h1>زجاج في السوق</h1><div class="entry-meta"><a href="/a">هند</a> <time datetime="2024-12-02T09:30:00+03:00">2 ديسمبر 2024</time></div>` + text + `</article>`,
	} {
		if got, want := readNews(t, "", body).Body, first+"\n\n"+second; got != want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
	list := readNews(t, "", "<h1>جريدة المنارة</h1><main>"+cards+"</main>").Body
	if !strings.Contains(list, "بطاقة رقم 3") {
		t.Errorf("a page of cards alone is read as %q", list)
	}
}

// Cards that have no elements of their own for articles are not taken for a short one either, nor is
// a list of links that an article gives taken for cards.
func TestShortPagesBesideLists(t *testing.T) {
	t.Parallel()
	const first, second = "أُغلقت الطريق صباحًا.", "ثم فُتحت بعد ساعة."
	var cards string
	for i := range 5 {
		cards += fmt.Sprintf(`<div class="item"><a href="/n/%d">بطاقة رقم %d عن أمر آخر</a><p>موجز البطاقة رقم %d وفيه كلام أطول من الخبر القصير نفسه بكثير كي يضغط القارئ عليها ويقرأ.</p><span>12:0%d</span></div>`, i, i, i, i)
	}
	for name, c := range map[string]struct{ body, want string }{
		"two sentences":          {`<div class="row"><div class="news"><h1>زجاج في السوق</h1><div><p>` + first + `</p><p>` + second + `</p></div></div><div class="side"><div>` + cards + `</div></div></div>`, first + "\n\n" + second},
		"one, cards of the day":  {`<div class="row"><div class="news"><h1>زجاج في السوق</h1><p>` + first + `</p></div><div class="side"><h3>آخر الأخبار</h3>` + cards + `</div></div>`, first},
		"one, and cards below":   {`<main><h1>زجاج في السوق</h1><p>` + first + `</p><div class="more"><h2>فيديوهات أخرى</h2>` + cards + `</div></main>`, first},
		"a list of the author's": {`<div class="head"><h1>زجاج في السوق</h1><p>` + first + `</p></div><div class="text"><div>` + cards + `</div></div>`, "بطاقة رقم 3"},
	} {
		got := readNews(t, "", c.body).Body
		if strings.HasPrefix(c.want, "بطاقة") && strings.Contains(got, c.want) {
			continue // among others
		}
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

// Attributes say when an article was published more exactly than what is shown.
func TestTimesBesideWhatIsShown(t *testing.T) {
	t.Parallel()
	want := time.Date(2024, 12, 2, 9, 30, 0, 0, time.FixedZone("", 3*3600))
	for _, c := range []struct{ head, line string }{
		{"", `<div class="entry-meta">هند <time datetime="2024-12-02T09:30:00+03:00">2 ديسمبر 2024</time></div>`},
		{"", `<time class="published" title="2024-12-02T09:30:00+03:00">قبل يومين</time>`},
		{"", `<abbr class="published" title="2024-12-02T09:30:00+03:00">الإثنين</abbr>`},
		{`<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2024-12-02T06:30:00+00:00"},{"@type":"Person","name":"هند"}]}</script>`, ""},
	} {
		a := readNews(t, c.head, "<article>"+strings.Replace(newsBody, "</h1>", "</h1>"+c.line, 1)+"</article>")
		if !a.Published.Equal(want) {
			t.Errorf("%s%s: %v", c.head, c.line, a.Published)
		}
	}
}

// Where nothing else says when an article was published, its address may, before the dates of others
// that the page shows.
func TestDatesInAddresses(t *testing.T) {
	t.Parallel()
	const others = `<div class="jp-relatedposts"><p><a href="/2">سوق السمك في الصباح</a><span class="jp-relatedposts-post-date">1 آذار 2024</span></p></div><aside><time datetime="2024-04-01">1 نيسان 2024</time></aside>`
	for address, want := range map[string]string{
		"https://manara.example/2024/03/15/glass/":    "2024-03-15",
		"https://manara.example/n/2024-3-5-glass":     "2024-03-05",
		"https://manara.example/fa/news/1402/12/25/9": "2024-03-15",
		"https://manara.example/2024/13/45/glass":     "2024-04-01",
		"https://manara.example/n/2024031":            "2024-04-01",
	} {
		a := readNews(t, `<link rel="canonical" href="`+address+`">`, "<article>"+newsBody+"</article>"+others)
		if got := a.Published.Format(time.DateOnly); got != want {
			t.Errorf("%s: %s", address, got)
		}
		shown := strings.Replace(newsBody, "</h1>", `</h1><span class="date">الخميس 14 / 3 / 2024</span>`, 1)
		a = readNews(t, `<link rel="canonical" href="`+address+`">`, "<article>"+shown+"</article>"+others)
		if got := a.Published.Format(time.DateOnly); got != "2024-03-14" {
			t.Errorf("%s, and a day that is shown: %s", address, got)
		}
	}
}

// A time that a text tells of is not that of the article.
func TestTimesInSentences(t *testing.T) {
	t.Parallel()
	a := readNews(t, "", "<article>"+newsBody+`<p>ويُفتح السوق من جديد يوم <time datetime="2024-12-09">الإثنين القادم</time> بعد أن تنتهي أعمال الترميم فيه كما قال النقيب.</p></article>`)
	if !a.Published.IsZero() {
		t.Errorf("it was published on %v", a.Published)
	}
}

// A sign that a program made a picture of is the sign.
func TestPicturesOfSigns(t *testing.T) {
	t.Parallel()
	a := readNews(t, "", "<article>"+newsBody+`<p>فرح الناس في السوق القديم كثيرًا <img class="emoji" alt="🔥" src="https://s.w.org/1f525.svg"> مساء السبت.</p></article>`)
	if !strings.Contains(a.Body, "كثيرًا 🔥 مساء") {
		t.Errorf("the text is\n%s", a.Body)
	}
}

// Of a short text nothing is taken for what stands below one.
func TestEndsOfShortTexts(t *testing.T) {
	t.Parallel()
	var a articles.Article
	const link = "https://vimeo.com/1"
	if err := SetText(&a, `<p>أُغلقت الطريق.</p><p><a href="`+link+`">`+link+`</a></p><p>سطر</p>`); err != nil || !strings.Contains(a.Body, "]("+link+")") {
		t.Errorf("%q, %v", a.Body, err)
	}
}
