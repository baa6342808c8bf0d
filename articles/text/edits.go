package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Edit is a word that another one may have been meant for.
type Edit struct {
	Word string
	// Likely is how much likelier it is to be mistaken so than by any key that is
	// missed: 1 for that.
	Likely int
}

// How likely mistakes are. Who writes by ear takes letters for one another that
// sound alike where he lives; who types, those of the keys beside.
const (
	byEar     = 30
	byHand    = 10
	byWhoever = 1
)

// The letters of each script, folded, that may have been left out or mistyped.
const (
	arabicLetters = "ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگٹڈڑں"
	hebrewLetters = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
	latinLetters  = "abcdefghijklmnopqrstuvwxyz"
)

// soundalikeLetters are letters that sound alike somewhere where Arabic letters are written.
var soundalikeLetters = []string{"ضظ", "ضد", "ظذ", "ظز", "ذز", "ذد", "ضز", "تط", "تث", "سص", "سث", "صث", "حه", "حخ", "قغ", "قك", "قء", "ءع", "اء", "جگ", "كگ", "پب"}

// lightLetters are letters that are left out, or written too much, sooner than others:
// long vowels and hamza.
const lightLetters = "اويء"

// keyboardRows are the rows of keys, each half a key to the right of the one above.
var keyboardRows = [][]string{
	{"ضصثقفغعهخحجد", "شسيبلاتنمكط", "ءءءر يهوزظ"},
	{"qwertyuiop", "asdfghjkl", "zxcvbnm"},
	{"  קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"},
}

// keyNeighbours are the pairs of letters that are mistaken for each other, and how
// likely.
var keyNeighbours = sync.OnceValue(func() map[[2]rune]int {
	pairs := map[[2]rune]int{}
	pair := func(a, b rune, likely int) {
		if a != b && a != ' ' && b != ' ' && pairs[[2]rune{a, b}] < likely {
			pairs[[2]rune{a, b}], pairs[[2]rune{b, a}] = likely, likely
		}
	}
	for _, keyboard := range keyboardRows {
		for y := range keyboard {
			row := []rune(keyboard[y])
			for x, r := range row {
				if x > 0 {
					pair(row[x-1], r, byHand)
				}
				if y > 0 {
					above := []rune(keyboard[y-1])
					for _, at := range []int{x, x + 1} {
						if at < len(above) {
							pair(above[at], r, byHand)
						}
					}
				}
			}
		}
	}
	for _, letters := range soundalikeLetters {
		two := []rune(letters)
		pair(two[0], two[1], byEar)
	}
	return pairs
})

// Edits gives the words that differ from a folded word by one letter that is
// missing, too much or another, or by two that have changed places, each once; the
// word itself is not among them. A word of a script that it does not know has only
// those that need no other letter.
func Edits(word string) []Edit {
	letters := []rune(word)
	first, _ := utf8.DecodeRuneInString(word)
	alphabet := ""
	switch {
	case unicode.Is(unicode.Arabic, first):
		alphabet = arabicLetters
	case unicode.Is(unicode.Hebrew, first):
		alphabet = hebrewLetters
	case unicode.Is(unicode.Latin, first):
		alphabet = latinLetters
	}
	var list []Edit
	at := map[string]int{word: -1}
	add := func(likely int, parts ...[]rune) {
		var b strings.Builder
		for _, p := range parts {
			b.WriteString(string(p))
		}
		i, known := at[b.String()]
		switch {
		case !known:
			at[b.String()] = len(list)
			list = append(list, Edit{b.String(), likely})
		case i >= 0:
			list[i].Likely = max(list[i].Likely, likely)
		}
	}
	pairs := keyNeighbours()
	for i := range len(letters) + 1 {
		before, behind := letters[:i], letters[i:]
		for _, r := range alphabet {
			add(letterLightness(r, before, behind), before, []rune{r}, behind)
		}
		if len(behind) == 0 {
			continue
		}
		add(letterLightness(behind[0], before, behind[1:]), before, behind[1:])
		for _, r := range alphabet {
			add(max(byWhoever, pairs[[2]rune{behind[0], r}]), before, []rune{r}, behind[1:])
		}
		if len(behind) > 1 {
			add(byHand, before, []rune{behind[1], behind[0]}, behind[2:])
		}
	}
	return list
}

// letterLightness is how likely a letter is left out between others, or is there too
// much: a vowel, or one that is beside itself.
func letterLightness(r rune, before, behind []rune) int {
	doubled := len(before) > 0 && before[len(before)-1] == r || len(behind) > 0 && behind[0] == r
	if doubled || strings.ContainsRune(lightLetters, r) {
		return byHand
	}
	return byWhoever
}
