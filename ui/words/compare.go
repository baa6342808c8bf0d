package words

// Compare is said of two articles side by side.
type Compare struct {
	Title                   string
	Sentence, Fact, Lacking string // what the marks mean: a sentence, a name or number, that the other one lacks
	Alone                   Noun   // sentences that one has alone
	NoMore                  string // marks
	Which                   string // are to be compared
	Same                    string // twice the same article
	NothingAlone            string // the article says nothing that the other does not
	Facts                   string // before the names and numbers that one has alone
}

func englishCompare() Compare {
	return Compare{
		Title: "Compared", Sentence: "A sentence", Fact: "a name or number", Lacking: "that the other lacks",
		Alone:        Noun{Zero: "no sentence of its own", One: "1 sentence of its own", Many: "sentences of its own"},
		NoMore:       "No more differences.",
		Which:        "Select another report of the event in the related pane, or two articles in the list, and compare them then.",
		Same:         "That is the same article twice.",
		NothingAlone: "It says nothing that the other does not.",
		Facts:        "Names and numbers that the other lacks:",
	}
}

func arabicCompare() Compare {
	return Compare{
		Title: "مقارنة", Sentence: "جملة", Fact: "اسم أو رقم", Lacking: "ليس في الأخرى",
		Alone:        Noun{Zero: "لا تنفرد بجملة", One: "تنفرد بجملة", Two: "تنفرد بجملتين", Few: "تنفرد بـ%d جمل", Many: "تنفرد بـ%d جملة"},
		NoMore:       "لا فروق أخرى.",
		Which:        "اختر من اللوح الجانبي خبرًا آخر عن الحدث نفسه، أو حدّد في القائمة مقالتين، ثم قارن بينهما.",
		Same:         "هذه هي المقالة نفسها مرتين.",
		NothingAlone: "ليس فيها ما ليس في الأخرى.",
		Facts:        "أسماء وأرقام ليست في الأخرى:",
	}
}

func persianCompare() Compare {
	return Compare{
		Title: "مقایسه", Sentence: "جمله", Fact: "نام یا عددی", Lacking: "که در دیگری نیست",
		Alone:        Noun{Zero: "بی‌جملهٔ اختصاصی", One: "1 جملهٔ اختصاصی", Many: "جملهٔ اختصاصی"},
		NoMore:       "تفاوت دیگری نیست.",
		Which:        "در ستون کناری گزارش دیگری از همین رویداد، یا در فهرست دو مقاله را برگزینید و آنگاه مقایسه کنید.",
		Same:         "هر دو یک مقاله‌اند.",
		NothingAlone: "چیزی ندارد که در دیگری نباشد.",
		Facts:        "نام‌ها و عددهایی که در دیگری نیست:",
	}
}

func urduCompare() Compare {
	return Compare{
		Title: "موازنہ", Sentence: "جملہ", Fact: "نام یا عدد", Lacking: "جو دوسرے میں نہیں",
		Alone:        Noun{Zero: "کوئی الگ جملہ نہیں", One: "1 الگ جملہ", Many: "الگ جملے"},
		NoMore:       "مزید کوئی فرق نہیں۔",
		Which:        "ساتھ کے خانے میں اسی واقعے کی دوسری خبر، یا فہرست میں دو مضامین منتخب کریں، پھر موازنہ کریں۔",
		Same:         "یہ دونوں ایک ہی مضمون ہیں۔",
		NothingAlone: "اس میں کچھ ایسا نہیں جو دوسرے میں نہ ہو۔",
		Facts:        "نام اور اعداد جو دوسرے میں نہیں:",
	}
}

func hebrewCompare() Compare {
	return Compare{
		Title: "השוואה", Sentence: "משפט", Fact: "שם או מספר", Lacking: "שאין בכתבה האחרת",
		Alone:        Noun{Zero: "אין בה משפט משלה", One: "משפט אחד משלה", Two: "שני משפטים משלה", Many: "משפטים משלה"},
		NoMore:       "אין הבדלים נוספים.",
		Which:        "בחרו בלוח הצד דיווח אחר על אותו אירוע, או סמנו ברשימה שתי כתבות, ואז השוו ביניהן.",
		Same:         "זו אותה כתבה פעמיים.",
		NothingAlone: "אין בה דבר שאין באחרת.",
		Facts:        "שמות ומספרים שאין באחרת:",
	}
}
