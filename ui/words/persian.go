package words

import "github.com/warraq/warraq/store"

// Persian gives the Persian words.
func Persian() *Words {
	return &Words{
		Lang:      "fa",
		Direction: "rtl",

		Name: "ورّاق",

		Comma: "، ", Quotes: [2]string{"«", "»"},

		Articles:    "مقاله‌ها",
		Article:     "مقاله",
		Related:     "مقاله‌های مرتبط",
		NoArticles:  "کتابخانه هنوز مقاله‌ای ندارد. از همین‌جا پرونده، پوشه یا متنِ کپی‌شده اضافه کنید، یا با فرمان: warraq add",
		NoMatch:     "مقاله‌ای با این مشخصات نیست.",
		TooLong:     "آنچه چسباندید برای این‌جا بلند بود؛ آغازش گرفته شد.",
		NoCommand:   "فرمانی با این نام نیست.",
		NoBookmarks: "هنوز نشانه‌ای نگذاشته‌اید. با کلید {bookmark} روی مقاله نشانه بگذارید",
		NoRelated:   "مقالهٔ مرتبطی نیست.",
		NothingOpen: "مقاله‌ای از فهرست برگزینید.",

		Card: "فقط چکیده",

		Filter:        "جست‌وجو:",
		Palette:       "فرمان:",
		BookmarksOnly: "فقط نشانه‌دارها",
		ArchivedNow:   "بایگانی شد.", UnarchivedNow: "به فهرست‌ها برگشت.", RemovedNow: "حذف شد.", WouldBeRemoved: "حذف می‌شود.",
		BookmarkSet:  "نشانه گذاشته شد.",
		BookmarkGone: "نشانه برداشته شد.",
		Arrived:      "%s رسید.",
		DidYouMean:   "منظورتان %s بود؟",
		NoVersions:   "این مقاله متن دیگری نداشته است.", Until: "تا %s",
		FoundMore:       "روی‌هم %s؛ این‌ها %d تای نخست‌اند. گزینهٔ \u200e--limit 0 همه را نشان می‌دهد.",
		MarkedRead:      "خوانده‌شده علامت خورد.",
		MarkedUnread:    "نخوانده علامت خورد.",
		NoEarlier:       "پیش از این چیزی نیست.",
		NoLater:         "پس از این چیزی نیست.",
		NoSuchRelated:   "مقاله‌ای با این شماره نیست.",
		CopiedParagraph: "بند کپی شد.", CopiedPassage: "گزیده کپی شد.", CopiedQuote: "گزیده با منبعش کپی شد.",
		CopiedArticle: "مقاله کپی شد.",
		NoWrite:       "کاری که کردید ذخیره نشد:",
		NoGuide:       "راهنما در این کتابخانه نیست؛ کلید {help} همهٔ کلیدها را نشان می‌دهد.",
		Form:          "شکل سطر:",

		CardNote: "متن این مقاله هنوز نرسیده و آنچه از آن می‌دانیم همین است. پرونده‌ای که متنش را دارد اضافه کنید تا این‌جا کامل شود.",

		Help:       "کلیدها",
		Categories: [5]string{"پیمایش", "رفت‌وآمد", "علامت‌ها", "نما", "عمومی"},
		Actions: map[string]string{
			"up": "یک سطر بالا", "down": "یک سطر پایین",
			"page-up": "یک صفحه بالا", "page-down": "یک صفحه پایین",
			"half-up": "نیم صفحه بالا", "half-down": "نیم صفحه پایین",
			"top": "آغاز", "bottom": "پایان",
			"onward": "باز کردن", "back": "برگشت",
			"next-pane": "قاب بعدی", "previous-pane": "قاب قبلی",
			"open-related": "باز کردن مقالهٔ مرتبط", "next-side": "عوض کردن قاب چپ",
			"link": "دنبال کردن پیوندی در متن", "address": "پیوند مقاله",
			"trail": "رد مطالعه", "map": "نقشهٔ پیرامون مقاله", "root": "ریشهٔ واژه", "compare": "مقایسهٔ دو گزارش", "compact": "فهرست یک‌سطری یا باز", "follow": "فهرست دنبال مقاله بیاید",
			"earlier": "قبلی در پیشینه", "later": "بعدی در پیشینه",
			"bookmark": "نشانه", "read": "خوانده یا نخوانده", "bookmarks": "فقط نشانه‌دارها",
			"filter": "جست‌وجو", "add": "افزودن", "fetch": "گرفتن تازه‌ها", "feeds": "خوراک‌ها", "find": "یافتن در مقاله", "next-hit": "مورد بعدی", "previous-hit": "مورد قبلی", "copy-paragraph": "کپی گزیده", "copy-quote": "کپی گزیده با منبع", "copy-article": "کپی مقاله",
			"widen": "متن پهن‌تر", "narrow": "متن باریک‌تر", "justify": "تراز کردن سطرها", "tashkeel": "اِعراب: همه، تشدید یا هیچ",
			"print": "صفحه مانند چاپ، یا خانه‌ها", "digits": "عوض کردن رقم‌ها", "theme": "عوض کردن پوسته", "alone": "فقط مقاله",
			"form": "عوض کردن شکل سطر", "redraw": "بازکشیدن صفحه", "shelves": "بخش‌های کتابخانه", "next-tab": "بخش بعدی", "previous-tab": "بخش قبلی", "order": "عوض کردن ترتیب", "week": "امروز یا هفته", "reverse": "وارونه کردن ترتیب",
			"next-unread": "نخواندهٔ بعدی", "all-read": "همه را خوانده علامت بزن", "undo": "واگرد", "tags": "برچسب", "keep-search": "نگه داشتن جست‌وجو به صورت زبانه", "remove": "حذف", "remove-all": "حذف چند مقاله", "archive": "بایگانی، یا بیرون آوردن از آن", "pick": "برگزیدن چند مقاله", "pick-up": "گسترش گزینش به بالا", "pick-down": "گسترش گزینش به پایین", "select": "برگزیدن گزیده", "highlight": "رنگی کردن گزیده", "note": "نوشتن یادداشت", "notes": "همهٔ یادداشت‌ها", "statistics": "آمار مطالعه", "pictures": "نمایش یا پنهان کردن عکس‌ها", "picture": "عکس در تمام صفحه",
			"palette": "فرمان‌ها به نام", "settings": "تنظیمات", "welcome": "صفحهٔ خوشامد", "guide": "راهنما", "help": "کلیدها", "listen": "بلند خواندن", "passage": "فرستادن گزیده به برنامه", "quit": "خروج",
			"search": "جست‌وجو", "next-match": "مورد بعدی", "previous-match": "مورد قبلی",
		},

		months: map[Months][12]string{EgyptianMonths: {"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن",
			"ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"}},
		calendar: calendar{names: EgyptianMonths, hijri: [12]string{
			"محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
			"رجب", "شعبان", "رمضان", "شوال", "ذی‌القعده", "ذی‌الحجه",
		}, era: " ق"},
		percent: "٪", does: persianDoes,
		plural:      englishPlural,
		ArticleNoun: Noun{Zero: "بدون مقاله", One: "1 مقاله", Many: "مقاله"},
		TakesNoun:   Noun{One: "1 دقیقه مطالعه", Many: "دقیقه مطالعه"},
		LeftNoun:    Noun{Zero: "کمتر از یک دقیقه مانده", One: "یک دقیقه مانده", Many: "دقیقه مانده"},
		ChangeNoun:  Noun{Zero: "بدون تغییر", One: "یک تغییر", Many: "تغییر"},
		UnreadNoun:  Noun{Zero: "همه خوانده", One: "1 نخوانده", Many: "نخوانده"},

		AllReadNoun: Noun{Zero: "خوانده", One: "خوانده", Many: "همه خوانده"},

		Outcomes: map[string]string{
			"new": "تازه", "filled": "کامل شد", "updated": "به‌روز شد", "same": "از پیش بود",
		},
		Elsewhere: "همین متن در:",
		Why: map[store.Why]string{
			store.WhyLinked:     "مقاله از آن نام برده",
			store.WhyOnPage:     "از همان صفحه",
			store.WhyNamed:      "نویسنده از آن نام برده",
			store.WhyReadAlso:   "از «بیشتر بخوانید» در متن",
			store.WhyInText:     "پیوندی در متن",
			store.WhyInBook:     "از همان کتاب",
			store.WhyPointsHere: "از این مقاله نام برده",
			store.WhyLinksHere:  "متنش به این‌جا پیوند دارد",
			store.WhyElsewhere:  "همین متن در جایی دیگر",
			store.WhySameEvent:  "همین رویداد",
			store.WhySameStory:  "همین ماجرا",
			store.WhySameText:   "همین متن",
		},

		Sides: Sides{
			Names: [4]string{"مقاله‌های مرتبط", "ماجرا به ترتیب زمان", "پیوندها به این‌جا", "پیشینه"},
			None: [4]string{
				"مقالهٔ مرتبطی نیست: این مقاله از دیگری نام نبرده و در کتابخانه چیزی نیست که نام‌ها و واژه‌های مشترک بسنده با آن داشته باشد.",
				"این ماجرا این‌جا دنباله ندارد: در کتابخانه مقاله‌ای نیست که پیش یا پس از آن را بازگوید.",
				"هیچ مقاله‌ای در کتابخانه به این‌جا پیوند ندارد، نه در متن و نه در کنار آن.",
				"پیش از این هنوز چیزی نخوانده‌اید. آنچه می‌خوانید این‌جا می‌آید، تازه‌ترین در بالا.",
			},
			Relating: "مقاله‌ها هنوز با هم سنجیده می‌شوند؛ آنچه دانسته شود این‌جا می‌آید.",
			Here:     "این‌جا ◂", Session: "در همین نشست", NoDay: "بی‌تاریخ",
			Trail: "رد مطالعه", NoTrail: "هنوز از مقاله‌ای به مقالهٔ دیگر نرفته‌اید.",
			Map: "پیرامون مقاله", NoMap: "پیرامون این مقاله چیزی نیست: در کتابخانه مقاله‌ای مرتبط با آن نیست.",
			AskLink: "شمارهٔ پیوند:", NoLinks: "این مقاله پیوندی ندارد.", NoSuchLink: "پیوندی با این شماره نیست.", Absent: "در کتابخانه نیست: %s",
			ThisLink: "این پیوند به همین مقاله است.",
			Address:  "پیوند", NoAddress: "پیوند این مقاله دانسته نیست.",
			CardAway:    "متن این مقاله در کتابخانه نیست و پیوندش این است. آن را در مرورگر باز کنید، صفحه را ذخیره کنید و پرونده‌اش را بیفزایید تا این‌جا کامل شود.",
			CardNowhere: "متن این مقاله در کتابخانه نیست و پیوندش هم دانسته نیست. پرونده‌ای که متنش را دارد بیفزایید تا این‌جا کامل شود.",
			Deeds:       [4]string{"کپی پیوند", "باز کردن در مرورگر", "افزودن متن مقاله از پرونده", "بستن"},
			Copied:      "پیوند کپی شد.",
			Opened:      "از سیستم خواسته شد پیوند را باز کند.", NotOpened: "پیوند باز نشد: این‌جا برنامه‌ای برای آن نیست. به جایش آن را کپی کنید.",
		},

		Find: Find{Ask: "در مقاله:", Nothing: "هنوز چیزی جست‌وجو نشده. {find} آغاز می‌کند.", NotThere: "در مقاله نیست.", At: "مورد"},
		Shelves: Shelves{
			Title: "بخش‌های کتابخانه", Names: [5]string{"مقاله‌ها", "نخوانده", "نشانه‌دار", "ادامهٔ مطالعه", "بایگانی"},
			Kinds: [10]string{"همه", "مطالعه", "نشانه‌ها", "نیمه‌خوانده", "بایگانی", "جست‌وجو", "برچسب", "بخش", "منبع", "برچسب منبع"},
			Order: "ترتیب:", Orders: map[store.Sort][2]string{
				store.ByPublished: {"تازه‌ترین انتشار", "کهنه‌ترین انتشار"}, store.ByAdded: {"تازه‌ترین افزوده", "کهنه‌ترین افزوده"},
				store.ByTitle: {"عنوان", "عنوان، وارونه"}, store.ByLength: {"بلندترین", "کوتاه‌ترین"},
			},
			AllRead: "همه خوانده علامت خورد.", NoneBegun: "چیزی نیمه‌خوانده نیست. آنچه آغاز کنید و به پایان نبرید این‌جا می‌آید، تازه‌ترین در بالا.", Kept: "جست‌وجو به صورت زبانه نگه داشته شد.", Dropped: "جست‌وجو دیگر زبانه نیست.", NoSearch: "نخست با {filter} جست‌وجو کنید؛ سپس این آن را به صورت زبانه نگه می‌دارد.", NoArchived: "بایگانی خالی است. آنچه بایگانی شود از فهرست‌ها بیرون می‌رود و جست‌وجو همچنان پیدایش می‌کند.",
		},
		Undo: Undo{
			Nothing: "چیزی برای واگرد نیست.", Marked: "خوانده علامت خورد:",
			Done: map[store.Done]string{
				store.DoneRead: "باز نخوانده شد.", store.DoneUnread: "باز خوانده شد.",
				store.DoneBookmark: "نشانه برداشته شد.", store.DoneUnbookmark: "نشانه برگشت.",
				store.DoneTag: "برچسب برداشته شد.", store.DoneUntag: "برچسب برگشت.",
				store.DoneHighlight: "رنگ برداشته شد.", store.DoneUnhighlight: "رنگ برگشت.",
				store.DoneNote: "یادداشت مثل پیش شد.", store.DoneRemove: "مقاله برگشت.", store.DoneArchive: "به فهرست‌ها برگشت.", store.DoneUnarchive: "دوباره بایگانی شد.",
				store.DoneKeepSearch: "جست‌وجو دیگر زبانه نیست.", store.DoneDropSearch: "جست‌وجو باز زبانه شد.",
			},
		},
		Statistics: Statistics{
			Title: "آنچه در سی روز خواندید", Nothing: "هنوز زمانی شمرده نشده. زمان وقتی شمرده می‌شود که مقاله‌ای پیش رویتان باز باشد.",
			Minutes: Noun{Zero: "هیچ", One: "1 دقیقه", Many: "دقیقه"}, In: " در ",
			Streak: Noun{One: "1 روز", Many: "روز پیاپی"},
			Ago:    Noun{One: "دیروز", Many: "روز پیش"}, Today: "امروز",
			BySection: "به تفکیک بخش", BySource: "به تفکیک منبع", Other: "دیگر",
		},
		Notes: Notes{
			Title: "یادداشت‌ها و رنگی‌ها", None: "هنوز یادداشتی نیست. کلید {highlight} بندِ بالای قاب را رنگی می‌کند و {note} بر آن یادداشت می‌نویسد.",
			Ask: "یادداشت:", Set: "گزیده رنگی شد.", Gone: "رنگ برداشته شد.", GoneNoted: "رنگ و یادداشتش برداشته شد.", Noted: "یادداشت ذخیره شد.",
		},
		Pictures: Pictures{
			One: "عکس", None: "این مقاله عکسی ندارد.", Show: "%s عکس‌ها را نشان می‌دهد", Hide: "%s پنهانشان می‌کند",
			Numbered: "عکس %d از %d", Unreadable: "این عکس آسیب دیده و نمایش‌دادنی نیست.",
		},
		Looks: Looks{
			Settings: "تنظیمات", KeptIn: "ذخیره در",
			Names: map[string]string{
				"lang": "زبان رابط", "theme": "پوسته", "measure": "پهنای متن", "compact": "فهرست فشرده", "preview": "پیش‌نمایش مقالهٔ برگزیده", "list-width": "پهنای فهرست", "related-width": "پهنای قاب مرتبط‌ها", "spacing": "فاصلهٔ بندها", "justify": "تراز دوسویه",
				"direction": "جهت بندها", "form": "شکل سطر", "keyboard": "صفحه‌کلید", "shape": "پیوستن حرف‌ها", "marks": "اِعراب در این پایانه",
				"color": "رنگ‌ها", "welcome": "خوشامد در آغاز", "no-backups": "پشتیبان‌گیری", "plain": "هر چیز در یک سطر، بدون قاب",
				"align": "لبهٔ سطرها", "tashkeel": "اِعراب", "digits": "رقم‌ها", "months": "نام ماه‌ها", "hijri": "تاریخ هجری قمری", "view": "نمایش مقاله", "pictures": "عکس‌ها", "mouse": "ماوس", "follow": "فهرست دنبال مقاله بیاید",
			},
			Values: map[string]string{
				"true": "بله", "false": "نه", "no-backups true": "خاموش", "no-backups false": "هر روز",
				"tashkeel show": "همه", "shadda": "تنها تشدید", "tashkeel hide": "هیچ", "show": "نمایان", "hide": "پنهان",
				"spacing 0": "هیچ، با تورفتگی آغاز بند", "spacing 1": "یک سطر", "spacing 2": "دو سطر",
				"align auto": "به زبان", "right": "راست", "left": "چپ",
				"asis": "همان‌گونه که نوشته شده", "arabic": "٠١٢٣", "persian": "۰۱۲۳", "european": "0123",
				"egyptian": "مصر و خلیج فارس", "levantine": "شام و عراق",
				"moroccan": "مراکش", "algerian": "الجزایر و تونس",
				"form visual": "ترتیب دیداری", "form anchored": "حروف ثابت‌شده", "form alternate": "رنگ‌های یک‌درمیان", "form marked": "نشانه‌های جهت", "form blank": "جاهای خالی جداکننده", "form toggle": "پاره‌های برگردانده", "form logical": "ترتیب خواندن",
				"auto": "خودکار", "always": "همیشه", "never": "هرگز", "basic": "با آنچه هر قلمی دارد", "keep": "نمایان", "rtl": "از راست", "ltr": "از چپ",
				"keyboard latin": "لاتین", "keyboard arabic": "عربی", "keyboard persian": "فارسی", "keyboard urdu": "اردو", "keyboard hebrew": "عبری", "keyboard arabic-mac": "عربی (مک)",
				"view cells": "خانه‌ها", "print": "صفحه مانند چاپ", "pictures auto": "به توان پایانه", "cells": "خانه‌های رنگی", "kitty": "شیوهٔ kitty", "iterm2": "شیوهٔ iTerm2", "sixel": "sixel",
				"list-width 0": "به اندازهٔ صفحه", "related-width 0": "به اندازهٔ صفحه",
				"theme auto": "به رنگ پایانه", "night": "شب", "day": "روز", "sepia": "کاغذ کهنه", "contrast": "پرتضاد",
				"midnight": "نیمه‌شب", "olive": "زیتونی",
			},
			Groups:    map[string]string{"language": "زبان و تاریخ", "screen": "صفحه", "text": "متن", "start": "هنگام اجرا", "keys": "کلیدها"},
			Later:     "از اجرای بعدی",
			NextValue: "مقدار بعد", PreviousValue: "مقدار پیش",
			Keys:       persianKeys(),
			NoTashkeel: "این پایانه اِعراب را نشان نمی‌دهد.",
			NoPrint:    "این پایانه نقطه نشان نمی‌دهد یا نمی‌گوید خانه‌هایش چه اندازه است؛ صفحهٔ چاپی هر دو را می‌خواهد. warraq show ID --format pdf آن را در پرونده می‌سازد.",
			NoThemes:   "رنگ‌های این پایانه برای پوسته کم است.",
			Widest:     "متن به پهنای قاب خود است.", WiderAlone: "برای جای بیشتر، مقاله را تنها نشان دهید (%s).",
		},
		Intake: Intake{
			Ask: "پرونده، پوشه یا متن چسبانده:", Reading: "در حال خواندن…", Busy: "افزودنِ قبلی هنوز در جریان است.", Pasted: "متن چسبانده", TooLong: "آنچه چسباندید برای افزودن بلند است. در پرونده‌ای ذخیره‌اش کنید و آن را بیفزایید.",
			Outcomes: map[store.Outcome]Noun{
				store.New:     {One: "1 مقاله افزوده شد", Many: "مقاله افزوده شد"},
				store.Filled:  {One: "1 مقاله کامل شد", Many: "مقاله کامل شد"},
				store.Updated: {One: "1 مقاله به‌روز شد", Many: "مقاله به‌روز شد"},
				store.Same:    {One: "1 مقاله از پیش بود", Many: "مقاله از پیش بود"},
			},
			Refused: Noun{One: "1 پرونده پذیرفته نشد", Many: "پرونده پذیرفته نشد"},
		},
		Progress: Progress{
			Rate: "%s، %d در ثانیه", Left: "%d٪، %s مانده",
			Upgrading:   "کتابخانه از نسخه‌ای پیشین است و یک بار به این نسخه آورده می‌شود؛ شاید یک دقیقه طول بکشد.",
			Relating:    "مقاله‌های تازه یک بار با دیگران سنجیده می‌شوند: %d از %d",
			Interrupted: "افزودن متوقف شد. آنچه افزوده شده (%s) در کتابخانه است؛ برای ادامه فرمان را دوباره بدهید.",
		},

		Errors:   persianErrors(),
		Pager:    persianPager(),
		Manual:   persianManual().with(persianFeedManual()).with(persianSyncManual()).with(persianServeManual()),
		Feeds:    persianFeeds(),
		Sync:     persianSync(),
		Serve:    persianServe(),
		Terminal: persianTerminal(),
		Linear:   persianLinear(),
		Several:  persianSeveral(),
		Today:    persianToday(),
		Root:     persianRoot(),
		Compare:  persianCompare(),
		Days:     persianDays(),
		Welcome:  persianWelcome(),
		Listen:   persianListen(),
		Passage:  persianPassage(),
		Programs: persianPrograms(),
	}
}

func persianPager() Pager {
	return Pager{
		Search: "جست‌وجو:", Searching: "در حال جست‌وجو…",
		NotAfter: "از این‌جا به بعد نیست.", NotBefore: "پیش از این نیست.",
		NoSearch: "هنوز چیزی جست‌وجو نشده. کلید / جست‌وجو را آغاز می‌کند.",
	}
}

func persianSeveral() Several {
	return Several{
		Picked:  Noun{One: "1 برگزیده", Many: "برگزیده"},
		Removed: "حذف شد:", Archived: "بایگانی شد:", Unarchived: "به فهرست‌ها برگشت:", Unread: "نخوانده علامت خورد:",
		Bookmarked: "نشانه گذاشته شد:", Unbookmarked: "نشانه برداشته شد:",
		RemoveAll: "کدام مقاله‌ها حذف شود؟", CanUndo: "واگرد تا وقتی در برنامه‌اید آن‌ها را برمی‌گرداند.",
		AllListed: "همهٔ فهرست %s", AllOfSection: "همهٔ بخش %s", AllOfSource: "هر آنچه از %s آمده",
		AskTag: "برچسب:", AskFirstTag: "نخستین برچسب:", NewTag: "تازه", Tagged: "برچسب خورد.", TaggedAll: "برچسب خورد:", Untagged: "برچسب برداشته شد.", UntaggedAll: "برچسب برداشته شد از:",
		AllBundled: "هر آنچه با ورّاق آمده", Nothing: "هیچ‌کدام",
	}
}

func persianLinear() Linear {
	return Linear{
		Prompt:    "شماره، واژه‌ها، یا ? برای راهنما:",
		More:      "Enter برای بقیه:",
		NoMore:    "دیگر نیست. کلید l فهرست را از نو می‌آورد.",
		NoCommand: "بر این کلید فرمانی نیست. کلید ? فرمان‌ها را می‌آورد.",
		Unread:    "نخوانده",

		HelpNumber: "شماره: مقاله‌ای را که این شماره پیش از آن است باز می‌کند.",
		HelpWords:  "واژه‌ها: در کتابخانه جست‌وجو می‌شوند؛ پیش از یک حرفِ تنها / بگذارید.",
		Commands: map[string]string{
			"l": "فهرست از آغاز", "n": "بقیهٔ فهرست، مانند Enter", "r": "مقاله‌های مرتبط", "a": "مقاله از نو",
			"[": "مقالهٔ قبلی در پیشینه", "]": "مقالهٔ بعدی در پیشینه",
			"b": "گذاشتن یا برداشتن نشانه", "B": "نشانه‌دارها", "u": "خوانده یا نخوانده", "U": "نخوانده‌ها",
			"?": "همین راهنما", "q": "خروج",
		},
	}
}
