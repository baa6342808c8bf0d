package words

// Listen is said of reading aloud.
type Listen struct {
	None, NoText, End                             string
	Pace                                          string // with how many words a minute
	Pause, Resume, Next, Previous, Faster, Slower string // keys
	Stop                                          string
}

// Passage is said of passages that are handed to programs.
type Passage struct {
	None, NoText     string
	Choose           string // among several programs
	Running, Nothing string // with the name of one
	Cut              string // there was more
}

// Programs say what is wrong with a program that the reader runs, by its name: that and why
// it failed, that it took too long, that it cannot have read aloud; and that none is run where
// the reader is at the other end of a connection.
type Programs struct{ Failed, Hangs, Silent, Elsewhere string }

func englishListen() Listen {
	return Listen{
		None:   "Nothing here reads aloud. Install espeak-ng, or name a program in the settings: [listen] command.",
		NoText: "There is no text here to read.", End: "Read to the end.", Pace: "%d words a minute",
		Pause: "pause", Resume: "go on", Next: "next sentence", Previous: "previous sentence", Faster: "faster", Slower: "slower", Stop: "stop",
	}
}

func englishPassage() Passage {
	return Passage{
		None:   "No command is set for passages. Name one in the settings: \u2066[passage] command = [\"dict\", \"{text}\"]\u2069. Without {text} it gets the text on its standard input.",
		NoText: "There is no passage here.", Choose: "Hand the passage to", Running: "%s is at work…", Nothing: "%s wrote nothing.", Cut: "This is the beginning; there was too much to show.",
	}
}

func englishPrograms() Programs {
	return Programs{
		Failed: "The program %s failed: %s", Hangs: "The program %s took too long and was ended.",
		Silent:    "The program %s ended at once, and nothing was heard. Is there a sound device?",
		Elsewhere: "Over SSH no programs are run: nothing is read aloud, and passages are handed to none.",
	}
}

func arabicListen() Listen {
	return Listen{
		None:   "ليس هنا برنامج يقرأ جهرًا. ثبّت espeak-ng، أو سمِّ برنامجًا في الإعدادات: \u2066[listen] command\u2069.",
		NoText: "ليس هنا نص يُقرأ.", End: "انتهت القراءة.", Pace: "%d كلمة في الدقيقة",
		Pause: "توقف", Resume: "تابع", Next: "الجملة التالية", Previous: "الجملة السابقة", Faster: "أسرع", Slower: "أبطأ", Stop: "أنهِ القراءة",
	}
}

func arabicPassage() Passage {
	return Passage{
		None:   "لم تسمِّ أمرًا للمقاطع. اكتب في الإعدادات مثل: \u2066[passage] command = [\"dict\", \"{text}\"]\u2069. وإن خلا من {text} جاءه النص على دخله القياسي.",
		NoText: "ليس هنا مقطع.", Choose: "أرسل المقطع إلى", Running: "ننتظر %s…", Nothing: "لم يكتب %s شيئًا.", Cut: "هذا أوله، وبقيته أطول من أن تُعرض.",
	}
}

func arabicPrograms() Programs {
	return Programs{
		Failed: "أخفق البرنامج %s: %s", Hangs: "طال عمل البرنامج %s فأُوقف.",
		Silent:    "انتهى البرنامج %s من فوره ولم يُسمع شيء. هل للجهاز مخرج صوت؟",
		Elsewhere: "لا تُشغَّل البرامج عبر SSH: فلا قراءة جهرًا، ولا برنامج تُرسل إليه المقاطع.",
	}
}

func persianListen() Listen {
	return Listen{
		None:   "اینجا برنامه‌ای نیست که بلند بخواند. espeak-ng را نصب کنید، یا در تنظیمات برنامه‌ای نام ببرید: \u2066[listen] command\u2069.",
		NoText: "اینجا متنی برای خواندن نیست.", End: "خواندن به پایان رسید.", Pace: "%d واژه در دقیقه",
		Pause: "درنگ", Resume: "ادامه", Next: "جملهٔ بعد", Previous: "جملهٔ پیش", Faster: "تندتر", Slower: "کندتر", Stop: "پایان خواندن",
	}
}

func persianPassage() Passage {
	return Passage{
		None:   "برای گزیده‌ها فرمانی نیست. در تنظیمات نام ببرید، مانند \u2066[passage] command = [\"dict\", \"{text}\"]\u2069. بی {text} متن از ورودی استاندارد به آن می‌رسد.",
		NoText: "اینجا گزیده‌ای نیست.", Choose: "گزیده فرستاده شود به", Running: "%s در کار است…", Nothing: "%s چیزی ننوشت.", Cut: "این آغاز آن است؛ دنباله‌اش بلندتر از آن است که نمایش داده شود.",
	}
}

func persianPrograms() Programs {
	return Programs{
		Failed: "برنامهٔ %s خطا داد: %s", Hangs: "کار برنامهٔ %s به درازا کشید و بسته شد.",
		Silent:    "برنامهٔ %s درجا پایان یافت و چیزی شنیده نشد. آیا دستگاه خروجی صدا دارد؟",
		Elsewhere: "از راه SSH هیچ برنامه‌ای اجرا نمی‌شود: نه چیزی بلند خوانده می‌شود و نه گزیده‌ای به برنامه‌ای می‌رسد.",
	}
}

func urduListen() Listen {
	return Listen{
		None:   "یہاں کوئی پروگرام بلند آواز سے نہیں پڑھتا۔ espeak-ng نصب کریں، یا ترتیبات میں پروگرام کا نام دیں: \u2066[listen] command\u2069۔",
		NoText: "یہاں پڑھنے کو متن نہیں۔", End: "پڑھنا مکمل ہوا۔", Pace: "فی منٹ %d الفاظ",
		Pause: "وقفہ", Resume: "جاری رکھیں", Next: "اگلا جملہ", Previous: "پچھلا جملہ", Faster: "تیز تر", Slower: "آہستہ تر", Stop: "پڑھنا بند کریں",
	}
}

func urduPassage() Passage {
	return Passage{
		None:   "اقتباسات کے لیے کوئی کمانڈ مقرر نہیں۔ ترتیبات میں نام دیں، جیسے \u2066[passage] command = [\"dict\", \"{text}\"]\u2069۔ {text} کے بغیر متن معیاری ان پٹ پر ملتا ہے۔",
		NoText: "یہاں کوئی اقتباس نہیں۔", Choose: "اقتباس کسے بھیجا جائے", Running: "%s کام کر رہا ہے…", Nothing: "%s نے کچھ نہیں لکھا۔", Cut: "یہ آغاز ہے؛ باقی دکھانے کے لیے بہت طویل ہے۔",
	}
}

func urduPrograms() Programs {
	return Programs{
		Failed: "پروگرام %s ناکام رہا: %s", Hangs: "پروگرام %s نے بہت دیر لگائی، اس لیے بند کر دیا گیا۔",
		Silent:    "پروگرام %s فوراً ختم ہو گیا اور کچھ سنائی نہ دیا۔ کیا آواز کا آلہ موجود ہے؟",
		Elsewhere: "SSH پر کوئی پروگرام نہیں چلتا: نہ کچھ بلند آواز سے پڑھا جاتا ہے، نہ اقتباس کسی پروگرام کو بھیجا جاتا ہے۔",
	}
}

func hebrewListen() Listen {
	return Listen{
		None:   "אין כאן תוכנה שמקריאה. אפשר להתקין espeak-ng, או לציין תוכנה בהגדרות: \u2066[listen] command\u2069.",
		NoText: "אין כאן טקסט להקראה.", End: "ההקראה הסתיימה.", Pace: "%d מילים בדקה",
		Pause: "השהיה", Resume: "המשך", Next: "המשפט הבא", Previous: "המשפט הקודם", Faster: "מהר יותר", Slower: "לאט יותר", Stop: "סיום ההקראה",
	}
}

func hebrewPassage() Passage {
	return Passage{
		None:   "לא נקבעה פקודה לקטעים. יש לציין אותה בהגדרות, כמו \u2066[passage] command = [\"dict\", \"{text}\"]\u2069. בלי {text} היא מקבלת את הטקסט בקלט התקני.",
		NoText: "אין כאן קטע.", Choose: "לאן למסור את הקטע", Running: "ממתינים אל %s…", Nothing: "התוכנה %s לא כתבה דבר.", Cut: "זו ההתחלה; ההמשך ארוך מכדי להציגו.",
	}
}

func hebrewPrograms() Programs {
	return Programs{
		Failed: "התוכנה %s נכשלה: %s", Hangs: "התוכנה %s התמהמהה ונעצרה.",
		Silent:    "התוכנה %s הסתיימה מיד ולא נשמע דבר. האם יש התקן שמע?",
		Elsewhere: "דרך SSH לא מופעלות תוכנות: אין הקראה, ואין תוכנה שמוסרים לה קטעים.",
	}
}
