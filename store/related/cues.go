package related

import (
	"strings"
	"sync"

	"github.com/warraq/warraq/articles/text"
)

// nameCue says what follows a word that announces a name.
type nameCue uint8

const (
	personCue nameCue = 1 + iota // a title or an office: a name of one or two words follows, perhaps after what the office is of
	ofThings                     // a kind of place or body: its name follows at once
)

// cueStems are the words that announce names, by their stems: Arabic writes no
// capitals. Words that are as often used without a name do little harm here: what
// follows them weighs more in this one article, and where it is a common word it
// weighs little in any.
var cueStems = sync.OnceValue(func() map[string]nameCue { return cueTable(announcingWords) })

var announcingWords = map[nameCue]string{
	personCue: `
		الرئيس رئيسة الوزير وزيرة الملك الملكة الأمير الأميرة الشيخ السلطان الإمام البابا البطريرك المطران
		الدكتور الأستاذ المهندس البروفيسور السيد السيدة النائب السفير القنصل المبعوث المستشار الناطق المتحدث
		اللواء العميد العقيد الجنرال الرائد النقيب القائد الحاكم المحافظ القاضي المحامي الأمين الزعيم
		اللاعب المدرب الحارس المهاجم الكابتن الفنان الفنانة المخرج المخرجة الكاتب الكاتبة الشاعر الشاعرة الروائي الروائية
		الممثل الممثلة المغني الصحافي الصحفي الباحث الباحثة الخبير الطبيب
		رئیسجمهور سخنگوی فرماندار استاندار دادستان نماینده سردار آیتالله آقای خانم دکتر مهندس
		صدر وزیراعظم سربراہ رہنما کپتان چیئرمین جنرل جسٹس جج ترجمان
		השר השרה הנשיא השופט השופטת האלוף הרב`,
	ofThings: `
		مدينة بلدة قرية محافظة ولاية إقليم منطقة حي مخيم شارع ساحة ميدان جزيرة جبل نهر بحر بحيرة خليج وادي صحراء
		مضيق قناة سد ميناء مرفأ مطار قاعدة معبر جسر حقل محطة مفاعل قلعة قصر معرض مهرجان
		وزارة شركة مؤسسة منظمة هيئة وكالة جماعة حركة حزب تنظيم تيار ائتلاف مجلس بنك مصرف جامعة معهد كلية مدرسة
		مستشفى متحف صحيفة جريدة مجلة إذاعة نادي فريق منتخب كأس دوري بطولة محكمة نقابة اتحاد جمعية
		سفينة ناقلة إعصار عاصفة بركان زلزال فيروس رواية فيلم مسلسل ديوان معاهدة
		أمم تل وادي مضيق إمارة مملكة جمهورية سلطنة كتيبة لواء كتائب تجمع برلمان صندوق مجموعة شبكة قناة منصة جائزة
		شهرستان روستای خیابان میدان ساختمان برج باشگاه تیم خبرگزاری روزنامه بیمارستان ایستگاه پل زندان
		شهر استان شرکت سازمان وزارت دانشگاه رودخانه دریاچه جزیره کوه بندر فرودگاه حزب
		شہر صوبہ ضلع دریا کمپنی وزارت جماعت یونیورسٹی ہوائی ڈیم جھیل عدالت کورٹ پارٹی جیل ہسپتال
		הר עיר כפר קיבוץ מושב נחל רחוב מפלגת משרד חברת ארגון אוניברסיטת בנק נמל`,
}

func cueTable(lists map[nameCue]string) map[string]nameCue {
	table := map[string]nameCue{}
	for _, c := range []nameCue{personCue, ofThings} { // what is in both announces a place or body
		for w := range strings.FieldsSeq(lists[c]) {
			table[text.Stem(text.Fold(w))] = c
		}
	}
	return table
}
