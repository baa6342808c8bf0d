package intake

import (
	"strings"
	"testing"
)

// A title of a few words is as short as the name of a section. What stands around
// it tells them apart: sections stand in the menu, too.
func TestCopiedShortTitles(t *testing.T) {
	t.Parallel()
	const (
		hebrewMenu  = "חדשות\nכלכלה\nספורט\nתרבות\nאוכל\nדעות ופרשנות\n"
		hebrewBody  = "ספינת דיג ישנה שעגנה שנים בנמל בלי שימוש נפתחה אתמול מחדש, ובבטנה ארבעת אלפים ספרים על מדפים שנבנו בעבודת יד.\nצילום: דן לוי\nמנהלת המיזם סיפרה שהמתנדבים חיפשו דרך להגיע לכפרים שאין בהם ספרייה, וכשראו את הסירה הבינו שהדרך היא הים.\nהסירה תעגון בכל כפר שלושה ימים, ובכל כפר ילמדו שניים מהתושבים לנהל את ההשאלות גם אחרי שתמשיך הלאה.\nתגיות:\nנמל\nפרסומת\nהנקראות ביותר\nמזג האוויר בסוף השבוע\n"
		hebrewLead  = "אחרי שנתיים של שיפוץ הפכה סירת הדייגים לספרייה שעוברת בין כפרי החוף, והילדים כבר מחכים לה על המזח"
		persianMenu = "خانه\nسیاست\nاقتصاد\nجامعه\nفرهنگ و هنر\nعکس\nفیلم\n"
		persianBody = "به گزارش خبرگزاری موج، قایقی که دو سال پیش به کتابخانه تبدیل شد صبح امروز با چهار هزار جلد کتاب در بندر جنوبی پهلو گرفت.\n\nمدیر این کتابخانه گفت بیشتر مراجعان کودکان‌اند و کتاب‌های مصور زودتر از همه به امانت می‌رود.\n\nوی افزود در هر روستا دو نفر از اهالی کار امانت را یاد می‌گیرند تا پس از رفتن قایق هم کتاب‌ها دست به دست شود.\n\nانتهای پیام\nقایق\nبندر\nاشتراک‌گذاری\nکپی لینک\nپربازدیدترین اخبار\nزمان پرداخت یارانه\n"
		persianLead = "این قایق هر هفته در یکی از روستاهای ساحلی پهلو می‌گیرد و سه روز می‌ماند."
		arabicMenu  = "الرئيسية\nسياسة\nاقتصاد\nرياضة عربية\nثقافة\nمنوعات\n"
		arabicBody  = "قال مهندس في البلدية إن الجسر الجديد يخفف الازدحام عن وسط المدينة، وإن العمل فيه استغرق ثلاث سنوات بكلفة لم يعلن عنها.\nوأوضح أن الجسر يتسع لأربعة مسارات، وأن رصيفا للمشاة والدراجات يمتد على جانبيه من أول الطريق إلى آخره.\nورحب التجار بافتتاح الجسر، وقال بعضهم إن الزبائن عادوا إلى محالهم منذ اليوم الأول.\nشارك\nfacebook\nالأكثر قراءة\nطريق الساحل يعود إلى الخدمة\n"
	)
	for _, c := range []struct {
		name, page                      string
		title, section, summary, author string
	}{
		{
			"a section, the title, a lead, a name, a date",
			hebrewMenu + "פרסומת\nתרבות\nספרייה צפה בנמל\n" + hebrewLead + "\nנועה ברק\nפורסם: 12.02.26, 08:30\nשתפו\n" + hebrewBody,
			"ספרייה צפה בנמל", "תרבות", hebrewLead, "נועה ברק",
		},
		{
			"no lead",
			hebrewMenu + "פרסומת\nתרבות\nספרייה צפה בנמל\nנועה ברק\nפורסם: 12.02.26, 08:30\nשתפו\n" + hebrewBody,
			"ספרייה צפה בנמל", "תרבות", "", "נועה ברק",
		},
		{
			"below the menu, with a lead",
			hebrewMenu + "ספרייה צפה בנמל\n" + hebrewLead + "\nנועה ברק\nפורסם: 12.02.26, 08:30\n" + hebrewBody,
			"ספרייה צפה בנמל", "", hebrewLead, "נועה ברק",
		},
		{
			"behind a section of two words, which the menu has, too",
			hebrewMenu + "פרסומת\nדעות ופרשנות\nספרייה צפה\n" + hebrewLead + "\nנועה ברק\nפורסם: 12.02.26, 08:30\n" + hebrewBody,
			"ספרייה צפה", "דעות ופרשנות", hebrewLead, "נועה ברק",
		},
		{
			"a section of two words above a longer title",
			hebrewMenu + "פרסומת\nדעות ופרשנות\nהים הוא הדרך היחידה אל הכפרים\nנועה ברק\nפורסם: 12.02.26, 08:30\n" + hebrewBody,
			"הים הוא הדרך היחידה אל הכפרים", "דעות ופרשנות", "", "נועה ברק",
		},
		{
			"a line above a longer title that has a lead",
			hebrewMenu + "פרסומת\nתרבות\nהמהפכה של הנמל\nספרייה ישנה בנמל נפתחת מחדש, והפעם היא צפה\n" + hebrewLead + "\nנועה ברק\nפורסם: 12.02.26, 08:30\n" + hebrewBody,
			"ספרייה ישנה בנמל נפתחת מחדש, והפעם היא צפה", "תרבות", hebrewLead, "נועה ברק",
		},
		{
			"what the page says of itself, the title, a lead",
			persianMenu + "شنبه / ۴ بهمن ۱۴۰۴ / ۰۹:۱۲\nدسته‌بندی: فرهنگ و هنر\nکد خبر: 1404110412345\nکتابخانه روی آب\n" + persianLead + "\n\n" + persianBody,
			"کتابخانه روی آب", "فرهنگ و هنر", "", "",
		},
		{
			"the title twice",
			persianMenu + "شنبه / ۴ بهمن ۱۴۰۴ / ۰۹:۱۲\nفرهنگ و هنر\nکتابخانه روی آب\nکتابخانه روی آب\n" + persianLead + "\n\n" + persianBody,
			"کتابخانه روی آب", "فرهنگ و هنر", "", "",
		},
		{
			"behind a path of sections, with a date",
			arabicMenu + "الرئيسية > اقتصاد\nجسر فوق النهر\n12 فبراير 2026\n" + arabicBody,
			"جسر فوق النهر", "اقتصاد", "", "",
		},
		{
			"a paper's motto above the menu",
			"صوت المدينة وأهلها منذ أول العدد\n" + arabicMenu + "اقتصاد\nجسر فوق النهر\nمنى الحلبي\n12 فبراير 2026\n" + arabicBody,
			"جسر فوق النهر", "اقتصاد", "", "منى الحلبي",
		},
		{
			"a section of two words that nothing else has, above a question",
			arabicMenu + "إعلان\nحكايات المدن\nمن يعبر الجسر الجديد فوق النهر؟\nمنى الحلبي\n12 فبراير 2026\n" + arabicBody,
			"من يعبر الجسر الجديد فوق النهر؟", "حكايات المدن", "", "منى الحلبي",
		},
		{
			"a title above its picture, the picture's text and whose it is",
			arabicMenu + "اقتصاد\nجسر فوق النهر\nعمال على الجسر\nصدر الصورة، أرشيف المدينة\n12 فبراير 2026\n" + arabicBody,
			"جسر فوق النهر", "اقتصاد", "", "",
		},
		{
			"a title behind a path of a line a step",
			arabicMenu + "إعلان\nالرئيسية\nاقتصاد\nجسر جديد فوق النهر\nاقتصاد\nجسر جديد فوق النهر\nمنى الحلبي\n12 فبراير 2026\n" + arabicBody,
			"جسر جديد فوق النهر", "اقتصاد", "", "منى الحلبي",
		},
		{
			"a title that the lists below have, too",
			arabicMenu + "رياضة عربية\nجسر فوق النهر\n12 فبراير 2026\n" + arabicBody + "جسر فوق النهر\n",
			"جسر فوق النهر", "رياضة عربية", "", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read("page.txt", []byte(c.page))
			if err != nil || len(got) != 1 {
				t.Fatalf("%v, %d articles", err, len(got))
			}
			a := got[0]
			for _, f := range [][3]string{{"title", a.Title, c.title}, {"section", a.Section, c.section}, {"summary", a.Summary, c.summary}, {"author", a.Author, c.author}} {
				if f[1] != f[2] {
					t.Errorf("%s %q, not %q", f[0], f[1], f[2])
				}
			}
			if strings.Contains(a.Body, "\n"+c.title+"\n") || strings.Count(a.Body, "\n\n") < 2 {
				t.Errorf("the text is\n%s", a.Body)
			}
		})
	}
}
