package related_test

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/store/related"
)

// What a paper writes under all its articles binds none of them.
func TestStandingLines(t *testing.T) {
	const closing = "للاشتراك في قنديل طرشيحا اكتبوا إلى مرقس"
	bodies := []string{
		"زرع الفلاحون القمح في السهل", "عاد الصيادون بلا سمك", "فازت البنات في المباراة", "نزل الثلج على الجبل",
	}
	var list []labelledArticle
	for _, body := range bodies {
		list = append(list, labelledArticle{source: "قنديل", Article: related.Article{Body: body + "\n\n" + closing, Source: "قنديل"}})
	}
	// In another paper it is news.
	list = append(list, labelledArticle{source: "النهار", Article: related.Article{Body: "خبر عن قنديل طرشيحا\n\n" + closing, Source: "النهار"}})
	m := newMemory(list)
	for id := range bodies {
		if found := m.ranked(t, id); len(found) > 0 {
			t.Errorf("%q is related to %v", bodies[id], found)
		}
	}
	for _, test := range []struct {
		name, body string
		lines      int
	}{
		{"no text", "", 0},
		{"a text of one line", "سطر واحد", 0},
		{"few lines", "أول\n\nثان\n\nثالث", 3},
		{"many lines", "قمح\nشعير\nعدس\nحمص\nفول\nسمسم\nذرة", 5},
		{"lines without words", "قمح\n---\n***\nشعير", 2},
		{"one line again and again", "قمح\nقمح\nقمح", 1},
	} {
		a := related.Article{Body: test.body}
		lines := a.Lines()
		if len(lines) != test.lines+1 || // and the paper
			!slices.IsSorted(lines) {
			t.Errorf("%s: the lines are %v, want %d", test.name, lines, test.lines)
		}
		a.Leave = func(related.Term) bool { return true }
		if left := related.Analyse(a); len(left.Terms) == len(lines) && test.lines > 0 {
			t.Errorf("%s: nothing is left of the text", test.name)
		}
	}
}
