package words

// KeyWords are said where the keys of actions are changed.
type KeyWords struct {
	Change, Add, Drop, Usual string // what keys do there: another key, one more, one less, as before
	GiveUp                   string
	Ask                      string // for the key of an action, for %s
	Taken                    string // a key, for the first %s, is that of an action, for the second
	Lost                     string // it is no longer that of an action, for %s
	Stays                    string // a key, for the first %s, stays that of an action, for the second
	Defaults                 string // before the keys that an action has by itself
	None                     string // an action has no key
	Unknown                  string // a key that cannot be chosen
	NextGroup                string // of the settings
}

func englishKeys() KeyWords {
	return KeyWords{
		Change: "another key", Add: "add a key", Drop: "drop a key", Usual: "default", GiveUp: "cancel",
		Ask:   "Press the key for “%s”.",
		Taken: "%s is the key for “%s”. Press it again to take it from there, or press another.",
		Lost:  "taken from “%s”", Stays: "%s stays with “%s”",
		Defaults: "By default:", None: "no key", Unknown: "That key cannot be chosen. Press another.", NextGroup: "next group",
	}
}

func arabicKeys() KeyWords {
	return KeyWords{
		Change: "مفتاح آخر", Add: "أضف مفتاحًا", Drop: "أزل مفتاحًا", Usual: "كما كان في الأصل", GiveUp: "إلغاء",
		Ask:   "اضغط مفتاح «%s».",
		Taken: "%s مفتاح «%s». اضغطه ثانيةً لنقله، أو اضغط غيره.",
		Lost:  "نُقل من «%s»", Stays: "ويبقى %s لـ«%s»",
		Defaults: "في الأصل:", None: "بلا مفتاح", Unknown: "هذا المفتاح لا يصلح، فاضغط غيره.", NextGroup: "المجموعة التالية",
	}
}

func persianKeys() KeyWords {
	return KeyWords{
		Change: "کلید دیگر", Add: "افزودن کلید", Drop: "برداشتن کلید", Usual: "پیش‌فرض", GiveUp: "انصراف",
		Ask:   "کلید «%s» را بزنید.",
		Taken: "%s کلید «%s» است. برای گرفتنش دوباره بزنید، یا کلید دیگری بزنید.",
		Lost:  "از «%s» گرفته شد", Stays: "%s برای «%s» می‌ماند",
		Defaults: "پیش‌فرض:", None: "بی‌کلید", Unknown: "این کلید را نمی‌توان برگزید؛ کلید دیگری بزنید.", NextGroup: "گروه بعد",
	}
}

func urduKeys() KeyWords {
	return KeyWords{
		Change: "دوسری کلید", Add: "کلید بڑھائیں", Drop: "کلید ہٹائیں", Usual: "طے شدہ", GiveUp: "منسوخ",
		Ask:   "”%s“ کی کلید دبائیں۔",
		Taken: "%s ”%s“ کی کلید ہے۔ اسے لینے کے لیے دوبارہ دبائیں، یا کوئی اور دبائیں۔",
		Lost:  "”%s“ سے لے لی گئی", Stays: "%s ”%s“ کے پاس رہے گی",
		Defaults: "طے شدہ:", None: "کوئی کلید نہیں", Unknown: "یہ کلید نہیں چنی جا سکتی، کوئی اور دبائیں۔", NextGroup: "اگلا حصہ",
	}
}

func hebrewKeys() KeyWords {
	return KeyWords{
		Change: "מקש אחר", Add: "הוספת מקש", Drop: "הסרת מקש", Usual: "ברירת מחדל", GiveUp: "ביטול",
		Ask:   "יש ללחוץ על המקש של ״%s״.",
		Taken: "%s הוא המקש של ״%s״. לחיצה נוספת תעביר אותו, ואפשר ללחוץ על מקש אחר.",
		Lost:  "הועבר מ״%s״", Stays: "%s נשאר של ״%s״",
		Defaults: "ברירת המחדל:", None: "אין מקש", Unknown: "אי אפשר לבחור במקש הזה. נא ללחוץ על מקש אחר.", NextGroup: "הקבוצה הבאה",
	}
}
