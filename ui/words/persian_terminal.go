package words

func persianTerminal() Terminal {
	return Terminal{
		Terminal: "پایانه", RecognisedBy: "شناخته از", ItDoes: "کاری که می‌کند", KnownFrom: "از کجا دانسته است",
		Sent: "آنچه برایش فرستاده می‌شود", Colors: "رنگ‌ها", Settings: "تنظیمات", Sample: "نمونه",
		Library: "کتابخانه", File: "پرونده", Size: "اندازه", Articles: "مقاله‌ها", Health: "سلامت",

		Unknown: "ناشناس", Nothing: "هیچ",
		Known:   [3]string{"به گمان", "از مستندات یا منبعش", "به سنجش، در نسخهٔ %s"},
		Release: "نسخهٔ آن",
		Beyond:  "تازه‌تر از آنچه سنجیده شده؛ اگر سطری درست خوانده نشد، warraq calibrate را اجرا کنید",
		Columns: "خانه‌ها", CountedHere: "بنا بر پاسخ اکنونش", CountedOtherwise: "بنا بر پاسخ اکنونش، جز آنچه در %s سنجیده شد", NotCounted: "دانسته نیست چگونه می‌شمارد",
		Counted:     "شکلک‌های پیوسته %d، رنگ پوست %d، پرچم %d، قلب سرخ %d، کلید رقم %d، دو حرف هندی %d، لام‌الف %d، حرف با حرکت %d، حرف با نویسهٔ پنهان %d",
		Form:        "شکل سطر %s",
		Switched:    "ترتیب‌دهی خودش با %s خاموش و در پایان روشن می‌شود",
		MarksHidden: "بدون اِعراب", ShapedBasic: "پیوسته، فقط با حرف‌های عربی", ShapedNone: "حرف‌ها ناپیوسته", Pictures: "عکس‌ها به شیوهٔ %s",
		Dark: "زمینهٔ تیره", Light: "زمینهٔ روشن",
		Depths:     [5]string{"هیچ: پایانه نیست", "هیچ", "16 رنگ", "256 رنگ", "همهٔ رنگ‌ها"},
		NoSettings: "هنوز نیست؛ warraq config init آن را می‌نویسد",
		ByTheUser:  "دربارهٔ این پایانه می‌گوید: %s",
		NotWhole:   "آسیب دیده؛ warraq doctor --repair هر آنچه خوانده می‌شود بیرون می‌کشد", Salvaged: "بازیابی شد", FromTheFile: "از خود پرونده", FromCopy: "از پشتیبان %s", LostPages: "صفحه‌هایی که خوانده نشد", Of: "%d از %d",
		InItsPlace: "اکنون به جایش", KeptAs: "آنچه پیش از آن بود مانده در",
		WrongArticle: "مقاله‌ای که مثل آمدنش نیست", DamagedFile: "پروندهٔ آسیب‌دیده مانده در",
		Whole: "سالم", NoLibraryYet: "هنوز نیست؛ نخستین بار که برنامه باز شود ساخته می‌شود",

		Intro:         "کدام سطر درست خوانده می‌شود؟ از راست آغاز می‌شود، حرف‌هایش پیوسته‌اند و نقطهٔ پایانش در چپ است.",
		ForMarks:      "در کدام‌یک حرف‌ها و اِعرابشان آن‌گونه‌اند که باید؟",
		ForShape:      "در کدام‌یک همهٔ حرف‌ها هست، بی‌مربع، و پیوسته‌تر از بقیه؟",
		Ask:           "شماره‌اش، %d تا %d، سپس Enter؛ و 0 اگر هیچ‌کدام:",
		AskAgain:      "شماره‌ای از %d تا %d، یا فقط Enter تا همه مثل پیش بماند:",
		NoneReads:     "پس هیچ شکلی در این پایانه درست خوانده نمی‌شود. پایانهٔ دیگری بیازمایید، یا به ما بگویید چه دیدید و warraq doctor چه می‌گوید.",
		WithoutSwitch: "با ترتیب‌دهی خود پایانه بیازماییم:",
		Remembered:    "برای این پایانه ذخیره شد در %s",
		Unchanged:     "چیزی عوض نشد.",
		Line:          "دیروز بخش اول (از 15) دربارهٔ Go بود.",
		Vowelled:      "كَتَبَ مُعَلِّمٌ",
		OtherLetters:  "إلى الآن: پنج چراغ، گل یاس",
	}
}

// persianDoes says in Persian what terminals do, by the words of terminal's table.
var persianDoes = map[string]string{
	"turns each run of letters in one font between blanks":                 "هر پارهٔ حرف‌های یک قلم را میان دو جای خالی برمی‌گرداند",
	"reorders rows, apart at brackets, and joins letters once more":        "سطرها را جدا از هم در کمانک‌ها ترتیب می‌دهد و حرف‌ها را دوباره می‌پیوندد",
	"reorders rows, with a base direction by content, and joins letters":   "سطرها را به جهتی که از درونشان می‌گیرد ترتیب می‌دهد و حرف‌ها را می‌پیوندد",
	"reorders rows, with a base direction by content":                      "سطرها را به جهتی که از درونشان می‌گیرد ترتیب می‌دهد",
	"reorders runs of one style in its DOM renderer; nothing in the other": "اگر با DOM بکشد هر پارهٔ یک‌رنگ را ترتیب می‌دهد، وگرنه هیچ",
	"reorders runs of one style, drops marks and format characters":        "هر پارهٔ یک‌رنگ را ترتیب می‌دهد و اِعراب و نویسه‌های پنهان را می‌اندازد",
	"reorders rows, with a left-to-right base, until mode 8 is reset":      "تا وقتی حالت 8 خاموش نشود سطرها را از چپ ترتیب می‌دهد",
	"draws in the order sent":                                              "به همان ترتیب که فرستاده شد می‌کشد",
	"draws in the order sent; a mark makes its letter vanish":              "به همان ترتیب که فرستاده شد می‌کشد؛ اِعراب حرفش را ناپدید می‌کند",
	"draws in the order sent; a mark takes a cell":                         "به همان ترتیب که فرستاده شد می‌کشد؛ اِعراب یک خانه می‌گیرد",
	"draws in the order sent, drops marks":                                 "به همان ترتیب که فرستاده شد می‌کشد و اِعراب را می‌اندازد",
	"draws in the order sent, misplaces marks":                             "به همان ترتیب که فرستاده شد می‌کشد و اِعراب را جابه‌جا می‌گذارد",
	"draws in the order sent, unless set to reorder":                       "به همان ترتیب که فرستاده شد می‌کشد، مگر آن‌که جز این تنظیم شود",
	"reorders rows until mode 8 is reset":                                  "تا وقتی حالت 8 خاموش نشود سطرها را ترتیب می‌دهد",
	"draws in the order sent; from 3.7 on it reorders rows":                "به همان ترتیبی که فرستاده شود رسم می‌کند؛ از نسخهٔ 3.7 سطرها را مرتب می‌کند",
	"lays rows out by itself":                                              "سطرها را خودش می‌چیند",
	"reorders rows":                                                        "سطرها را ترتیب می‌دهد",
}
