package words

// Welcome is what a new reader is told, and doctor says of the font.
type Welcome struct {
	Title            string
	What             string // what the program is
	Guide, Add, Keys string // what three keys do
	Reads            string // above a line that should read right
	Otherwise        string // what to do where it does not
	Ruler            string // above a line that shows how wide the letters are
	Font             string // what that is where they are not as they should be, with the names of fonts
	SetFont          string // with the name of a terminal, and where its font is set
	Steps            string // the title of the first steps
	AllDone          string // with the key of all keys
}

// WidthLine is a line that shows how wide the letters of a font are: wide ones between bars,
// and a row that is joined.
const WidthLine = "│ش│ص│ض│ط│ بببببببب"

func englishWelcome() Welcome {
	return Welcome{
		Title:     "Welcome to Warraq",
		Reads:     "Does this line read right? It begins at the right, its letters join, and its full stop is at its end, at the left:",
		Otherwise: "If not, press F until it does; that is kept for this terminal. “warraq calibrate” asks about letters and marks as well.",
		What:      "Warraq reads right-to-left news in the terminal: your articles, feeds and files, kept on this machine, to read, search and connect.",
		Guide:     "begin with the guide",
		Add:       "add your own articles",
		Keys:      "all keys",
		Ruler:     "In this line the letters keep between the bars, and join without gaps:",
		Font:      "If not, the font has no Arabic letters as wide as a cell. Fonts that have them: %s.",
		SetFont:   "Where %s has its font: %s",
		Steps:     "First steps",
		AllDone:   "Those were the first steps. %s shows all keys.",
	}
}

func arabicWelcome() Welcome {
	return Welcome{
		Title:     "أهلًا بك في ورّاق",
		Reads:     "هل يُقرأ هذا السطر صحيحًا؟ يبدأ من اليمين، وحروفه موصولة، ونقطته في آخره يسارًا:",
		Otherwise: "إن لم يصح فاضغط F حتى يصح، وسيُحفظ ذلك لهذه الطرفية. والأمر warraq calibrate يسألك عن الحروف والتشكيل أيضًا.",
		What:      "ورّاق قارئ أخبار للطرفية يكتب العربية كما ينبغي: مقالاتك وخلاصاتك وملفاتك تُقرأ ويُبحث فيها وتُحفظ على جهازك.",
		Guide:     "ابدأ بالدليل",
		Add:       "أضف مقالاتك",
		Keys:      "كل المفاتيح",
		Ruler:     "حروف هذا السطر لا تتعدى الخطوط القائمة، وتتصل بلا فجوات:",
		Font:      "إن لم تكن كذلك فليس في خط الطرفية حروف عربية بعرض خانة. من الخطوط التي فيها ذلك: %s.",
		SetFont:   "يُختار الخط في %s من: %s",
		Steps:     "الخطوات الأولى",
		AllDone:   "تمّت خطواتك الأولى. المفتاح %s يعرض سائر المفاتيح.",
	}
}

func persianWelcome() Welcome {
	return Welcome{
		Title:     "به ورّاق خوش آمدید",
		Reads:     "این سطر درست خوانده می‌شود؟ از راست آغاز می‌شود، حرف‌هایش پیوسته‌اند و نقطهٔ پایانش در چپ است:",
		Otherwise: "اگر نه، F را آن‌قدر بزنید تا درست شود؛ این برای همین پایانه ذخیره می‌شود. فرمان warraq calibrate دربارهٔ حرف‌ها و اِعراب هم می‌پرسد.",
		What:      "ورّاق خبرخوانی برای پایانه است که راست‌به‌چپ را درست می‌نویسد: مقاله‌ها، خوراک‌ها و پرونده‌هایتان روی همین دستگاه خوانده، جست‌وجو و نگهداری می‌شوند.",
		Guide:     "آغاز با راهنما",
		Add:       "افزودن مقاله‌های خودتان",
		Keys:      "همهٔ کلیدها",
		Ruler:     "در این سطر حرف‌ها از خط‌های ایستاده بیرون نمی‌زنند و بی‌شکاف به هم می‌پیوندند:",
		Font:      "اگر نه، قلم پایانه حرف‌های عربی به پهنای یک خانه ندارد. قلم‌هایی که دارند: %s.",
		SetFont:   "جای برگزیدن قلم در %s: %s",
		Steps:     "گام‌های نخست",
		AllDone:   "گام‌های نخست را برداشتید. کلید %s همهٔ کلیدها را نشان می‌دهد.",
	}
}

func urduWelcome() Welcome {
	return Welcome{
		Title:     "ورّاق میں خوش آمدید",
		Reads:     "کیا یہ سطر درست پڑھی جاتی ہے؟ دائیں سے شروع ہوتی ہے، حروف جڑے ہیں، اور آخر کا نقطہ بائیں ہے:",
		Otherwise: "اگر نہیں تو F دباتے جائیں یہاں تک کہ درست ہو؛ یہ اسی ٹرمینل کے لیے محفوظ ہو گا۔ warraq calibrate حروف اور اعراب کے بارے میں بھی پوچھتی ہے۔",
		What:      "ورّاق ٹرمینل میں خبریں دائیں سے بائیں، جیسے لکھی جاتی ہیں، دکھاتا ہے؛ سب کچھ اسی کمپیوٹر پر رہتا ہے۔",
		Guide:     "رہنما سے آغاز کریں",
		Add:       "اپنے مضامین شامل کریں",
		Keys:      "تمام کلیدیں",
		Ruler:     "اس سطر میں حروف کھڑی لکیروں سے باہر نہیں نکلتے اور بغیر خلا کے جڑتے ہیں:",
		Font:      "اگر ایسا نہیں تو ٹرمینل کے فونٹ میں ایک خانے کی چوڑائی کے عربی حروف نہیں۔ جن فونٹوں میں ہیں: %s۔",
		SetFont:   "%s میں فونٹ یہاں سے چنا جاتا ہے: %s",
		Steps:     "پہلے قدم",
		AllDone:   "پہلے قدم پورے ہوئے۔ کلید %s تمام کلیدیں دکھاتی ہے۔",
	}
}

func hebrewWelcome() Welcome {
	return Welcome{
		Title:     "ברוכים הבאים אל וראק",
		Reads:     "האם השורה הזאת נקראת כהלכה? היא מתחילה מימין, אותיותיה כסדרן, והנקודה בסופה, משמאל:",
		Otherwise: "אם לא, יש להקיש F עד שתיקרא כהלכה; זה נשמר למסוף הזה. הפקודה warraq calibrate שואלת גם על האותיות ועל הניקוד.",
		What:      "וראק הוא קורא חדשות למסוף שכותב מימין לשמאל כהלכה: כתבות, הזנות וקבצים נשמרים במחשב הזה, לקריאה ולחיפוש.",
		Guide:     "להתחיל במדריך",
		Add:       "להוסיף כתבות משלך",
		Keys:      "כל המקשים",
		Ruler:     "בשורה הזאת האותיות אינן חוצות את הקווים, ומתחברות בלי רווח:",
		Font:      "אם לא, אין בגופן של המסוף אותיות ערביות ברוחב תא. גופנים שיש בהם: %s.",
		SetFont:   "כאן בוחרים גופן ב־%s: %s",
		Steps:     "צעדים ראשונים",
		AllDone:   "אלה היו הצעדים הראשונים. המקש %s מציג את כל המקשים.",
	}
}
