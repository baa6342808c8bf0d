package related_test

import (
	"slices"
	"testing"

	"github.com/warraq/warraq/store/related"
)

// undated gives an article without its date, which came when it had been published.
func undated(a labelledArticle) labelledArticle {
	a.Undated = true
	return a
}

// What has no date is farther than what is of the same hour, and nearer than what is of
// another week.
func TestUndatedStandsBetween(t *testing.T) {
	t.Parallel()
	report := func(source string, day int) labelledArticle {
		return labelledArticle{Article: related.Article{
			Title: "غرق العبارة «نورس» قبالة جزيرة الزمرد", Source: source,
			Body: "غرقت العبارة «نورس» قبالة جزيرة الزمرد فجر الجمعة وعلى متنها 127 راكبا، وأنقذ خفر السواحل تسعين منهم.",
		}, source: source, day: day}
	}
	all := labelledStories(t)
	first := len(all)
	m := newMemory(append(all, report("الأفق", 20000), report("البيادر", 20007), undated(report("المرصد", 20007)), report("المنبر", 20000)))
	if got, want := m.ranked(t, first)[:3], []int{first + 3, first + 2, first + 1}; !slices.Equal(got, want) {
		t.Errorf("in order of nearness they are %v, want %v", got, want)
	}
}

// What is said of how two articles are related is so: what is only of one kind, of one man or
// of one paper's turns is not of one story, and what came a day later is not the same event.
func TestClaims(t *testing.T) {
	t.Parallel()
	const first, second = "الأفق", "البيادر"
	report := func(source string, day int, title, body string) labelledArticle {
		return labelledArticle{Article: related.Article{Title: title, Body: body, Source: source}, source: source, day: 20000 + day}
	}
	background := labelledStories(t)
	for _, test := range []struct {
		name string
		a, b labelledArticle
		want []related.Relation
	}{
		{
			"earthquakes of two places",
			report(first, 0, "زلزال بقوة 6.8 درجات يضرب شرق تركيا", "ضرب زلزال بلغت قوته 6.8 درجات على مقياس ريختر شرق تركيا مساء الأربعاء، وحدد مركزه على عمق عشرة كيلومترات، ولم ترد أنباء عن خسائر."),
			report(second, 0, "زلزال بقوة 5.2 درجات يضرب إندونيسيا", "ضرب زلزال بلغت قوته 5.2 درجات على مقياس ريختر سواحل إندونيسيا صباح الخميس، وحدد مركزه على عمق عشرة كيلومترات، ولم ترد أنباء عن خسائر."),
			[]related.Relation{0, related.Related},
		},
		{
			"earthquakes that two papers tell in one form",
			report(first, 0, "زلزال بقوة 4.0 درجات قرب دير الصفصاف", "سجلت محطات الرصد هزة أرضية قرب دير الصفصاف على عمق 9 كيلومترات دون أضرار."),
			report(second, 0, "زلزال بقوة 3.1 درجات قرب العقيق", "سجلت محطات الرصد هزة أرضية قرب العقيق على عمق 7 كيلومترات دون أضرار."),
			[]related.Relation{0, related.Related},
		},
		{
			"two accidents that one paper tells in the same words",
			report(first, 0, "مصرع 5 وإصابة 12 في تصادم حافلة على طريق الزعفران", "لقي 5 أشخاص مصرعهم وأصيب 12 آخرون في حادث تصادم حافلة مع شاحنة على طريق الزعفران الصحراوي، ونقل المصابون إلى المستشفى."),
			report(first, 1, "إصابة 9 في انقلاب حافلة على طريق البيلسان", "أصيب 9 أشخاص في حادث انقلاب حافلة ركاب على طريق البيلسان الصحراوي، ونقل المصابون إلى المستشفى العام."),
			[]related.Relation{0, related.Related},
		},
		{
			"prices of two days",
			report(first, 0, "سعر المرجان اليوم الثلاثاء في المصارف", "استقر سعر المرجان اليوم الثلاثاء في المصارف، وسجل في مصرف الميناء 15.72 للشراء و15.82 للبيع، وفي مصرف الوادي 15.73 للشراء و15.83 للبيع."),
			report(first, 1, "سعر المرجان اليوم الأربعاء", "تراجع سعر المرجان اليوم الأربعاء في المصارف، وسجل في مصرف الميناء 15.60 للشراء و15.70 للبيع، وفي مصرف الوادي 15.61 للشراء و15.71 للبيع."),
			[]related.Relation{related.Related},
		},
		{
			"one man in two affairs",
			report(first, 0, "كنعان الدهشوري يمهل الفصائل شهرا للانسحاب", "أمهل الرئيس التركي كنعان الدهشوري الفصائل حتى نهاية الشهر للانسحاب من محيط نقاط المراقبة، وإلا اضطرت قواته إلى إبعادها. وتتهم الفصائل أنقرة بإرسال دبابات إلى التلال المشرفة على الوادي، وقد قتل ستة جنود في قصف مدفعي الأحد."),
			report(second, 0, "صحيفة: كنعان الدهشوري ينفق الملايين على قصره", "كشفت صحيفة معارضة أن مصروفات القصر في عهد الرئيس التركي كنعان الدهشوري بلغت ثلاثة مليارات ليرة في عام واحد. ونقلت عن ديوان المحاسبة أن فواتير الكهرباء والسيارات والحدائق تضاعفت، وأن نوابا سيطلبون تفصيلها عند مناقشة الميزانية."),
			[]related.Relation{0, related.Related},
		},
		{
			"the ill of two days",
			report(first, 0, "المصابون بحمى الوادي في سفينة «لؤلؤة» 437", "قالت وزارة الصحة اليابانية إن 437 من ركاب السفينة السياحية «لؤلؤة» المحتجزة في مرفأ يوكوهاما أصيبوا بحمى الوادي."),
			report(second, 1, "حمى الوادي في سفينة «لؤلؤة»: 561 مصابا", "قالت وزارة الصحة اليابانية إن عدد المصابين بحمى الوادي من ركاب السفينة السياحية «لؤلؤة» المحتجزة في مرفأ يوكوهاما بلغ 561."),
			[]related.Relation{related.SameStory},
		},
		{
			"two papers, of one of which there is no date",
			report(first, 0, "غرق العبارة «نورس» قبالة جزيرة الزمرد", "غرقت العبارة «نورس» قبالة جزيرة الزمرد فجر الجمعة وعلى متنها 127 راكبا، وأنقذ خفر السواحل تسعين منهم."),
			undated(report(second, 400, "مأساة في بحر الزمرد: العبارة «نورس» تبتلعها الأمواج", "ابتلعت الأمواج العبارة «نورس» قرب جزيرة الزمرد وكانت تقل 127 راكبا، وانتشل خفر السواحل تسعين ناجيا.")),
			[]related.Relation{related.SameEvent},
		},
		{
			"two papers on one day, in words of their own",
			report(first, 0, "غرق العبارة «نورس» قبالة جزيرة الزمرد", "غرقت العبارة «نورس» قبالة جزيرة الزمرد فجر الجمعة وعلى متنها 127 راكبا، وأنقذ خفر السواحل تسعين منهم."),
			report(second, 0, "مأساة في بحر الزمرد: العبارة «نورس» تبتلعها الأمواج", "ابتلعت الأمواج العبارة «نورس» قرب جزيرة الزمرد وكانت تقل 127 راكبا، وانتشل خفر السواحل تسعين ناجيا."),
			[]related.Relation{related.SameEvent},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			at := len(background)
			m := newMemory(append(background[:at:at], test.a, test.b))
			for from, to := range map[int]int64{at: int64(at + 1), at + 1: int64(at)} {
				said := related.Relation(0)
				for _, n := range m.find(t, from) {
					if n.ID == to {
						said = n.Relation
					}
				}
				if !slices.Contains(test.want, said) {
					t.Errorf("it is said to be %d, want %d", said, test.want)
				}
			}
		})
	}
}
