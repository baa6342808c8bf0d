// Package keyboard knows which key was pressed by what it typed, whichever of
// the layouts of right-to-left languages is on: a command bound to a Latin
// letter is found where that letter stands, and named by what the key prints.
package keyboard

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Layout is what the keys of a keyboard print, named by its script or language.
type Layout string

// The layouts that are known.
const (
	Latin     Layout = "latin"
	Arabic    Layout = "arabic"
	ArabicMac Layout = "arabic-mac" // which is never told by its letters: they are those of Arabic
	Persian   Layout = "persian"
	Urdu      Layout = "urdu"
	Hebrew    Layout = "hebrew"
)

// Layouts are those that are known, in the order in which a letter that several of
// them have is taken for one of them: that of their readers.
func Layouts() []Layout { return []Layout{Latin, Arabic, Persian, Urdu, Hebrew, ArabicMac} }

// Board is what is known of a keyboard. The zero Board is a Latin one.
type Board struct {
	On   Layout // the layout that is on, as far as what was typed tells
	Home Layout // the one that its user says it has beside the Latin one, "" for none
}

// order is the order in which layouts are asked for a letter.
func (b Board) order() []Layout { return append([]Layout{b.On, b.Home}, Layouts()...) }

// table has characters of a layout over the Latin ones on the same keys.
type table struct {
	layout         Layout
	letters, latin string
}

// layoutTables are the layouts whose keys are understood by where they stand, for each
// its keys by themselves and those with shift held down. Digits and keys that type
// what they type on a Latin layout are left out.
var layoutTables = []table{
	{ // Arabic (101 and 102)
		Arabic,
		"ذضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
		"`qwertyuiop[]asdfghjkl;'zxcvnm,./",
	},
	{
		Arabic,
		"\u0651\u064e\u064b\u064f\u064cإ`÷×؛<>\u0650\u064d][أـ،/~\u0652}{آ',.؟",
		"~QWERYUIOP{}ASDFHJKLZXCVNM<>?",
	},
	{ // Arabic (Macintosh)
		ArabicMac,
		"ضصثقفغعهخحجةشسيبلاتنمك؛ظطذدزرو،",
		"qwertyuiop[]asdfghjkl;'zxcvbnm,",
	},
	{
		ArabicMac,
		"\u064e\u064b\u0650\u064d\u064f\u064c\u0652\u0651][}{»«ىآئءأإؤ><؟",
		"QWERTYUIOP{}ASDHCVBNM<>?",
	},
	{ // Persian (ISIRI 9147)
		Persian,
		"ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو",
		"qwertyuiop[]asdfghjkl;'zxcvbnm,",
	},
	{
		Persian,
		"÷\u0652\u064c\u064d\u064b\u064f\u0650\u064e\u0651][}{ؤئيإأآة»«؛كـ\u0653ژ\u0670\u200c\u0654ء><؟",
		"~QWERTYUIOP{}ASDFGHJKL\"Z_XCVBNM<>?",
	},
	{ // Urdu (phonetic)
		Urdu,
		"قوعرتےءیہپ][اسدفگحجکل؛زشچطبنم،۔",
		"qwertyuiop[]asdfghjkl;zxcvbnm,.",
	},
	{
		Urdu,
		"\u0652ؤ\u0670ڑٹ\u064eئ\u0650ۃ\u064f}{آصڈ\u0651غھضخ\u0654ذژثظ.ں\u0658؟",
		"QWERTYUIOP{}ASDFGHJKLZXCVBNM?",
	},
	{ // Hebrew (SI-1452)
		Hebrew,
		";/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.",
		"`qwertyuiop[]asdfghjkl;'zxcvbnm,./",
	},
	{Hebrew, "}{><", "{}<>"},
}

// keyLigatures are the keys of the Arabic layout that type two letters at once,
// which some terminals send as one character.
var keyLigatures = map[string]rune{
	"لا": 'b', "لآ": 'B', "لأ": 'G', "لإ": 'T',
	"ﻻ": 'b', "ﻵ": 'B', "ﻷ": 'G', "ﻹ": 'T',
}

// allDigits of any set are where they are on a Latin layout.
const allDigits = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

// layoutCharacters returns the characters of each layout by their Latin keys, and the Latin keys
// by its characters.
var layoutCharacters = sync.OnceValues(func() (places, keys map[Layout]map[rune]rune) {
	places, keys = map[Layout]map[rune]rune{}, map[Layout]map[rune]rune{}
	for _, t := range layoutTables {
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
})

// Key is the key of a Latin layout that stands where the key stands that typed
// a text, if the text is typed by a layout that is known: by the one that is on,
// where it could be, else by the first that could. It gives what is known of the
// keyboard then. A character that Latin layouts have as well tells of no other.
func (b Board) Key(text string) (key rune, now Board, ok bool) {
	now = b
	if key, ok = keyLigatures[text]; ok {
		if !slices.Contains([]Layout{Arabic, ArabicMac}, b.On) {
			now.On = Arabic
		}
		return key, now, true
	}
	_, keys := layoutCharacters()
	letter, size := utf8.DecodeRuneInString(text)
	if size == 0 || size != len(text) {
		return 0, b, false
	}
	if at := strings.IndexRune(allDigits, letter); at >= 0 {
		return rune('0' + at/utf8.RuneLen(letter)%10), b, true
	}
	if letter < utf8.RuneSelf {
		key, ok = keys[b.On][letter]
		isLetter := 'a' <= letter|0x20 && letter|0x20 <= 'z'
		if isLetter && (b.On != Hebrew || letter > 'Z') { // whose keys type capitals with shift
			now.On = Latin
		}
		return key, now, ok
	}
	for _, now.On = range b.order() {
		if key, ok = keys[now.On][letter]; ok {
			return key, now, true
		}
	}
	return 0, b, false
}

// Print is what the key prints that a Latin layout has a letter on.
func (on Layout) Print(key rune) string {
	if on == Arabic {
		for _, two := range []string{"لا", "لآ", "لأ", "لإ"} {
			if keyLigatures[two] == key {
				return two
			}
		}
	}
	places, _ := layoutCharacters()
	if letter, ok := places[on][key]; ok {
		return string(letter)
	}
	return string(key)
}

// IsLigature reports whether a text of two letters is typed by one key.
func IsLigature(text string) bool {
	_, ok := keyLigatures[text]
	return ok && utf8.RuneCountInString(text) > 1
}
