package reader

// keyboard is a layout's letters in the order of the Latin ones beside them.
type keyboard struct{ letters, latin string }

// keyboards are the layouts whose keys are understood by where they stand. One
// letter may stand in different places in two layouts; the first one here
// wins, so the layouts stand in the order of their readers.
var keyboards = []keyboard{
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
	for _, k := range keyboards {
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
