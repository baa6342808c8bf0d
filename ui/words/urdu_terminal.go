package words

func urduTerminal() Terminal {
	return Terminal{
		Terminal: "ٹرمینل", RecognisedBy: "پہچان", ItDoes: "یہ کیا کرتا ہے", KnownFrom: "یہ کیسے معلوم ہے",
		Sent: "اسے کیا بھیجا جاتا ہے", Colors: "رنگ", Settings: "ترتیبات", Sample: "نمونہ",
		Library: "کتب خانہ", File: "فائل", Size: "حجم", Articles: "مضامین", Health: "حالت",

		Unknown: "نامعلوم", Nothing: "کچھ نہیں",
		Known:   [3]string{"اندازے سے", "اس کی دستاویز یا ماخذ سے", "پیمائش سے، نسخہ %s میں"},
		Release: "اس کا نسخہ",
		Beyond:  "ناپے گئے نسخے سے نیا ہے؛ اگر کوئی سطر غلط پڑھی جائے تو warraq calibrate چلائیں",
		Columns: "خانے", CountedHere: "اس کے ابھی کے جواب سے", CountedOtherwise: "اس کے ابھی کے جواب سے، جو %s میں ناپے گئے سے مختلف ہے", NotCounted: "معلوم نہیں کہ کیسے گنتا ہے",
		Counted:     "جڑے ایموجی %d، جلد کا رنگ %d، پرچم %d، سرخ دل %d، ہندسے کی کلید %d، دیوناگری کے جڑے حروف %d، لام الف %d، حرف مع اعراب %d، حرف مع پوشیدہ علامت %d",
		Form:        "سطر کی صورت %s",
		Switched:    "اس کی اپنی ترتیب %s سے بند، اور آخر میں پھر چالو",
		MarksHidden: "بغیر اعراب", ShapedBasic: "صرف عربی کے حروف جڑے", ShapedNone: "حروف جدا", Pictures: "تصویریں %s کے طریقے سے",
		Dark: "گہرا پس منظر", Light: "ہلکا پس منظر",
		Depths:     [5]string{"کوئی نہیں: ٹرمینل نہیں", "کوئی نہیں", "16 رنگ", "256 رنگ", "سب رنگ"},
		NoSettings: "ابھی نہیں؛ warraq config init اسے لکھتی ہے",
		ByTheUser:  "اس ٹرمینل کے بارے میں کہتی ہیں: %s",
		NotWhole:   "خراب ہے؛ warraq doctor --repair جو پڑھا جا سکے سب نکال لیتی ہے", Salvaged: "بچا لیے گئے", FromTheFile: "خود فائل سے", FromCopy: "نقل %s سے", LostPages: "جو صفحے نہ پڑھے گئے", Of: "%d از %d",
		InItsPlace: "اب اس کی جگہ", KeptAs: "جو پہلے تھا وہ یہاں ہے",
		WrongArticle: "جیسا آیا تھا ویسا نہیں", DamagedFile: "خراب فائل یہاں رکھی ہے",
		Whole: "سالم", NoLibraryYet: "ابھی نہیں؛ پروگرام پہلی بار کھلنے پر بناتا ہے",

		Intro:         "کون سی سطر درست پڑھی جاتی ہے؟ دائیں سے شروع ہوتی ہے، حروف جڑے ہیں، اور آخر کا نقطہ بائیں ہے۔",
		ForMarks:      "کس میں حروف اور ان کے اعراب ویسے ہیں جیسے ہونے چاہییں؟",
		ForShape:      "کس میں سب حروف موجود ہیں، ڈبے نہیں، اور جوڑ سب سے اچھا ہے؟",
		Ask:           "اس کا نمبر، %d سے %d، پھر Enter؛ کوئی نہ ہو تو 0:",
		AskAgain:      "%d سے %d تک نمبر، یا صرف Enter کہ سب جیسا تھا ویسا رہے:",
		NoneReads:     "تو اس ٹرمینل میں کوئی صورت درست نہیں۔ کوئی اور ٹرمینل آزمائیں، یا ہمیں بتائیں کہ کیا دیکھا اور warraq doctor کیا کہتی ہے۔",
		WithoutSwitch: "ٹرمینل کی اپنی ترتیب کے ساتھ آزماتے ہیں:",
		Remembered:    "اس ٹرمینل کے لیے محفوظ ہوا: %s",
		Unchanged:     "کچھ نہیں بدلا۔",
		Line:          "کل پہلا باب (15 میں سے) Go پر تھا۔",
		Vowelled:      "كَتَبَ مُعَلِّمٌ",
		OtherLetters:  "إلى الآن: پنج چراغ، گل یاس",
	}
}

// urduDoes says in Urdu what terminals do, by the words of terminal's table.
var urduDoes = map[string]string{
	"turns each run of letters in one font between blanks":                 "خالی جگہوں کے بیچ ایک فونٹ کے حروف کا ہر ٹکڑا الٹتا ہے",
	"reorders rows, apart at brackets, and joins letters once more":        "سطریں قوسوں پر الگ کر کے ترتیب دیتا ہے اور حروف پھر جوڑتا ہے",
	"reorders rows, with a base direction by content, and joins letters":   "سطریں ان کے مواد کی سمت سے ترتیب دیتا ہے اور حروف جوڑتا ہے",
	"reorders rows, with a base direction by content":                      "سطریں ان کے مواد کی سمت سے ترتیب دیتا ہے",
	"reorders runs of one style in its DOM renderer; nothing in the other": "DOM سے بنائے تو ایک رنگ کا ہر ٹکڑا ترتیب دیتا ہے، ورنہ کچھ نہیں",
	"reorders runs of one style, drops marks and format characters":        "ایک رنگ کا ہر ٹکڑا ترتیب دیتا ہے، اعراب اور پوشیدہ علامتیں گرا دیتا ہے",
	"reorders rows, with a left-to-right base, until mode 8 is reset":      "حالت 8 بند ہونے تک سطریں بائیں سے ترتیب دیتا ہے",
	"draws in the order sent":                                              "جس ترتیب سے بھیجا گیا اسی سے بناتا ہے",
	"draws in the order sent; a mark makes its letter vanish":              "بھیجی ترتیب سے بناتا ہے؛ اعراب اپنا حرف غائب کر دیتا ہے",
	"draws in the order sent; a mark takes a cell":                         "بھیجی ترتیب سے بناتا ہے؛ اعراب ایک خانہ لیتا ہے",
	"draws in the order sent, drops marks":                                 "بھیجی ترتیب سے بناتا ہے، اعراب گرا دیتا ہے",
	"draws in the order sent, misplaces marks":                             "بھیجی ترتیب سے بناتا ہے، اعراب بے جگہ رکھتا ہے",
	"draws in the order sent, unless set to reorder":                       "بھیجی ترتیب سے بناتا ہے، جب تک ترتیب دینے پر نہ رکھا جائے",
	"reorders rows until mode 8 is reset":                                  "حالت 8 بند ہونے تک سطریں ترتیب دیتا ہے",
	"draws in the order sent; from 3.7 on it reorders rows":                "بھیجی ترتیب میں لکھتا ہے؛ نسخہ 3.7 سے سطروں کو خود ترتیب دیتا ہے",
	"lays rows out by itself":                                              "سطریں خود ترتیب دیتا ہے",
	"reorders rows":                                                        "سطریں ترتیب دیتا ہے",
}
