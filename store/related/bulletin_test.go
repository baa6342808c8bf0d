package related_test

import (
	"testing"

	"github.com/warraq/warraq/store/related"
	"github.com/warraq/warraq/store/related/newsroom"
)

// Bulletins of the same words and other names and numbers are neither copies nor one event; a
// copy with another title is one, and one that is cut; what a live page tells beside other
// things is no copy of it.
func TestBulletins(t *testing.T) {
	t.Parallel()
	quake := func(power, city, depth string) related.Article {
		return related.Article{
			Title: "زلزال بقوة " + power + " درجات قرب " + city,
			Body:  "سجلت محطات الرصد هزة أرضية قرب مدينة " + city + " على عمق " + depth + " كيلومترات دون أضرار.",
		}
	}
	const report = "افتتحت وزارة الأشغال في مدينة طرشيحا جسر «الرصافة» الجديد الذي بلغت كلفته 45 مليون دينار، بعد أعمال دامت عامين شارك فيها 380 عاملا من 12 شركة محلية."
	live := "8:15 اجتماع طارئ للحكومة اليوم لبحث أزمة الخبز في المدن الكبرى والقرى البعيدة عنها، وسط دعوات نقابية إلى الإضراب.\n\n9:20 الأرصاد تحذر من موجة غبار كثيفة تضرب السهول الغربية حتى مساء الغد وتنصح السائقين بالحذر الشديد على الطرق.\n\n10:05 سفينة شحن تجنح قبالة المنارة من دون إصابات، وقاطرات الميناء تحاول تعويمها مع المد.\n\n12:30 نادي النسور يعلن رحيل مدربه بعد الخسارة الرابعة على التوالي في ملعبه أمام جمهور غاضب.\n\n13:10 البورصة تغلق على ارتفاع طفيف بعد أسبوع من التراجع، ومصرف محلي يعلن توزيع أرباحه.\n\n14:40 " + report
	for name, test := range map[string]struct {
		a, b related.Article
		want related.Relation // 0 for another than SameText and SameEvent
	}{
		"other earthquakes":         {quake("3.2", "خور السمان", "20"), quake("2.8", "المنارة", "20"), 0},
		"the earthquake once more":  {quake("3.2", "خور السمان", "20"), quake("3.2", "خور السمان", "20"), related.SameText},
		"a copy with another title": {related.Article{Title: "طرشيحا تفتتح جسر «الرصافة»", Body: report}, related.Article{Title: "45 مليونا كلفة جسر جديد في طرشيحا", Body: report}, related.SameText},
		"a report in a live page":   {related.Article{Title: "طرشيحا تفتتح جسر «الرصافة»", Body: report}, related.Article{Title: "تغطية مباشرة | تطورات اليوم لحظة بلحظة", Body: live}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := newDense(newsroom.Library(7, 24, 260)).list
			first := len(list)
			for i, a := range []related.Article{test.a, test.b} {
				a.Source = []string{"الأفق", "البيادر"}[i]
				list = append(list, labelledArticle{Article: a, source: a.Source, day: 20513})
			}
			got := related.Relation(0)
			for _, n := range newMemory(list).find(t, first) {
				if n.ID == int64(first+1) {
					got = n.Relation
				}
			}
			if got != test.want && (test.want != 0 || got == related.SameText || got == related.SameEvent) {
				t.Errorf("it is %v", got)
			}
		})
	}
}

// What comes under one title every day, or in one form, is no story.
func TestSeries(t *testing.T) {
	t.Parallel()
	d := newDense(newsroom.Worn(3, 24, 260))
	m := newMemory(d.list)
	asked, wrong := 0, 0
	for id, a := range d.articles {
		if a.Title != "نتائج مباريات الجولة" && a.Title != "أسعار العملات والذهب اليوم" && a.Title != "كلمة اليوم" {
			continue
		}
		asked++
		companions, err := related.Companions(t.Context(), m, m.documents[id])
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range companions {
			wrong += boolInt(newsroom.Grade(a, d.articles[c.ID]) < 2)
		}
	}
	t.Logf("%d articles have %d of others for companions", asked, wrong)
	if asked < 100 || 5*wrong > asked {
		t.Errorf("%d articles of series have %d others for companions", asked, wrong)
	}
}
