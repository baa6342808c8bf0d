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
