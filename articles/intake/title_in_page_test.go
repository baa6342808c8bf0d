package intake

import (
	"strings"
	"testing"
)

// A page without a title takes its heading for one, which does not stand in the text again;
// what stands over links and buttons goes in each language, and a note's number stays one.
func TestPageWithoutTitle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, heading, text, behind string }{
		{"ar", "فتح القاعة", "فتحت دار الكتب صباح أمس قاعة جديدة للمخطوطات وفيها أكثر من ستين دفترًا كُتبت بخط اليد وجُمعت من بيوت الربابنة.", `<h4>مواضيع ساخنة أخرى</h4>`},
		{"ar", "فتح القاعة", "فتحت دار الكتب صباح أمس قاعة جديدة للمخطوطات وفيها أكثر من ستين دفترًا كُتبت بخط اليد وجُمعت من بيوت الربابنة.", `<p><a href="/print/1"><img src="/print.gif" alt="نسخة للطباعة" width="16" height="16"></a></p>`},
		{"fa", "گشایش تالار", "کتابخانهٔ شهر دیروز تالار تازه‌ای برای دست‌نوشته‌ها گشود که بیش از شصت دفتر در آن است و از خانه‌های ناخدایان گردآوری شده است.", `<h4>مطالب مرتبط</h4><ul><li><a href="/a">درباره ما</a></li><li><a href="/b">تماس با ما</a></li></ul>`},
		{"ur", "نیا ہال", "شہر کے کتب خانے نے کل مخطوطات کا نیا ہال کھولا جس میں ساٹھ سے زیادہ کاپیاں ہیں جو ملاحوں کے گھروں سے جمع کی گئیں اور ہاتھ سے لکھی گئیں۔", `<h4>مزید پڑھیں</h4><ul><li><a href="/a">ہمارے بارے میں</a></li><li><a href="/b">رابطہ کریں</a></li></ul>`},
		{"he", "אולם חדש", "ספריית העיר פתחה אתמול אולם חדש לכתבי יד ובו יותר משישים מחברות שנכתבו ביד ונאספו מבתי רבי החובלים במשך שנים רבות.", `<h4>קראו עוד</h4><ul><li><a href="/a">אודות</a></li><li><a href="/b">צור קשר</a></li></ul>`},
	} {
		page := `<!doctype html><html lang="` + c.lang + `" dir="rtl"><body><article><h1>` + c.heading + `</h1><p>` + c.text + `</p><p>` + c.text +
			` 1920<a class="footnote" href="#f1"><sup>2</sup></a></p>` + c.behind + `</article></body></html>`
		list, err := Read("page.html", []byte(page))
		if err != nil || len(list) == 0 {
			t.Fatal(len(list), err)
		}
		want := c.text + "\n\n" + c.text + ` 1920\[2]`
		if a := list[0]; a.Title != c.heading || strings.TrimSpace(a.Body) != want {
			t.Errorf("%s: %q\n%s", c.lang, a.Title, a.Body)
		}
	}
}
