package html

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Pages that are laid out by tables, with two line breaks between paragraphs, have paragraphs.
func TestPagesLaidOutByTables(t *testing.T) {
	long := strings.Repeat("رست السفينة في المرفأ القديم بعد رحلة طويلة. ", 6)
	var a articles.Article
	err := SetText(&a, `<table><tr><td><a href="/1">رياضة</a></td><td><b>المرفأ</b><br><br>`+long+"أ<br> <br>"+long+"ب</td></tr></table>")
	if err != nil || !strings.Contains(a.Body, "أ\n\nرست") || strings.Contains(a.Body, "|") {
		t.Errorf("%v: %s", err, a.Body)
	}
}

// Whose words are quoted stays with the quotation.
func TestQuotationFooter(t *testing.T) {
	var a articles.Article
	if err := SetText(&a, "<p>كلام.</p><blockquote><p>البحر غدّار.</p><footer>— حارس المنارة، <cite>دفتره</cite></footer></blockquote>"); err != nil || !strings.Contains(a.Body, "> — حارس المنارة، *دفتره*") && !strings.Contains(a.Body, "> — حارس المنارة، دفتره") {
		t.Errorf("%v: %s", err, a.Body)
	}
}

// What stands beside an article and holds links alone is none of it, whatever stands in it.
func TestSideLinks(t *testing.T) {
	const text = "<p>رست السفينة في المرفأ القديم بعد رحلة طويلة من الجزر البعيدة.</p><p>وقال الربّان إنها تعود غدًا إلى البحر مع أول الريح.</p>"
	for side, kept := range map[string]bool{
		`<div class="widgets"><a href="/x">سوق السمك</a><ul><li><a href="/1">خبر آخر عن الطقس</a></li></ul></div>`: false,
		`<div class="sidebar">وكان في الميناء حراس كثيرون يومها.</div>`:                                            true,
	} {
		document, err := Parse("<html><body><section><h1>المرفأ</h1>"+text+"</section>"+side+"</body></html>", articles.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		a, err := FromDocument(document, &articles.Album{}, "")
		if err != nil || !strings.Contains(a.Body, "الربّان") || strings.Contains(a.Body, "خبر آخر") {
			t.Errorf("%v, %v: %s", kept, err, a.Body)
		}
	}
}
