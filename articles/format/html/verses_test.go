package html

import (
	"strings"
	"testing"
)

// Halves of verses that are headings are verses.
func TestVersesInHeadings(t *testing.T) {
	t.Parallel()
	poem := `<div class="bet-1 row" id="poem_content"><h3>وقفت على باب السوق والليل مقبل</h3><h3>أسائل ألواح الزجاج وأسأل</h3><h3>ومرّ نسيم الفجر بين رفوفها</h3><h3>فقلت سلام أيها المتنقّل</h3></div>`
	a := readNews(t, "", `<main><h1>زجاج في السوق</h1>`+poem+`</main>`)
	if strings.Contains(a.Body, "#") || !strings.Contains(a.Body, "مقبل"+hemistichGap+"أسائل") || strings.Count(a.Body, hemistichGap) != 2 {
		t.Errorf("the text is\n%s", a.Body)
	}
	a = readNews(t, "", `<main><h1>زجاج في السوق</h1>`+strings.Replace(poem, "</div>", "<p>"+newsOfGlass+"</p></div>", 1)+`</main>`)
	if strings.Count(a.Body, "### ") != 4 {
		t.Errorf("headings over a text are none:\n%s", a.Body)
	}
}
