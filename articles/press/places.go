package press

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// townNames are those that datelines of newspapers name most. With one beside a name in a
// byline it is certain which of the two is the place.
var townNames = foldWords(
	"القاهرة", "الإسكندرية", "الجيزة", "السويس", "بورسعيد", "أسوان", "الأقصر", "دمشق", "حلب", "حمص", "حماة", "اللاذقية", "إدلب", "درعا", "السويداء", "بيروت", "طرابلس", "صيدا", "صور", "بعلبك", "زحلة",
	"بغداد", "البصرة", "الموصل", "كركوك", "أربيل", "السليمانية", "النجف", "كربلاء", "عمّان", "عمان", "إربد", "الزرقاء", "العقبة", "القدس", "القدس المحتلة", "رام الله", "غزة", "رفح", "خان يونس", "نابلس", "جنين", "الخليل", "بيت لحم", "حيفا", "يافا", "عكا", "الناصرة", "تل أبيب",
	"الرياض", "جدة", "مكة", "مكة المكرمة", "المدينة المنورة", "الدمام", "الدوحة", "أبوظبي", "أبو ظبي", "دبي", "الشارقة", "المنامة", "الكويت", "مسقط", "صلالة", "صنعاء", "عدن", "الحديدة", "تعز", "مأرب",
	"بنغازي", "مصراتة", "سبها", "تونس", "صفاقس", "سوسة", "الجزائر", "وهران", "قسنطينة", "عنابة", "الرباط", "الدار البيضاء", "مراكش", "فاس", "طنجة", "أكادير", "نواكشوط", "الخرطوم", "أم درمان", "بورتسودان", "مقديشو", "جيبوتي", "أديس أبابا", "أسمرة", "نيروبي",
	"أنقرة", "إسطنبول", "اسطنبول", "طهران", "أصفهان", "كابول", "إسلام آباد", "كراتشي", "لاهور", "نيودلهي", "بكين", "شنغهاي", "هونغ كونغ", "طوكيو", "سيول", "جاكرتا", "كوالالمبور", "بانكوك", "سيدني",
	"موسكو", "كييف", "وارسو", "برلين", "ميونيخ", "باريس", "مرسيليا", "لندن", "روما", "ميلانو", "الفاتيكان", "مدريد", "برشلونة", "لشبونة", "بروكسل", "أمستردام", "لاهاي", "جنيف", "زيورخ", "فيينا", "أثينا", "نيقوسيا", "استوكهولم", "أوسلو", "كوبنهاغن", "هلسنكي", "بوخارست", "صوفيا", "بلغراد",
	"واشنطن", "نيويورك", "الأمم المتحدة", "لوس أنجلوس", "شيكاغو", "أوتاوا", "تورونتو", "مونتريال", "مكسيكو", "برازيليا", "بوينس آيرس",
	"تهران", "اصفهان", "شیراز", "مشهد", "تبریز", "اهواز", "آبادان", "کرمان", "کرمانشاه", "رشت", "یزد", "قم", "همدان", "زاهدان", "بندرعباس", "بوشهر", "سنندج", "ارومیه", "کابل", "هرات", "قندهار", "مزار شریف", "دوشنبه", "استانبول", "آنکارا", "مسکو", "پاریس", "لندن", "نیویورک", "واشنگتن", "برلین", "ژنو", "وین",
	"اسلام آباد", "کراچی", "لاہور", "پشاور", "کوئٹہ", "راولپنڈی", "ملتان", "فیصل آباد", "حیدرآباد", "سیالکوٹ", "گلگت", "مظفر آباد", "سری نگر", "دہلی", "نئی دہلی", "ممبئی", "لکھنؤ", "ڈھاکہ", "دبئی", "ریاض", "استنبول", "ماسکو",
	"ירושלים", "תל אביב", "חיפה", "באר שבע", "אילת", "אשדוד", "אשקלון", "נתניה", "נצרת", "עכו", "יפו", "עזה", "רמאללה", "חברון", "שכם", "ג'נין", "קהיר", "עמאן", "ביירות", "דמשק", "וושינגטון", "ניו יורק", "לונדון", "פריז", "ברלין", "מוסקבה", "קייב", "בריסל", "ז'נבה", "וינה", "איסטנבול",
	"Cairo", "Beirut", "Damascus", "Baghdad", "Amman", "Jerusalem", "Gaza", "Riyadh", "Doha", "Dubai", "Tehran", "Istanbul", "Ankara", "London", "Paris", "Berlin", "Geneva", "Washington", "New York", "Moscow",
)

// IsTown reports whether a place is a town that papers report from, with its country or
// without.
func IsTown(place string) bool {
	town, _, _ := strings.Cut(place, "،")
	town, _, _ = strings.Cut(town, ",")
	return slices.Contains(townNames(), text.Key(town))
}

// townKeys are the towns of one word, as they are folded.
var townKeys = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{}
	for _, name := range townNames() {
		if !strings.Contains(name, " ") {
			keys[name] = true
		}
	}
	return keys
})

// NamesTown reports whether a word of a text, as [text.Words] gives it, is a town that papers
// report from, also behind a conjunction or preposition of one letter.
func NamesTown(word string) bool {
	if townKeys()[word] {
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	return strings.ContainsRune("وفبلك", first) && townKeys()[word[size:]]
}

// byWords stand before the name of who reports, and before other words with another meaning:
// "from", "books", "a report".
var byWords = foldWords("من", "عن", "كتب", "تقرير", "إعداد", "از", "گزارش", "تحریر", "رپورٹ", "מ", "from")

// surelyBy stand before a writer's name and nothing else.
var surelyBy = foldWords(
	"بقلم", "بواسطة", "كتبت", "كتبها", "كتبه", "كتب بواسطة", "به قلم", "نویسنده", "نوشته", "گزارش از", "מאת", "by",
)

// noNames are words that no name has, and that stand where something else is said than who
// reports from where.
var noNames = foldWords(
	"إلى", "الى", "في", "عن", "مع", "هنا", "هناك", "هذا", "هذه", "ذلك", "تلك", "كل", "بين", "قبل", "بعد", "خلال", "أجل", "دون", "غير", "حيث", "أين", "جديد", "أول", "آخر", "ثم", "أو", "لا", "ما", "قلب", "داخل", "خارج", "أمام", "وحي", "باب", "كتاب", "ديوان", "ذاكرة", "أرشيف", "تاريخ",
	"به", "در", "با", "تا", "برای", "این", "آن", "سے", "میں", "کے", "کی", "کا", "پر", "تک", "של", "על", "אל", "עם", "את", "the", "of", "to", "in", "and",
)
