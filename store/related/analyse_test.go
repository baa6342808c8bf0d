package related_test

import (
	"slices"
	"strings"
	"testing"

	"warraq/store/related"
)

// shared gives what the first of two articles is said to share with the other,
// in a library where others have the common words.
func shared(t *testing.T, a, b related.Article) []string {
	t.Helper()
	list := []told{{Article: a, source: "أ"}, {Article: b, source: "ب"}}
	for _, other := range stories(t)[:20] {
		other.day = 0
		list = append(list, other)
	}
	for _, n := range newMemory(list).find(t, 0) {
		if n.ID == 1 {
			return n.Shared
		}
	}
	return nil
}

// Reasons are the names and words that both have, as the first writes them.
func TestShared(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b string
		want string
	}{
		{"names before other words", "زار الوزير حنا مرقس قاعدة البحر في مدينة طرشيحا", "عاد حنا مرقس من طرشيحا حيث زار البحر", "حنا مرقس، طرشيحا"},
		{"prefixes and endings", "اجتماع في طرشيحا، والمفاوضات في طرشيحا تتعثر", "تعثر مفاوضات بطرشيحا", "طرشيحا"},
		{"without a conjunction where the text has it without", "خرجت القافلة من حولا وعادت إلى طرشيحا وحولا", "قافلة في حولا", "القافلة، حولا"},
		{"capitals", "The minister met Hanna Markos in Tarshiha.", "It was in Tarshiha that Markos spoke.", "Tarshiha"},
		{"a name in Latin letters", "أعلنت شركة Qandil عن هاتف", "هاتف Qandil في الأسواق", "Qandil"},
		{"Persian with and without ZWNJ", "گزارش کتابخانه‌های سپیدرود", "کتابخانههای سپیدرود", "سپیدرود"},
		{"function words alone", "قال إنه كان في هذا اليوم", "قال إنها كانت في ذلك اليوم", ""},
		{"nothing of addresses and code", "انظر [هنا](https://tarshiha.example/markos) و`qandil`", "markos qandil tarshiha", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := shared(t, related.Article{Body: test.a}, related.Article{Body: test.b})
			for want := range strings.SplitSeq(test.want, "، ") {
				if want != "" && !slices.Contains(got, want) {
					t.Errorf("%q is not among %q", want, got)
				}
			}
			if test.want == "" && len(got) > 0 {
				t.Errorf("%q is shared, want nothing", got)
			}
		})
	}
}

// A name has more weight than another word that is as often there.
func TestNamesWeighMore(t *testing.T) {
	for _, test := range []struct{ name, text, in, other string }{
		{"after an office", "قال الوزير مرقس إن الحصاد تأخر", "مرقس", "الحصاد"},
		{"after what the office is of", "وزير الخارجية الروسي ميخائيل يصل والحصاد تأخر", "ميخائيل", "الحصاد"},
		{"after a kind of place", "وصلت القافلة إلى مدينة طرشيحا مساء", "طرشيحا", "القافلة"},
		{"after a kind of body", "ربحت شركة قنديل في موسم الحصاد", "قنديل", "الحصاد"},
		{"in quotation marks", "تنشر «قنديل» أخبار الحصاد", "قنديل", "الحصاد"},
		{"a long quotation is no name", "تنشر «قنديل الحصاد الطويل في آخر الموسم» أخبار الحصاد", "", ""},
		{"Urdu", "وزیراعظم اکرم نے فصل دیکھی", "اکرم", "فصل"},
		{"a capital within a sentence", "the harvest near Tarshiha failed", "Tarshiha", "harvest"},
	} {
		t.Run(test.name, func(t *testing.T) {
			weights := map[float64]bool{}
			for _, w := range related.Analyse(related.Article{Body: test.text}).Terms {
				weights[w.Weight] = true
			}
			if test.in == "" {
				return
			}
			name, other := weight(test.text, test.in), weight(test.text, test.other)
			if name <= other {
				t.Errorf("%s weighs %v, %s weighs %v", test.in, name, test.other, other)
			}
		})
	}
}

// weight gives the weight of a word in a text.
func weight(text, word string) float64 {
	one := related.Analyse(related.Article{Body: word}).Terms[0].Term
	for _, w := range related.Analyse(related.Article{Body: text}).Terms {
		if w.Term == one {
			return w.Weight
		}
	}
	return 0
}

// Copies of one text are one neighbour; the same told by another paper is called
// so, unless it is of another time.
func TestGroups(t *testing.T) {
	all := stories(t)
	first := slices.IndexFunc(all, func(a told) bool { return a.story == "quake" })
	long := strings.Repeat(all[first].Body+" ", 2)
	all[first].Body = long
	copied := all[first]
	copied.Title, copied.source = "خبر منقول عن وكالة", "نقل"
	again := copied
	again.source = "نقل آخر"
	old := all[first+1]
	old.day -= 400
	all = append(all, copied, again, old)
	m := newMemory(all)

	near := m.find(t, first)
	if id := int(near[0].ID); id < len(all)-3 || len(near[0].Copies) != 1 || !near[0].SameStory {
		t.Errorf("the copies are %+v", near[0])
	}
	var elsewhere []int
	for _, n := range near {
		if n.SameStory {
			elsewhere = append(elsewhere, int(n.ID))
		}
	}
	if !slices.Contains(elsewhere, first+1) || slices.Contains(elsewhere, len(all)-1) {
		t.Errorf("the same story is told by %v", elsewhere)
	}
}

// Whatever the text, it is analysed, and is near itself.
func FuzzAnalyse(f *testing.F) {
	for _, a := range []string{"", "«", "كتاب `", "[a](", "\xff\xfe", "ا\u0300\u200d و", "<<<]]](((://", strings.Repeat("كلمة ", 3000)} {
		f.Add(a, a)
	}
	f.Fuzz(func(t *testing.T, title, body string) {
		a := related.Analyse(related.Article{Title: title, Body: body})
		if !slices.IsSortedFunc(a.Terms, func(x, y related.Weighted) int { return int(int64(x.Term) - int64(y.Term)) }) {
			t.Error("the terms are not in order")
		}
		for _, w := range a.Terms {
			if !(w.Weight >= 0) {
				t.Errorf("a term has the weight %v", w.Weight)
			}
		}
	})
}
