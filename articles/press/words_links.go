package press

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/warraq/warraq/articles/text"
)

// The words that newspapers' pages have in common. They are folded by [text.Key]
// when they are compared, so each stands here once, as it is written best.

// relatedHeadings stand over the cards of related articles.
var relatedHeadings = foldWords(
	"مقالات ذات صلة", "مواضيع ذات صلة", "موضوعات ذات صلة", "أخبار ذات صلة", "مواد ذات صلة",
	"اقرأ أيضا", "إقرأ أيضا", "اقرأ المزيد", "إقرأ المزيد", "قد يهمك", "قد يهمك أيضا", "مواضيع متعلقة",
	"اقرأوا أيضا", "إقرأوا أيضا", "تقرؤون أيضا", "طالع أيضا", "شاهد أيضا", "انظر أيضا", "قصص ذات صلة", "ذات صلة", "أخبار متعلقة", "مقالات متعلقة", "مواد متعلقة",
	"مواضيع مرتبطة", "أخبار مرتبطة", "مقالات مشابهة", "قد يعجبك", "قد يعجبك أيضا", "ربما يعجبك أيضا", "قد يهمكم", "قد يهمكم أيضا", "موضوعات قد تهمك", "المزيد حول هذه القصة",
	"مطالب مرتبط", "اخبار مرتبط", "خبرهای مرتبط", "بیشتر بخوانید", "همچنین بخوانید",
	"بیشتر بخوانید در این باره", "در همین زمینه", "در همین رابطه", "مطالب پیشنهادی", "مقالات مرتبط", "خبر مرتبط", "این مطلب را هم بخوانید",
	"متعلقہ خبریں", "متعلقہ مضامین", "یہ بھی پڑھیں", "مزید پڑھیں",
	"یہ بھی پڑھیے", "مزید پڑھیے", "متعلقہ عنوانات", "متعلقہ تحریریں", "اسی بارے میں",
	"כתבות נוספות", "כתבות קשורות", "עוד בנושא", "קראו גם", "קראו עוד",
	"קרא עוד", "ראו גם", "עוד באותו נושא", "לקריאה נוספת", "כתבות שיעניינו אותך", "אולי יעניין אותך",
	"مرتبط", "related", "related articles", "related stories", "read also", "read more", "see also",
	"related news", "related posts", "more on this story", "you may also like", "recommended stories",
)

// readStarts begin a line that says to read another article, also without a colon.
var readStarts = foldWords(
	"اقرأ أيضا", "إقرأ أيضا", "اقرأوا أيضا", "طالع أيضا", "یہ بھی پڑھیں", "یہ بھی پڑھیے", "مزید پڑھیں", "بیشتر بخوانید", "همچنین بخوانید", "קראו גם", "קראו עוד", "read also",
)

// UsualSections are the sections of newspapers. What a page itself shows of its
// sections goes before them; see sections.
var UsualSections = foldWords(
	"العالم العربي", "المشرق العربي", "المغرب العربي", "شمال أفريقيا", "شؤون إقليمية", "شؤون عربية",
	"شؤون دولية", "الشرق الأوسط", "الولايات المتحدة", "أميركا اللاتينية", "يوميات الشرق", "ثقافة وفنون",
	"كرة القدم", "علوم وتكنولوجيا", "صحة وعلوم", "العالم", "الخليج", "أوروبا", "أفريقيا", "آسيا", "أميركا",
	"سياسة", "السياسة", "اقتصاد", "الاقتصاد", "أعمال", "رياضة", "الرياضة", "ثقافة", "الثقافة", "فنون",
	"علوم", "تكنولوجيا", "تقنية", "صحة", "الرأي", "رأي", "تحقيقات", "منوعات", "محليات", "مجتمع", "حوادث",
	"خاورمیانه", "سیاسی", "اقتصادی", "ورزشی", "فرهنگی", "جامعه", "جهان", "ایران", "دانش و فناوری",
	"مشرق وسطی", "پاکستان", "دنیا", "کاروبار", "کھیل", "معیشت",
	"חדשות בארץ", "חדשות בעולם", "כלכלה", "ספורט", "תרבות", "פוליטיקה", "דעות", "מדע וטכנולוגיה",
)

// agencyNames are whose names stand in brackets under pictures, where after a
// writer's name a place stands.
var agencyNames = foldWords(
	"رويترز", "أ.ب", "أ ب", "أ.ف.ب", "أ ف ب", "ا.ف.ب", "أ.ش.أ", "أ ش أ", "د.ب.أ", "د ب أ", "إ.ب.أ", "إ ب أ", "أسوشييتد برس", "أسوشيتد برس",
	"فرانس برس", "وكالة الصحافة الفرنسية", "الأناضول", "سانا", "واس", "وام", "بترا", "قنا", "كونا", "وفا", "تاس",
	"شينخوا", "غيتي", "الفرنسية", "الصحافة الفرنسية", "الأوروبية", "الألمانية", "سبوتنيك", "شترستوك", "وكالات", "مواقع التواصل", "مواقع التواصل الاجتماعي", "بكسلز", "شاترستوك", "أرشيفية", "أرشيف", "أرشيفية - رويترز",
	"ایرنا", "ایسنا", "تسنیم", "فارس", "خبرگزاری مهر", "رویترز", "روئٹرز", "اے ایف پی", "اے پی",
	"רויטרס", "אי-פי", "איי-אף-פי", "גטי", "שאטרסטוק",
	"AP", "AFP", "Reuters", "EPA", "dpa", "AA", "Getty", "Getty Images", "Xinhua", "Shutterstock", "iStock", "Pexels", "Unsplash", "Pixabay", "Sputnik",
)

// paperWords are the words with which the name of a paper or agency begins.
var paperWords = foldWords("وكالة", "صحيفة", "جريدة", "مجلة", "قناة", "موقع", "شبكة", "خبرگزاری", "روزنامه")

// foldWords returns a function that gives words, each folded; they are when it is first called.
func foldWords(words ...string) func() []string {
	return sync.OnceValue(func() []string {
		for i, w := range words {
			words[i] = text.Key(w)
		}
		return words
	})
}

// IsCredit tells whether what stands in brackets is whose picture it is.
func IsCredit(s string, more map[string]bool) bool {
	if f := text.Key(s); slices.Contains(agencyNames(), f) || more[f] {
		return true
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-–/،,|", r) }) {
		if slices.Contains(agencyNames(), text.Key(part)) {
			return true
		}
	}
	return false
}

// ReadRelated tells whether a line stands over related articles, and gives
// the title that stands on the same line after a colon, if one does. Signs around
// the words, such as arrows, count for nothing.
func ReadRelated(line string) (title string, ok bool) {
	if !MayBegin(bareLine(line), relatedHeadings(), readStarts()) {
		return "", false
	}
	if slices.Contains(relatedHeadings(), text.Key(bareLine(line))) {
		return "", true
	}
	head, title, cut := strings.Cut(line, ":")
	if cut && slices.Contains(relatedHeadings(), text.Key(bareLine(head))) {
		return strings.TrimSpace(title), true
	}
	return readAlso(line)
}

// readAlso tells a line that says to read an article, and its title: words that
// nothing else begins with, and no sentence behind them.
func readAlso(line string) (title string, ok bool) {
	const longest = 20 // words
	key := text.Key(bareLine(line))
	if text.CountWords(line) > longest || text.EndsSentence(line) || !StartsWith(key, readStarts()) {
		return "", false
	}
	for _, start := range readStarts() {
		fields, n := strings.Fields(bareLine(line)), text.CountWords(start)
		if strings.HasPrefix(key, start+" ") && len(fields) > n+1 {
			return strings.Join(fields[n:], " "), true
		}
	}
	return "", false
}

// MayBegin reports whether a line may be one of the entries of tables, or begin with one,
// by its first words alone; where it is false, it surely does not.
func MayBegin(line string, tables ...[]string) bool {
	start := text.KeyStart(line)
	return slices.ContainsFunc(tables, func(table []string) bool {
		return slices.ContainsFunc(table, func(entry string) bool {
			return strings.HasPrefix(entry, start) || strings.HasPrefix(start, entry)
		})
	})
}

// IsAmong reports whether the key of a line is one of a table's.
func IsAmong(line string, table []string) bool {
	return MayBegin(line, table) && slices.Contains(table, text.Key(line))
}

// IsAdvertisement reports whether a line stands where an advertisement was, and says nothing
// else, whichever signs stand around it.
func IsAdvertisement(line string) bool { return IsAmong(bareLine(line), advertisementLines()) }

// bareLine is a line without the signs before and behind its words.
func bareLine(line string) string {
	return strings.TrimFunc(line, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) })
}

// IsSizeButton tells the buttons that make a page's letters larger and smaller,
// which come along as a line such as TT, Tt or A+ A-.
func IsSizeButton(line string) bool {
	var letter rune
	count := 0
	for _, r := range line {
		switch r = unicode.ToLower(r); {
		case r == '+' || r == '-' || r == '−' || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
		case (r == 't' || r == 'a' || r == 'ع') && (letter == 0 || letter == r):
			letter = r
			count++
		default:
			return false
		}
	}
	return count >= 1 && count <= 4
}
