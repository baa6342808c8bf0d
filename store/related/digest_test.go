package related_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/store/related"
	"github.com/warraq/warraq/store/related/newsroom"
)

const (
	titlesOfDay = "إليكم عناوين هذا الصباح:\n\n- غرق العبارة «نورس» قبالة جزيرة الزمرد\n- وزير المالية يقدم مشروع الموازنة إلى البرلمان\n- النسور يتأهلون لنهائي الكأس بركلات الترجيح\n- علماء يكتشفون فراشة نادرة في الغابة السوداء\n- إضراب عمال السكك الحديدية يدخل أسبوعه الثاني\n- افتتاح معرض الخزف في قلعة المدينة"
	hoursOfDay  = "8:10 اجتماع طارئ للحكومة لبحث أزمة الخبز.\n\n9:25 الأرصاد تحذر من موجة غبار تضرب السهول الغربية.\n\n11:00 سفينة شحن تجنح قبالة المنارة من دون إصابات.\n\n12:40 نادي النسور يعلن رحيل مدربه بعد الخسارة الرابعة.\n\n14:05 البورصة تغلق على ارتفاع طفيف بعد أسبوع من التراجع."
	hoursOfOne  = "8:10 العبارة «نورس» تطلب النجدة قبالة جزيرة الزمرد.\n\n9:25 خفر السواحل ينقذ ركاب العبارة «نورس» من البحر.\n\n11:00 وزير النقل يصل إلى جزيرة الزمرد مع خفر السواحل.\n\n12:40 ركاب العبارة في مستشفى جزيرة الزمرد.\n\n14:05 النقل: العبارة «نورس» لم تطلب النجدة قبل الفجر من خفر السواحل."
	longReport  = "افتتح المحافظ أمس سوق الخضار الجديد في الحي الغربي.\n\nوكلف البناء أربعة ملايين دفعتها البلدية وحدها.\n\nوقال التجار إن الإيجار أعلى مما وعدوا به.\n\nورد مدير الأملاك بأن المزاد جرى علنا.\n\nوينتقل الباعة من الساحة القديمة خلال شهر.\n\nأما موقف السيارات فيفتح بعد العيد."
	shortReport = "غرقت العبارة «نورس» قبالة جزيرة الزمرد فجر الجمعة وعلى متنها 127 راكبا.\n\nوأنقذ خفر السواحل تسعين منهم.\n\nوقال وزير النقل إن التحقيق بدأ.\n\nوكانت العبارة في طريقها إلى الميناء القديم.\n\nوطلب الربان النجدة قبل الفجر."
)

// What is a list of things that have nothing to do with one another is told from what tells
// one thing, in a list or not.
func TestDigests(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		body string
		want bool
	}{
		"the titles of a day":            {titlesOfDay, true},
		"what came from hour to hour":    {hoursOfDay, true},
		"one event from hour to hour":    {hoursOfOne, false},
		"a report in short paragraphs":   {shortReport, false},
		"a report in lines without ends": {"غرقت العبارة «نورس»\nقبالة جزيرة الزمرد\nوأنقذ خفر السواحل", false},
		"paragraphs without full stops":  {strings.ReplaceAll(longReport, ".", ""), false},
		"nothing":                        {"", false},
		"empty lines":                    {"\n \n\n\u00a0\n\n\n", false},
	} {
		if got := related.Analyse(related.Article{Title: "أهم ما جاء", Body: test.body}).Digest; got != test.want {
			t.Errorf("%s is a digest: %v, want %v", name, got, test.want)
		}
	}
}

// A digest is related to what it tells and a report of none of it, and two of a day have
// nothing to do with one another. One that two papers have is one.
func TestDigestsClaimLittle(t *testing.T) {
	t.Parallel()
	list := newDense(newsroom.Library(7, 24, 260)).list
	first := len(list)
	for i, a := range []related.Article{
		{Title: "غرق العبارة «نورس» قبالة جزيرة الزمرد", Body: shortReport},
		{Title: "غرق العبارة «نورس».. الموازنة في البرلمان.. النسور في النهائي", Body: titlesOfDay},
		{Title: "تغطية مباشرة: غرق العبارة «نورس» والبورصة ترتفع", Body: hoursOfDay},
		{Title: "صحف اليوم: غرق العبارة «نورس»", Body: titlesOfDay},
	} {
		a.Source = []string{"الأفق", "البيادر", "المرصد", "المنبر"}[i]
		list = append(list, labelledArticle{Article: a, source: a.Source, day: 20513})
	}
	m := newMemory(list)
	said := func(of, to int) related.Relation {
		for _, n := range m.find(t, first+of) {
			if n.ID == int64(first+to) || slices.Contains(n.Copies, int64(first+to)) {
				return n.Relation
			}
		}
		return 0
	}
	for _, test := range []struct {
		of, to int
		want   related.Relation
	}{{0, 1, related.Related}, {1, 0, related.Related}, {1, 2, 0}, {2, 1, 0}, {1, 3, related.SameText}} {
		if got := said(test.of, test.to); got != test.want {
			t.Errorf("of %q, %q is %d, want %d", list[first+test.of].Title, list[first+test.to].Title, got, test.want)
		}
	}
}
