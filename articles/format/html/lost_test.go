package html

import (
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// inLongText puts what is tried between the paragraphs of a page that is long enough to be
// cleaned of its menus.
func inLongText(s string) string {
	return `<html lang="ar"><head><title>ترميم السور</title></head><body><article><h1>ترميم السور</h1>` + longBody + s + longBody + `</article></body></html>`
}

// A player of a recording is a link wherever it stands in a page or in a feed's text, whatever it is
// called, also by words that are those of buttons elsewhere.
func TestPlayersAreLinks(t *testing.T) {
	t.Parallel()
	const want = "](https://www.youtube.com/watch?v=q1)"
	for _, title := range []string{"فيلم", "شاهد", "مشاركة", "Video", ""} {
		player := `<iframe src="https://www.youtube.com/embed/q1" title="` + title + `"></iframe>`
		for _, s := range []string{player, `<p>` + player + `</p>`, `<p>وهذا ` + player + ` من أمس.</p>`, `<div class="video">` + player + `</div>`, `<div class="social-embed">` + player + `</div>`, `<figure class="wp-block-embed"><div>` + player + `</div><figcaption>مشهد السور</figcaption></figure>`} {
			if a := readOne(t, inLongText(s)); strings.Count(a.Body, want) != 1 {
				t.Errorf("%s\n%s", s, a.Body)
			}
			var a articles.Article
			if err := SetText(&a, longBody+s); err != nil || strings.Count(a.Body, want) != 1 {
				t.Errorf("%s\n%s %v", s, a.Body, err)
			}
		}
	}
	const embedded = `<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">
https://www.youtube.com/watch?v=q1
</div><figcaption>مشهد السور</figcaption></figure>`
	var a articles.Article
	if err := SetText(&a, longBody+embedded); err != nil || strings.Count(a.Body, want) != 1 || len(a.Captions) != 1 {
		t.Errorf("%s %+v, %v", a.Body, a.Captions, err)
	}
	a = readOne(t, inLongText(`<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fa.example"></iframe>`))
	if strings.Contains(a.Body, "facebook") || strings.Contains(a.Body, "a.example") {
		t.Errorf("a button is a player:\n%s", a.Body)
	}
}

// What a figure holds beside a picture stays, with its caption behind it, and so does a post that is quoted
// in an element of its own.
func TestFiguresOfTexts(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		`<figure><p>يا سور يا حارس البيوت القديمة<br>سلام عليك وعلى الحجر</p><figcaption>من قصيدة</figcaption></figure>`:                                      "سلام عليك",
		`<figure><details open><summary>خطوات</summary><p>ثلاث مراحل متتابعة.</p></details><figcaption>العمل</figcaption></figure>`:                           "ثلاث مراحل متتابعة.",
		`<div class="embed"><blockquote><p>بدأ الترميم</p>— البلدية (@b) <a href="https://x.com/b/status/1">٢ كانون الأول ٢٠٢٤</a></blockquote></div>`:        "> بدأ الترميم",
		`<figure><div><blockquote><p>بدأ الترميم</p><a href="https://x.com/b/status/1">٢ كانون</a></blockquote></div><figcaption>إعلان</figcaption></figure>`: "> بدأ الترميم",
	} {
		if a := readOne(t, inLongText(s)); strings.Count(a.Body, want) != 1 {
			t.Errorf("%s\n%s", s, a.Body)
		}
	}
	a := readOne(t, inLongText(`<figure><img src="https://a.example/1.jpg" alt="سور"><p class="caption">السور قبل أن يُرمّم</p></figure>`))
	if strings.Contains(a.Body, "قبل أن يُرمّم") || len(a.Captions) != 1 {
		t.Errorf("a caption is a text: %+v\n%s", a.Captions, a.Body)
	}
}

// Letters that a style raises are raised, so that numbers stay what they are.
func TestRaisedByStyle(t *testing.T) {
	t.Parallel()
	a := readOne(t, inLongText(`<p>فيه 10<span style="vertical-align: super; font-size:70%">16</span> حبة من H<span style="vertical-align:sub">2</span>O على وجه التقريب.</p>`))
	if !strings.Contains(a.Body, "10¹⁶ حبة من H₂O") {
		t.Error(a.Body)
	}
}

// Classes that say that something is not there are no reason to drop a text, however short its
// sentences are.
func TestClassesThatDeny(t *testing.T) {
	t.Parallel()
	const cards = `<aside><h3>الأكثر قراءة</h3><article><h3><a href="/1">سوق السمك</a></h3><p>عاد السوق إلى مكانه القديم أمس.</p></article></aside>`
	for _, class := range []string{"entry no-ads", "entry-content no-share", "content share-bottom", "text with-social", "post without-tags", "body jeg_share_none"} {
		a := readOne(t, `<html lang="ar"><head><title>تأخر القطار</title></head><body><h1>تأخر القطار</h1><div class="`+class+`"><p>تأخر القطار ساعتين.</p><p>ولم يُعرف السبب.</p><p>وعاد قبل الظهر.</p></div>`+cards+`</body></html>`)
		if !strings.Contains(a.Body, "تأخر القطار ساعتين.") || !strings.Contains(a.Body, "وعاد قبل الظهر.") || strings.Contains(a.Body, "السوق") {
			t.Errorf("%s:\n%s", class, a.Body)
		}
	}
}

// The title is the article's, where no heading of the first rank has it, where its heading says
// more, and where it tells of escaped characters.
func TestHeadingsAndTitles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, heading, want string }{
		{"ترميم السور الشرقي - محليات - جريدة السور", "<h2>ترميم السور الشرقي</h2>", "ترميم السور الشرقي"},
		{"جريدة السور: ترميم السور الشرقي", `<meta property="og:site_name" content="جريدة السور"><h2>ترميم السور الشرقي</h2>`, "ترميم السور الشرقي"},
		{"رئيس البلدية: ترميم السور الشرقي", "<h2>ترميم السور الشرقي</h2>", "رئيس البلدية: ترميم السور الشرقي"},
		{"ترميم السور الشرقي- جريدة السور", "<h1>ترميم السور الشرقي</h1>", "ترميم السور الشرقي"},
		{"ترميم السور - جريدة السور", "<h1>ترميم السور الشرقي بعد مئة عام</h1>", "ترميم السور الشرقي بعد مئة عام"},
		{"ترميم السور الشرقي", "<h2>ترميم السور</h2>", "ترميم السور الشرقي"},
		{"كيف تكتب &amp;quot; في صفحتك", "<h1>كيف تكتب &amp;quot; في صفحتك</h1>", "كيف تكتب &quot; في صفحتك"},
		{"قال &amp;quot;نعم&amp;quot; ثم مضى", `<h1>قال "نعم" ثم مضى</h1>`, `قال "نعم" ثم مضى`},
	} {
		a := readOne(t, `<html lang="ar"><head><title>`+c.title+`</title></head><body><header><a href="/">جريدة السور</a></header><article>`+c.heading+longBody+`</article></body></html>`)
		if a.Title != c.want {
			t.Errorf("%s, %s: %q", c.title, c.heading, a.Title)
		}
	}
}

// RDFa names what is of the article and what is of those who made it, as microdata does, and a line
// may say when a text was changed before it says when it came out.
func TestThingsOfRDFa(t *testing.T) {
	t.Parallel()
	a := readOne(t, `<html lang="ar"><head><title>ترميم السور</title></head><body><article vocab="http://schema.org/" typeof="NewsArticle"><h1>ترميم السور</h1>`+
		`<span property="author" typeof="Person"><span property="name">هند الجبلي</span> <span property="jobTitle">محررة</span></span><span property="publisher" typeof="Organization"><meta property="name" content="جريدة السور"></span>`+
		`<div class="date">آخر تحديث: 4 ديسمبر 2024 | نُشر: 3 ديسمبر 2024</div>`+longBody+`</article></body></html>`)
	if a.Author != "هند الجبلي" || a.Source != "جريدة السور" || a.Published.Format(time.DateOnly) != "2024-12-03" {
		t.Errorf("by %q of %q on %v", a.Author, a.Source, a.Published)
	}
}

// What a page or a feed's text shows to nobody is none of it, unless it is long: that is shown by a
// program.
func TestUnseen(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		`<p style="display: none">سر هنا</p>`, `<p hidden>سر هنا</p>`, `<div style="position:absolute;left:-9999px">سر هنا</div>`, `<p style="font-size:0">سر هنا</p>`,
		`<select><option>سر هنا</option></select>`, `<dialog><p>سر هنا</p></dialog>`, `<p>متصفحك لا يدعم تشغيل سر هنا.</p>`, `<p>التعليقات تخضع لسر هنا</p>`,
	} {
		if a := readOne(t, inLongText(s)); strings.Contains(a.Body, "سر هنا") {
			t.Errorf("%s\n%s", s, a.Body)
		}
		var a articles.Article
		if err := SetText(&a, longBody+s); err != nil || strings.Contains(a.Body, "سر هنا") {
			t.Errorf("%s\n%s %v", s, a.Body, err)
		}
	}
	var a articles.Article
	if err := SetText(&a, `<div style="display:none">`+longBody+`</div>`); err != nil || !strings.Contains(a.Body, "السور الشرقي") {
		t.Errorf("a text that a program shows is lost: %q, %v", a.Body, err)
	}
}

// Lines of the page's own are none of the text wherever they stand, and short lines that say so
// much.
func TestLinesOfPages(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2min", "٣ دقائق", "تم نسخ الرابط", "التالي", "شارك المقال", "أخبار ذات صلة", "مواضيع ساخنة اخرى", "اشترك في نشرتنا البريدية", "- الإعلانات -", "محتوى إعلاني", "Video Duration 02 minutes 09 seconds",
		"To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video"} {
		if a := readOne(t, inLongText("<p>"+s+"</p>")); strings.Contains(a.Body, s) {
			t.Errorf("%s\n%s", s, a.Body)
		}
	}
	for _, s := range []string{"وقال: نعم.", "الإعلان عن السوق", "التالي أصعب من السابق", "٣ دقائق صمت"} {
		if a := readOne(t, inLongText("<p>"+s+"</p>")); !strings.Contains(a.Body, s) {
			t.Errorf("%s is lost", s)
		}
	}
}
