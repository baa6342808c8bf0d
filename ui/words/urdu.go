package words

import "github.com/warraq/warraq/store"

// Urdu gives the Urdu words.
func Urdu() *Words {
	return &Words{
		Lang:      "ur",
		Direction: "rtl",

		Name: "ورّاق",

		Comma: "، ", Quotes: [2]string{"”", "“"},

		Articles:    "مضامین",
		Article:     "مضمون",
		Related:     "متعلقہ مضامین",
		NoArticles:  "کتب خانے میں ابھی کوئی مضمون نہیں۔ یہیں سے فائل، فولڈر یا نقل کیا ہوا متن شامل کریں، یا اس کمانڈ سے: warraq add",
		NoMatch:     "کوئی مضمون اس کے مطابق نہیں۔",
		TooLong:     "جو چسپاں کیا وہ یہاں کے لیے لمبا تھا؛ اس کا آغاز لے لیا گیا۔",
		NoCommand:   "اس نام کی کوئی کمانڈ نہیں۔",
		NoBookmarks: "ابھی کوئی نشانی نہیں۔ مضمون پر {bookmark} سے نشانی لگائیں",
		NoRelated:   "کوئی متعلقہ مضمون نہیں۔",
		NothingOpen: "فہرست میں سے مضمون چنیں۔",

		Card: "صرف خلاصہ",

		Filter:        "تلاش:",
		Palette:       "کمانڈ:",
		BookmarksOnly: "صرف نشانی والے",
		ArchivedNow:   "محفوظ خانے میں رکھ دیا گیا۔", UnarchivedNow: "فہرستوں میں واپس آ گیا۔", RemovedNow: "حذف ہو گیا۔", WouldBeRemoved: "حذف ہو گا۔",
		BookmarkSet:  "نشانی لگ گئی۔",
		BookmarkGone: "نشانی ہٹا دی گئی۔",
		Arrived:      "%s آئے۔",
		DidYouMean:   "کیا آپ کا مطلب %s تھا؟",
		NoVersions:   "اس مضمون کا کوئی اور متن نہیں رہا۔", Until: "%s تک",
		FoundMore:       "کل %s؛ یہ پہلے %d ہیں۔ \u200e--limit 0 سب دکھاتا ہے۔",
		MarkedRead:      "پڑھا ہوا نشان زد ہوا۔",
		MarkedUnread:    "ان پڑھا نشان زد ہوا۔",
		NoEarlier:       "اس سے پہلے کچھ نہیں۔",
		NoLater:         "اس کے بعد کچھ نہیں۔",
		NoSuchRelated:   "اس نمبر کا کوئی مضمون نہیں۔",
		CopiedParagraph: "پیراگراف نقل ہو گیا۔", CopiedPassage: "اقتباس نقل ہو گیا۔", CopiedQuote: "اقتباس اپنے ماخذ سمیت نقل ہو گیا۔",
		CopiedArticle: "مضمون نقل ہو گیا۔",
		NoWrite:       "آپ نے جو کیا وہ محفوظ نہیں ہوا:",
		NoGuide:       "رہنما اس کتب خانے میں نہیں؛ {help} تمام کلیدیں دکھاتی ہے۔",
		Form:          "سطر کی صورت:",

		CardNote: "اس مضمون کا متن ابھی نہیں آیا؛ اس کے بارے میں یہی معلوم ہے۔ جس فائل میں متن ہو اسے شامل کریں تاکہ یہاں مکمل ہو جائے۔",

		Help:       "کلیدیں",
		Categories: [5]string{"سرکانا", "آنا جانا", "نشانات", "صورت", "عمومی"},
		Actions: map[string]string{
			"up": "ایک سطر اوپر", "down": "ایک سطر نیچے",
			"page-up": "ایک صفحہ اوپر", "page-down": "ایک صفحہ نیچے",
			"half-up": "آدھا صفحہ اوپر", "half-down": "آدھا صفحہ نیچے",
			"top": "آغاز", "bottom": "اختتام",
			"onward": "کھولیں", "back": "واپس",
			"next-pane": "اگلا خانہ", "previous-pane": "پچھلا خانہ",
			"open-related": "متعلقہ مضمون کھولیں", "next-side": "بایاں خانہ بدلیں",
			"link": "متن کے کسی ربط پر جائیں", "address": "مضمون کا ربط",
			"trail": "مطالعے کا راستہ", "map": "مضمون کے گرد کا نقشہ", "root": "لفظ کا مادہ", "compare": "دو خبروں کا موازنہ", "compact": "ایک سطری یا کشادہ فہرست", "follow": "فہرست مضمون کے ساتھ چلے",
			"earlier": "سرگزشت میں پچھلا", "later": "سرگزشت میں اگلا",
			"bookmark": "نشانی", "read": "پڑھا یا ان پڑھا", "bookmarks": "صرف نشانی والے",
			"filter": "تلاش", "add": "شامل کریں", "fetch": "نیا لائیں", "feeds": "فیڈیں", "find": "مضمون میں ڈھونڈیں", "next-hit": "اگلی جگہ", "previous-hit": "پچھلی جگہ", "copy-paragraph": "اقتباس نقل کریں", "copy-quote": "اقتباس ماخذ سمیت نقل کریں", "copy-article": "مضمون نقل کریں",
			"widen": "متن چوڑا", "narrow": "متن تنگ", "justify": "سطریں برابر کریں", "tashkeel": "اعراب: سب، تشدید یا کچھ نہیں",
			"print": "چھپے ہوئے جیسے صفحے، یا خانے", "digits": "ہندسے بدلیں", "theme": "روپ بدلیں", "alone": "صرف مضمون",
			"form": "سطر کی صورت بدلیں", "redraw": "اسکرین پھر سے بنائیں", "shelves": "کتب خانے کے حصے", "next-tab": "اگلا حصہ", "previous-tab": "پچھلا حصہ", "order": "ترتیب بدلیں", "week": "آج یا پورا ہفتہ", "reverse": "ترتیب الٹیں",
			"next-unread": "اگلا ان پڑھا", "all-read": "سب کو پڑھا نشان زد کریں", "undo": "واپس لیں", "tags": "ٹیگ", "keep-search": "تلاش کو ٹیب بنا کر رکھیں", "remove": "حذف کریں", "remove-all": "کئی مضامین حذف کریں", "archive": "محفوظ خانے میں رکھیں یا نکالیں", "pick": "کئی مضامین چنیں", "pick-up": "چناؤ اوپر بڑھائیں", "pick-down": "چناؤ نیچے بڑھائیں", "select": "اقتباس چنیں", "highlight": "اقتباس رنگیں", "note": "حاشیہ لکھیں", "notes": "سب حاشیے", "statistics": "مطالعے کے اعداد", "pictures": "تصویریں دکھائیں یا چھپائیں", "picture": "تصویر پوری اسکرین پر",
			"palette": "کمانڈیں نام سے", "settings": "ترتیبات", "welcome": "خوش آمدید", "guide": "رہنما", "help": "کلیدیں", "listen": "بلند آواز سے پڑھیں", "passage": "اقتباس کسی پروگرام کو دیں", "quit": "بند کریں",
			"search": "تلاش", "next-match": "اگلی جگہ", "previous-match": "پچھلی جگہ",
		},

		months: map[Months][12]string{EgyptianMonths: {"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون",
			"جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"}},
		calendar: calendar{names: EgyptianMonths, hijri: [12]string{
			"محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی",
			"رجب", "شعبان", "رمضان", "شوال", "ذوالقعدہ", "ذوالحجہ",
		}, era: "ھ"},
		percent: "٪", does: urduDoes,
		plural:      englishPlural,
		ArticleNoun: Noun{Zero: "کوئی مضمون نہیں", One: "ایک مضمون", Many: "مضامین"},
		TakesNoun:   Noun{One: "ایک منٹ کا مطالعہ", Many: "منٹ کا مطالعہ"},
		LeftNoun:    Noun{Zero: "ایک منٹ سے کم باقی", One: "ایک منٹ باقی", Many: "منٹ باقی"},
		ChangeNoun:  Noun{Zero: "کوئی تبدیلی نہیں", One: "ایک تبدیلی", Many: "تبدیلیاں"},
		UnreadNoun:  Noun{Zero: "سب پڑھے ہوئے", One: "ایک ان پڑھا", Many: "ان پڑھے"},

		AllReadNoun: Noun{Zero: "پڑھا ہوا", One: "پڑھا ہوا", Many: "سب پڑھے ہوئے"},

		Outcomes: map[string]string{
			"new": "نیا", "filled": "مکمل ہوا", "updated": "تازہ ہوا", "same": "پہلے سے تھا",
		},
		Elsewhere: "یہی متن یہاں بھی:",
		Why: map[store.Why]string{
			store.WhyLinked:     "مضمون میں اس کا ذکر ہے",
			store.WhyOnPage:     "اسی صفحے سے",
			store.WhyNamed:      "مصنف نے اس کا ذکر کیا",
			store.WhyReadAlso:   "متن میں ”مزید پڑھیں“ سے",
			store.WhyInText:     "متن میں ربط",
			store.WhyInBook:     "اسی کتاب سے",
			store.WhyPointsHere: "اس مضمون کا ذکر کرتا ہے",
			store.WhyLinksHere:  "اس کے متن میں یہاں کا ربط ہے",
			store.WhyElsewhere:  "یہی متن کہیں اور",
			store.WhySameEvent:  "یہی واقعہ",
			store.WhySameStory:  "یہی قصہ",
			store.WhySameText:   "یہی متن",
		},

		Sides: Sides{
			Names: [4]string{"متعلقہ مضامین", "قصہ وقت کی ترتیب سے", "یہاں کے ربط", "سرگزشت"},
			None: [4]string{
				"کوئی متعلقہ مضمون نہیں: یہ مضمون کسی اور کا نام نہیں لیتا، اور کتب خانے میں کسی کے ساتھ اس کے نام اور الفاظ کافی مشترک نہیں۔",
				"یہ قصہ یہاں آگے نہیں چلتا: کتب خانے میں کوئی مضمون نہیں جو اس سے پہلے یا بعد کی بات بتائے۔",
				"کتب خانے کا کوئی مضمون یہاں کا ربط نہیں رکھتا، نہ متن میں نہ اس کے پاس۔",
				"اس سے پہلے آپ نے ابھی کچھ نہیں پڑھا۔ جو پڑھیں گے یہاں آئے گا، تازہ ترین اوپر۔",
			},
			Relating: "مضامین ابھی آپس میں ملائے جا رہے ہیں؛ جو معلوم ہو گا یہاں آئے گا۔",
			Here:     "یہاں ◂", Session: "اسی نشست میں", NoDay: "بلا تاریخ",
			Trail: "مطالعے کا راستہ", NoTrail: "آپ ابھی ایک مضمون سے دوسرے پر نہیں گئے۔",
			Map: "مضمون کے گرد", NoMap: "اس مضمون کے گرد کچھ نہیں: کتب خانے میں کوئی اس سے متعلق نہیں۔",
			AskLink: "ربط کا نمبر:", NoLinks: "اس مضمون میں کوئی ربط نہیں۔", NoSuchLink: "اس نمبر کا کوئی ربط نہیں۔", Absent: "کتب خانے میں نہیں: %s",
			ThisLink: "یہ ربط اسی مضمون کا ہے۔",
			Address:  "ربط", NoAddress: "اس مضمون کا ربط معلوم نہیں۔",
			CardAway:    "اس مضمون کا متن کتب خانے میں نہیں، اور یہ اس کا ربط ہے۔ اسے براؤزر میں کھولیں، صفحہ محفوظ کریں، پھر اس کی فائل شامل کریں تاکہ یہاں مکمل ہو جائے۔",
			CardNowhere: "اس مضمون کا متن کتب خانے میں نہیں، اور اس کا ربط بھی معلوم نہیں۔ جس فائل میں متن ہو اسے شامل کریں تاکہ یہاں مکمل ہو جائے۔",
			Deeds:       [4]string{"ربط نقل کریں", "براؤزر میں کھولیں", "مضمون کا متن فائل سے شامل کریں", "بند کریں"},
			Copied:      "ربط نقل ہو گیا۔",
			Opened:      "سسٹم سے ربط کھولنے کو کہا گیا۔", NotOpened: "ربط نہیں کھلا: یہاں اس کے لیے کوئی پروگرام نہیں۔ اس کے بجائے نقل کر لیں۔",
		},

		Find: Find{Ask: "مضمون میں:", Nothing: "ابھی کچھ تلاش نہیں ہو رہا۔ {find} سے شروع کریں۔", NotThere: "مضمون میں نہیں۔", At: "جگہ"},
		Shelves: Shelves{
			Title: "کتب خانے کے حصے", Names: [5]string{"مضامین", "ان پڑھے", "نشانیاں", "مطالعہ جاری", "محفوظ خانہ"},
			Kinds: [10]string{"سب", "مطالعہ", "نشانیاں", "ادھورے", "محفوظ خانہ", "تلاش", "ٹیگ", "حصہ", "ماخذ", "ماخذ کا ٹیگ"},
			Order: "ترتیب:", Orders: map[store.Sort][2]string{
				store.ByPublished: {"تازہ ترین اشاعت", "قدیم ترین اشاعت"}, store.ByAdded: {"تازہ ترین شمولیت", "قدیم ترین شمولیت"},
				store.ByTitle: {"عنوان", "عنوان، الٹا"}, store.ByLength: {"سب سے لمبا", "سب سے چھوٹا"},
			},
			AllRead: "سب پڑھے نشان زد ہو گئے۔", NoneBegun: "کچھ ادھورا نہیں۔ جو شروع کریں اور ختم نہ کریں یہاں آتا ہے، تازہ ترین اوپر۔", Kept: "تلاش ٹیب بن کر رکھ لی گئی۔", Dropped: "تلاش اب ٹیب نہیں۔", NoSearch: "پہلے {filter} سے تلاش کریں؛ پھر یہ اسے ٹیب بنا کر رکھتی ہے۔", NoArchived: "محفوظ خانہ خالی ہے۔ جو اس میں رکھا جائے فہرستوں سے نکل جاتا ہے، اور تلاش میں پھر بھی ملتا ہے۔",
		},
		Undo: Undo{
			Nothing: "واپس لینے کو کچھ نہیں۔", Marked: "پڑھے نشان زد ہوئے:",
			Done: map[store.Done]string{
				store.DoneRead: "پھر ان پڑھا ہو گیا۔", store.DoneUnread: "پھر پڑھا ہو گیا۔",
				store.DoneBookmark: "نشانی ہٹ گئی۔", store.DoneUnbookmark: "نشانی واپس آ گئی۔",
				store.DoneTag: "ٹیگ ہٹ گیا۔", store.DoneUntag: "ٹیگ واپس آ گیا۔",
				store.DoneHighlight: "رنگ ہٹ گیا۔", store.DoneUnhighlight: "رنگ واپس آ گیا۔",
				store.DoneNote: "حاشیہ پہلے جیسا ہو گیا۔", store.DoneRemove: "مضمون واپس آ گیا۔", store.DoneArchive: "فہرستوں میں واپس آ گیا۔", store.DoneUnarchive: "پھر محفوظ خانے میں چلا گیا۔",
				store.DoneKeepSearch: "تلاش اب ٹیب نہیں۔", store.DoneDropSearch: "تلاش پھر ٹیب ہے۔",
			},
		},
		Statistics: Statistics{
			Title: "تیس دن میں آپ نے کیا پڑھا", Nothing: "ابھی کوئی وقت نہیں گنا گیا۔ وقت تب گنا جاتا ہے جب مضمون آپ کے سامنے کھلا ہو۔",
			Minutes: Noun{Zero: "کچھ نہیں", One: "ایک منٹ", Many: "منٹ"}, In: " میں ",
			Streak: Noun{One: "ایک دن", Many: "دن لگاتار"},
			Ago:    Noun{One: "کل", Many: "دن پہلے"}, Today: "آج",
			BySection: "حصے کے لحاظ سے", BySource: "ماخذ کے لحاظ سے", Other: "دیگر",
		},
		Notes: Notes{
			Title: "حاشیے اور رنگے ہوئے اقتباس", None: "ابھی کوئی حاشیہ نہیں۔ {highlight} خانے کے اوپر والے پیراگراف کو رنگتی ہے، اور {note} اس پر حاشیہ لکھتی ہے۔",
			Ask: "حاشیہ:", Set: "اقتباس رنگ دیا گیا۔", Gone: "رنگ ہٹا دیا گیا۔", GoneNoted: "رنگ اور اس کا حاشیہ ہٹا دیے گئے۔", Noted: "حاشیہ محفوظ ہو گیا۔",
		},
		Pictures: Pictures{
			One: "تصویر", None: "اس مضمون کے ساتھ تصویریں نہیں آئیں۔", Show: "%s تصویریں دکھاتی ہے", Hide: "%s انھیں چھپاتی ہے",
			Numbered: "تصویر %d از %d", Unreadable: "یہ تصویر خراب ہے اور دکھائی نہیں جا سکتی۔",
		},
		Looks: Looks{
			Settings: "ترتیبات", KeptIn: "محفوظ ہے",
			Names: map[string]string{
				"lang": "زبان", "theme": "روپ", "measure": "متن کی چوڑائی", "compact": "گنجان فہرست", "preview": "منتخب مضمون کی جھلک", "list-width": "فہرست کی چوڑائی", "related-width": "متعلقہ خانے کی چوڑائی", "spacing": "پیراگرافوں کا فاصلہ", "justify": "برابر سطریں",
				"direction": "پیراگرافوں کی سمت", "form": "سطر کی صورت", "keyboard": "کی بورڈ", "shape": "حروف کا جوڑ", "marks": "اس ٹرمینل میں اعراب",
				"color": "رنگ", "welcome": "شروع میں خوش آمدید", "no-backups": "احتیاطی نقل", "plain": "ہر چیز ایک سطر میں، بغیر خانوں کے",
				"align": "سطروں کا کنارہ", "tashkeel": "اعراب", "digits": "ہندسے", "months": "مہینوں کے نام", "hijri": "ہجری تاریخ", "view": "مضمون کا منظر", "pictures": "تصویریں", "mouse": "ماؤس", "follow": "فہرست مضمون کے ساتھ چلے",
			},
			Values: map[string]string{
				"true": "ہاں", "false": "نہیں", "no-backups true": "بند", "no-backups false": "ہر روز",
				"tashkeel show": "سب", "shadda": "صرف تشدید", "tashkeel hide": "کوئی نہیں", "show": "ظاہر", "hide": "پوشیدہ",
				"spacing 0": "کوئی نہیں، پیراگراف کا آغاز اندر سے", "spacing 1": "ایک سطر", "spacing 2": "دو سطریں",
				"align auto": "زبان کے مطابق", "right": "دایاں", "left": "بایاں",
				"asis": "جیسے لکھے ہیں", "arabic": "٠١٢٣", "persian": "۰۱۲۳", "european": "0123",
				"egyptian": "مصر اور خلیج کے", "levantine": "شام اور عراق کے",
				"moroccan": "مراکش کے", "algerian": "الجزائر اور تیونس کے",
				"form visual": "نظر کی ترتیب", "form anchored": "جمے ہوئے حروف", "form alternate": "باری باری رنگ", "form marked": "سمت کے نشان", "form blank": "جدا کرتی خالی جگہیں", "form toggle": "الٹے ٹکڑے", "form logical": "پڑھنے کی ترتیب",
				"auto": "خودکار", "always": "ہمیشہ", "never": "کبھی نہیں", "basic": "جو ہر فونٹ میں ہے", "keep": "ظاہر", "rtl": "دائیں سے", "ltr": "بائیں سے",
				"keyboard latin": "لاطینی", "keyboard arabic": "عربی", "keyboard persian": "فارسی", "keyboard urdu": "اردو", "keyboard hebrew": "عبرانی", "keyboard arabic-mac": "عربی (میک)",
				"view cells": "خانے", "print": "چھپے ہوئے جیسے صفحے", "pictures auto": "جیسا ٹرمینل کر سکے", "cells": "رنگین خانے", "kitty": "kitty کا طریقہ", "iterm2": "iTerm2 کا طریقہ", "sixel": "sixel",
				"list-width 0": "اسکرین کے مطابق", "related-width 0": "اسکرین کے مطابق",
				"theme auto": "ٹرمینل کے مطابق", "night": "رات", "day": "دن", "sepia": "پرانا کاغذ", "contrast": "تیز فرق",
				"midnight": "آدھی رات", "olive": "زیتونی",
			},
			Groups:    map[string]string{"language": "زبان اور تاریخ", "screen": "اسکرین", "text": "متن", "start": "شروع ہوتے وقت", "keys": "کلیدیں"},
			Later:     "اگلی بار سے",
			NextValue: "اگلی قدر", PreviousValue: "پچھلی قدر",
			Keys:       urduKeys(),
			NoTashkeel: "یہ ٹرمینل اعراب نہیں دکھاتا۔",
			NoPrint:    "یہ ٹرمینل نقطے نہیں دکھاتا یا اپنے خانوں کا ناپ نہیں بتاتا؛ چھپے صفحوں کو دونوں چاہییں۔ warraq show ID --format pdf انہیں فائل میں بناتی ہے۔",
			NoThemes:   "اس ٹرمینل کے رنگ روپ کے لیے کم ہیں۔",
			Widest:     "متن اپنے خانے جتنا چوڑا ہے۔", WiderAlone: "زیادہ جگہ کے لیے صرف مضمون دکھائیں (%s)۔",
		},
		Intake: Intake{
			Ask: "فائل، فولڈر یا چسپاں متن:", Reading: "پڑھا جا رہا ہے…", Busy: "پچھلا اضافہ ابھی جاری ہے۔", Pasted: "چسپاں متن", TooLong: "جو چسپاں کیا وہ یوں شامل کرنے کو لمبا ہے۔ اسے فائل میں محفوظ کر کے فائل شامل کریں۔",
			Outcomes: map[store.Outcome]Noun{
				store.New:     {One: "ایک مضمون شامل ہوا", Many: "مضامین شامل ہوئے"},
				store.Filled:  {One: "ایک مضمون مکمل ہوا", Many: "مضامین مکمل ہوئے"},
				store.Updated: {One: "ایک مضمون تازہ ہوا", Many: "مضامین تازہ ہوئے"},
				store.Same:    {One: "ایک مضمون پہلے سے تھا", Many: "مضامین پہلے سے تھے"},
			},
			Refused: Noun{One: "ایک فائل قبول نہیں ہوئی", Many: "فائلیں قبول نہیں ہوئیں"},
		},
		Progress: Progress{
			Rate: "%s، فی سیکنڈ %d", Left: "%d٪، %s باقی",
			Upgrading:   "لائبریری پرانے ورژن کی ہے اور ایک بار اس ورژن میں لائی جا رہی ہے؛ اس میں ایک منٹ لگ سکتا ہے۔",
			Relating:    "نئے مضامین ایک بار دوسروں سے ملائے جاتے ہیں: %d از %d",
			Interrupted: "روک دیا گیا۔ جو شامل ہو چکا (%s) کتب خانے میں ہے؛ آگے بڑھنے کو کمانڈ پھر دیں۔",
		},

		Errors:   urduErrors(),
		Pager:    urduPager(),
		Manual:   urduManual().with(urduFeedManual()).with(urduSyncManual()).with(urduServeManual()),
		Feeds:    urduFeeds(),
		Sync:     urduSync(),
		Serve:    urduServe(),
		Terminal: urduTerminal(),
		Linear:   urduLinear(),
		Several:  urduSeveral(),
		Today:    urduToday(),
		Root:     urduRoot(),
		Compare:  urduCompare(),
		Days:     urduDays(),
		Welcome:  urduWelcome(),
		Listen:   urduListen(),
		Passage:  urduPassage(),
		Programs: urduPrograms(),
	}
}

func urduPager() Pager {
	return Pager{
		Search: "تلاش:", Searching: "تلاش ہو رہی ہے…",
		NotAfter: "یہاں سے آگے نہیں۔", NotBefore: "اس سے پہلے نہیں۔",
		NoSearch: "ابھی کچھ تلاش نہیں ہوا۔ / تلاش شروع کرتی ہے۔",
	}
}

func urduSeveral() Several {
	return Several{
		Picked:  Noun{One: "ایک چنا ہوا", Many: "چنے ہوئے"},
		Removed: "حذف ہوئے:", Archived: "محفوظ خانے میں گئے:", Unarchived: "فہرستوں میں واپس آئے:", Unread: "ان پڑھے نشان زد ہوئے:",
		Bookmarked: "نشانی لگی:", Unbookmarked: "نشانی ہٹی:",
		RemoveAll: "کون سے مضامین حذف کریں؟", CanUndo: "جب تک آپ پروگرام میں ہیں واپس لینے سے لوٹ آتے ہیں۔",
		AllListed: "%s کی پوری فہرست", AllOfSection: "حصہ %s سارا", AllOfSource: "جو کچھ %s سے آیا",
		AskTag: "ٹیگ:", AskFirstTag: "پہلا ٹیگ:", NewTag: "نیا", Tagged: "ٹیگ لگ گیا۔", TaggedAll: "ٹیگ لگا:", Untagged: "ٹیگ ہٹ گیا۔", UntaggedAll: "ٹیگ ہٹا:",
		AllBundled: "جو کچھ ورّاق کے ساتھ آیا", Nothing: "کوئی نہیں",
	}
}

func urduLinear() Linear {
	return Linear{
		Prompt:    "نمبر، الفاظ، یا مدد کے لیے ?:",
		More:      "باقی کے لیے Enter:",
		NoMore:    "اور نہیں۔ l فہرست پھر دکھاتی ہے۔",
		NoCommand: "اس کلید پر کوئی کمانڈ نہیں۔ ? کمانڈیں دکھاتی ہے۔",
		Unread:    "ان پڑھا",

		HelpNumber: "نمبر: وہ مضمون کھولتا ہے جس سے پہلے یہ نمبر ہے۔",
		HelpWords:  "الفاظ: کتب خانے میں تلاش ہوتے ہیں؛ اکیلے حرف سے پہلے / لگائیں۔",
		Commands: map[string]string{
			"l": "فہرست شروع سے", "n": "باقی فہرست، جیسے Enter", "r": "متعلقہ مضامین", "a": "مضمون پھر سے",
			"[": "سرگزشت میں پچھلا مضمون", "]": "سرگزشت میں اگلا مضمون",
			"b": "نشانی لگائیں یا ہٹائیں", "B": "نشانی والے", "u": "پڑھا یا ان پڑھا", "U": "ان پڑھے مضامین",
			"?": "یہی مدد", "q": "بند کریں",
		},
	}
}
