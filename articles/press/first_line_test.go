package press

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

func TestFindByline(t *testing.T) {
	const rest = "\n\nافتُتح أمس في المرفأ القديم معرض لأدوات الصيد، وفيه شباك ومجاديف وصور."
	for _, c := range []struct{ first, author, place string }{
		{"من ليلى حدّاد - بيروت" + rest, "ليلى حدّاد", "بيروت"},
		{"**من ليلى حدّاد – رام الله**" + rest, "ليلى حدّاد", "رام الله"},
		{"من: ليلى حدّاد | تونس" + rest, "ليلى حدّاد", "تونس"},
		{"من ليلى حدّاد، القاهرة" + rest, "ليلى حدّاد", "القاهرة"},
		{"من ليلى حدّاد - بيروت (رويترز)" + rest, "ليلى حدّاد", "بيروت"},
		{"بقلم: ليلى حدّاد - كفر الزيت" + rest, "ليلى حدّاد", "كفر الزيت"},
		{"كتبت ليلى حدّاد – بيروت: افتُتح أمس معرض لأدوات الصيد في المرفأ.", "ليلى حدّاد", "بيروت"},
		{"القاهرة - من محمد علي - قال الوزير إن الميناء سيُفتح غدًا.", "محمد علي", "القاهرة"},
		{"القاهرة - من محمد علي" + rest, "محمد علي", "القاهرة"},
		{"بقلم ليلى حدّاد" + rest, "ليلى حدّاد", ""},
		{"از مریم احمدی - تهران" + rest, "مریم احمدی", "تهران"},
		{"رپورٹ: احمد خان، کراچی" + rest, "احمد خان", "کراچی"},
		{"מאת: דנה לוי, חיפה" + rest, "דנה לוי", "חיפה"},
		{"By Dana Levi - Beirut" + rest, "Dana Levi", "Beirut"},
		{"بيروت - ليلى حدّاد" + rest, "ليلى حدّاد", "بيروت"},
		{"**القاهرة: محمد علي**" + rest, "محمد علي", "القاهرة"},
		{"**بيروت – ليلى حدّاد:**" + rest, "ليلى حدّاد", "بيروت"},
		{"ليلى حدّاد - بيروت" + rest, "ليلى حدّاد", "بيروت"},
		// What says something else.
		{"بيروت - رويترز" + rest, "", ""},
		{"بيروت - ليلى" + rest, "", ""},
		{"بيروت - مدينة الكتب" + rest, "", ""},
		{"محمد علي - حياته وأعماله" + rest, "", ""},
		{"بيروت - ليلى حدّاد: عاد المعرض إلى المرفأ بعد سنوات من الغياب الطويل." + rest, "", ""},
		{"من القاهرة إلى بيروت - رحلة في البحر" + rest, "", ""},
		{"من القاهرة - إلى بيروت" + rest, "", ""},
		{"من هنا وهناك - أخبار" + rest, "", ""},
		{"من ذاكرة المدينة - القاهرة" + rest, "", ""},
		{"من كل بستان - دمشق" + rest, "", ""},
		{"من ليلى حدّاد - هدية صغيرة" + rest, "", ""},
		{"من يوم 3 مايو - بيروت" + rest, "", ""},
		{"من ألف ليلة وليلة - بغداد" + rest, "", ""},
		{"من سيرة ابن بطوطة - طنجة" + rest, "", ""},
		{"من يوميات صحافي - بيروت" + rest, "", ""},
		{"كتب جديدة - بيروت" + rest, "", ""},
		{"كتب عربية - معرض القاهرة" + rest, "", ""},
		{"تقرير دولي - بيروت" + rest, "", ""},
		{"By popular demand - London" + rest, "", ""},
		{"كتب الوزير رسالة - القاهرة لم ترد عليها حتى الآن." + rest, "", ""},
		{"كتب الوزير رسالة - القاهرة: لا جواب حتى الآن.", "", ""},
		{"كتب: خاص - بيروت" + rest, "", ""},
		{"كتب محمد علي عن البحر والريح." + rest, "", ""},
		{"## من ليلى حدّاد - بيروت" + rest, "", ""},
		{"", "", ""},
	} {
		a := articles.Article{Body: c.first}
		FindByline(&a)
		if a.Author != c.author || a.Place != c.place || a.Body != c.first {
			t.Errorf("%q: got %q from %q, want %q from %q", c.first, a.Author, a.Place, c.author, c.place)
		}
	}
	parted := articles.Article{Author: "ليلى حدّاد - بيروت"}
	if FindByline(&parted); parted.Author != "ليلى حدّاد" || parted.Place != "بيروت" {
		t.Errorf("got %q from %q of an author with a town", parted.Author, parted.Place)
	}
	lead := articles.Article{Body: "مئة عام من الصيد في المرفأ القديم.\n\n**حوار: ليلى حدّاد**" + rest}
	if FindByline(&lead); lead.Author != "ليلى حدّاد" {
		t.Errorf("got %q of a line below a lead", lead.Author)
	}
	known := articles.Article{Author: "عمر نجّار", Body: "من ليلى حدّاد - بيروت" + rest}
	if FindByline(&known); known.Author != "عمر نجّار" || known.Place != "بيروت" {
		t.Errorf("got %q from %q of an article whose author is known", known.Author, known.Place)
	}
}

func TestWriterNamesWithMarks(t *testing.T) {
	for in, want := range map[string]articles.Article{
		"كتبت- سارة أمين":     {Author: "سارة أمين"},
		"رام الله – «الشاطئ»": {Place: "رام الله"},
		"القاهرة - الشاطئ":    {Place: "القاهرة"},
		"ليلى حدّاد - بيروت":  {Author: "ليلى حدّاد", Place: "بيروت"},
		"بقلم/ سلمى الراوي":   {Author: "سلمى الراوي"},
		"محمد علي – «الشاطئ»": {Author: "محمد علي"},
	} {
		a := articles.Article{Source: "صحيفة الشاطئ"}
		if a.Author = WriterName(in, &a); a.Author != want.Author || a.Place != want.Place {
			t.Errorf("%q: got %q from %q", in, a.Author, a.Place)
		}
	}
}
