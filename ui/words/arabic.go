package words

import "warraq/store"

// Arabic gives the Arabic words.
func Arabic() *Words {
	return &Words{
		Lang:      "ar",
		Direction: "rtl",

		Name: "ورّاق",

		Comma: "، ",

		Articles:    "المقالات",
		Article:     "المقالة",
		Related:     "ذات صلة",
		NoArticles:  "لا مقالات في المكتبة بعد. أضِف منها ما تشاء بالأمر: warraq add",
		NoMatch:     "لا مقالة توافق ما كتبت.",
		NoBookmarks: "لا إشارات بعد. ضع إشارة على المقالة بالمفتاح b",
		NoRelated:   "لا مقالات ذات صلة.",
		NothingOpen: "اختر مقالة من القائمة.",

		Card: "بطاقة",

		Filter:          "بحث:",
		Palette:         "أمر:",
		BookmarksOnly:   "الإشارات وحدها",
		BookmarkSet:     "وُضعت الإشارة.",
		BookmarkGone:    "رُفعت الإشارة.",
		Arrived:         "وصلت %s.",
		DidYouMean:      "هل تقصد %s؟",
		MarkedRead:      "عُدّت مقروءة.",
		MarkedUnread:    "عُدّت غير مقروءة.",
		NoEarlier:       "لا شيء قبل هذا.",
		NoLater:         "لا شيء بعد هذا.",
		NoSuchRelated:   "لا مقالة بهذا الرقم.",
		CopiedParagraph: "نُسخت الفقرة.", CopiedPassage: "نُسخ المقطع.",
		CopiedArticle: "نُسخت المقالة.",
		NoWrite:       "لم يُحفظ ما فعلت:",
		Form:          "هيئة السطر:",

		CardNote: "لم يصل نص هذه المقالة بعد، وهذا ما ورد عنها. أضِف ملفًا فيه نصها لتكتمل هنا.",

		Help:       "المفاتيح",
		Categories: [5]string{"الحركة", "الانتقال", "العلامات", "الهيئة", "عام"},
		Actions: map[string]string{
			"up": "سطر إلى أعلى", "down": "سطر إلى أسفل",
			"page-up": "صفحة إلى أعلى", "page-down": "صفحة إلى أسفل",
			"half-up": "نصف صفحة إلى أعلى", "half-down": "نصف صفحة إلى أسفل",
			"top": "البداية", "bottom": "النهاية",
			"onward": "افتح وتقدّم", "back": "ارجع",
			"next-pane": "اللوح التالي", "previous-pane": "اللوح السابق",
			"open-related": "افتح ذات الصلة", "next-side": "ذات الصلة، والقصة، والإشارات، وما قرأت",
			"link": "اتبع رابطًا في النص", "address": "عنوان المقالة",
			"trail": "الطريق إلى هنا", "map": "خريطة ما حولها", "follow": "القائمة تتبع المقالة أو لا",
			"earlier": "السابقة في السجل", "later": "اللاحقة في السجل",
			"bookmark": "إشارة", "read": "مقروءة أو لا", "bookmarks": "الإشارات وحدها",
			"filter": "بحث", "add": "أضف", "find": "ابحث في المقالة", "next-hit": "الموضع التالي", "previous-hit": "الموضع السابق", "copy-paragraph": "انسخ المقطع", "copy-article": "انسخ المقالة",
			"widen": "وسّع النص", "narrow": "ضيّق النص", "justify": "ساوِ الأسطر أو لا", "tashkeel": "التشكيل أو بلا تشكيل",
			"digits": "الأرقام التالية", "theme": "الألوان التالية", "alone": "المقالة وحدها",
			"form": "هيئة السطر التالية", "redraw": "أعد رسم الشاشة", "shelves": "أقسام المكتبة", "next-tab": "القسم التالي", "previous-tab": "القسم السابق", "order": "الترتيب التالي", "reverse": "اعكس الترتيب",
			"next-unread": "التالية مما لم يُقرأ", "all-read": "عُدّها كلها مقروءة", "undo": "تراجع", "select": "حدد مقطعًا", "highlight": "ظلّل المقطع", "note": "اكتب ملاحظة", "notes": "كل الملاحظات", "statistics": "كم قرأت", "pictures": "أظهر صور المقال أو أخفها", "picture": "صورة تملأ الشاشة",
			"palette": "الأوامر بأسمائها", "settings": "الإعدادات", "welcome": "الترحيب من جديد", "guide": "الدليل", "help": "المفاتيح", "quit": "خروج",
			"search": "بحث", "next-match": "الموضع التالي", "previous-match": "الموضع السابق",
		},

		months:      arabicMonths,
		calendar:    calendar{names: EgyptianMonths, hijri: arabicHijri, era: "هـ"},
		plural:      arabicPlural,
		ArticleNoun: Noun{"لا مقالات", "مقالة واحدة", "مقالتان", "مقالات", "مقالة"},
		TakesNoun:   Noun{"", "قراءة دقيقة", "قراءة دقيقتين", "دقائق قراءة", "دقيقة قراءة"},
		LeftNoun:    Noun{"بقي أقل من دقيقة", "بقيت دقيقة", "بقيت دقيقتان", "دقائق باقية", "دقيقة باقية"},
		UnreadNoun:  Noun{"قُرئت كلها", "واحدة لم تُقرأ", "اثنتان لم تُقرآ", "لم تُقرأ", "لم تُقرأ"},

		Outcomes: map[string]string{
			"new": "جديدة", "filled": "اكتملت", "updated": "تجدّدت", "same": "موجودة",
		},
		Elsewhere: "القصة نفسها في:",
		Why: map[store.Why]string{
			store.WhyLinked:     "تذكرها المقالة",
			store.WhyOnPage:     "من الصفحة نفسها",
			store.WhyNamed:      "ذكرها الكاتب",
			store.WhyReadAlso:   "من «اقرأ أيضًا» في النص",
			store.WhyInText:     "رابط في النص",
			store.WhyInBook:     "من الكتاب نفسه",
			store.WhyPointsHere: "تذكر هذه المقالة",
			store.WhyLinksHere:  "في نصها رابط إلى هذه",
			store.WhyElsewhere:  "القصة نفسها في صحيفة أخرى",
			store.WhySameStory:  "القصة نفسها",
		},

		Sides: Sides{
			Names: [4]string{"ذات صلة", "القصة بترتيب الزمن", "تشير إليها", "ما قرأت"},
			None: [4]string{
				"لا مقالات ذات صلة: لا تسمّي هذه المقالة غيرها، وليس في المكتبة ما يشاركها ما يكفي من الأسماء والكلمات.",
				"لا تتمة لهذه القصة هنا: ليس في المكتبة مقالة تروي ما قبلها أو ما بعدها.",
				"لا تشير إليها مقالة في المكتبة، لا في متنها ولا فيما حولها.",
				"لم تقرأ قبلها شيئًا بعد. ما تقرؤه يبقى هنا، وآخره أوله.",
			},
			Relating: "ما زالت المقالات تُقارن بعضها ببعض، وما يُعرف منها يظهر هنا.",
			Here:     "هنا ◂", Session: "في هذه الجلسة", NoDay: "بلا تاريخ",
			Trail: "الطريق إلى هنا", NoTrail: "لم تنتقل من مقالة إلى أخرى بعد.",
			Map: "ما حول المقالة", NoMap: "لا شيء حول هذه المقالة: لا تتصل بها مقالة في المكتبة.",
			AskLink: "رقم الرابط:", NoLinks: "لا روابط في هذه المقالة.", NoSuchLink: "لا رابط بهذا الرقم.",
			ThisLink: "هذا الرابط إلى هذه المقالة نفسها.",
			Address:  "العنوان", NoAddress: "لا يُعرف لهذه المقالة عنوان.",
			CardAway:    "نص هذه المقالة ليس في المكتبة، وهذا عنوانه. افتحه في المتصفح، واحفظ الصفحة، ثم أضِف ملفها لتكتمل هنا.",
			CardNowhere: "نص هذه المقالة ليس في المكتبة، ولا يُعرف عنوانه. أضِف ملفًا فيه نصها لتكتمل هنا.",
			Deeds:       [4]string{"انسخ العنوان", "افتحه في المتصفح", "أضِف نص المقالة من ملف", "اتركه"},
			Copied:      "نُسخ العنوان.",
			Opened:      "طُلب من النظام فتح العنوان.", NotOpened: "لم يُفتح العنوان: ليس هنا برنامج يفتحه. انسخه بدلًا من ذلك.",
		},

		Find: Find{Ask: "في المقالة:", Nothing: "لا تبحث عن شيء. المفتاح Ctrl+f يبدأ البحث.", NotThere: "ليس في المقالة.", At: "الموضع"},
		Shelves: Shelves{
			Title: "أقسام المكتبة", Names: [3]string{"المقالات", "لم تُقرأ", "الإشارات"},
			Kinds: [6]string{"الكل", "القراءة", "الإشارات", "وسم", "قسم", "مصدر"},
			Order: "الترتيب:", Orders: map[store.Sort][2]string{
				store.ByPublished: {"الأحدث نشرًا", "الأقدم نشرًا"}, store.ByAdded: {"الأحدث إضافة", "الأقدم إضافة"},
				store.ByTitle: {"العنوان", "العنوان معكوسًا"}, store.ByLength: {"الأطول", "الأقصر"},
			},
			AllRead: "قُرئت كلها.",
		},
		Undo: Undo{
			Nothing: "لا شيء يُتراجع عنه.", Marked: "عُدّت مقروءة:",
			Done: map[store.Done]string{
				store.DoneRead: "عادت غير مقروءة.", store.DoneUnread: "عادت مقروءة.",
				store.DoneBookmark: "رُفعت الإشارة.", store.DoneUnbookmark: "عادت الإشارة.",
				store.DoneTag: "رُفع الوسم.", store.DoneUntag: "عاد الوسم.",
				store.DoneHighlight: "رُفع التظليل.", store.DoneUnhighlight: "عاد التظليل.",
				store.DoneNote: "عادت الملاحظة كما كانت.", store.DoneRemove: "عادت المقالة.",
			},
		},
		Statistics: Statistics{
			Title: "ما قرأت في ثلاثين يومًا", Nothing: "لم تُحسب دقيقة قراءة بعد. يُحسب الوقت والمقالة مفتوحة أمامك.",
			Minutes: Noun{"لا شيء", "دقيقة", "دقيقتان", "دقائق", "دقيقة"}, In: " في ",
			Streak: Noun{"", "يوم واحد متصل", "يومان متصلان", "أيام متصلة", "يومًا متصلًا"},
			Ago:    Noun{"", "قبل يوم", "قبل يومين", "أيام مضت", "يومًا مضى"}, Today: "اليوم",
			BySection: "بحسب القسم", BySource: "بحسب المصدر", Other: "غير ذلك",
		},
		Notes: Notes{
			Title: "الملاحظات والتظليل", None: "لا ملاحظات بعد. المفتاح h يظلل الفقرة التي في أعلى اللوح، والمفتاح m يكتب عليها ملاحظة.",
			Ask: "ملاحظة:", Set: "ظُلل المقطع.", Gone: "رُفع التظليل.", Noted: "كُتبت الملاحظة.",
		},
		Pictures: Pictures{
			One: "صورة", None: "لم تأتِ مع هذا المقال صور.", Show: "%s لإظهار الصور", Hide: "%s لإخفائها",
			Numbered: "الصورة %d من %d", Unreadable: "هذه الصورة تالفة فلا تُعرض.",
		},
		Welcome: Welcome{
			Title:     "أهلًا بك في ورّاق",
			Reads:     "هل يُقرأ هذا السطر صحيحًا؟ يبدأ من اليمين، وحروفه موصولة، ونقطته في آخره يسارًا:",
			Otherwise: "إن لم يصح فاضغط F حتى يصح، وسيُحفظ ذلك لهذه الطرفية. والأمر warraq calibrate يسألك عن الحروف والتشكيل أيضًا.",
		},
		Looks: Looks{
			Settings: "الإعدادات", KeptIn: "تُحفظ في",
			Names: map[string]string{
				"lang": "لغة الواجهة", "theme": "الألوان", "measure": "عرض النص", "list-width": "عرض القائمة", "related-width": "عرض لوح الصلة", "spacing": "بين الفقرات", "justify": "مساواة الأسطر",
				"direction": "اتجاه الفقرات", "form": "هيئة السطر", "keyboard": "لوحة المفاتيح", "shape": "وصل الحروف", "marks": "التشكيل في هذه الطرفية",
				"color": "استعمال الألوان", "welcome": "الترحيب عند البدء", "no-backups": "بلا نسخة كل يوم", "plain": "سطر بعد سطر بلا ألواح",
				"align": "حافة الأسطر", "tashkeel": "التشكيل", "digits": "الأرقام", "months": "أسماء الشهور", "hijri": "التاريخ الهجري", "pictures": "الصور", "mouse": "الفأرة", "follow": "القائمة تتبع المقالة",
			},
			Values: map[string]string{
				"true": "نعم", "false": "لا", "ar": "العربية", "en": "English",
				"show": "ظاهر", "hide": "مخفي",
				"spacing 0": "لا سطر، ويبدأ أول كل فقرة إلى الداخل", "spacing 1": "سطر", "spacing 2": "سطران",
				"align auto": "بحسب اللغة", "right": "اليمين", "left": "اليسار",
				"asis": "كما كُتبت", "arabic": "٠١٢٣", "persian": "۰۱۲۳", "european": "0123",
				"egyptian": "يناير، فبراير (مصر والخليج)", "levantine": "كانون الثاني، شباط (الشام والعراق)",
				"moroccan": "يوليوز، غشت (المغرب)", "algerian": "جانفي، فيفري (الجزائر وتونس)",
				"auto": "تلقائيًا", "always": "دائمًا", "never": "أبدًا", "basic": "بما في كل خط", "keep": "ظاهر", "rtl": "من اليمين", "ltr": "من اليسار",
				"keyboard latin": "لاتينية", "keyboard arabic": "عربية", "keyboard persian": "فارسية", "keyboard urdu": "أردية", "keyboard hebrew": "عبرية", "keyboard arabic-mac": "عربية (ماك)",
				"pictures auto": "بحسب الطرفية", "cells": "مربعات ملوّنة", "kitty": "طريقة kitty", "iterm2": "طريقة iTerm2", "sixel": "sixel",
				"list-width 0": "بحسب الشاشة", "related-width 0": "بحسب الشاشة",
				"theme auto": "بحسب الطرفية", "night": "ليل", "day": "نهار", "sepia": "ورق قديم", "contrast": "تباين عالٍ",
				"midnight": "منتصف الليل", "olive": "زيتون",
			},
			Later:      "من المرة القادمة",
			NoTashkeel: "لا تعرض هذه الطرفية التشكيل.",
			NoThemes:   "ألوان هذه الطرفية أقل من أن تُغيّر.",
		},
		Intake: Intake{
			Ask: "أضِف ملفًا أو مجلدًا أو نصًّا تلصقه:", Reading: "يُقرأ…", Busy: "ما زال ما قبله يُضاف.", Pasted: "النص الملصق",
			Outcomes: map[store.Outcome]Noun{
				store.New:     {One: "أُضيفت مقالة واحدة", Two: "أُضيفت مقالتان", Few: "مقالات أُضيفت", Many: "مقالة أُضيفت"},
				store.Filled:  {One: "اكتملت بطاقة", Two: "اكتملت بطاقتان", Few: "بطاقات اكتملت", Many: "بطاقة اكتملت"},
				store.Updated: {One: "تجدّدت مقالة", Two: "تجدّدت مقالتان", Few: "مقالات تجدّدت", Many: "مقالة تجدّدت"},
				store.Same:    {One: "مقالة كانت هنا", Two: "مقالتان كانتا هنا", Few: "مقالات كانت هنا", Many: "مقالة كانت هنا"},
			},
			Refused: Noun{One: "لم يُقبل ملف", Two: "لم يُقبل ملفان", Few: "ملفات لم تُقبل", Many: "ملفًا لم يُقبل"},
		},
		Progress: Progress{
			Rate: "%s، %d في الثانية", Left: "%d%%، بقي %s",
			Relating:    "تُقارن المقالات الجديدة بغيرها، مرة واحدة: %d من %d",
			Interrupted: "أُوقفت الإضافة. ما أُضيف (%s) باقٍ في المكتبة، وإعادة الأمر تُكملها.",
		},

		Errors:   arabicErrors(),
		Pager:    arabicPager(),
		Manual:   arabicManual(),
		Terminal: arabicTerminal(),
		Linear:   arabicLinear(),
	}
}
