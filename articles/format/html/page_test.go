package html

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// longBody is a text of two paragraphs, each long enough to be told as one.
const longBody = `<p>` + openingWords + `</p><p>` + closingWords + `</p>`

// readOne reads a page that holds one article.
func readOne(t *testing.T, page string) articles.Article {
	t.Helper()
	list, err := readHTML(articles.NewSource("page.html", []byte(page)))
	if err != nil || len(list) != 1 {
		t.Fatalf("%d articles, %v", len(list), err)
	}
	return list[0]
}

// The title is what stands over the text, without the names of the site and of its
// sections, on whichever side and behind whichever sign they stand.
func TestTitleIsTheHeading(t *testing.T) {
	t.Parallel()
	const heading = "ترميم السور الشرقي"
	for _, title := range []string{
		heading, heading + " - جريدة السور", heading + " | السور | أخبار", "جريدة السور: " + heading, "جريدة السور - ثقافة - " + heading,
		heading + ": كل ما نعرفه حتى الآن", "السور » " + heading, heading + " &amp;quot;صور&amp;quot;",
	} {
		for _, head := range []string{"<title>" + title + "</title>", "<title>x</title><meta property='og:title' content='" + title + "'>"} {
			a := readOne(t, `<html lang="ar" dir="rtl"><head>`+head+`<meta property="og:site_name" content="مدونة أخرى"></head><body><article><h1>`+heading+`</h1>`+longBody+`</article></body></html>`)
			if a.Title != heading || strings.Contains(a.Body, "##") {
				t.Errorf("%s: the title is %q, the text begins %.40q", head, a.Title, a.Body)
			}
		}
	}
	// A logo is no title, and what a heading says else is not taken for the title's.
	a := readOne(t, `<html><head><title>ترميم السور الشرقي - جريدة السور</title></head><body><h1><a href="/">جريدة السور</a></h1><article><h2>ترميم السور الشرقي</h2>`+longBody+`</article></body></html>`)
	if !strings.HasPrefix(a.Title, heading) {
		t.Errorf("a logo: the title is %q", a.Title)
	}
}

// What pages say of themselves is decoded where a program escaped it twice.
func TestEntitiesTwice(t *testing.T) {
	t.Parallel()
	a := readOne(t, `<html><head><title>السور &amp;quot;الشرقي&amp;quot;</title><meta name="description" content="قال:&amp;nbsp;&amp;laquo;نعم&amp;raquo;"></head><body><article>`+longBody+`<img src="https://a.example/x.jpg" alt="&amp;quot;برج&amp;quot;"></article></body></html>`)
	if a.Title != `السور "الشرقي"` || strings.ReplaceAll(a.Summary, "\u00a0", " ") != "قال: «نعم»" || strings.Contains(a.Body, "&quot;") || strings.Contains(a.Body, "&amp;") {
		t.Errorf("%q, %q\n%s", a.Title, a.Summary, a.Body)
	}
}

// Who wrote an article is a name, without the words before it, the place, the agency
// or who took the pictures behind it.
func TestWriters(t *testing.T) {
	t.Parallel()
	tests := []struct{ head, line, author, place string }{
		{"", `<span class="writeBy">كتبت سلمى ناصر</span>`, "سلمى ناصر", ""},
		{"", `<div class="author">كتب: سامي فؤاد – تصوير: هادي منير</div>`, "سامي فؤاد", ""},
		{"", `<p class="byline">بقلم: د. سلمى ناصر | حلب</p>`, "د. سلمى ناصر", "حلب"},
		{`<meta name="author" content="(حلب - السور)">`, "", "", "حلب"},
		{"", `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">سلمى ناصر</span><a itemprop="url" href="https://a.example/salma">كل مقالاتها</a></span>`, "سلمى ناصر", ""},
	}
	for _, test := range tests {
		a := readOne(t, `<html lang="ar"><head><title>خبر</title><meta property="og:site_name" content="جريدة السور">`+test.head+`</head><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1>ترميم السور الشرقي</h1>`+test.line+longBody+`</article></body></html>`)
		if a.Author != test.author || a.Place != test.place {
			t.Errorf("%s%s: %q from %q", test.head, test.line, a.Author, a.Place)
		}
	}
	// A heading that begins with the word for numbers names no writer.
	a := readOne(t, `<html lang="ar"><head><title>أعداد كبيرة من الزوار</title></head><body><article><h1>أعداد كبيرة من الزوار</h1>`+longBody+`</article></body></html>`)
	if a.Author != "" {
		t.Errorf("%q wrote it", a.Author)
	}
}

// The paper is the name of the thing that microdata calls the publisher, without the
// address of its picture.
func TestPublisher(t *testing.T) {
	t.Parallel()
	a := readOne(t, `<html lang="ar"><head><title>خبر</title></head><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">ترميم السور الشرقي</h1>`+
		`<div itemprop="publisher" itemscope><div itemprop="logo" itemscope><span itemprop="url">https://a.example/l.png</span><span itemprop="name">شعار</span></div><b itemprop="name">جريدة السور</b></div>`+longBody+`</article></body></html>`)
	if a.Source != "جريدة السور" {
		t.Errorf("the paper is %q", a.Source)
	}
}

// The date is the article's, not that of the day on which the page was saved, which the
// head of a site shows.
func TestDateOfTheSave(t *testing.T) {
	t.Parallel()
	want := time.Date(2021, time.March, 4, 0, 0, 0, 0, time.UTC)
	for name, shown := range map[string]string{
		"RDFa":          `<span property="dc:date" content="2021-03-04">الخميس</span>`,
		"below it":      `<div class="info">4 مارس 2021</div>`,
		"in its footer": `<footer class="submitted"><span class="date">الخميس 4 مارس 2021</span></footer>`,
	} {
		a := readOne(t, `<html lang="ar"><head><title>ترميم السور الشرقي</title></head><body><div id="header"><div id="date"><div>9</div><div>يونيو</div><div>2023</div></div></div>`+
			`<article><h1>ترميم السور الشرقي</h1>`+shown+longBody+`</article></body></html>`)
		if !a.Published.Equal(want) {
			t.Errorf("%s: %v", name, a.Published)
		}
	}
}

// A text is not lost to a class that says that nothing is shared, nor to a heading of
// other articles in its element over links that are not there.
func TestTextIsNotLost(t *testing.T) {
	t.Parallel()
	short := `<p>وصل إلى البلدة أمس ثلاثون عاملًا من القرى المجاورة.</p><p>ولم يقل أحد من المشرفين متى ينتهي العمل كله.</p>`
	cards := `<aside><h3>الأكثر قراءة</h3><article><h3><a href="/1">سوق السمك يعود إلى مكانه القديم</a></h3></article><article><h3><a href="/2">المدرسة تفتح أبوابها غدًا</a></h3></article></aside>`
	menu := `<ul class="nav"><li><a href="/a">محليات</a></li><li><a href="/b">ثقافة</a></li></ul>`
	foot := `<footer><a href="/about">من نحن</a> <a href="/contact">اتصل بنا</a></footer>`
	for name, inner := range map[string]string{
		"no-share":     menu + `<div><h1>ترميم السور</h1><div class="entry-content no-share">` + short + `</div></div>` + cards,
		"share below":  menu + `<div><h1>ترميم السور</h1><div class="content-with-share">` + short + `</div></div>` + cards,
		"more heading": menu + `<section><h1>ترميم السور</h1><article>` + short + longBody + `</article><div><h3>المزيد من المقالات</h3></div></section>` + foot,
		"read also":    menu + `<section><h1>ترميم السور</h1><div class="text">` + short + longBody + `</div><h4>اقرأ أيضًا</h4></section>` + foot,
	} {
		a := readOne(t, `<html lang="ar" dir="rtl"><head><title>ترميم السور</title></head><body>`+inner+`</body></html>`)
		if !strings.Contains(a.Body, "ثلاثون عاملًا") || !strings.Contains(a.Body, "متى ينتهي") || strings.Contains(a.Body, "محليات") || strings.Contains(a.Body, "من نحن") {
			t.Errorf("%s:\n%s", name, a.Body)
		}
		for _, r := range a.Related {
			if r.Title == "من نحن" || r.Title == "اتصل بنا" {
				t.Errorf("%s: the site's own page %q is no related article", name, r.Title)
			}
		}
	}
}

// A page of links alone holds no article, and says so.
func TestMenuIsNoArticle(t *testing.T) {
	t.Parallel()
	_, err := readHTML(articles.NewSource("home.html", []byte(`<html><head><title>جريدة السور</title></head><body><ul><li><a href="/1">محليات البلدة</a></li><li><a href="/2">أخبار الثقافة</a></li><li><a href="/3">رياضة اليوم</a></li></ul></body></html>`)))
	if !errors.Is(err, articles.ErrNoArticle) || !errors.Is(err, errMenu) {
		t.Errorf("it says %v", err)
	}
}
