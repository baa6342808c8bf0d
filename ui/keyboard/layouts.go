// Package keyboard knows which key was pressed by what it typed, whichever of
// the layouts of right-to-left languages is on: a command bound to a Latin
// letter is found where that letter stands, and named by what the key prints.
package keyboard

import (
	"strings"
	"unicode/utf8"
)

// Layout is what the keys of a keyboard print, named by its script or language.
type Layout string

// The layouts that are known.
const (
	Latin   Layout = "latin"
	Arabic  Layout = "arabic"
	Persian Layout = "persian"
	Urdu    Layout = "urdu"
	Hebrew  Layout = "hebrew"
)

// Layouts are those that are known, in the order of their readers.
func Layouts() []Layout { return []Layout{Latin, Arabic, Persian, Urdu, Hebrew} }

// table has a layout's letters in the order of the Latin ones beside them.
type table struct {
	layout         Layout
	letters, latin string
}

// tables are the layouts whose keys are understood by where they stand. One
// letter may stand in different places in two layouts; the first one here
// wins, so they stand in the order of their readers.
var tables = []table{
	{ // Arabic (101)
		Arabic,
		"ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
		"qwertyuiop[]asdfghjkl;'zxcvnm,./",
	},
	{Arabic, "؟إأآ", "?YHN"}, // shifted
	{ // Persian (ISIRI 9147)
		Persian,
		"ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو",
		"qwertyuiop[]asdfghjkl;'zxcvbnm,",
	},
	{Persian, "؟", "?"},
	{ // Urdu (phonetic)
		Urdu,
		"قوعرتےءیہپاسدفگحجکلزشچطبنم",
		"qwertyuiopasdfghjklzxcvbnm",
	},
	{Urdu, "ںؤٹۓڈڑھ؟", "NWTYDRH?"},
	{ // Hebrew (SI-1452)
		Hebrew,
		"קראטוןםפשדגכעיחלךףזסבהנמצתץ",
		"ertyuiopasdfghjkl;zxcvbnm,.",
	},
}

// ligatures are the keys of the Arabic layout that type two letters at once,
// which some terminals send as one character.
var ligatures = map[string]rune{
	"لا": 'b', "لآ": 'B', "لأ": 'G', "لإ": 'T',
	"ﻻ": 'b', "ﻵ": 'B', "ﻷ": 'G', "ﻹ": 'T',
}

// digits of any set are where they are on a Latin layout.
const digits = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

// places are a layout's letters by their Latin keys, keys the Latin keys by its
// letters.
var places, keys = func() (places, keys map[Layout]map[rune]rune) {
	places, keys = map[Layout]map[rune]rune{}, map[Layout]map[rune]rune{}
	for _, t := range tables {
		if places[t.layout] == nil {
			places[t.layout], keys[t.layout] = map[rune]rune{}, map[rune]rune{}
		}
		latin := []rune(t.latin)
		for i, letter := range []rune(t.letters) {
			places[t.layout][latin[i]] = letter
			keys[t.layout][letter] = latin[i]
		}
	}
	return places, keys
}()

// Key is the key of a Latin layout that stands where the key stands that typed
// a text, if the text is typed by a layout that is known: by the one that is on,
// where it could be, else by the first that could. It gives that layout as well,
// or the one that is on where the text does not tell.
func (on Layout) Key(text string) (key rune, layout Layout, ok bool) {
	if key, ok = ligatures[text]; ok {
		return key, Arabic, true
	}
	letter, size := utf8.DecodeRuneInString(text)
	if size == 0 || size != len(text) {
		return 0, on, false
	}
	if at := strings.IndexRune(digits, letter); at >= 0 {
		return rune('0' + at/utf8.RuneLen(letter)%10), on, true
	}
	for _, layout := range append([]Layout{on}, Layouts()...) {
		if key, ok = keys[layout][letter]; ok {
			return key, layout, true
		}
	}
	if 'a' <= letter|0x20 && letter|0x20 <= 'z' {
		return 0, Latin, false
	}
	return 0, on, false
}

// Print is what the key prints that a Latin layout has a letter on.
func (on Layout) Print(key rune) string {
	if on == Arabic {
		switch key {
		case 'b':
			return "لا"
		case 'B':
			return "لآ"
		}
	}
	if letter, ok := places[on][key]; ok {
		return string(letter)
	}
	return string(key)
}

// IsLigature reports whether a text of two letters is typed by one key.
func IsLigature(text string) bool {
	_, ok := ligatures[text]
	return ok && utf8.RuneCountInString(text) > 1
}
