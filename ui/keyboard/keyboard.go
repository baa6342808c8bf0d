// Package keyboard knows which key was pressed by what it typed, whichever of
// the layouts of right-to-left languages is on: a command bound to a Latin
// letter is found where that letter stands.
package keyboard

import "unicode/utf8"

// Latin is the key of a Latin layout that stands where the key stands that
// typed a text. It reports false for what none of the layouts types.
func Latin(text string) (key rune, ok bool) {
	if key, ok = ligatures[text]; ok {
		return key, true
	}
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || size != len(text) {
		return 0, false
	}
	key, ok = physical[r]
	return key, ok
}

// IsLigature reports whether a text of two letters is typed by one key.
func IsLigature(text string) bool {
	_, ok := ligatures[text]
	return ok
}

// layout is a layout's letters in the order of the Latin ones beside them.
type layout struct{ letters, latin string }

// layouts are those whose keys are understood by where they stand. One
// letter may stand in different places in two layouts; the first one here
// wins, so the layouts stand in the order of their readers.
var layouts = []layout{
	{ // Arabic (101)
		"ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
		"qwertyuiop[]asdfghjkl;'zxcvnm,./",
	},
	{ // Arabic (101), shifted
		"؟إأآ",
		"?YHN",
	},
	{ // Persian (ISIRI 9147)
		"ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو",
		"qwertyuiop[]asdfghjkl;'zxcvbnm,",
	},
	{ // Urdu (phonetic), the letters that the others lack
		"ےۓٹڈڑںھ",
		"yYTDRNH",
	},
	{ // Hebrew (SI-1452)
		"קראטוןםפשדגכעיחלךףזסבהנמצתץ",
		"ertyuiopasdfghjkl;zxcvbnm,.",
	},
	{"٠١٢٣٤٥٦٧٨٩", "0123456789"},
	{"۰۱۲۳۴۵۶۷۸۹", "0123456789"},
}

// physical is the Latin key at a letter's place.
var physical = func() map[rune]rune {
	m := map[rune]rune{
		'ﻻ': 'b', 'ﻵ': 'B', 'ﻷ': 'G', 'ﻹ': 'T',
	}
	for _, k := range layouts {
		keys := []rune(k.latin)
		for i, r := range []rune(k.letters) {
			if _, taken := m[r]; !taken {
				m[r] = keys[i]
			}
		}
	}
	return m
}()

// ligatures are the keys that type two letters at once.
var ligatures = map[string]rune{"لا": 'b', "لآ": 'B', "لأ": 'G', "لإ": 'T'}
