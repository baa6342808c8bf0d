package words

func hebrewTerminal() Terminal {
	return Terminal{
		Terminal: "מסוף", RecognisedBy: "זוהה לפי", ItDoes: "מה הוא עושה", KnownFrom: "מניין זה ידוע",
		Sent: "מה נשלח אליו", Colors: "צבעים", Settings: "הגדרות", Sample: "דוגמה",
		Library: "ספרייה", File: "קובץ", Size: "גודל", Articles: "כתבות", Health: "תקינות",

		Unknown: "לא מוכר", Nothing: "שום דבר",
		Known:   [3]string{"בהשערה", "מהתיעוד או מקוד המקור", "נמדד, בגרסה %s"},
		Release: "הגרסה שלו",
		Beyond:  "חדשה מזו שנמדדה; אם שורה נקראת הפוך, הריצו warraq calibrate",
		Columns: "תאים", CountedHere: "לפי תשובתו עכשיו", CountedOtherwise: "לפי תשובתו עכשיו, אחרת ממה שנמדד ב־%s", NotCounted: "לא ידוע איך הוא סופר",
		Counted:     "אמוג׳ים מחוברים %d, גוון עור %d, דגל %d, לב אדום %d, מקש ספרה %d, צירוף בדוונאגרי %d, לאם־אלף %d, אות עם ניקוד %d, אות עם תו נסתר %d",
		Form:        "צורת השורה %s",
		Switched:    "הסידור שלו עצמו כבוי באמצעות %s, ומופעל שוב בסוף",
		MarksHidden: "ללא ניקוד", ShapedBasic: "מחוברות, באותיות ערביות בלבד", ShapedNone: "אותיות לא מחוברות", Pictures: "תמונות בשיטת %s",
		Dark: "רקע כהה", Light: "רקע בהיר",
		Depths:     [5]string{"אין: זה אינו מסוף", "אין", "16", "256", "כל הצבעים"},
		NoSettings: "עדיין אין; warraq config init כותב אותו",
		ByTheUser:  "נאמר בהן על המסוף הזה: %s",
		NotWhole:   "פגומה; warraq doctor --repair משחזר את כל מה שניתן לקריאה", Salvaged: "שוחזרו", FromTheFile: "מהקובץ עצמו", FromCopy: "מהעותק %s", LostPages: "דפים שלא ניתן לקרוא", Of: "%d מתוך %d",
		InItsPlace: "עכשיו במקומה", KeptAs: "מה שהיה שם קודם נשמר בשם",
		WrongArticle: "אינה כפי שהגיעה", DamagedFile: "הקובץ הפגום נשמר בשם",
		Whole: "תקינה", NoLibraryYet: "עדיין אין; התוכנה יוצרת אותה בפתיחה הראשונה",

		Intro:         "איזו שורה נקראת כהלכה? היא מתחילה מימין, אותיותיה כסדרן, והנקודה שבסופה משמאל.",
		ForMarks:      "באיזו מהן האותיות וסימני הניקוד כפי שצריך?",
		ForShape:      "באיזו מהן רואים את כל האותיות, בלי ריבועים, והחיבור ביניהן הטוב ביותר?",
		Ask:           "המספר שלה, %d עד %d, ואז Enter; 0 אם אין כזאת:",
		AskAgain:      "מספר מ־%d עד %d, או Enter לבדו כדי להשאיר הכול כפי שהיה:",
		NoneReads:     "אם כן, אין צורה שנקראת כהלכה במסוף הזה. אפשר לנסות מסוף אחר, או לספר לנו מה נראה ומה אומר warraq doctor.",
		WithoutSwitch: "ננסה עם הסידור של המסוף עצמו:",
		Remembered:    "נשמר למסוף הזה בקובץ %s",
		Unchanged:     "דבר לא השתנה.",
		Line:          "אתמול קראתי פרק (1 מתוך 15) על Go.",
		Vowelled:      "كَتَبَ مُعَلِّمٌ",
		OtherLetters:  "إلى الآن: پنج چراغ، گل یاس",
	}
}

// hebrewDoes says in Hebrew what terminals do, by the words of terminal's table.
var hebrewDoes = map[string]string{
	"turns each run of letters in one font between blanks":                     "הופך כל רצף אותיות בגופן אחד שבין רווחים",
	"reorders rows, apart at brackets, and joins letters once more":            "מסדר שורות, בנפרד סביב סוגריים, ומחבר את האותיות פעם נוספת",
	"reorders rows, with a base direction by content, and joins letters":       "מסדר שורות, בכיוון בסיס לפי התוכן, ומחבר אותיות",
	"reorders rows, with a base direction by content":                          "מסדר שורות, בכיוון בסיס לפי התוכן",
	"reorders runs of one style in its DOM renderer; nothing in the other":     "מסדר רצפים בעיצוב אחד כשהציור ב־DOM; אחרת לא עושה דבר",
	"reorders runs of one style, drops marks and format characters":            "מסדר רצפים בעיצוב אחד, ומשמיט ניקוד ותווי עיצוב",
	"reorders rows, with a left-to-right base, until mode 8 is reset":          "מסדר שורות, בכיוון בסיס משמאל לימין, עד שמצב 8 מבוטל",
	"draws in the order sent":                                                  "מצייר לפי סדר השליחה",
	"draws in the order sent; a mark makes its letter vanish":                  "מצייר לפי סדר השליחה; סימן ניקוד מעלים את האות שלו",
	"draws in the order sent; a mark takes a cell":                             "מצייר לפי סדר השליחה; סימן ניקוד תופס משבצת",
	"draws in the order sent, drops marks":                                     "מצייר לפי סדר השליחה, ומשמיט ניקוד",
	"draws in the order sent, misplaces marks":                                 "מצייר לפי סדר השליחה, וממקם את הניקוד לא נכון",
	"draws in the order sent, unless set to reorder":                           "מצייר לפי סדר השליחה, אלא אם הוגדר לסדר",
	"reorders rows until mode 8 is reset":                                      "מסדר שורות עד שמצב 8 מבוטל",
	"draws in the order sent, unless its setting for right-to-left text is on": "מצייר לפי סדר השליחה, אלא אם הופעלה בו ההגדרה לטקסט מימין לשמאל",
	"reorders rows": "מסדר שורות",
	"draws in the order sent; from 3.7 on it reorders rows": "מצייר בסדר שנשלח; מגרסה 3.7 מסדר שורות",
	"lays rows out by itself":                               "מעמד שורות בעצמו",
}
