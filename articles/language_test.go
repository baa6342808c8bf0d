package articles

import "testing"

func TestLanguage(t *testing.T) {
	for _, test := range []struct{ name, text, lang string }{
		{"Arabic", "ستفتح المكتبة أبوابها كل ليلة", "ar"},
		{"Arabic with a Persian name", "قال گورباچف إن المكتبة ستفتح أبوابها كل ليلة في الميناء القديم", "ar"},
		{"Persian", "کتابخانهٔ بندر هر شب باز می\u200cشود", "fa"},
		{"Urdu", "بندرگاہ کی لائبریری ہر رات کھلی رہے گی", "ur"},
		{"Pashto", "د بندر کتابتون به هره شپه پرانیستی وي او خلک به پکې کتابونه لولي ځکه ښه دی", "ps"},
		{"Kurdish", "کتێبخانەی بەندەر هەموو شەوێک دەکرێتەوە", "ckb"},
		{"Uyghur", "پورت كۈتۈپخانىسى ھەر كۈنى كەچتە ئېچىلىدۇ", "ug"},
		{"Hebrew", "הספרייה בנמל תיפתח בכל לילה", "he"},
		{"Latin letters do not say", "The library will open every night", ""},
		{"digits do not say", "12345", ""},
		{"Arabic with some English", "أعلنت شركة Example Inc. عن هاتفها في المدينة القديمة", "ar"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := textLanguage(test.text); got != test.lang {
				t.Errorf("language = %q, want %q", got, test.lang)
			}
		})
	}
}

func TestTag(t *testing.T) {
	for in, want := range map[string]string{
		"ar": "ar", "AR_eg": "ar-EG", "ar_EG.UTF-8": "ar-EG", "uz-arab-AF": "uz-Arab-AF", "عربي": "", "a": "", "ar--EG": "",
	} {
		if got := LanguageTag(in); got != want {
			t.Errorf("tag(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDirection(t *testing.T) {
	for in, want := range map[string]Direction{
		"خبر عن iPhone":           RightToLeft,
		"News about خبر and more": LeftToRight,
		"ދިވެހި":                  RightToLeft,
		"123 …":                   "",
	} {
		if got := textDirection(in); got != want {
			t.Errorf("direction(%q) = %q, want %q", in, got, want)
		}
	}
}

// A tag is one without the number sign that posts and notes put before it.
func TestCleanTag(t *testing.T) {
	t.Parallel()
	for tag, want := range map[string]string{
		"غزة": "غزة", "#غزة": "غزة", "# غزة ": "غزة", "＃تقنية": "تقنية", "##a": "a", "C#": "C#", "#": "", " \x1b[31m#أ": "أ", "#٢٠٢٤": "٢٠٢٤",
	} {
		if got := CleanTag(tag); got != want {
			t.Errorf("%q becomes %q, want %q", tag, got, want)
		}
	}
}
