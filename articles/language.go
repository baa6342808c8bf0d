package articles

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode"
)

// FindLanguage fills in the language and the direction from what the article
// is written in, where it does not say them or names a language that is not
// written so, and drops a direction that is none. A card of an export says what was
// known of it.
func (a *Article) FindLanguage() {
	if a.Kept != nil && a.Body == "" && a.Lang == "" && a.Direction == "" {
		return
	}
	text := a.Title + "\n" + a.Summary + "\n" + a.Body[:min(len(a.Body), scriptSample)]
	if a.Lang = LanguageTag(a.Lang); !isRightToLeft(a.Lang) {
		// What programs say where nobody told them is English.
		a.Lang = cmp.Or(textLanguage(text), a.Lang)
	}
	switch Direction(strings.ToLower(string(a.Direction))) {
	case RightToLeft:
		a.Direction = RightToLeft
	case LeftToRight:
		a.Direction = LeftToRight
	default:
		if a.Direction = RightToLeft; !isRightToLeft(a.Lang) {
			a.Direction = textDirection(text)
		}
	}
}

// isRightToLeft tells a tag of one of rightToLeftLanguages.
func isRightToLeft(tag string) bool {
	base, _, _ := strings.Cut(tag, "-")
	return slices.Contains(rightToLeftLanguages, base)
}

// LanguageTag puts a language tag into the usual case and form: "ar_EG" is "ar-EG".
// What cannot be a tag is none.
func LanguageTag(s string) string {
	s = strings.ReplaceAll(s, "_", "-")
	s, _, _ = strings.Cut(s, ".") // ar_EG.UTF-8
	parts := strings.Split(s, "-")
	for i, p := range parts {
		for _, c := range []byte(p) {
			if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
				return ""
			}
		}
		switch {
		case i == 0 && (len(p) < 2 || len(p) > 8), len(p) == 0, len(p) > 8:
			return ""
		case i > 0 && len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case i > 0 && len(p) == 4:
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		default:
			parts[i] = strings.ToLower(p)
		}
	}
	return strings.Join(parts, "-")
}

// languageLetters are those by which a language in Arabic script is told from the
// others; the others hardly have them, but for a name here and there.
type languageLetters struct{ lang, own string }

// scriptLetters are the languages in Arabic script. Arabic and Persian come first:
// the others have the letters of one of them beside their own.
var scriptLetters = []languageLetters{
	{"ar", "ةيكىأإؤ"},
	{"fa", "یکپچژگ"},
	{"ur", "ٹڈڑےںہھۂۃ"},
	{"ps", "ټډړږښځڅېۍڼ"},
	{"sd", "ٻڀٺٽڄڃڇڌڏڊڦڪڳڱڻ"},
	{"ckb", "ڕڵێ"},
	{"ug", "ۇۈۋې"},
}

// The block of the Arabic script.
const arabicFrom, arabicTo = 0x0600, 0x06ff

// letterOwners has a bit for each of scripts that a letter is one of, by its place in
// the block.
var letterOwners = func() (table [arabicTo - arabicFrom + 1]uint8) {
	for i, s := range scriptLetters {
		for _, r := range s.own {
			table[r-arabicFrom] |= 1 << i
		}
	}
	return table
}()

// ownShare is how many of a hundred letters must be a language's own for it to
// be neither Arabic nor Persian.
const ownShare = 4

// scriptSample is how much of a text is looked at, in bytes.
const scriptSample = 2 << 10

// textLanguage tells what a text is written in by its letters, "" where they do
// not say: Latin letters serve too many languages.
func textLanguage(text string) string {
	text = text[:min(len(text), scriptSample)]
	var arabic, hebrew, other int
	own := make([]int, len(scriptLetters))
	for _, r := range text {
		switch {
		case r >= arabicFrom && r <= arabicTo:
			if !isLetter(r) {
				continue
			}
			arabic++
			for of := letterOwners[r-arabicFrom]; of != 0; of &= of - 1 {
				own[bits.TrailingZeros8(of)]++
			}
		case !isLetter(r):
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Hebrew, r):
			hebrew++
		default:
			other++
		}
	}
	switch {
	case hebrew > arabic && hebrew > other:
		return "he"
	case arabic == 0 || arabic < other:
		return ""
	}
	best := 0
	if own[1] > own[0] {
		best = 1
	}
	for i := 2; i < len(own); i++ {
		if own[i]*100 >= arabic*ownShare && (best < 2 || own[i] > own[best]) {
			best = i
		}
	}
	if own[best] == 0 {
		return ""
	}
	return scriptLetters[best].lang
}

// isLetter is [unicode.IsLetter], which has to look for the letters of Arabic longest.
func isLetter(r rune) bool {
	return r >= 0x0620 && r <= 0x064A || unicode.IsLetter(r)
}

// rightToLeftLanguages are those that are written right to left wherever they
// are written in their usual script.
var rightToLeftLanguages = []string{"ar", "fa", "ur", "he", "yi", "ps", "sd", "ug", "ckb", "dv", "arc", "syr", "nqo"}

// textDirection tells the direction of most of a text: each line counts for that of
// its first letter (UAX #9, P2 and P3) as much as it has letters. It is "" where
// there are none.
func textDirection(text string) Direction {
	text = text[:min(len(text), scriptSample)]
	right, left := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		letters, first := 0, rune(0)
		for _, r := range line {
			if isLetter(r) {
				if letters++; letters == 1 {
					first = r
				}
			}
		}
		if rightToLeft(first) {
			right += letters
		} else {
			left += letters
		}
	}
	switch {
	case right > left:
		return RightToLeft
	case left > 0:
		return LeftToRight
	}
	return ""
}

// rightToLeft tells whether a letter is of a script written right to left.
func rightToLeft(r rune) bool {
	return r >= 0x590 && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac,
		unicode.Thaana, unicode.Nko, unicode.Samaritan, unicode.Mandaic, unicode.Adlam)
}
