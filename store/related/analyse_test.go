package related_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/store/related"
)

// shared gives what the first of two articles is said to share with the other,
// in a library where others have the common words.
func shared(t *testing.T, a, b related.Article) []string {
	t.Helper()
	list := []labelledArticle{{Article: a, source: "أ"}, {Article: b, source: "ب"}}
	for _, other := range labelledStories(t)[:20] {
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
		{"a name of two words as one", "استقبل عبد الرزاق المنجد الوفد في داره", "قال عبدالرزاق المنجد شيئا آخر", "عبد الرزاق المنجد"},
		{"a name that papers spell in two ways", "خطب ترامب في الولاية", "وصل ترمب إلى الولاية", "ترامب"},
		{"a name that begins like a word with the article", "رست السفينة في كالاماتا مساء", "ميناء كالاماتا", "كالاماتا"},
		{"a name of three words", "خطب يوسف محمود الحلو في الناس", "وصف يوسف محمود الحلو ما جرى", "يوسف محمود الحلو"},
		{"what a place is of, too", "أغلقت الثلوج مطار طرشيحا الدولي يومين", "عاد مطار طرشيحا إلى العمل", "مطار طرشيحا"},
		{"an adjective with its noun", "رفع البنك المركزي الفائدة", "خفض البنك المركزي الفائدة", "البنك المركزي، الفائدة"},
		{"without a preposition that is none of the name", "سافر الوفد إلى بيت جدته بالخرطوم", "وصل الوفد الخرطوم", "الخرطوم"},
		{"not a part of a word that looks like one", "أطلقت السفينة صاروخا باليستيا", "سقط صاروخ باليستي قرب السفينة", "باليستيا"},
		{"gershayim", "דו\"ח הוועדה על האסון בקנדיל", "הוועדה הגישה דוח על קנדיל", "דו\"ח"},
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

// No reason is a word of every day, nor a verb with what follows it, nor a part of
// a phrase with the next.
func TestNoReasons(t *testing.T) {
	for _, test := range []struct{ name, a, b, not string }{
		{"words of every day", "قتل ثلاثة أشخاص في قرية طرشيحا مساء", "عدد الأشخاص كبير في طرشيحا مساء", "أشخاص، مساء، أشخاص في"},
		{"a name and what follows", "هز زلزال تركيا المدمر البيوت في طرشيحا", "زلزال تركيا المدمر وبيوت طرشيحا", "تركيا المدمر"},
		{"the end of one name and the beginning of another", "استجوب حاكم مصرف لبنان رياض مرهج", "قال حاكم مصرف لبنان رياض مرهج", "لبنان رياض"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := shared(t, related.Article{Body: test.a}, related.Article{Body: test.b})
			for not := range strings.SplitSeq(test.not, "، ") {
				if slices.Contains(got, not) {
					t.Errorf("%q is among %q", not, got)
				}
			}
			if len(got) == 0 {
				t.Error("there is no reason at all")
			}
		})
	}
}

// A name is known for one.
func TestNames(t *testing.T) {
	for _, test := range []struct{ name, text, in, other string }{
		{"after an office", "قال الوزير مرقس إن الحصاد تأخر", "مرقس", "الحصاد"},
		{"after what the office is of", "وزير الخارجية الروسي ميخائيل يصل والحصاد تأخر", "ميخائيل", "الحصاد"},
		{"after a kind of place", "وصلت القافلة إلى مدينة طرشيحا مساء", "طرشيحا", "القافلة"},
		{"after a kind of body", "ربحت شركة قنديل في موسم الحصاد", "قنديل", "الحصاد"},
		{"in quotation marks", "تنشر «قنديل» أخبار الحصاد", "قنديل", "الحصاد"},
		{"a long quotation is no name", "تنشر «قنديل الحصاد الطويل في آخر الموسم» أخبار الحصاد", "", "الحصاد"},
		{"Urdu", "وزیراعظم اکرم نے فصل دیکھی", "اکرم", "فصل"},
		{"after an office and a people", "التقى الرئيس السوري مرهج الحلو الوفد والحصاد تأخر", "مرهج", "الحصاد"},
		{"a country", "عاد الحصاد إلى تونس بعد المطر", "تونس", "الحصاد"},
		{"a people", "بدأ الحصاد في الريف التونسي باكرا", "التونسي", "الحصاد"},
		{"a city with a preposition", "تأخر الحصاد بالخرطوم", "بالخرطوم", "الحصاد"},
		{"after a first name", "قال يوسف الحلو إن الحصاد تأخر", "الحلو", "الحصاد"},
		{"after عبد", "زرع عبد الرزاق المنجد حقله قبل الحصاد", "المنجد", "الحصاد"},
		{"an airport", "هبطت في مطار حلب الدولي طائرة قبل الحصاد", "حلب", "الحصاد"},
		{"Persian", "فرماندار آبادان گفت درو آغاز شده", "آبادان", "درو"},
		{"Persian, after a kind of body", "دانشگاه سپیدرود درو را بررسی کرد", "سپیدرود", "درو"},
		{"Hebrew", "השופטת נאור ביקרה בזמן הקציר", "נאור", "הקציר"},
		{"a capital within a sentence", "the harvest near Tarshiha failed", "Tarshiha", "harvest"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if isName(test.text, test.other) || test.in != "" && !isName(test.text, test.in) {
				t.Errorf("%s is a name %v, %s is one %v", test.in, isName(test.text, test.in), test.other, isName(test.text, test.other))
			}
		})
	}
}

// What looks like a name is none: what a body does, what an event is like.
func TestNoNames(t *testing.T) {
	for _, test := range []struct{ name, text, word, other string }{
		{"what a body does", "المستشفى استقبل الحصاد", "استقبل", "الحصاد"},
		{"what an event is like", "ضرب زلزال عنيف موسم الحصاد", "عنيف", "الحصاد"},
		{"by the name of", "قال المتحدث باسم الجيش إن الحصاد تأخر", "باسم", "الحصاد"},
		{"a verb with the letters of a place", "ترك الفلاح الحصاد", "ترك", "الحصاد"},
		{"what is of the sea", "زرع الجنود البحرية الحصاد", "البحرية", "الحصاد"},
		{"what is like a town's name", "حماية الحصاد", "حماية", "الحصاد"},
		{"sports, and a first name", "رياضة الحصاد", "رياضة", "الحصاد"},
		{"what follows a known name", "وصلت تونس القافلة قبل الحصاد", "القافلة", "الحصاد"},
	} {
		if isName(test.text, test.word) {
			t.Errorf("%s: %s is a name", test.name, test.word)
		}
	}
}

// isName tells whether a word of a text is known for a name in it.
func isName(text, word string) bool {
	said := related.Analyse(related.Article{Body: word}).Terms
	return slices.ContainsFunc(related.Analyse(related.Article{Body: text}).Terms, func(t related.Counted) bool {
		return t.Name && slices.ContainsFunc(said, func(one related.Counted) bool { return one.Times > 0 && one.Term == t.Term })
	})
}

// Copies of one text are one neighbour; the same told by another paper is called
// so, unless it is of another time.
func TestGroups(t *testing.T) {
	all := labelledStories(t)
	first := slices.IndexFunc(all, func(a labelledArticle) bool { return a.story == "quake" })
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
	if id := int(near[0].ID); id < len(all)-3 || len(near[0].Copies) != 1 || near[0].Relation != related.SameText {
		t.Errorf("the copies are %+v", near[0])
	}
	var elsewhere []int
	for _, n := range near {
		if n.Relation <= related.SameStory {
			elsewhere = append(elsewhere, int(n.ID))
		}
	}
	if !slices.ContainsFunc(elsewhere, func(id int) bool { return id < len(all)-3 && all[id].story == "quake" }) {
		t.Errorf("the same story is told by %v", elsewhere)
	}
	if slices.ContainsFunc(near, func(n related.Neighbour) bool {
		return n.ID == int64(len(all)-1) && n.Relation == related.SameEvent
	}) {
		t.Error("what was told a year ago is the same event")
	}
}

// Whatever the text, it is analysed, and is near itself.
func FuzzAnalyse(f *testing.F) {
	for _, a := range []string{"", "«", "كتاب `", "[a](", "\xff\xfe", "ا\u0300\u200d و", "<<<]]](((://", strings.Repeat("كلمة ", 3000)} {
		f.Add(a, a)
	}
	f.Fuzz(func(t *testing.T, title, body string) {
		a := related.Analyse(related.Article{Title: title, Body: body})
		if !slices.IsSortedFunc(a.Terms, func(x, y related.Counted) int { return int(int64(x.Term) - int64(y.Term)) }) {
			t.Error("the terms are not in order")
		}
		if back, err := related.DecodeProfile(a.Encode()); err != nil || !slices.Equal(back.Terms, a.Terms) {
			t.Errorf("%v comes back as %v, %v", a.Terms, back.Terms, err)
		}
	})
}

// An endless word takes no longer than as many letters in words: it says nothing of what
// an article is about.
func TestEndlessWord(t *testing.T) {
	t.Parallel()
	for _, letters := range []string{"ب", "وال", "بتث", "ל", "a"} {
		word := strings.Repeat(letters, 300_000)
		if n := len(related.Analyse(related.Article{Title: "عنوان المقالة", Body: word + " الميناء " + word}).Terms); n > 5 {
			t.Errorf("of many %s there are %d terms", letters, n)
		}
	}
}
