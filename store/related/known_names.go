package related

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// Countries, large cities, waters and a few bodies are names wherever they stand,
// countries also in what comes of them (مصري). What is as often another word (صور,
// القاعدة), or what comes of it (البحرين: بحري), is left out, or to the words that
// announce names.
var (
	countryStems = stemSet(countryNames)
	placeWords   = wordSet(countryNames + townNames)
)

const countryNames = `
	مصر سوريا لبنان العراق الأردن فلسطين إسرائيل السعودية اليمن عمان الإمارات قطر الكويت ليبيا تونس الجزائر المغرب موريتانيا السودان الصومال جيبوتي
	تركيا إيران أفغانستان باكستان الهند الصين اليابان كوريا روسيا أوكرانيا بيلاروسيا بولندا ألمانيا فرنسا بريطانيا إنجلترا إيطاليا إسبانيا البرتغال هولندا بلجيكا سويسرا النمسا
	اليونان قبرص مالطا السويد النرويج الدنمارك فنلندا أيرلندا رومانيا بلغاريا صربيا كرواتيا البوسنة ألبانيا كوسوفو أرمينيا أذربيجان جورجيا كازاخستان أوزبكستان طاجيكستان تركمانستان
	أمريكا أميركا كندا المكسيك البرازيل الأرجنتين تشيلي كولومبيا فنزويلا أستراليا إندونيسيا ماليزيا تايلاند فيتنام الفلبين سنغافورة تايوان بنغلاديش ميانمار سريلانكا نيبال
	إثيوبيا إريتريا كينيا أوغندا تشاد نيجيريا النيجر السنغال الكاميرون الكونغو رواندا أنغولا زيمبابوي أوروبا أفريقيا إفريقيا آسيا
`

const townNames = `
	البحرين المجر كوبا بيرو غانا القاهرة الإسكندرية السويس دمشق حلب حمص حماة اللاذقية طرطوس إدلب درعا السويداء بيروت طرابلس صيدا بغداد البصرة الموصل كركوك أربيل عمّان القدس غزة رفح خانيونس نابلس حيفا
	الرياض جدة مكة الدوحة أبوظبي دبي الشارقة المنامة مسقط صنعاء عدن الحديدة تعز بنغازي مصراتة الخرطوم أمدرمان دارفور الرباط مراكش طنجة وهران نواكشوط مقديشو
	أنقرة إسطنبول طهران أصفهان كابول إسلامآباد كراتشي لاهور دلهي نيودلهي بكين شنغهاي طوكيو موسكو كييف وارسو برلين باريس لندن روما مدريد برشلونة لشبونة بروكسل جنيف فيينا أثينا
	واشنطن نيويورك كاليفورنيا تكساس فلوريدا أوتاوا سيدني جاكرتا نيروبي هرات قندهار الكرملين البنتاغون النيل الفرات دجلة سيناء كردستان القرم
	الناتو يونيسف اليونسكو الأونروا أوبك فيفا حماس داعش طالبان رويترز بلومبرغ الأناضول

	ایران تهران اصفهان شیراز تبریز اهواز آبادان خوزستان کردستان کرمان گیلان مازندران یزد همدان زاهدان بلوچستان سیستان خراسان بندرعباس کرمانشاه لرستان
	ترکیه عراق سوریه لبنان اسرائیل فلسطین غزه عربستان قطر امارات افغانستان کابل هرات پاکستان هند چین ژاپن کره روسیه مسکو اوکراین آلمان فرانسه پاریس انگلیس بریتانیا لندن ایتالیا اسپانیا
	آمریکا امریکا واشنگتن کانادا اروپا برلین استانبول آنکارا ارمنستان آذربایجان سپاه خامنهای

	پاکستان اسلامآباد کراچی لاہور پشاور کوئٹہ راولپنڈی ملتان فیصلآباد سندھ پنجاب بلوچستان خیبرپختونخوا کشمیر گلگت بھارت دہلی بنگلہ دیش ڈھاکہ افغانستان چین امریکا امریکہ برطانیہ سعودی ترکی روس یوکرین ایران

	ישראל ירושלים חיפה עזה רפיח נגב גליל אילת אשדוד אשקלון נתניה הרצליה חברון שכם לבנון סוריה ירדן מצרים עיראק איראן טורקיה רוסיה מוסקבה אוקראינה קייב סין הודו יפן
	אמריקה וושינגטון אירופה צרפת פריז גרמניה ברלין בריטניה לונדון ספרד איטליה קטאר חמאס חיזבאללה הכנסת נתניהו
`

// isPlace tells a word that names a place, a body or a people. That a stem is that of
// a country does not do: ترك has that of تركيا.
func isPlace(folded, stem string) bool {
	if isOne(placeWords(), folded) {
		return true
	}
	relation := func(ending string) bool { return strings.HasSuffix(folded, ending) }
	return countryStems()[stem] && slices.ContainsFunc([]string{"ي", "يه", "يون", "يين", "يات"}, relation)
}

// isGiven tells a first name.
func isGiven(folded string) bool { return isOne(givenWords(), folded) }

// isOne tells a word of a list, with what may be written together with it or
// without.
func isOne(list map[string]bool, folded string) bool {
	for word := folded; word != "" && len(word) <= text.LongestWord; {
		if list[word] || list["ال"+word] {
			return true
		}
		first, size := utf8.DecodeRuneInString(word)
		if !strings.ContainsRune("وفبلكا", first) {
			break
		}
		word = word[size:]
	}
	return false
}

// spellingStems are the stems of names that papers spell in more than one way, by the
// stem of one of them.
var spellingStems = stemPairs(`
	ترمب ترامب، أميركا أمريكا، أميركي أمريكي، نتانياهو نتنياهو، بلومبيرغ بلومبرغ، بلومبرج بلومبرغ، بلومبيرج بلومبرغ، جوجل غوغل، قوقل غوغل،
	فايسبوك فيسبوك، إنكلترا إنجلترا، انكليزي إنجليزي، زيلنسكي زيلينسكي، بلنكن بلينكن، هيرات هرات، جرينتش غرينتش، جوتيريش غوتيريش، غوتيريس غوتيريش، جوتيريس غوتيريش،
	شيكاجو شيكاغو، ريشتر ريختر، اليونيسكو اليونسكو، برشلونا برشلونة، جوارديولا غوارديولا، خامنه خامنئي، طوكيو توكيو،
	هونج هونغ، كونج كونغ، بيونج بيونغ، استانبول إسطنبول، اسطمبول إسطنبول، ڤيينا فيينا، هولاندا هولندا،
	ميدفيديف مدفيديف، يوتوب يوتيوب، تلجرام تلغرام، تيليغرام تلغرام، انستجرام إنستغرام، انستغرام إنستغرام،
`)

// stemPairs returns a function that gives the stems of a list of pairs, the second by the
// first; the list is read when it is first called.
func stemPairs(list string) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		pairs := map[string]string{}
		for pair := range strings.SplitSeq(list, "،") {
			if words := text.Words(pair); len(words) == 2 {
				pairs[text.Stem(words[0])] = text.Stem(words[1])
			}
		}
		return pairs
	})
}

// knownWords are places, first names and what announces names as they are written,
// folded.
var knownWords = wordSet(countryNames + townNames + press.GivenNames + announcingWords[personCue] + announcingWords[ofThings])

// givenWords are the first names that most people in the news have: with the word
// after it, one is a person.
var givenWords = wordSet(press.GivenNames)

// joinedNames are the words that make one name with the next, folded: papers write عبد
// الفتاح and عبدالفتاح.
var joinedNames = map[string]bool{"عبد": true, "ابو": true, "ابا": true, "ابي": true, "بن": true, "ال": true}

// joinNames makes one token of two that are one name.
func joinNames(tokens []token) []token {
	out := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if i+1 < len(tokens) && tokens[i+1].content && !tokens[i+1].parted {
			if first, ok := joinNext(&t); ok {
				next := tokens[i+1]
				t.text = first.text + " " + next.text
				t.folded, t.end = first.folded+next.folded, next.end
				t.stem, t.content, t.common, t.name = text.Stem(t.folded), true, false, true
				i++
			}
		}
		out = append(out, t)
	}
	return out
}

// joinNext tells a word that makes one name with the next, and gives it without the
// letter that is written together with it.
func joinNext(t *token) (token, bool) {
	if joinedNames[t.folded] {
		return *t, true
	}
	first, size := utf8.DecodeRuneInString(t.folded)
	if !strings.ContainsRune("وفبل", first) || !joinedNames[t.folded[size:]] || len(t.folded[size:]) < len("عبد") {
		return *t, false
	}
	_, written := utf8.DecodeRuneInString(t.text)
	return token{text: strings.TrimLeftFunc(t.text[written:], unicode.IsMark), folded: t.folded[size:]}, true
}
