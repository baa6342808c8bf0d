package words

// Terminal is what is said of terminals: by doctor, which reports, and by
// calibrate, which asks.
type Terminal struct {
	// The headings of the report.
	Terminal, RecognisedBy, ItDoes, KnownFrom, Sent, Colors, Settings, Sample string
	Library, File, Size, Articles, Health                                     string

	Unknown string // a terminal that was not recognised
	Nothing string
	Known   [3]string // guessed, documented, measured in %s
	Release string    // a heading: the version that the terminal says it is of
	Beyond  string    // that is later than the one measured
	// Columns is a heading: how wide it counts what terminals do not agree on. Counted has the
	// nine numbers, and the others say how they are known, or that they are not.
	Columns, Counted, CountedHere, CountedOtherwise, NotCounted string

	Form        string // %s, a form's name
	Switched    string // the terminal's own reordering is switched off with %s
	MarksHidden string
	ShapedBasic string
	ShapedNone  string
	Pictures    string // %s, the name of a way to draw them
	Dark, Light string
	// Depths are how many colours a terminal may have: not one, since it is none;
	// attributes alone; 16; 256; all.
	Depths     [5]string
	NoSettings string // there is no settings file
	ByTheUser  string // the settings file's word holds, in the table %s
	Whole      string // the library is
	NotWhole   string // what is wrong follows
	// What a repair did: articles that came back, those of them that the file itself and
	// the copy %s had, pages that could not be read, %d of %d, an article that may be
	// wrong, where the damaged file lies.
	Salvaged, FromTheFile, FromCopy, LostPages, Of, WrongArticle, DamagedFile string
	InItsPlace, KeptAs                                                        string // what a restoration did
	NoLibraryYet                                                              string

	// Calibrating.
	Intro, ForMarks, ForShape string
	Ask, AskAgain             string // the first and last number for the %ds
	NoneReads                 string // the last hope is gone
	WithoutSwitch             string
	Remembered                string // in the file %s
	Unchanged                 string
	Line                      string // a sentence with a number, a name and brackets, in 36 columns
	Vowelled                  string // two words with their marks
	OtherLetters              string // words with lam-alef and with Persian letters
}

func arabicTerminal() Terminal {
	return Terminal{
		Terminal: "الطرفية", RecognisedBy: "عُرفت من", ItDoes: "ما تفعله", KnownFrom: "كيف عُلم ذلك",
		Sent: "ما يُرسل إليها", Colors: "الألوان", Settings: "الإعدادات", Sample: "مثال",
		Library: "المكتبة", File: "الملف", Size: "الحجم", Articles: "المقالات", Health: "السلامة",

		Unknown: "مجهولة", Nothing: "لا شيء يدل عليها",
		Known:   [3]string{"ظنًّا", "من توثيقها أو مصدرها", "بالقياس، في الإصدار %s"},
		Release: "إصدارها",
		Beyond:  "أحدث مما قيس، فإن اختلّ سطر فالأمر warraq calibrate",
		Columns: "الخانات", CountedHere: "بما أجابت الآن", CountedOtherwise: "بما أجابت الآن، وهو غير ما قيس في %s", NotCounted: "لا يُعلم كم تَعدّ",
		Counted:     "رموز موصولة %d، لون بشرة %d، علم %d، قلب أحمر %d، زر رقم %d، حرفان هنديان %d، لام ألف %d، حرف وحركته %d، حرف بعده محرف خفي %d",
		Form:        "هيئة السطر %s",
		Switched:    "يُوقف ترتيبها الخاص بـ%s ويُعاد عند الخروج",
		MarksHidden: "بلا تشكيل", ShapedBasic: "بحروف العربية الموصولة وحدها", ShapedNone: "بحروف غير موصولة", Pictures: "الصور بطريقة %s",
		Dark: "خلفية داكنة", Light: "خلفية فاتحة",
		Depths:     [5]string{"لا ألوان، فليست طرفية", "لا ألوان", "16 لونًا", "256 لونًا", "كل الألوان"},
		NoSettings: "لا ملف بعد. الأمر warraq config init يكتبه",
		ByTheUser:  "فيها عن هذه الطرفية: %s",
		NotWhole:   "تالفة. الأمر warraq doctor --repair يستخرج منها كل ما يُقرأ", Salvaged: "استُخرج", FromTheFile: "من الملف نفسه", FromCopy: "من النسخة %s", LostPages: "صفحات لم تُقرأ", Of: "%d من %d",
		InItsPlace: "حلّ محلها", KeptAs: "وما كان قبلها باقٍ في",
		WrongArticle: "مقالة ليست كما جاءت", DamagedFile: "الملف التالف باقٍ في",
		Whole: "سليمة", NoLibraryYet: "لم تُنشأ بعد، وينشئها القارئ أول مرة",

		Intro:         "أي هذه الأسطر يُقرأ صحيحًا؟ يبدأ من اليمين، وحروفه موصولة، ونقطته في آخره يسارًا.",
		ForMarks:      "في أي الكلمتين استقام التشكيل والحروف معًا؟",
		ForShape:      "في أيها الحروف كلها ظاهرة، لا مربعات مكانها، وأحسنها وصلًا؟",
		Ask:           "رقمه من %d إلى %d ثم Enter، أو 0 إن لم يصح شيء:",
		AskAgain:      "رقم من %d إلى %d، أو Enter وحدها لتدع كل شيء كما كان:",
		NoneReads:     "لا هيئة تُقرأ في هذه الطرفية إذن. جرّب طرفية أخرى، أو أخبرنا بما رأيت وبما يقوله warraq doctor.",
		WithoutSwitch: "فلنجرّبها مع ترتيب الطرفية الخاص:",
		Remembered:    "حُفظ ذلك لهذه الطرفية في %s",
		Unchanged:     "لم يتغير شيء.",
		Line:          "قرأت الفصل الأول (من 15) عن Go أمس.",
		Vowelled:      "كَتَبَ مُعَلِّمٌ",
		OtherLetters:  "إلى الآن: پنج چراغ، گل یاس",
	}
}

func englishTerminal() Terminal {
	return Terminal{
		Terminal: "Terminal", RecognisedBy: "Recognised by", ItDoes: "What it does", KnownFrom: "How that is known",
		Sent: "What it is sent", Colors: "Colours", Settings: "Settings", Sample: "Sample",
		Library: "Library", File: "File", Size: "Size", Articles: "Articles", Health: "Health",

		Unknown: "unknown", Nothing: "nothing",
		Known:   [3]string{"guessed", "from its documentation or its source", "measured, in version %s"},
		Release: "Its version",
		Beyond:  "later than what was measured; if a line reads wrong, run “warraq calibrate”",
		Columns: "Columns", CountedHere: "as it answers now", CountedOtherwise: "as it answers now, other than measured in %s", NotCounted: "not known how it counts",
		Counted:     "joined emoji %d, skin tone %d, flag %d, red heart %d, keycap %d, Devanagari conjunct %d, lam-alef %d, letter with a mark %d, letter with a format character %d",
		Form:        "the %s form of a line",
		Switched:    "its own reordering switched off with %s, and back on at the end",
		MarksHidden: "no tashkeel", ShapedBasic: "joined with the letters of Arabic alone", ShapedNone: "letters not joined", Pictures: "pictures by way of %s",
		Dark: "dark background", Light: "light background",
		Depths:     [5]string{"none: no terminal", "none", "16", "256", "all"},
		NoSettings: "not there yet; “warraq config init” writes it",
		ByTheUser:  "say of this terminal: %s",
		NotWhole:   "damaged; “warraq doctor --repair” recovers all that can be read", Salvaged: "Recovered", FromTheFile: "from the file itself", FromCopy: "from the copy %s", LostPages: "Pages that could not be read", Of: "%d of %d",
		InItsPlace: "In its place now", KeptAs: "What was there before is kept as",
		WrongArticle: "Not as it came in", DamagedFile: "The damaged file is kept as",
		Whole: "intact", NoLibraryYet: "not there yet; the reader makes it when it first opens",

		Intro:         "Which line reads right? It begins at the right, its letters are joined, and its full stop is at the left.",
		ForMarks:      "In which of these are the letters and their marks as they should be?",
		ForShape:      "In which of these is every letter there, with no boxes, and joined best?",
		Ask:           "Its number, %d to %d, then Enter; 0 for none:",
		AskAgain:      "A number from %d to %d, or Enter alone to leave all as it was:",
		NoneReads:     "Then no form reads right in this terminal. Try another terminal, or tell us what you saw and what “warraq doctor” says.",
		WithoutSwitch: "Let us try with the terminal’s own reordering:",
		Remembered:    "Remembered for this terminal in %s",
		Unchanged:     "Nothing was changed.",
		Line:          "قرأت الفصل الأول (من 15) عن Go أمس.",
		Vowelled:      "كَتَبَ مُعَلِّمٌ",
		OtherLetters:  "إلى الآن: پنج چراغ، گل یاس",
	}
}

// arabicDoes says in Arabic what terminals do, by the words of terminal's table.
var arabicDoes = map[string]string{
	"turns each run of letters in one font between blanks":                 "تقلب كل قطعة من الحروف في خط واحد بين فراغين",
	"reorders rows, apart at brackets, and joins letters once more":        "ترتّب السطر وتقطعه عند الأقواس، وتصل الحروف مرة أخرى",
	"reorders rows, with a base direction by content, and joins letters":   "ترتّب السطر باتجاه يحدده مضمونه، وتصل الحروف",
	"reorders rows, with a base direction by content":                      "ترتّب السطر باتجاه يحدده مضمونه",
	"reorders runs of one style in its DOM renderer; nothing in the other": "ترتّب كل قطعة بلون واحد إن رسمت بعناصر DOM، وإلا فلا شيء",
	"reorders runs of one style, drops marks and format characters":        "ترتّب كل قطعة بلون واحد، وتُسقط التشكيل والمحارف الخفية",
	"reorders rows, with a left-to-right base, until mode 8 is reset":      "ترتّب السطر من اليسار حتى يُلغى الوضع 8",
	"draws in the order sent":                                              "ترسم بالترتيب الذي أُرسل",
	"draws in the order sent; a mark makes its letter vanish":              "ترسم بالترتيب الذي أُرسل، والتشكيل يخفي حرفه",
	"draws in the order sent; a mark takes a cell":                         "ترسم بالترتيب الذي أُرسل، وللتشكيل فيها خانة",
	"draws in the order sent, drops marks":                                 "ترسم بالترتيب الذي أُرسل، وتُسقط التشكيل",
	"draws in the order sent, misplaces marks":                             "ترسم بالترتيب الذي أُرسل، وتضع التشكيل في غير موضعه",
	"draws in the order sent, unless set to reorder":                       "ترسم بالترتيب الذي أُرسل، إلا إن ضُبطت على الترتيب",
	"reorders rows until mode 8 is reset":                                  "ترتّب السطر حتى يُلغى الوضع 8",
	"lays rows out by itself":                                              "ترصف السطور بنفسها",
	"draws in the order sent; from 3.7 on it reorders rows":                "ترسم بالترتيب الذي أُرسل، ومنذ الإصدار 3.7 ترتّب السطور",
	"reorders rows": "ترتّب السطر",
}

// Does says what a terminal does, which its table says in English.
func (w *Words) Does(does string) string {
	if said, ok := w.does[does]; ok {
		return said
	}
	return does
}
