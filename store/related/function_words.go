package related

import (
	"strings"
	"sync"

	"github.com/warraq/warraq/articles/text"
)

// functionWords are the words that hold sentences together and say nothing of
// what an article is about, and the verbs by which papers report speech. No name
// goes across one. They are compared folded and, in the Arabic script, with و
// before them too.
var functionWords = wordSet(`
	في من إلى الى على عن مع منذ حتى خلال بين بعد قبل عند لدى حول دون ضد عبر نحو تحت فوق أمام وراء ضمن إثر حسب وفق وفقا
	أن إن أنه إنه أنها إنها أنهم بأن لأن كأن لكن ولكن التي الذي الذين اللذين اللتين هذا هذه ذلك تلك هؤلاء هناك هنا حيث
	ماذا هل إنما لعل ليت مهما أينما كأنما لولا لدينا إلينا علينا عنا بيننا فإن وإن كي لكي حتى أنني إنني إننا أننا
	هو هي هم هما نحن أنا أنت كان كانت يكون تكون كانوا ليس ليست ما لا لم لن قد لقد سوف كل كلا كلها بعض أي أيضا أيضًا
	غير سوى إلا ثم أو أم بل كما كذلك إذ إذا لو بينما فيما عندما حين كيف متى لماذا مثل به بها بهم له لها لهم فيه فيها فيهم
	منه منها منهم عليه عليها عليهم إليه إليها عنه عنها معه معها بينهم بينهما لديه لديها نفسه نفسها جدا فقط بلا بسبب بشأن بخصوص معا بقي لك لي لنا لكم منك منا منكم عنهم عليهم إليهم بك بكم بنا كنا كنت يكن تكن نكن ليكن سيكون ستكون لأنه لأنها لأنهم لكنه لكنها لكنهم حينها عندها مئات عشرات آلاف عدم عدة يوم أمس اليوم غدا
	قال قالت قالوا يقول تقول وقال أضاف أضافت وأضاف أكد أكدت أوضح أوضحت ذكر ذكرت أشار أشارت أعلن أعلنت أعلنوا أفاد أفادت لفت تابع
	صرح قوله قولها مشيرا مؤكدا موضحا مضيفا حسبما يذكر تم يتم جرى يجري أصبح بات ظل مازال يزال الأول الثاني الأولى الثانية
	الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
	الثلثاء كانون شباط آذار أيار حزيران تموز أيلول جانفي فيفري أفريل جويلية يوليوز غشت شتنبر نونبر دجنبر
	عام سنة أسبوع الماضي الماضية المقبل المقبلة الجاري الحالي الحالية مليون مليار ألف مئة واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة

	از به با در که را این آن تا برای است بود شد شده می نمی هم یا اما اگر هر نیز باید خود ما شما آنها ایشان یک دو سه
	بر پس پیش بین روی درباره کرد کرده کردند گفت گفته گفتند افزود اعلام داد داده دارد داشت خواهد شود شوند باشد هستند بوده

	کے کی کا کو سے میں نے پر ہے ہیں تھا تھی تھے اور یہ وہ اس ان جس جن کہ بھی تک لیے لئے ساتھ بعد کہا کیا گیا گئی گئے ہو ہوا ہوئی ہوئے
	کر کرنے کرتے کرتا رہا رہی رہے دیا دی دیے والے والی والا نہیں ایک دو اپنے اپنی اپنا ہی تو جو کوئی بتایا مطابق

	של את על אל עם לא הוא היא הם כי גם אבל או אם כל זה זאת אני אנחנו אשר היה היתה היו יש אין בין אחרי לפני עד אמר אמרה

	the a an and or but of in on at to for from by with without as is are was were be been being it its this that these those
	he she they his her their them him we our you your i who which what when where while will would can could has have had do does did
	not no nor than then there here after before over under between into about against during more most some any all also
	said says say told according new one two three year years month day monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december
	le la les un une des du de et est dans pour que qui sur par au aux avec el los las y en del por con der die das und
`)

// isFunctionWord tells a function word, folded.
func isFunctionWord(folded string) bool {
	if functionWords()[folded] {
		return true
	}
	for _, conjunction := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(folded, conjunction); ok && functionWords()[rest] {
			return true
		}
	}
	return false
}

// wordSet returns a function that gives the words of a list, folded; the list is read when
// it is first called.
func wordSet(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, w := range text.Words(list) {
			set[w] = true
		}
		return set
	})
}
