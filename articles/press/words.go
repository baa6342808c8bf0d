package press

import (
	"slices"
	"strings"
	"sync"
)

// The words of the furniture of papers' pages, folded as those of page_words.go.

// advertisementLines are what stands where one was.
var advertisementLines = foldWords("إعلان", "الإعلان", "إعلانات", "الإعلانات", "محتوى إعلاني", "إعلان ممول", "مقالات إعلانية", "تبلیغات", "آگهی", "اشتہار", "פרסומת", "תוכן שיווקי", "advertisement", "advertisements", "sponsored", "sponsored content")

// buttonLines are lines of a page that do something or stand for an advertisement.
var buttonLines = foldWords(
	"شارك", "مشاركة", "شاركها", "انشر", "نشر", "غرد", "حفظ", "طباعة", "نسخة للطباعة", "نسخة قابلة للطباعة", "أرسل إلى صديق", "أرسل لصديق", "إرسال إلى صديق", "إرسال لصديق", "نسخه چاپی", "نسخه قابل چاپ", "ارسال به دوستان", "גרסה להדפסה", "printer-friendly version", "print version", "send to a friend", "استمع", "نسخ الرابط", "انسخ الرابط", "تكبير الخط", "تصغير الخط", "حجم الخط",
	"القائمة", "بحث", "ابحث", "الرئيسية", "تسجيل الدخول", "اشترك", "اشترك الآن", "النشرة البريدية", "تخطى الروابط",
	"انتقل إلى المحتوى", "تابعنا", "تابعونا", "أضف تعليق", "أضف تعليقا", "اضف تعليق", "المزيد", "عرض المزيد", "تحميل المزيد", "الصور", "فيديو", "بث مباشر", "البث الحي", "عاجل",
	"تم نسخ الرابط", "شارك المقال", "شارك المقالة", "شارك الخبر", "شارك هذا المقال", "شارك هذه المقالة", "شارك هذا الخبر", "اشترك في نشرتنا البريدية", "اشترك في النشرة البريدية", "اشترك في القائمة البريدية",
	"التالي", "السابق", "next", "previous", "بعدی", "قبلی", "הבא", "הקודם", "link copied", "لینک کپی شد", "הקישור הועתק",
	"قصص مقترحة نهاية", "end of list", "copylink", "copy link", "share", "print", "save", "menu", "search", "subscribe", "sign in", "comments",
	"خانه", "جستجو", "اشتراک\u200cگذاری", "اشتراک گذاری", "کپی لینک", "چاپ", "عکس", "فیلم",
	"صفحۂ اول", "شیئر کریں", "شیئر", "ویڈیو", "پرنٹ کریں", "لنک کاپی کریں",
	"שתפו", "שיתוף", "תגובות", "הדפסה", "חיפוש", "תפריט", "דף הבית", "העתק קישור",
)

// buttonStarts are how lines of the page's own begin.
var buttonStarts = foldWords(
	"to view this video please enable", "video duration", "متصفحك لا يدعم", "المتصفح لا يدعم", "متصفحك الحالي لا يدعم", "your browser does not support", "your browser doesn't support", "مرورگر شما از", "مرورگر شما این", "הדפדפן שלך אינו", "הדפדפן אינו תומך", "آپ کا براؤزر",
	"التعليقات تخضع", "التعليقات الواردة", "التعليقات المنشورة لا", "التعليقات لا تعبر", "جميع التعليقات تخضع", "سياسة التعليقات", "نظرات شما پس از", "نظرات حاوی", "לפני פרסום תגובה",
	"list of ", "list ", "حجم الخط", "تكبير الخط", "تصغير الخط", "font size", "اندازه قلم", "skip to ", "share on ", "share this", "تخطى ", "متابعة أخبار", "تابعنا على", "تابعونا على", "تابع آخر الأخبار", "لمتابعة ", "جميع الحقوق", "©", "حقوق النشر",
	"کاپی رائٹ", "تمامی حقوق", "کد خبر", "کد مطلب", "role,", "copyright", "all rights", "כל הזכויות", "انتهى ", "انتهای پیام", "لینک کوتاه",
)

// Networks are the names under which pages are passed on, and those of lists.
var Networks = foldWords(
	"facebook", "twitter", "x", "tweet", "whatsapp", "telegram", "linkedin", "instagram", "youtube", "email", "rss", "reddit", "messenger", "viber", "snapchat", "tiktok", "threads", "google", "news",
	"فيسبوك", "فايسبوك", "تويتر", "إكس", "واتساب", "واتس", "تلغرام", "تيليغرام", "لينكدإن", "انستغرام", "يوتيوب", "ماسنجر", "فايبر",
	"تلگرام", "واتس\u200cاپ", "اینستاگرام", "توییتر", "فیسبوک", "ایتا", "بله", "روبیکا", "فیس", "بک", "واٹس", "ایپ",
	"פייסבוק", "טוויטר", "ווטסאפ", "טלגרם",
)

// Asides stand over what belongs to the page: lists of what is read most, tags,
// comments. So do asideStarts, with more behind them.
var Asides = foldWords(
	"الأكثر قراءة", "الأكثر مشاهدة", "الأكثر تداولا", "الأكثر شعبية", "الموضوعات الأكثر قراءة", "آخر الأخبار", "أحدث الأخبار", "أهم الأخبار",
	"الكلمات الدالة", "كلمات مفتاحية", "كلمات دلالية", "الوسوم", "وسوم", "تعليقات", "التعليقات", "الموضوع", "لا تفوتك", "اخترنا لكم", "اخترنا لك", "يوصى به", "اترك تعليقا", "اكتب تعليقا", "أضف تعليقك", "ترك الرد", "تعليقات الزوار", "مواضيع", "من نحن", "اتصل بنا", "مواضيع ذات صله بهذا الوسم",
	"پربازدیدترین اخبار", "پربازدیدترین", "پربیننده\u200cترین", "آخرین اخبار", "برچسب\u200cها", "نظرات", "نظر شما",
	"تبصرے", "مقبول خبریں", "تازہ ترین", "ٹیگز", "سب سے زیادہ پڑھی جانے والی",
	"הנקראות ביותר", "הכי נקראות", "תגיות", "תגובות", "טוקבקים", "עוד באתר",
	"most read", "most viewed", "trending", "tags", "topics", "comments", "latest news",
	"درباره ما", "تماس با ما", "ہمارے بارے میں", "ہم سے رابطہ", "رابطہ کریں", "אודות", "צור קשר", "about us", "contact us",
)

var asideStarts = foldWords("تعليقات (", "تعليقات الزوار", "تعليقات القراء", "مواضيع أخرى", "فيديوهات أخرى", "مواضيع ساخنة", "مواضيع مشابهة", "مقالات أخرى", "أخبار أخرى", "أخبار ساخنة", "سایر اخبار", "اخبار دیگر", "התעניינו גם", "التعليقات (", "تبصرے (", "نظرات (", "תגובות (", "comments (")

// LinkStarts begin headings over links to other articles.
var LinkStarts = foldWords("المزيد من ", "المزيد عن ", "اقرأ أيضا في ", "اقرأ في ", "قصص مقترحة", "موضوعات متعلقة", "الموضوعات المتعلقة", "بیشتر درباره", "עוד ב", "more on ", "more from ")

// agoStarts begin a line that says how long ago an article was written.
var agoStarts = foldWords("قبل ", "منذ ", "پیش", "לפני ")

// relativeDays say when an article was written without a date.
var relativeDays = foldWords("أمس", "اليوم", "الآن", "قبل قليل", "امروز", "دیروز", "آج", "کل", "היום", "אתמול", "today", "yesterday")

// stampLabels stand before a date.
var stampLabels = foldWords(
	"نشر في", "نُشر في", "نشر", "تاريخ النشر", "آخر تحديث", "تم التحديث", "تحديث", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت",
	"تاریخ انتشار", "شنبه", "یکشنبه", "دوشنبه", "سه\u200cشنبه", "چهارشنبه", "پنجشنبه", "جمعه",
	"شائع", "شائع شدہ", "اپ ڈیٹ", "פורסם", "עודכן", "published", "updated",
)

// dateWords stand in lines that say a day, besides stampLabels and months; stampWords are the words
// of both.
var (
	dateWords = foldWords(
		"يوم", "التاريخ", "تاريخ", "الساعة", "في", "م", "هـ", "ه", "ص", "مساء", "صباحا", "الموافق", "تاریخ",
		"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "date", "am", "pm",
		"יום", "ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "תאריך",
	)
	stampWords = sync.OnceValue(func() []string {
		return strings.Fields(strings.Join(slices.Concat(stampLabels(), dateWords()), " "))
	})
)

// writerLabels stand before who wrote an article, sourceLabels among them before
// whom it is from.
var (
	writerLabels = foldWords(
		"نشرت بواسطة", "نشر بواسطة", "كتب بواسطة", "أضيف بواسطة", "بواسطة", "كتبها", "كتبه", "كتب", "كتبت", "بقلم", "نص", "تغطية", "متابعة", "إعداد", "تقرير", "تحرير", "الكاتب", "author", "المصدر", "المراسل", "المحرر", "حاوره", "حاورها", "حاورته", "حاورتها", "أجرى الحوار", "أجرت الحوار", "حوار", "ترجمة",
		"نویسنده", "نوشته", "به قلم", "گزارش از", "گزارش", "منبع", "تحریر", "رپورٹ", "مصنف", "רבה", "מאת", "כתב", "by", "source",
	)
	sourceLabels = foldWords("المصدر", "منبع", "source")
)

// CaptionLabels stand before what a picture shows, creditLabels before whose it
// is.
var (
	CaptionLabels = foldWords(
		"التعليق على الصورة", "تعليق الصورة", "صورة", "الصورة", "توضیح تصویر", "شرح عکس", "تصویر کا کیپشن", "image caption",
	)
	creditLabels = foldWords(
		"مصدر الصورة", "صدر الصورة", "تصوير", "عدسة", "منبع تصویر", "عکس از", "عکاس", "تصویر کا ذریعہ", "فوٹو", "צילום", "image source", "photo", "photo by",
	)
	pictureWords = foldWords("تصوير", "عدسة", "صورة", "أرشيف", "أرشيفية", "فوٹو", "عکس", "photo", "צילום", "getty", "رويترز")
)

// SectionLabels stand before a section's name.
var SectionLabels = foldWords("القسم", "قسم", "التصنيف", "تصنيف", "المجموعة", "دسته\u200cبندی", "سرویس", "گروه", "section")

// SkipStarts begin links past a part of a page.
var SkipStarts = foldWords("تخطى", "تخطي", "تجاوز", "انتقل إلى", "إذهب إلى", "اذهب إلى", "skip", "پرش", "رد شدن از", "عبور از", "چھوڑیں", "مواد پر جائیں", "דלג", "דילוג", "עבור אל")

// PromoStarts begin calls to follow a paper elsewhere, where a link stands in
// them; askStarts do where a network or something of the paper's own is named, too.
var (
	PromoStarts = foldWords(
		"متابعة أخبار", "لمتابعة", "يمكنك متابعة", "يمكنكم متابعة", "للاشتراك", "اشترك", "انضم إلى", "حمل تطبيق", "حملوا تطبيق", "حمل التطبيق", "للمزيد", "للمزيد من", "لقراءة المزيد",
		"لمشاهدة هذا الفيديو", "إذا كنت تعتقد", "إذا كنت تعتقد/تعتقدين", "لإرسال", "شاركنا رأيك", "ما را در", "به کانال", "عضو کانال", "ہمارا", "ہمارے", "לקבלת", "לעדכונים נוספים", "מצאתם טעות", "subscribe to", "sign up for", "join our", "download our", "get our",
		"the post", "ظهرت المقالة", "نشر لأول مرة", "المقالة",
	)
	AskStarts = foldWords("تابعوا", "تابعونا", "تابعنا", "اشتركوا", "انضموا", "راسلونا", "تواصلوا معنا", "شاركونا", "ہمیں فالو", "הצטרפו", "עקבו", "הירשמו", "follow us", "join us", "subscribe to our")
	OurWords  = foldWords("قناتنا", "صفحتنا", "صفحاتنا", "حسابنا", "حساباتنا", "تطبيقنا", "نشرتنا", "بريدنا", "موقعنا", "منصاتنا", "שלנו", "הווטסאפ", "our")
)

// readingWords say how long reading takes, or how often it was done.
var readingWords = foldWords(
	"دقيقة واحدة", "دقيقة", "دقائق", "دقائق قراءة", "دقيقة قراءة", "مدة القراءة", "وقت القراءة", "زمن القراءة", "قراءة", "مشاهدة", "مشاهدات", "زيارة", "تعليق", "تعليقات",
	"دقیقه", "دقیقه مطالعه", "بازدید", "منٹ", "דקות קריאה", "min read", "minute read", "minutes read", "views",
)

// Homes are what papers call their first page.
var Homes = foldWords("الرئيسية", "الصفحة الرئيسية", "الصفحة الأولى", "خانه", "صفحه اصلی", "صفحه نخست", "صفحۂ اول", "صفحہ اول", "ہوم", "ראשי", "דף הבית", "עמוד הבית", "home", "homepage", "main")

// roleStarts begin what a writer does, behind the name.
var roleStarts = foldWords("مراسل", "مراسلة", "مراسلنا", "محرر", "محررة", "صحفي", "صحفية", "صحافي", "صحافية", "كاتب", "كاتبة", "رئيس التحرير", "مدير التحرير", "خبرنگار", "כתב", "כתבת", "staff writer", "reporter", "correspondent", "editor")

// professionStarts begin what stands behind a writer's name and a comma, and says what else he is.
var professionStarts = foldWords("أستاذ", "أستاذة", "باحث", "باحثة", "خبير", "خبيرة", "أكاديمي", "أكاديمية", "شاعر", "شاعرة", "روائي", "روائية", "ناقد", "ناقدة", "محلل", "محللة", "محاضر", "محاضرة", "طبيب", "طبيبة", "مستشار", "مستشارة", "استاد", "پژوهشگر", "professor", "analyst", "researcher")

// beforeDates are words between a name and a date.
var beforeDates = foldWords("في", "بتاريخ", "يوم", "در", "on", "at")

// genericAuthors are who writes where nobody is named.
var genericAuthors = foldWords("admin", "administrator", "super user", "superuser", "wpadmin", "webmaster", "root", "editor", "user", "newsroom", "news desk", "staff", "windows user", "microsoft office user", "unknown", "python-docx", "مستخدم", "مدير الموقع", "الإدارة", "متابعات", "خاص", "وكالات", "تقارير", "غرفة الأخبار", "قسم الأخبار", "فريق التحرير", "هيئة التحرير", "أسرة التحرير", "تحریریه", "مدیر سایت", "ویب ڈیسک", "نیوز ڈیسک", "מערכת האתר")

// EndWords end or begin a line at the end of what can be skipped.
var EndWords = foldWords("نهاية", "پایان", "اختتام", "סוף", "end of")

// Bullets stand before the items of a list.
const Bullets = "•·-–—◄◀▪■● "
