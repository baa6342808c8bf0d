package words

import "github.com/warraq/warraq/store"

// Hebrew gives the Hebrew words.
func Hebrew() *Words {
	return &Words{
		Lang:      "he",
		Direction: "rtl",

		Name: "וראק",

		Comma: ", ", Quotes: [2]string{"״", "״"},

		Articles:    "כתבות",
		Article:     "כתבה",
		Related:     "כתבות קשורות",
		NoArticles:  "עדיין אין כתבות בספרייה. אפשר להוסיף קבצים, תיקייה או טקסט מועתק מכאן, או בפקודה: warraq add",
		NoMatch:     "אין כתבה מתאימה.",
		TooLong:     "מה שהודבק ארוך מדי לכאן; נלקחה תחילתו.",
		NoCommand:   "אין פקודה בשם הזה.",
		NoBookmarks: "עדיין אין סימניות. אפשר להוסיף סימנייה לכתבה במקש {bookmark}",
		NoRelated:   "אין כתבות קשורות.",
		NothingOpen: "נא לבחור כתבה מהרשימה.",

		Card: "תקציר בלבד",

		Filter:        "חיפוש:",
		Palette:       "פקודה:",
		BookmarksOnly: "סימניות בלבד",
		ArchivedNow:   "הועברה לארכיון.", UnarchivedNow: "הוחזרה לרשימות.", RemovedNow: "נמחקה.", WouldBeRemoved: "הייתה נמחקת.",
		BookmarkSet:  "נוספה סימנייה.",
		BookmarkGone: "הסימנייה הוסרה.",
		Arrived:      "התקבלו: %s.",
		DidYouMean:   "האם הכוונה ל־%s?",
		NoVersions:   "לכתבה לא היה נוסח אחר.", Until: "עד %s",
		FoundMore:       "בסך הכול %s; אלה %d הראשונות. \u200e--limit 0 מציג את כולן.",
		MarkedRead:      "סומנה כנקראה.",
		MarkedUnread:    "סומנה כלא נקראה.",
		NoEarlier:       "אין דבר לפני כן.",
		NoLater:         "אין דבר אחרי כן.",
		NoSuchRelated:   "אין כתבה במספר הזה.",
		CopiedParagraph: "הפסקה הועתקה.", CopiedPassage: "הקטע הועתק.", CopiedQuote: "הקטע הועתק עם מקורו.",
		CopiedArticle: "הכתבה הועתקה.",
		NoWrite:       "הפעולה לא נשמרה:",
		NoGuide:       "המדריך אינו בספרייה הזאת; {help} מציג את כל המקשים.",
		Form:          "צורת השורה:",

		CardNote: "הטקסט של הכתבה הזאת עדיין לא כאן; זה מה שידוע עליה. כדי להשלים אותה אפשר להוסיף קובץ שהטקסט נמצא בו.",

		Help:       "מקשים",
		Categories: [5]string{"גלילה", "ניווט", "סימונים", "תצוגה", "כללי"},
		Actions: map[string]string{
			"up": "שורה למעלה", "down": "שורה למטה",
			"page-up": "עמוד למעלה", "page-down": "עמוד למטה",
			"half-up": "חצי עמוד למעלה", "half-down": "חצי עמוד למטה",
			"top": "להתחלה", "bottom": "לסוף",
			"onward": "פתיחה", "back": "חזרה",
			"next-pane": "החלונית הבאה", "previous-pane": "החלונית הקודמת",
			"open-related": "פתיחת כתבה קשורה", "next-side": "החלפת החלונית השמאלית",
			"link": "מעבר לפי קישור בטקסט", "address": "קישור הכתבה", "trail": "מסלול הקריאה", "map": "מפה סביב הכתבה", "root": "שורש המילה", "compare": "השוואת שני דיווחים", "compact": "רשימה צפופה או מרווחת", "follow": "הרשימה עוקבת אחרי הכתבה",
			"earlier": "הקודם בהיסטוריה", "later": "הבא בהיסטוריה",
			"bookmark": "סימנייה", "read": "סימון כנקראה או כלא נקראה", "bookmarks": "סימניות בלבד",
			"filter": "חיפוש", "add": "הוספה", "fetch": "הבאת החדש", "feeds": "הזנות", "find": "חיפוש בכתבה", "next-hit": "המופע הבא", "previous-hit": "המופע הקודם", "copy-paragraph": "העתקת הקטע", "copy-quote": "העתקת הקטע עם מקורו", "copy-article": "העתקת הכתבה",
			"widen": "טקסט רחב יותר", "narrow": "טקסט צר יותר", "justify": "יישור לשני הצדדים", "tashkeel": "ניקוד: הכול, שדה או ללא",
			"print": "עמודים כמו בדפוס, או תאים", "digits": "החלפת ספרות", "theme": "החלפת ערכת צבעים", "alone": "הכתבה לבדה",
			"form": "החלפת צורת השורות", "redraw": "ציור המסך מחדש", "shelves": "חלקי הספרייה", "next-tab": "הלשונית הבאה", "previous-tab": "הלשונית הקודמת", "order": "החלפת המיון", "week": "היום או השבוע", "reverse": "היפוך המיון",
			"next-unread": "הבאה שלא נקראה", "all-read": "סימון הכול כנקרא", "undo": "ביטול הפעולה האחרונה", "tags": "תגית", "keep-search": "שמירת החיפוש כלשונית", "remove": "מחיקה", "remove-all": "מחיקת כמה כתבות", "archive": "העברה לארכיון או הוצאה ממנו", "pick": "בחירת כמה כתבות", "pick-up": "הרחבת הבחירה למעלה", "pick-down": "הרחבת הבחירה למטה", "select": "בחירת קטע", "highlight": "הדגשת הקטע", "note": "כתיבת הערה", "notes": "כל ההערות", "statistics": "סטטיסטיקת קריאה", "pictures": "הצגת התמונות או הסתרתן", "picture": "תמונה על כל המסך",
			"palette": "פקודות לפי שם", "settings": "הגדרות", "welcome": "מסך הפתיחה", "guide": "מדריך", "help": "מקשים", "listen": "הקראה", "passage": "מסירת הקטע לתוכנה", "quit": "יציאה",
			"search": "חיפוש", "next-match": "התוצאה הבאה", "previous-match": "התוצאה הקודמת",
		},

		months: map[Months][12]string{EgyptianMonths: {"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני",
			"יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"}},
		calendar: calendar{names: EgyptianMonths, hijri: [12]string{
			"מוחרם", "צפר", "רביע אל־אוול", "רביע א־ת׳אני", "ג׳ומאדא אל־אולא", "ג׳ומאדא א־ת׳אניה",
			"רג׳ב", "שעבאן", "רמדאן", "שוואל", "ד׳ו אל־קעדה", "ד׳ו אל־חיג׳ה",
		}, era: " להיג׳רה"},
		percent: "%", does: hebrewDoes,
		plural:      hebrewPlural,
		ArticleNoun: Noun{Zero: "אין כתבות", One: "כתבה אחת", Two: "שתי כתבות", Many: "כתבות"},
		TakesNoun:   Noun{One: "דקה אחת", Two: "שתי דקות", Many: "דקות"},
		LeftNoun:    Noun{Zero: "נותרה פחות מדקה", One: "נותרה דקה אחת", Two: "נותרו שתי דקות", Many: "נותרו %d דקות"},
		ChangeNoun:  Noun{Zero: "אין שינויים", One: "שינוי אחד", Two: "שני שינויים", Many: "שינויים"},
		UnreadNoun:  Noun{Zero: "הכול נקרא", One: "אחת לא נקראה", Two: "שתיים לא נקראו", Many: "לא נקראו"},

		AllReadNoun: Noun{Zero: "נקראה", One: "נקראה", Two: "נקראו", Many: "נקראו"},

		Outcomes: map[string]string{
			"new": "חדשה", "filled": "הושלמה", "updated": "עודכנה", "same": "כבר קיימת",
		},
		Elsewhere: "אותו טקסט אצל:",
		Why: map[store.Why]string{
			store.WhyLinked:     "מוזכרת בכתבה",
			store.WhyOnPage:     "מאותו דף",
			store.WhyNamed:      "מוזכרת בידי הכותב",
			store.WhyReadAlso:   "״קראו גם״ בטקסט",
			store.WhyInText:     "קישור בטקסט",
			store.WhyInBook:     "מאותו ספר",
			store.WhyPointsHere: "מזכירה את הכתבה הזאת",
			store.WhyLinksHere:  "הטקסט שלה מקשר לכאן",
			store.WhyElsewhere:  "אותו טקסט במקום אחר",
			store.WhySameEvent:  "אותו אירוע",
			store.WhySameStory:  "אותו סיפור",
			store.WhySameText:   "אותו טקסט",
		},

		Sides: Sides{
			Names: [4]string{"כתבות קשורות", "הסיפור לפי זמן", "קישורים לכאן", "היסטוריה"},
			None: [4]string{
				"אין כתבות קשורות: הכתבה אינה מזכירה אחרת, ואין בספרייה כתבה שיש לה די שמות ומילים משותפים איתה.",
				"לסיפור אין כאן המשך: אין בספרייה כתבה שמספרת מה קדם לו או מה בא אחריו.",
				"אין בספרייה כתבה שמקשרת לכאן, לא בטקסט ולא לצידו.",
				"עדיין לא נקרא דבר לפני הכתבה הזאת. מה שנקרא מופיע כאן, האחרון בראש.",
			},
			Relating: "ההשוואה בין הכתבות עוד נמשכת; מה שיתברר יופיע כאן.",
			Here:     "כאן ◂", Session: "בהפעלה הזאת", NoDay: "ללא תאריך",
			Trail: "מסלול הקריאה", NoTrail: "עדיין לא היה מעבר מכתבה לכתבה.",
			Map: "סביב הכתבה", NoMap: "אין דבר סביב הכתבה הזאת: אין בספרייה כתבה שקשורה אליה.",
			AskLink: "מספר הקישור:", NoLinks: "אין קישורים בכתבה הזאת.", NoSuchLink: "אין קישור במספר הזה.", Absent: "לא בספרייה: %s",
			ThisLink: "הקישור מוביל לכתבה הזאת עצמה.",
			Address:  "קישור", NoAddress: "הקישור של הכתבה הזאת אינו ידוע.",
			CardAway:    "הטקסט של הכתבה הזאת אינו בספרייה; זה הקישור שלה. כדי שיהיה כאן אפשר לפתוח אותו בדפדפן, לשמור את הדף ולהוסיף את הקובץ.",
			CardNowhere: "הטקסט של הכתבה הזאת אינו בספרייה, והקישור שלה אינו ידוע. כדי שיהיה כאן אפשר להוסיף קובץ שהטקסט נמצא בו.",
			Deeds:       [4]string{"העתקת הקישור", "פתיחה בדפדפן", "הוספת הטקסט מקובץ", "סגירה"},
			Copied:      "הקישור הועתק.",
			Opened:      "המערכת התבקשה לפתוח את הקישור.", NotOpened: "הקישור לא נפתח: אין כאן תוכנה שפותחת אותו. אפשר להעתיק אותו במקום זאת.",
		},

		Find: Find{Ask: "בכתבה:", Nothing: "עדיין אין מה לחפש. {find} מתחיל חיפוש.", NotThere: "לא נמצא בכתבה.", At: "מופע"},
		Shelves: Shelves{
			Title: "חלקי הספרייה", Names: [5]string{"כתבות", "לא נקראו", "סימניות", "להמשך קריאה", "ארכיון"},
			Kinds: [10]string{"הכול", "קריאה", "סימניות", "באמצע", "ארכיון", "חיפוש", "תגית", "מדור", "מקור", "תגית של המקור"},
			Order: "מיון:", Orders: map[store.Sort][2]string{
				store.ByPublished: {"מהחדשה לישנה", "מהישנה לחדשה"}, store.ByAdded: {"שנוספו לאחרונה תחילה", "שנוספו מזמן תחילה"},
				store.ByTitle: {"כותרת", "כותרת, בסדר הפוך"}, store.ByLength: {"מהארוכה לקצרה", "מהקצרה לארוכה"},
			},
			AllRead: "הכול סומן כנקרא.", NoneBegun: "אין כתבה שקריאתה נקטעה באמצע. מה שהתחילו לקרוא ולא סיימו מופיע כאן, האחרון בראש.", Kept: "החיפוש נשמר כלשונית.", Dropped: "החיפוש כבר אינו לשונית.", NoSearch: "תחילה יש לחפש, במקש {filter}; אז המקש הזה שומר את החיפוש כלשונית.",
			NoArchived: "הארכיון ריק. מה שמועבר אליו יוצא מהרשימות, והחיפוש עדיין מוצא אותו.",
		},
		Undo: Undo{
			Nothing: "אין מה לבטל.", Marked: "סומנו כנקראו:",
			Done: map[store.Done]string{
				store.DoneRead: "שוב לא נקראה.", store.DoneUnread: "שוב נקראה.",
				store.DoneBookmark: "הסימנייה הוסרה שוב.", store.DoneUnbookmark: "הסימנייה חזרה.",
				store.DoneTag: "התגית הוסרה שוב.", store.DoneUntag: "התגית חזרה.",
				store.DoneHighlight: "ההדגשה הוסרה שוב.", store.DoneUnhighlight: "ההדגשה חזרה.",
				store.DoneNote: "ההערה כפי שהייתה.", store.DoneRemove: "הכתבה חזרה.", store.DoneArchive: "חזרה לרשימות.", store.DoneUnarchive: "חזרה לארכיון.",
				store.DoneKeepSearch: "החיפוש כבר אינו לשונית.", store.DoneDropSearch: "החיפוש שוב לשונית.",
			},
		},
		Statistics: Statistics{
			Title: "הקריאה בשלושים הימים האחרונים", Nothing: "עדיין לא נמדד זמן קריאה. הוא נמדד כשכתבה פתוחה על המסך.",
			Minutes: Noun{Zero: "כלום", One: "דקה אחת", Two: "שתי דקות", Many: "דקות"}, In: " על פני ",
			Streak: Noun{One: "יום אחד ברצף", Two: "יומיים ברצף", Many: "ימים ברצף"},
			Ago:    Noun{One: "אתמול", Two: "לפני יומיים", Many: "לפני %d ימים"}, Today: "היום",
			BySection: "לפי מדור", BySource: "לפי מקור", Other: "אחר",
		},
		Notes: Notes{
			Title: "הערות והדגשות", None: "עדיין אין הערות. המקש {highlight} מדגיש את הפסקה שבראש החלונית, והמקש {note} כותב עליה הערה.",
			Ask: "הערה:", Set: "הקטע הודגש.", Gone: "ההדגשה הוסרה.", GoneNoted: "ההדגשה וההערה שלה הוסרו.", Noted: "ההערה נשמרה.",
		},
		Pictures: Pictures{
			One: "תמונה", None: "הכתבה הזאת הגיעה בלי תמונות.", Show: "%s מציג את התמונות", Hide: "%s מסתיר אותן",
			Numbered: "תמונה %d מתוך %d", Unreadable: "התמונה הזאת פגומה ואי אפשר להציגה.",
		},
		Looks: Looks{
			Settings: "הגדרות", KeptIn: "נשמרות בקובץ",
			Names: map[string]string{
				"lang": "שפה", "theme": "ערכת צבעים", "measure": "רוחב הטקסט", "compact": "רשימה צפופה", "preview": "תצוגה מקדימה של הכתבה הנבחרת", "list-width": "רוחב הרשימה", "related-width": "רוחב חלונית הקשורות", "spacing": "רווח בין פסקאות", "justify": "יישור לשני הצדדים",
				"direction": "כיוון הפסקאות", "form": "צורת השורות", "keyboard": "מקלדת", "shape": "חיבור אותיות", "marks": "ניקוד במסוף הזה",
				"color": "צבעים", "welcome": "מסך פתיחה בהפעלה", "no-backups": "גיבוי", "plain": "פריט בכל שורה, בלי חלוניות",
				"align": "יישור", "tashkeel": "ניקוד", "digits": "ספרות", "months": "שמות החודשים", "hijri": "תאריך היג׳רי", "view": "תצוגת הכתבה", "pictures": "תמונות", "mouse": "עכבר", "follow": "הרשימה עוקבת אחרי הכתבה",
			},
			Values: map[string]string{
				"true": "כן", "false": "לא", "no-backups true": "כבוי", "no-backups false": "מדי יום",
				"tashkeel show": "הכול", "shadda": "שדה בלבד", "tashkeel hide": "ללא", "show": "מוצג", "hide": "מוסתר",
				"spacing 0": "ללא, עם הזחה בתחילת פסקה", "spacing 1": "שורה אחת", "spacing 2": "שתי שורות",
				"align auto": "לפי השפה", "right": "ימין", "left": "שמאל",
				"asis": "כפי שנכתב", "arabic": "٠١٢٣", "persian": "۰۱۲۳", "european": "0123",
				"egyptian": "של מצרים והמפרץ", "levantine": "של הלבנט ועיראק",
				"moroccan": "של מרוקו", "algerian": "של אלג׳יריה ותוניסיה",
				"form visual": "סדר חזותי", "form anchored": "אותיות מעוגנות", "form alternate": "צבעים לסירוגין", "form marked": "סימני כיוון", "form blank": "רווחים מפרידים", "form toggle": "רצפים הפוכים", "form logical": "סדר הקריאה",
				"auto": "אוטומטי", "always": "תמיד", "never": "אף פעם", "basic": "במה שיש בכל גופן", "keep": "מוצג", "rtl": "מימין", "ltr": "משמאל",
				"keyboard latin": "לטינית", "keyboard arabic": "ערבית", "keyboard persian": "פרסית", "keyboard urdu": "אורדו", "keyboard hebrew": "עברית", "keyboard arabic-mac": "ערבית (מקינטוש)",
				"view cells": "תאים", "print": "עמודים כמו בדפוס", "pictures auto": "לפי יכולת המסוף", "cells": "משבצות צבע", "kitty": "הפרוטוקול של kitty", "iterm2": "הפרוטוקול של iTerm2", "sixel": "sixel",
				"list-width 0": "לפי המסך", "related-width 0": "לפי המסך",
				"theme auto": "לפי המסוף", "night": "לילה", "day": "יום", "sepia": "ספיה", "contrast": "ניגודיות גבוהה",
				"midnight": "חצות", "olive": "זית",
			},
			Groups:    map[string]string{"language": "שפה ותאריכים", "screen": "מסך", "text": "טקסט", "start": "בהפעלה", "keys": "מקשים"},
			Later:     "מההפעלה הבאה",
			NextValue: "הערך הבא", PreviousValue: "הערך הקודם",
			Keys:       hebrewKeys(),
			NoTashkeel: "המסוף הזה אינו מציג ניקוד.",
			NoPrint:    "המסוף הזה אינו מציג פיקסלים, או אינו אומר מה גודל התאים שלו: עמודים כמו בדפוס צריכים את שניהם. הפקודה warraq show ID --format pdf יוצרת אותם בקובץ.",
			NoThemes:   "במסוף הזה אין די צבעים לערכות צבעים.",
			Widest:     "הטקסט כבר ברוחב החלונית.", WiderAlone: "כדי לקבל עוד מקום אפשר להציג את הכתבה לבדה (%s).",
		},
		Intake: Intake{
			Ask: "קובץ, תיקייה או טקסט מודבק להוספה:", Reading: "בקריאה…", Busy: "ההוספה הקודמת עוד נמשכת.", Pasted: "הטקסט המודבק", TooLong: "מה שהודבק ארוך מכדי להוסיפו כך. אפשר לשמור אותו בקובץ ולהוסיף את הקובץ.",
			Outcomes: map[store.Outcome]Noun{
				store.New:     {One: "נוספה כתבה אחת", Two: "נוספו שתי כתבות", Many: "נוספו %d כתבות"},
				store.Filled:  {One: "הושלמה כתבה אחת", Two: "הושלמו שתי כתבות", Many: "הושלמו %d כתבות"},
				store.Updated: {One: "עודכנה כתבה אחת", Two: "עודכנו שתי כתבות", Many: "עודכנו %d כתבות"},
				store.Same:    {One: "כתבה אחת כבר כאן", Two: "שתי כתבות כבר כאן", Many: "כתבות כבר כאן"},
			},
			Refused: Noun{One: "קובץ אחד נדחה", Two: "שני קבצים נדחו", Many: "קבצים נדחו"},
		},
		Progress: Progress{
			Rate: "%s, %d בשנייה", Left: "%d%%, עוד %s",
			Upgrading:   "הספרייה מגרסה קודמת ומועברת לגרסה הזאת, פעם אחת; זה עשוי להימשך דקה.",
			Relating:    "הכתבות החדשות מושוות לאחרות, פעם אחת: %d מתוך %d",
			Interrupted: "הפעולה נקטעה. מה שנוסף (%s) נמצא בספרייה; כדי להמשיך יש להריץ את הפקודה שוב.",
		},

		Errors:   hebrewErrors(),
		Pager:    hebrewPager(),
		Manual:   hebrewManual().with(hebrewFeedManual()).with(hebrewSyncManual()).with(hebrewServeManual()),
		Terminal: hebrewTerminal(),
		Linear:   hebrewLinear(),
		Several:  hebrewSeveral(),
		Feeds:    hebrewFeeds(),
		Sync:     hebrewSync(),
		Serve:    hebrewServe(),
		Today:    hebrewToday(),
		Root:     hebrewRoot(),
		Compare:  hebrewCompare(),
		Days:     hebrewDays(),
		Welcome:  hebrewWelcome(),
		Listen:   hebrewListen(),
		Passage:  hebrewPassage(),
		Programs: hebrewPrograms(),
	}
}

// hebrewPlural has one form for one, one for two where the noun has it, and another for
// the rest.
func hebrewPlural(n int, noun Noun) string {
	switch {
	case n == 0:
		return noun.Zero
	case n == 1:
		return noun.One
	case n == 2 && noun.Two != "":
		return noun.Two
	default:
		return numberNoun(n, noun.Many)
	}
}

func hebrewPager() Pager {
	return Pager{
		Search: "חיפוש:", Searching: "בחיפוש…",
		NotAfter: "לא נמצא מכאן והלאה.", NotBefore: "לא נמצא לפני כן.",
		NoSearch: "עדיין לא חיפשו דבר. המקש / מתחיל חיפוש.",
	}
}

func hebrewSeveral() Several {
	return Several{
		Picked:  Noun{One: "כתבה אחת נבחרה", Two: "שתי כתבות נבחרו", Many: "כתבות נבחרו"},
		Removed: "נמחקו:", Archived: "הועברו לארכיון:", Unarchived: "הוחזרו לרשימות:", Unread: "סומנו כלא נקראו:",
		Bookmarked: "נוספו סימניות:", Unbookmarked: "הוסרו סימניות:",
		AskTag: "תגית:", AskFirstTag: "התגית הראשונה:", NewTag: "חדשה", Tagged: "נוספה תגית.", TaggedAll: "נוספה תגית:", Untagged: "התגית הוסרה.", UntaggedAll: "התגית הוסרה:",
		RemoveAll: "אילו כתבות למחוק?", CanUndo: "ביטול הפעולה מחזיר אותן, עד היציאה מהתוכנה.",
		AllListed: "כל הרשימה (%s)", AllOfSection: "כל המדור %s", AllOfSource: "כל מה שהגיע מאת %s",
		AllBundled: "כל מה שהגיע עם וראק", Nothing: "אף אחת",
	}
}

func hebrewLinear() Linear {
	return Linear{
		Prompt:    "מספר, מילים, או ? לעזרה:",
		More:      "Enter להמשך הרשימה:",
		NoMore:    "אין עוד. המקש l מציג שוב את הרשימה.",
		NoCommand: "אין פקודה במקש הזה. המקש ? מציג את הפקודות.",
		Unread:    "לא נקראה",

		HelpNumber: "מספר: פותח את הכתבה שהמספר לפניה.",
		HelpWords:  "מילים: חיפוש בספרייה; לפני אות יחידה יש להקיש /.",
		Commands: map[string]string{
			"l": "הרשימה מתחילתה", "n": "המשך הרשימה, כמו Enter", "r": "כתבות קשורות", "a": "הכתבה שוב",
			"[": "הכתבה הקודמת בהיסטוריה", "]": "הכתבה הבאה בהיסטוריה",
			"b": "הוספת סימנייה או הסרתה", "B": "סימניות", "u": "נקראה או לא נקראה", "U": "כתבות שלא נקראו",
			"?": "העזרה הזאת", "q": "יציאה",
		},
	}
}
