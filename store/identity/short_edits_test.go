package identity

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// shortNews are short texts, some fifteen words each.
var shortNews = strings.Split(`افتتحت بلدية الميناء القديم صباح اليوم معرضًا لخرائط البحّارة في قاعة الجمارك وسط المدينة بحضور الأهالي
أعلنت وزارة التربية تأجيل امتحانات الشهادة أسبوعًا كاملًا بسبب العاصفة التي تضرب الساحل منذ مساء الثلاثاء
قال رئيس النادي إن الفريق سيسافر إلى المعسكر في الجبل بعد انتهاء مباريات الذهاب من الدوري المحلي
أغلقت الشرطة الطريق المؤدي إلى السوق القديم بعد سقوط جدار قديم من دون أن يصاب أحد
وصلت القافلة الأولى من المساعدات إلى القرى المحاصرة بعد انتظار طويل عند الحاجز الشمالي للمدينة
شهرداری بندر از امروز نمایشگاه نقشه‌های دریانوردان را در ساختمان گمرک قدیم برای همه باز کرد
وزیر آموزش گفت امتحان‌های پایان سال به دلیل بارش برف در استان‌های شمالی یک هفته عقب می‌افتد
עיריית הנמל פתחה הבוקר תערוכה של מפות ימאים באולם המכס הישן במרכז העיר לקהל הרחב
بلدیہ نے آج صبح پرانی بندرگاہ کے کسٹم ہاؤس میں ملاحوں کے نقشوں کی نمائش عام لوگوں کے لیے کھول دی`, "\n")

// shortBulletins are what comes again and again under one title: in braces stands what is another
// every time.
var shortBulletins = []string{
	"سجل سعر غرام الذهب عيار 21 اليوم {n} دينارًا للبيع و{n} دينارًا للشراء بحسب نقابة الصاغة",
	"بلغ سعر صرف الدولار في السوق الموازية {n} ليرة للمبيع و{n} ليرة للشراء في تعاملات {day}",
	"تكون الأجواء {sky} في معظم المناطق والرياح {wind} والعظمى {n} درجة والصغرى {n} درجات",
	"يكون الطقس {sky} نهارًا و{sky} ليلًا والرياح {wind} والبحر {wind} الموج في {place} وضواحيها",
	"تعادل {place} و{place} بنتيجة {n} مقابل {n} في مباراة قوية شهدت {n} إنذارات",
	"نقص من وزن الخبز {n} غرامات وصار سعر الربطة {n} ليرة ابتداء من صباح {day}",
	"تقطع الكهرباء عن {place} و{place} من الثامنة حتى الظهر {day} لأعمال الصيانة في المحطة الرئيسية",
	"مواقيت الصلاة في {place}: الفجر {n}:{n} والظهر {n}:{n} والعصر {n}:{n} والمغرب {n}:{n}",
	"قیمت هر گرم طلای ۱۸ عیار امروز {n} تومان و سکه {n} تومان و دلار {n} تومان شد",
	"שער הדולר היציג נקבע היום על {n} שקל ושער האירו על {n} שקל לפי בנק ישראל",
	"{place}: {reply} وأكد أن {reply}",
	"قال مراسلنا في {place} إن {reply} وإن {reply}",
}

var bulletinWords = map[string][]string{
	"sky":   {"صافية", "غائمة جزئيًا", "ماطرة", "مغبرة", "غائمة", "مشمسة"},
	"wind":  {"خفيفة", "معتدلة", "نشطة", "هادئة", "متوسطة"},
	"day":   {"السبت", "الأحد", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس"},
	"place": {"حلب", "بيروت", "عمّان", "طرابلس", "حيفا", "الموصل", "تونس", "عدن"},
	"reply": {"الطريق فُتح أمام السيارات منذ ساعة", "فرق الإطفاء سيطرت على النار في المخزن", "النواب بدأوا التصويت على القانون", "الوفد غادر القاعة من دون تصريح", "الجلسة رُفعت إلى الغد", "المحتجين عادوا إلى الساحة"},
}

func bulletin(r *rand.Rand, template string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(template, "{") {
		name, rest, found := strings.Cut(part, "}")
		switch list := bulletinWords[name]; {
		case !found:
			b.WriteString(part)
			continue
		case name == "n":
			b.WriteString([]string{"17", "18", "19", "21", "23", "1500", "1510", "1475", "3.71", "3.68", "05", "42"}[r.IntN(12)])
		default:
			b.WriteString(list[r.IntN(len(list))])
		}
		b.WriteString(rest)
	}
	return b.String()
}

// edited returns a text after so many changes of single words.
func edited(r *rand.Rand, text string, changes int) string {
	words := strings.Fields(text)
	for range changes {
		at := r.IntN(len(words))
		switch r.IntN(5) {
		case 0: // another word
			words[at] = []string{"أمس", "مجددًا", "الجديد", "بالكامل", "امروز", "היום"}[r.IntN(6)]
		case 1: // one more
			words = append(words[:at:at], append([]string{[]string{"أيضًا", "رسميًا", "فورًا", "نیز", "גם"}[r.IntN(5)]}, words[at:]...)...)
		case 2: // one less
			words = append(words[:at:at], words[at+1:]...)
		case 3: // a misspelt one put right
			letters := []rune(words[at])
			i := r.IntN(len(letters))
			words[at] = string(letters[:i]) + string(letters[min(i+1, len(letters)):]) + "ن"
		case 4: // two that change places
			other := (at + 1) % len(words)
			words[at], words[other] = words[other], words[at]
		}
	}
	return strings.Join(words, " ")
}

// A short text of which up to three words were changed is the article that is here; what comes
// again and again under one title, in the same sentences, is another one. The shares are of
// texts made at random.
func TestShortEdits(t *testing.T) {
	t.Parallel()
	incoming := func(body, address, published string) Incoming {
		in := NewIncoming(&articles.Article{Title: "خبر من الميناء القديم", Body: body, URL: address, Full: true})
		in.Published = published
		return in
	}
	share := func(pair func() (string, string), same func(one, other string) bool) float64 {
		const tries = 500
		found, all := 0, 0
		for range tries {
			if one, other := pair(); one != other {
				all++
				if same(one, other) {
					found++
				}
			}
		}
		return float64(found) / float64(all)
	}
	for name, same := range map[string]func(one, other string) bool{
		"without an address or a day": func(one, other string) bool {
			here, in := incoming(one, "", ""), incoming(other, "", "")
			return in.SameByTitle(&here.Record)
		},
		"of one day": func(one, other string) bool {
			here, in := incoming(one, "https://paper.example/1", "2024-12-01T06:00:00Z"), incoming(other, "", "2024-12-01T08:00:00Z")
			return in.SameByTitle(&here.Record)
		},
		"of one address": func(one, other string) bool {
			here, in := incoming(one, "https://paper.example/1", "2024-12-01T06:00:00Z"), incoming(other, "https://paper.example/1", "2024-12-01T08:00:00Z")
			return in.SameByAddress(&here.Record)
		},
	} {
		r := rand.New(rand.NewPCG(3, 4))
		for changes := 1; changes <= 3; changes++ {
			const least = 0.9
			if got := share(func() (string, string) {
				text := shortNews[r.IntN(len(shortNews))]
				return text, edited(r, text, changes)
			}, same); got < least {
				t.Errorf("%s: of edits of %d words %.0f%% are known as such", name, changes, 100*got)
			}
		}
		for _, template := range shortBulletins {
			most := 0.05 // those that say no more than another sky or another answer
			if strings.Contains(template, "{n}") {
				most = 0.02
			}
			if got := share(func() (string, string) { return bulletin(r, template), bulletin(r, template) }, same); got > most && name != "of one address" {
				t.Errorf("%s: of what is said as %q %.0f%% are taken for one", name, template, 100*got)
			}
		}
	}
}
