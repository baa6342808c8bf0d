package words

import (
	"warraq/articles"
	"warraq/store"
)

// Errors are what Warraq says when something went wrong: what it was, and what
// to do about it.
type Errors struct {
	NoTerminal   string
	DumbTerminal string // TERM is put for %s
	Line         string // before the number of a line
	Usage        string // after what is wrong with a command line
	// A line of the settings file: a name that is none, with those that there
	// are; a value that a name cannot have.
	UnknownSetting, WrongSetting string
	SettingsHold                 string // the others do
	Settings                     string // before what is wrong with the file
	SettingsThere                string // where a file of them was to begin

	Keys        Keys
	Backup      Backup
	CommandLine CommandLine

	// Inputs and Libraries say what is wrong with an input or with the file of
	// the library, by the kinds of error that articles and store give.
	Inputs, Libraries map[error]Problem
	// Questions say what is wrong with what the library was asked for.
	Questions map[error]string
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
	Choice         string // the flag %s, the value %s, those that there are %s
	Number         string // the flag %s, the value %d
	UnknownFlag    string // %s
	NeedsValue     string // the flag %s
	WrongValue     string // the flag %s, the value %s
	NotUnderstood  string // %s
	NeedsFolder    string // for an export of several files
}

// Problem is what is wrong, and what to do.
type Problem struct{ What, Do string }

func arabicErrors() Errors {
	return Errors{
		NoTerminal:   "القارئ يحتاج إلى طرفية، والمُخرَج هنا ليس طرفية. اقرأ مقالة بالأمر warraq show أو اعرض ملفًا بالأمر warraq cat",
		DumbTerminal: "هذه الطرفية (TERM=%s) لا تستطيع عرض القارئ. اضبط TERM على طرفيتك، أو اقرأ سطرًا سطرًا بالأمر warraq --plain",
		Line:         "السطر",
		Usage:        "الأمر warraq help يعرض ما يصح.",

		CommandLine: CommandLine{
			UnknownCommand: "لا أمر ولا ملف باسم %s",
			DidYouMean:     "أتقصد: %s؟",
			TooFew:         "ينقص الأمرَ شيء: %s",
			TooMany:        "في الأمر أكثر مما يأخذ: %s",
			Choice:         "لا يصح للخيار %s أن يكون %s، بل أحد هذه: %s",
			Number:         "لا يصح للخيار %s أن يكون %d، بل عدد موجب",
			UnknownFlag:    "لا خيار باسم %s",
			NeedsValue:     "لا بد للخيار %s من قيمة",
			WrongValue:     "لا يصح للخيار %s أن يكون %s",
			NotUnderstood:  "لم يُفهم %s",
			NeedsFolder:    "هذه الصيغة لا تُكتب في طرفية ولا على الخرج القياسي، فسمِّ مجلدًا لها",
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
		UnknownSetting: "لا إعداد باسم %s. الإعدادات: %s",
		WrongSetting:   "القيمة %[2]s لا تصح للإعداد %[1]s (%[3]s)",
		SettingsHold:   "وبقية الإعدادات سارية.",
		Settings:       "تعذّرت قراءة ملف الإعدادات",
		SettingsThere:  "هذا الملف موجود، وقد تُرك كما هو. الأمر warraq config يعرض كل الإعدادات.",
		Inputs: map[error]Problem{
			articles.ErrNotFound:    {"لا ملف ولا مجلد بهذا الاسم", "تحقق من المسار"},
			articles.ErrUnreadable:  {"تعذّرت قراءته", "تحقق من أن لك إذنًا بقراءته"},
			articles.ErrNotRegular:  {"ليس ملفًا ولا مجلدًا", "أعطِ ملفًا أو مجلدًا، أو أعطِ - واكتب إلى الدخل القياسي"},
			articles.ErrNoArticles:  {"لا مقالات في المجلد", "المقالات ملفات نصية أو Markdown أو JSON Lines"},
			articles.ErrLimit:       {"يتجاوز حدًّا", "إن كنت تثق به فارفع الحد بالخيار --limit"},
			articles.ErrTooDeep:     {"أجزاؤه متداخلة أعمق مما ينبغي", "احفظ المقالة وحدها"},
			articles.ErrArchive:     {"تعذّر فتح الأرشيف", "تحقق من أنه كامل وليس مقفلًا بكلمة سر"},
			articles.ErrUnsafeName:  {"اسمه في الأرشيف يخرج منه", "إن كنت تثق به ففُكّ الأرشيف بنفسك"},
			articles.ErrEmpty:       {"فارغ", "تحقق من أنه حُفظ كاملًا"},
			articles.ErrBinary:      {"ليس نصًّا", "احفظ المقالة أولًا نصًّا أو بصيغة Markdown"},
			articles.ErrNoArticle:   {"لا مقالة فيه", "لا بد للمقالة من عنوان أو نص"},
			articles.ErrFrontMatter: {"تعذّر فهم ترويسته", "صحّح السطر، أو ضع القيمة بين علامتي اقتباس"},
			articles.ErrJSON:        {"تعذّر فهم JSON فيه", "كل مقالة كائن JSON واحد له عنوان ونص"},
		},
		Libraries: map[error]Problem{
			store.ErrNotLibrary:  {"هذا الملف ليس مكتبة ورّاق", "سمِّ ملفًا آخر بالخيار --library، وقد تُرك هذا كما هو"},
			store.ErrNewer:       {"صنع هذه المكتبةَ إصدارٌ أحدث من ورّاق", "حدّث ورّاق، أو سمِّ مكتبة أخرى بالخيار --library، وقد تُركت هذه كما هي"},
			store.ErrReadOnly:    {"لا يمكن الكتابة فيه", "تحقق من أذون الملف ومجلده، أو سمِّ مكتبة أخرى بالخيار --library"},
			store.ErrUnreachable: {"لا يمكن فتحه", "تحقق من المسار ومن أن لك إذنًا بالكتابة هناك"},
			store.ErrBusy:        {"يشغله برنامج آخر منذ وقت طويل", "أغلق البرنامج الآخر، أو أعد المحاولة"},
			store.ErrFull:        {"لم يبقَ مكان على القرص", "أفرغ مكانًا وأعد المحاولة، وما كان في المكتبة باقٍ فيها"},
			store.ErrDamaged:     {"الملف تالف", "الأمر warraq doctor --repair يستخرج منه كل ما يُقرأ ويُبقيه كما هو بجانبه"},
			store.ErrGone:        {"أُخذ الملف من مكانه وهو مفتوح، فلا يُكتب فيه شيء", "أعده إلى مكانه أو ابدأ من جديد، وما تراه يُقرأ"},
			store.ErrFailed:      {"أخفقت قاعدة البيانات", "أعد المحاولة"},
		},
		Questions: map[error]string{
			store.ErrNotFound:  "لا مقالة بهذا المعرّف. الأمر warraq list يعرض المعرّفات.",
			store.ErrAmbiguous: "معرّفات عدة تبدأ بهذا. أعطِ منه أحرفًا أكثر.",

			store.ErrNoHighlight:    "لا تظليل بهذا المعرّف؛ لعله رُفع.",
			store.ErrEmptyHighlight: "لا بد للتظليل من عبارة أو ملاحظة.",
		},
	}
}

// englishErrors leaves the kinds out: the errors themselves speak English.
func englishErrors() Errors {
	return Errors{
		NoTerminal:   "The reader needs a terminal, and the output here is none. Read an article with “warraq show”, or show a file with “warraq cat”.",
		DumbTerminal: "This terminal (TERM=%s) cannot show the reader. Set TERM to your terminal, or read line by line with “warraq --plain”.",
		Line:         "line",
		Usage:        "“warraq help” shows what there is.",

		CommandLine: CommandLine{
			UnknownCommand: "There is no command and no file %s",
			DidYouMean:     "Did you mean %s?",
			TooFew:         "The command needs more: %s",
			TooMany:        "That is more than the command takes: %s",
			Choice:         "%s cannot be %s, but one of %s",
			Number:         "%s cannot be %d, but a positive number",
			UnknownFlag:    "There is no flag %s",
			NeedsValue:     "The flag %s needs a value",
			WrongValue:     "%s cannot be %s",
			NotUnderstood:  "Not understood: %s",
			NeedsFolder:    "This form is no text for standard output: name a folder for it",
		},

		Backup: Backup{
			There:  "The file is there, and was left as it is. Name another one for the copy.",
			Full:   "There is no room for the copy. Make room, or name a file on another disk; the library is as it was.",
			Failed: "The library could not be copied (%s). Check the path and that you may write there; the library is as it was.",
		},
		Keys: Keys{
			NoAction: "there is no action %s. There are %s.",
			NoKey:    "there is no key %s. A key is a letter or a name such as enter or f5, behind ctrl+, alt+ or shift+ if need be.",
			Taken:    "the key %[1]s cannot be that of “%[2]s”: it is that of “%[3]s”. Change one of them.",
		},
		UnknownSetting: "there is no setting %s. There are %s",
		WrongSetting:   "%s cannot be %s (%s)",
		SettingsHold:   "The other settings hold.",
		Settings:       "the settings file cannot be read",
		SettingsThere:  "The file is there, and was left as it is. “warraq config” shows every setting.",
	}
}
