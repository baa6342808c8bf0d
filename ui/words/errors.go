package words

import (
	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
)

// Errors are what Warraq says when something went wrong: what it was, and what
// to do about it.
type Errors struct {
	NoTerminal   string
	NoScreen     string  // for another program
	Unstarted    Problem // another program, before why
	DumbTerminal string  // TERM is put for %s
	Line         string  // before the number of a line
	// A fault in Warraq itself: what it was, %s, and the log that has it, %s, or why it
	// has not.
	Crashed, CrashedUnlogged string
	Stopped                  string // by a signal, %s
	Usage                    string // after what is wrong with a command line
	// A line of the settings file: a name that is none, with those that there
	// are; a value that a name cannot have.
	UnknownSetting, WrongSetting string
	SettingsHold                 string  // the others do
	Settings                     string  // cannot be read, before why
	SettingsUnwritten            string  // for %s
	SettingsThere                string  // where a file of them was to begin
	Unwritten                    Problem // of any other file or folder
	Output                       string  // cannot be written, for %s
	Font                         Problem // a file of the user's
	NoGlyph                      string  // the letters %s that no font has

	Keys        Keys
	Backup      Backup
	CommandLine CommandLine
	Takes       Takes
	Web         Web

	// Inputs and Libraries say what is wrong with an input or with the file of
	// the library, by the kinds of error that articles and store give.
	Inputs, Libraries map[error]Problem
	// LeftOut names what WordPress keeps beside what it published, by its own names for it.
	LeftOut map[string]string
	// Questions say what is wrong with what the library was asked for.
	Questions map[error]string
	// Queries say what a part of a query was taken for, that was probably meant otherwise.
	Queries map[query.ErrorKind]string
}

// Keys says what is wrong with a choice of keys.
type Keys struct {
	NoAction string // the name %s, those that there are %s
	NoKey    string // the name %s
	Taken    string // the key %s, the action it is chosen for %s, the one that has it %s
}

// Backup says why a copy of the library could not be made.
type Backup struct {
	There, Full string
	Failed      string // the reason %s
}

// CommandLine says what is wrong with a command line.
type CommandLine struct {
	UnknownCommand string // %s, which is no path either
	DidYouMean     string // one of %s
	TooFew         string // arguments for %s
	TooMany        string
	UnknownFlag    string // %s
	NeedsValue     string // the flag %s
	WrongValue     string // the flag %s, the value %s, what it takes %s
	NotUnderstood  string // %s
	NeedsFolder    string // for an export of several files
	NeedsFile      string // for pages that a terminal cannot be sent
}

// Takes says which values a flag or a setting takes.
type Takes struct {
	OneOf        string // %s
	AtLeast      string // %d
	Between      string // %d and %d
	Number, Size string
	Day          string
	OneValue     string
	Widths       string
	Command      string
	Limit        string // a name %s with a number
}

// Problem is what is wrong, and what to do.
type Problem struct{ What, Do string }

func arabicErrors() Errors {
	return Errors{
		NoTerminal:   "القارئ يحتاج إلى طرفية، والمُخرَج هنا ليس طرفية. اقرأ مقالة بالأمر warraq show أو اعرض ملفًا بالأمر warraq cat",
		NoScreen:     "عرض برنامج آخر يحتاج إلى طرفية تأتي منها المفاتيح ويُكتب إليها. وما في الأنبوب يعرضه الأمر warraq cat",
		Unstarted:    Problem{"تعذّر تشغيل هذا البرنامج", "تحقّق من اسمه ومن أنه في PATH"},
		DumbTerminal: "هذه الطرفية (TERM=%s) لا تستطيع عرض القارئ. اضبط TERM على طرفيتك، أو اقرأ سطرًا سطرًا بالأمر warraq --plain",
		Line:         "السطر",
		Crashed: "توقّف ورّاق لخلل فيه (%s)، والطرفية كما كانت، وما حُفظ باقٍ. كُتب موضع الخلل في %s " +
			"وليس فيه شيء من نصوصك؛ أرسله إلينا مع ما كنت تفعله ومع ما يقوله warraq doctor.",
		CrashedUnlogged: "توقّف ورّاق لخلل فيه (%s)، والطرفية كما كانت، وما حُفظ باقٍ. وتعذّرت كتابة السجل (%s). أرسل إلينا ما كنت تفعله وما يقوله warraq doctor.",
		Stopped:         "أُوقف ورّاق بإشارة من النظام (%s)، والطرفية كما كانت.",
		Usage:           "الأمر warraq help يعرض ما يصح.",

		Font:    Problem{"تعذّر استعمال هذا الخط", "صُفّت الصفحات بخطوط ورّاق؛ سمِّ في print-font ملف خط بصيغة TTF أو OTF"},
		NoGlyph: "لا خط فيه هذه الحروف، وفي مكان كل منها مربع: %s. سمِّ خطًّا فيه هي بالإعداد print-font.",

		Web: arabicWeb(),
		CommandLine: CommandLine{
			UnknownCommand: "لا أمر ولا ملف باسم %s",
			DidYouMean:     "أتقصد: %s؟",
			TooFew:         "الأمر ناقص، وصورته: %s",
			TooMany:        "في الأمر زيادة، وصورته: %s",
			UnknownFlag:    "لا خيار باسم %s",
			NeedsValue:     "لا بد للخيار %s من قيمة",
			WrongValue:     "لا يصح أن يكون %s %s، بل %s",
			NotUnderstood:  "لم يُفهم %s",
			NeedsFolder:    "هذه الصيغة لا تُكتب في طرفية ولا على الخرج القياسي، فسمِّ مجلدًا لها",
			NeedsFile:      "هذه الصيغة لا تُكتب في طرفية: وجّه الخرج إلى ملف، مثل > article.pdf",
		},
		Takes: Takes{
			OneOf: "أحد هذه: %s", AtLeast: "عدد من %d فما فوق", Between: "عدد من %d إلى %d", Number: "عدد صحيح",
			Day:  "يوم أو شهر أو سنة، مثل 2024-12 أو 31/12/2024 أو أمس",
			Size: "عدد فوق الصفر، وقد يتبعه K أو M أو G", OneValue: "قيمة واحدة", Widths: "أسماء وأعداد كما يكتبها warraq calibrate",
			Command: "قائمة بكلمات أمر، مثل \u2066[\"espeak-ng\", \"{text}\"]\u2069", Limit: "اسم وعدد مثل size=1G، والاسم أحد هذه: %s",
		},

		Backup: Backup{
			There:  "هذا الملف موجود، وقد تُرك كما هو. سمِّ للنسخة ملفًا آخر.",
			Full:   "لم يبقَ مكان للنسخة. أفرغ مكانًا أو سمِّ ملفًا على قرص آخر، والمكتبة كما هي.",
			Failed: "تعذّر نسخ المكتبة (%s). تحقق من المسار ومن أن لك إذنًا بالكتابة هناك، والمكتبة كما هي.",
		},
		Keys: Keys{
			NoAction: "لا فعل باسم %s، بل هذه: %s.",
			NoKey:    "لا مفتاح باسم %s. المفتاح حرف أو اسم مثل enter أو f5، وقد تسبقه ctrl+ أو alt+ أو shift+.",
			Taken:    "المفتاح %[1]s لا يكون لـ«%[2]s» لأنه لـ«%[3]s». غيّر أحدهما.",
		},
		UnknownSetting:    "لا إعداد باسم %s. الإعدادات: %s",
		WrongSetting:      "لا يصح أن يكون %s %s، بل %s",
		SettingsHold:      "وبقية الإعدادات سارية.",
		Settings:          "تعذّرت قراءة الملف",
		SettingsUnwritten: "لم تُكتب الإعدادات (%s). تحقق من أن لك إذنًا بالكتابة هناك، أو سمِّ ملفًا آخر بالخيار --config.",
		Unwritten:         Problem{"تعذّرت كتابته", "تحقق من المسار ومن أن لك إذنًا بالكتابة هناك"},
		Output:            "تعذّرت كتابة الخرج (%s).",
		SettingsThere:     "هذا الملف موجود، وقد تُرك كما هو. الأمر warraq config يعرض كل الإعدادات.",
		Inputs: map[error]Problem{
			articles.ErrNotFound:    {"لا ملف ولا مجلد بهذا الاسم", "تحقق من المسار"},
			articles.ErrUnreadable:  {"تعذّرت قراءته", "تحقق من أن لك إذنًا بقراءته"},
			articles.ErrNotRegular:  {"ليس ملفًا ولا مجلدًا", "أعطِ ملفًا أو مجلدًا، أو أعطِ - واكتب إلى الدخل القياسي"},
			articles.ErrFolder:      {"هذا مجلد لا ملف", "سمِّ ملفًا، أو أضف المجلد إلى المكتبة بالأمر warraq add"},
			articles.ErrNoArticles:  {"لا مقالات فيه", "المقالات نصوص أو Markdown أو HTML أو JSON Lines أو خلاصات أو كتب، أو ما جُمع منها في أرشيف"},
			articles.ErrLimit:       {"يتجاوز حدًّا", "إن كنت تثق به فارفع الحد بالخيار --limit"},
			articles.ErrTooDeep:     {"أجزاؤه متداخلة أعمق مما ينبغي", "احفظ المقالة وحدها"},
			articles.ErrDamaged:     {"تالف أو ناقص", "تحقق من أنه حُفظ كاملًا، أو افتحه ببرنامجه واحفظه من جديد"},
			articles.ErrPDF:         {"ملف PDF، وهو صورة صفحات لا يُعرف ترتيب نصها", "إن كان له أصل فاحفظ الأصل صفحة ويب أو مستند Word، وإلا فاستخرج نصه بالأمر pdftotext وراجعه ثم أضف ملف النص"},
			articles.ErrOldWord:     {"مستند Word بالصيغة القديمة", "افتحه في Word أو LibreOffice واحفظه بصيغة DOCX أو ODT"},
			articles.ErrSheet:       {"جدول بيانات", "احفظ ما تريد قراءته منه صفحة ويب (HTML) أو مستند Word"},
			articles.ErrSlides:      {"عرض شرائح", "احفظ مخططه نصًّا أو مستند Word"},
			articles.ErrOutlook:     {"بريد محفوظ بصيغة Outlook", "احفظ الرسالة من برنامج البريد بصيغة EML، أو صدّر الصندوق بصيغة mbox"},
			articles.ErrKindle:      {"كتاب لجهاز Kindle", "حوّله إلى EPUB ببرنامج Calibre إن لم يكن مقفلًا"},
			articles.ErrPages:       {"مستند من برامج Apple المكتبية", "صدّره منها بصيغة Word أو EPUB"},
			articles.ErrPaper:       {"مستند مهيّأ للطباعة", "احفظ أصله صفحة ويب أو مستند Word، أو استخرج نصه وأضف ملف النص"},
			articles.ErrPacked:      {"مضغوط بصيغة لا تُفك هنا", "فُكّه بنفسك وأضف ما فيه، أو اضغطه بصيغة ZIP أو gzip"},
			articles.ErrMedia:       {"صورة أو تسجيل أو رسم", "لا نص فيه ليُقرأ، فأضف المقالة التي هو منها"},
			articles.ErrDatabase:    {"قاعدة بيانات", "صدّر ما فيها من البرنامج الذي صنعها، أو افتحها بالخيار --library إن كانت مكتبة ورّاق"},
			articles.ErrCode:        {"ملف لبرنامج، كشفرة أو أنماط صفحات أو إعدادات أو سجل", "ليس فيه مقالة تُقرأ؛ فإن أردت قراءته كما هو فانسخه باسم ينتهي بـ \u200e.txt"},
			articles.ErrSubtitles:   {"ترجمة فيلم مع أوقاتها", "احذف منها الأرقام والأوقات واحفظ الكلام ملفًا نصيًّا"},
			articles.ErrScripted:    {"نصه ليس فيه، وإنما تجلبه شفرة بعد فتحه، فأُضيف عنوانه وموجزه وحدهما", "احفظ الصفحة من المتصفح بعد أن يظهر نصها، ثم أضفها من جديد"},
			articles.ErrChallenge:   {"ليس فيه المقالة، وإنما سؤال الموقع إن كان القارئ إنسانًا", "افتح الصفحة في المتصفح حتى يظهر نصها، ثم احفظها وأضفها"},
			articles.ErrUnpublished: {"فيه مسوّدات ومنشورات لم تُنشر، وقد تُركت", "لإضافتها أيضًا أعد الأمر بالخيار --unpublished"},
			articles.ErrXML:         {"XML من نوع لا يُقرأ", "احفظ المقالة من البرنامج الذي صنعه صفحة ويب أو نصًّا"},
			articles.ErrArchive:     {"تعذّر فتح الأرشيف", "تحقق من أنه كامل وليس مقفلًا بكلمة سر"},
			articles.ErrUnsafeName:  {"اسمه في الأرشيف يخرج منه", "إن كنت تثق به ففُكّ الأرشيف بنفسك"},
			articles.ErrEmpty:       {"فارغ", "تحقق من أنه حُفظ كاملًا"},
			articles.ErrBinary:      {"ليس نصًّا", "احفظ المقالة أولًا نصًّا أو بصيغة Markdown"},
			articles.ErrNoArticle:   {"لا مقالة فيه", "لا بد للمقالة من عنوان أو نص"},
			articles.ErrFrontMatter: {"تعذّر فهم ترويسته", "صحّح السطر، أو ضع القيمة بين علامتي اقتباس"},
			articles.ErrJSON:        {"تعذّر فهم JSON فيه", "كل مقالة كائن JSON واحد له عنوان ونص"},
			articles.ErrNoNumber:    {"فيه قيمة ليست عددًا (NaN)، وقد تُركت فارغة", "دخلت المقالات كلها؛ اكتب null مكانها إن أردت ألا يُذكر هذا"},
			articles.ErrLocked:      {"مقفل", "افتحه بكلمة سره، أو ببرنامج المتجر الذي باعه، واحفظ نصه"},
			articles.ErrSubscribed:  {"قائمة اشتراكات (OPML) لا مقالات", "اشترك فيها بالأمر warraq feed import"},
			articles.ErrNoFeed:      {"ليس خلاصة", "افتح الموقع في المتصفح وابحث فيه عن رابط RSS، ثم أضفه بالأمر warraq feed add"},
			articles.ErrNoFeeds:     {"ليس قائمة خلاصات (OPML)", "صدّر اشتراكاتك من القارئ الآخر بصيغة OPML، أو أضف الخلاصات واحدة واحدة بالأمر warraq feed add"},
			articles.ErrNoAddress:   {"فيه خلاصة رابطها ليس من روابط الويب", "صحّح الرابط في هذا السطر، أو أضف الخلاصة بالأمر warraq feed add"},
			articles.ErrPart:        {"جزء منه لا يُفهم، ودخل ما سواه", "صحّح هذا الموضع ثم أضف الملف مرة أخرى؛ لن يتكرر شيء"},
			articles.ErrTable:       {"جدول لا يسمّي عمودًا للعناوين ولا للنصوص ولا للروابط", "سمِّ الأعمدة في أول سطر: title, text, url, date"},
		},
		Libraries: map[error]Problem{
			store.ErrNotLibrary:  {"هذا الملف ليس مكتبة ورّاق", "سمِّ ملفًا آخر بالخيار --library، وقد تُرك هذا كما هو"},
			store.ErrNewer:       {"صنع هذه المكتبةَ إصدارٌ أحدث من ورّاق", "حدّث ورّاق، أو سمِّ مكتبة أخرى بالخيار --library، وقد تُركت هذه كما هي"},
			store.ErrReadOnly:    {"لا يمكن الكتابة فيه", "تحقق من أذون الملف ومجلده، أو سمِّ مكتبة أخرى بالخيار --library"},
			store.ErrUnreachable: {"لا يمكن فتحه", "تحقق من المسار ومن أن لك إذنًا بالكتابة هناك"},
			store.ErrBusy:        {"يشغله برنامج آخر منذ وقت طويل", "أغلق البرنامج الآخر، أو أعد المحاولة"},
			store.ErrFull:        {"لم يبقَ مكان على القرص", "أفرغ مكانًا وأعد المحاولة، وما كان في المكتبة باقٍ فيها"},
			store.ErrDisk:        {"لم يفعل القرص ما طُلب منه", "تحقق من سلامة القرص ومن الحد الأقصى لحجم الملفات، ثم أعد المحاولة، وما كان في المكتبة باقٍ فيها"},
			store.ErrDamaged:     {"الملف تالف", "الأمر warraq doctor --repair يستخرج منه كل ما يُقرأ ويُبقيه كما هو بجانبه"},
			store.ErrGone:        {"أُخذ الملف من مكانه وهو مفتوح، فلا يُكتب فيه شيء", "أعده إلى مكانه أو ابدأ من جديد، وما تراه يُقرأ"},
			store.ErrReplaced:    {"وُضع ملف آخر مكان المكتبة، وبجانبه سجلّ (\u200e-wal) المكتبة السابقة، فلو فُتح لاختلطتا", "أغلق ورّاق حيثما كان مفتوحًا، ثم يضع الأمر warraq restore FILE نسخةً في مكانها، ومع هذا الملف نفسه يأخذه كما هو ويُبقي السجلّ بجانبه"},
			store.ErrFailed:      {"أخفقت قاعدة البيانات", "أعد المحاولة"},
		},
		Questions: map[error]string{
			store.ErrNotFound:  "لا مقالة بهذا المعرّف. الأمر warraq list يعرض المعرّفات.",
			store.ErrAmbiguous: "معرّفات عدة تبدأ بهذا. أعطِ منه أحرفًا أكثر.",

			store.ErrNoFeed:    "لا تُتابَع خلاصة كهذه. الأمر warraq feed list يعرض الخلاصات وأرقامها.",
			store.ErrFeedThere: "تُتابَع خلاصة بهذا الرابط. الأمر warraq feed list يعرض الخلاصات.",
			store.ErrShared:    "المكتبة لكل قرّائها، ولا يغيّر كل قارئ إلا علاماته.",

			store.ErrNoHighlight:    "لا تظليل بهذا المعرّف؛ لعله رُفع.",
			store.ErrEmptyHighlight: "لا بد للتظليل من عبارة أو ملاحظة.",
		},
		LeftOut: map[string]string{"draft": "مسوّدات", "private": "خاصة", "pending": "تنتظر المراجعة", "future": "مجدولة", "trash": "في المهملات", "nav_menu_item": "عناصر قوائم"},
		Queries: map[query.ErrorKind]string{
			query.BadDay:       "ليس في %s سنة ولا شهر ولا يوم، فبُحث عنه كلماتٍ. اكتب مثلًا after:2024 أو after:2024-12 أو after:2024-12-31.",
			query.UnknownState: "لا حالة للمقالات اسمها في %s، فبُحث عنه كلماتٍ. الحالات: read وunread وbookmarked وhighlighted وnoted وcard.",
			query.NoTag:        "لا وسم في %s. اكتب مثلًا tag:سفر أو tag:\"سفر بعيد\".",
			query.NoRoot:       "لا جذر في %s ولا كلمة يُعرف جذرها، فبُحث عنه كلماتٍ. اكتب مثلًا جذر:كتب أو جذر:\"ك ت ب\".",
			query.TooMany:      "الشروط أكثر مما يُنظر فيه، فتُرك %s.",
		},
	}
}

func englishErrors() Errors {
	return Errors{
		NoTerminal:   "The reader needs a terminal, and the output here is not one. Read an article with “warraq show”, or show a file with “warraq cat”.",
		NoScreen:     "Showing another program needs a terminal for its keys and its screen. What comes through a pipe is shown by “warraq cat”",
		Unstarted:    Problem{"this program could not be started", "Check its name, and that it is in PATH"},
		DumbTerminal: "This terminal (TERM=%s) cannot show the reader. Set TERM to your terminal, or read line by line with “warraq --plain”.",
		Line:         "line",
		Crashed: "Warraq stopped because of a fault in it (%s). The terminal is as it was, and what was saved is safe. Where the fault is was written to %s, " +
			"with nothing of your texts in it: please send us that file, what you were doing, and what “warraq doctor” says.",
		CrashedUnlogged: "Warraq stopped because of a fault in it (%s). The terminal is as it was, and what was saved is safe. The log could not be written (%s). Please tell us what you were doing, and what “warraq doctor” says.",
		Stopped:         "Warraq was stopped by a signal (%s). The terminal is as it was.",
		Usage:           "“warraq help” shows what there is.",

		Font:    Problem{"this font cannot be used", "pages are set in Warraq’s own fonts; name a TTF or OTF file in print-font"},
		NoGlyph: "No font has these letters, and a box stands for each: %s. Name a font that has them in print-font.",

		Web: englishWeb(),
		CommandLine: CommandLine{
			UnknownCommand: "There is no command and no file %s",
			DidYouMean:     "Did you mean %s?",
			TooFew:         "Something is missing; the command is: %s",
			TooMany:        "There is too much; the command is: %s",
			UnknownFlag:    "There is no flag %s",
			NeedsValue:     "The flag %s needs a value",
			WrongValue:     "%s cannot be %s: it takes %s",
			NotUnderstood:  "Not understood: %s",
			NeedsFolder:    "This format cannot be written to standard output: name a folder for it",
			NeedsFile:      "This format cannot be written to a terminal: send it to a file, as in > article.pdf",
		},
		Takes: Takes{
			OneOf: "one of %s", AtLeast: "a number of %d or more", Between: "a number from %d to %d", Number: "a whole number",
			Day:  "a day, a month or a year, such as 2024-12, 31/12/2024 or yesterday",
			Size: "a number above 0, which K, M or G may follow", OneValue: "one value", Widths: "names with numbers, as “warraq calibrate” writes them",
			Command: "a list of the words of a command, such as \u2066[\"espeak-ng\", \"{text}\"]\u2069", Limit: "a name and a number, such as size=1G; the names are %s",
		},

		Backup: Backup{
			There:  "The file is there, and was left as it is. Name another one for the copy.",
			Full:   "There is no room for the copy. Make room, or name a file on another disk; the library is as it was.",
			Failed: "The library could not be copied (%s). Check the path and that you may write there; the library is as it was.",
		},
		Keys: Keys{
			NoAction: "there is no action %s. There are %s.",
			NoKey:    "there is no key %s. A key is a letter or a name such as enter or f5, after ctrl+, alt+ or shift+ if need be.",
			Taken:    "the key %[1]s cannot be that of “%[2]s”: it is that of “%[3]s”. Change one of them.",
		},
		UnknownSetting:    "there is no setting %s. There are %s",
		WrongSetting:      "%s cannot be %s: it takes %s",
		SettingsHold:      "The other settings hold.",
		Settings:          "the file cannot be read",
		SettingsUnwritten: "the settings cannot be written (%s). Check that you may write there, or name another file with --config.",
		Unwritten:         Problem{"it cannot be written", "Check the path and that you may write there"},
		Output:            "The output cannot be written (%s).",
		SettingsThere:     "The file is there, and was left as it is. “warraq config” shows every setting.",
		Inputs: map[error]Problem{
			articles.ErrNotFound:    {"there is no such file or folder", "Check the path"},
			articles.ErrUnreadable:  {"it cannot be read", "Check that you may read it"},
			articles.ErrNotRegular:  {"it is neither a file nor a folder", "Name a file or a folder, or give - and write to standard input"},
			articles.ErrFolder:      {"it is a folder", "Name a file, or add the folder to the library with “warraq add”"},
			articles.ErrNoArticles:  {"there are no articles in it", "Articles are text, Markdown, HTML or JSON Lines, feeds, books, or archives of these"},
			articles.ErrLimit:       {"it goes beyond a limit", "If you trust it, raise the limit with --limit"},
			articles.ErrTooDeep:     {"its parts are nested too deeply", "Save the article alone"},
			articles.ErrDamaged:     {"it is damaged or not complete", "Check that all of it was saved, or open it with its own program and save it again"},
			articles.ErrPDF:         {"it is a PDF, pages laid out for paper whose text has no sure order", "If you have what it was made of, save that as a web page or a Word document; if not, take its text out with “pdftotext”, look it over, and add the text file"},
			articles.ErrOldWord:     {"it is a Word document in the old format", "Open it in Word or LibreOffice and save it as DOCX or ODT"},
			articles.ErrSheet:       {"it is a spreadsheet", "Save what is to be read in it as a web page (HTML) or a Word document"},
			articles.ErrSlides:      {"it is a presentation", "Save its outline as text or as a Word document"},
			articles.ErrOutlook:     {"it is mail as Outlook keeps it", "Save the message from the mail program as EML, or export the folder as mbox"},
			articles.ErrKindle:      {"it is a book for Kindle", "Convert it to EPUB with Calibre, unless it is locked"},
			articles.ErrPages:       {"it is a document of Apple's office programs", "Export it from them as Word or EPUB"},
			articles.ErrPaper:       {"it is a document laid out for printing", "Save what it was made of as a web page or a Word document, or take its text out and add the text file"},
			articles.ErrPacked:      {"it is packed in a way that is not unpacked here", "Unpack it yourself and add what is in it, or pack it as ZIP or gzip"},
			articles.ErrMedia:       {"it is a picture, a recording or a drawing", "It holds no text to read; add the article that it is from"},
			articles.ErrDatabase:    {"it is a database", "Export what is in it from the program that made it, or open it with --library if it is a library of Warraq"},
			articles.ErrCode:        {"it is a file for programs, such as code, a style sheet, settings or a log", "It holds no article; if it is to be read as it is, copy it to a name that ends in .txt"},
			articles.ErrSubtitles:   {"it is the subtitles of a film, with their times", "Take out the numbers and times, and save what is said as a text file"},
			articles.ErrScripted:    {"its text is not in it, but put there by a script: only its title and summary were added", "Save the page from a browser once it shows its text, and add it again"},
			articles.ErrChallenge:   {"it is not the article but a page on which the site asks whether a person is reading", "Open the page in a browser until it shows its text, then save it and add it"},
			articles.ErrUnpublished: {"posts in it that were not published are left out", "To have them, too, add the file again with --unpublished"},
			articles.ErrXML:         {"it is XML of a kind that is not read", "Save the article as a web page or text from the program that made it"},
			articles.ErrArchive:     {"the archive cannot be unpacked", "Check that it is complete, and not locked with a password"},
			articles.ErrUnsafeName:  {"its name in the archive leads out of it", "If you trust the archive, unpack it yourself"},
			articles.ErrEmpty:       {"it is empty", "Check that all of it was saved"},
			articles.ErrBinary:      {"it is not text", "Save the article as text, Markdown or a web page first"},
			articles.ErrNoArticle:   {"there is no article in it", "An article needs a title or a text"},
			articles.ErrFrontMatter: {"its front matter cannot be understood", "Correct the line, or put the value in quotation marks"},
			articles.ErrJSON:        {"its JSON cannot be understood", "Each article is one JSON object with a title and a text"},
			articles.ErrNoNumber:    {"a value in it is no number (NaN), and was taken as empty", "The articles are in. Write null in its place to hear no more of it"},
			articles.ErrLocked:      {"it is locked", "Open it with its password, or with the program of the shop that sold it, and save its text"},
			articles.ErrSubscribed:  {"it is a list of subscriptions (OPML) and no articles", "Follow them with warraq feed import"},
			articles.ErrNoFeed:      {"it is no feed", "Open the site in a browser, look for a link to RSS, and add that with warraq feed add"},
			articles.ErrNoFeeds:     {"it is no list of feeds (OPML)", "Export your subscriptions from the other reader as OPML, or add the feeds one by one with warraq feed add"},
			articles.ErrNoAddress:   {"a feed in it has an address that is not on the web", "Mend the address in that line, or add the feed with warraq feed add"},
			articles.ErrPart:        {"a part of it cannot be understood; the rest came in", "Mend this place and add the file again: nothing comes twice"},
			articles.ErrTable:       {"it is a table without a column of titles, texts or addresses", "Name the columns in its first line: title, text, url, date"},
		},
		Libraries: map[error]Problem{
			store.ErrNotLibrary:  {"this is not a library of Warraq", "Name another file with --library; this one was left as it is"},
			store.ErrNewer:       {"this library was made by a newer version of Warraq", "Update Warraq, or name another library with --library; this one was left as it is"},
			store.ErrReadOnly:    {"it cannot be written", "Check the permissions of the file and its folder, or name another library with --library"},
			store.ErrUnreachable: {"it cannot be opened", "Check the path and that you may write there"},
			store.ErrBusy:        {"another program has held it for too long", "Close the other program, or try again"},
			store.ErrFull:        {"there is no room left on the disk", "Make room and try again; what was in the library is still there"},
			store.ErrDisk:        {"the disk did not do what was asked of it", "Check that the disk is in order and that files may grow so large, and try again; what was in the library is still there"},
			store.ErrDamaged:     {"the file is damaged", "“warraq doctor --repair” gets out of it all that can be read, and keeps the damaged file beside"},
			store.ErrGone:        {"the file was moved away while it was open, so nothing more is written to it", "Put it back where it was, or start again; what you see can still be read"},
			store.ErrReplaced:    {"another file was put in its place, beside the journal (-wal) of the library before it; opened, the two would be mixed up", "Close Warraq wherever it is open. Then “warraq restore FILE” puts a copy in place; with this very file it takes it as it is, and keeps the journal beside it"},
			store.ErrFailed:      {"the database failed", "Try again"},
		},
		Questions: map[error]string{
			store.ErrNotFound:  "There is no article with this ID. “warraq list” shows the IDs.",
			store.ErrAmbiguous: "Several articles have IDs that begin like this. Give more of its letters.",

			store.ErrNoFeed:    "No such feed is followed. “warraq feed list” shows the feeds and their numbers.",
			store.ErrFeedThere: "The feed at this address is followed already. “warraq feed list” shows the feeds.",
			store.ErrShared:    "The library belongs to all its readers; each changes his own marks alone.",

			store.ErrNoHighlight:    "There is no highlight with this ID; it may have been removed.",
			store.ErrEmptyHighlight: "A highlight needs a passage or a note.",
		},
		LeftOut: map[string]string{"draft": "drafts", "private": "private", "pending": "pending review", "future": "scheduled", "trash": "in the trash", "nav_menu_item": "entries of menus"},
		Queries: map[query.ErrorKind]string{
			query.BadDay:       "There is no year, month or day in %s, so it was looked for as words. Write, say, after:2024, after:2024-12 or after:2024-12-31.",
			query.UnknownState: "Articles have no state of the name in %s, so it was looked for as words. The states are read, unread, bookmarked, highlighted, noted and card.",
			query.NoTag:        "There is no tag in %s. Write, say, tag:travel or tag:\"two words\".",
			query.NoRoot:       "%s names no root, nor a word whose root is known; it was looked for as words. Write, say, root:كتب or root:\"ك ت ب\".",
			query.TooMany:      "There are more conditions than are looked at; %s was left out.",
		},
	}
}
