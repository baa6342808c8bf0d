package words

// Today is said of the front page: the stories of the day, and what is of none.
type Today struct {
	Name, Kind string // of its tab
	Week       string // the tab of a week, in its place
	Story      string // the kind of the tab of one story
	None       string // nothing came
	New        Noun   // articles, since one last looked
	Since      string // the day %s
	Others     string // of no section
}

func englishToday() Today {
	return Today{
		Name: "Today", Kind: "stories", Story: "story",
		Week:  "This week",
		None:  "Nothing has come in yet beside what Warraq brought along. Stories appear here once articles do.",
		New:   Noun{One: "1 new", Many: "new"},
		Since: "since %s", Others: "Other",
	}
}

func arabicToday() Today {
	return Today{
		Name: "اليوم", Kind: "قصص اليوم", Story: "قصة",
		Week:  "هذا الأسبوع",
		None:  "لم يصل بعد غير ما جاء مع ورّاق. ستظهر هنا قصص اليوم حين تصل المقالات.",
		New:   Noun{One: "جديدة واحدة", Two: "جديدتان", Few: "%d جديدة", Many: "%d جديدة"},
		Since: "منذ %s", Others: "غير ذلك",
	}
}

func persianToday() Today {
	return Today{
		Name: "امروز", Kind: "داستان‌های امروز", Story: "داستان",
		Week:  "این هفته",
		None:  "جز آنچه با ورّاق آمده هنوز چیزی نرسیده است. داستان‌های روز با رسیدن مقاله‌ها اینجا می‌آیند.",
		New:   Noun{One: "1 تازه", Many: "تازه"},
		Since: "از %s", Others: "دیگر",
	}
}

func urduToday() Today {
	return Today{
		Name: "آج", Kind: "آج کی خبریں", Story: "خبر",
		Week:  "اس ہفتے",
		None:  "ورّاق کے ساتھ آنے والے مضامین کے سوا ابھی کچھ نہیں آیا۔ مضامین آنے پر دن کی خبریں یہاں نظر آئیں گی۔",
		New:   Noun{One: "1 نیا", Many: "نئے"},
		Since: "%s سے", Others: "دیگر",
	}
}

func hebrewToday() Today {
	return Today{
		Name: "היום", Kind: "סיפורי היום", Story: "סיפור",
		Week:  "השבוע",
		None:  "עוד לא הגיע דבר מלבד מה שבא עם התוכנה. סיפורי היום יופיעו כאן כשיגיעו כתבות.",
		New:   Noun{One: "אחת חדשה", Two: "שתיים חדשות", Many: "חדשות"},
		Since: "מאז %s", Others: "אחר",
	}
}
