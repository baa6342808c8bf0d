package related

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// Numbers tell reports of one event from those of its kind, if they are more than
// small: "6.935 million" and "6.9 million" are one, and so are 12,437 and "12
// thousand". So a number is two terms: itself, and itself to two digits.

// numberTerms gives the terms of a number in digits, as number gives it.
func numberTerms(digits string) []Term {
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil || isSmall(digits, value) {
		return nil
	}
	exact, round := strconv.FormatFloat(value, 'e', -1, 64), twoDigits(value)+"~"
	if !isTelling(digits) {
		return []Term{termOf("#" + exact), termOf("#" + round)}
	}
	return []Term{numberTermOf(exact), numberTermOf(round)}
}

// twoDigits writes a number with the first two of its digits.
func twoDigits(value float64) string { return strconv.FormatFloat(value, 'e', 1, 64) }

// rounded gives a number to two digits, "" for one that is too small for that to say the
// same.
func rounded(digits string) string {
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil || isSmall(digits, value) {
		return ""
	}
	return twoDigits(value) + "~"
}

// isSmall tells a number that all have. One with a point is measured, and says something.
func isSmall(digits string, value float64) bool {
	return value == math.Trunc(value) && value <= smallNumber && !strings.Contains(digits, ".")
}

// smallNumber is up to which number all have it.
const smallNumber = 12

// isTelling tells a number that says something by itself: no small one, and no year.
func isTelling(digits string) bool {
	value, err := strconv.ParseFloat(digits, 64)
	return err == nil && (value != math.Trunc(value) || strings.Contains(digits, ".") || value > 31) && (value < 1900 || value > 2100)
}

// numberScales are the words that a number before them is multiplied by, folded.
var numberScales = map[string]float64{
	"الف": 1e3, "الفا": 1e3, "الاف": 1e3, "مليون": 1e6, "مليونا": 1e6, "ملايين": 1e6, "مليار": 1e9, "مليارا": 1e9, "مليارات": 1e9,
	"بليون": 1e9, "تريليون": 1e12, "هزار": 1e3, "میلیون": 1e6, "ميليون": 1e6, "ميليارد": 1e9, "لاكه": 1e5, "كروڑ": 1e7, "ہزار": 1e3,
	"אלף": 1e3, "מיליון": 1e6, "מיליארד": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9,
}

// countWords are numbers in words, folded: papers write small ones so.
var countWords = sync.OnceValue(func() map[string]float64 {
	words := map[string]float64{"مءه": 100, "ماءه": 100, "مءتان": 200, "مءتين": 200, "ماءتان": 200, "ماءتين": 200, "عشرون": 20, "عشرين": 20}
	for i, forms := range strings.Split("ثلاثه ثلاث،اربعه اربع،خمسه خمس،سته ست،سبعه سبع،ثمانيه ثماني ثمان،تسعه تسع،عشره عشر", "،") {
		for word := range strings.FieldsSeq(forms) {
			words[word] = float64(i + 3)
		}
	}
	for i, stem := range strings.Fields("ثلاث اربع خمس ست سبع ثمان تسع") {
		words[stem+"ون"], words[stem+"ين"] = float64(10*(i+3)), float64(10*(i+3))
		words[stem+"مءه"], words[stem+"ماءه"] = float64(100*(i+3)), float64(100*(i+3))
	}
	return words
})

// digitsOf gives the value of a word of digits, folded, "" for another word: a comma
// before three digits parts thousands, and so do several dots.
func digitsOf(word string) string {
	word = decimalSigns.Replace(word)
	if strings.Trim(word, "0123456789.,") != "" {
		return ""
	}
	if strings.Count(word, ".") > 1 {
		word = strings.ReplaceAll(word, ".", "")
	}
	first, groups, _ := strings.Cut(word, ",")
	for group := range strings.SplitSeq(groups, ",") {
		if whole, _, _ := strings.Cut(group, "."); len(whole) == 3 {
			first += group
		} else if group != "" && !strings.Contains(first, ".") {
			first += "." + group
		}
	}
	return strings.TrimRight(first, ".")
}

var decimalSigns = strings.NewReplacer("٫", ".", "٬", ",")

// scaleNumber gives digits multiplied.
func scaleNumber(digits string, by float64) string {
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return digits
	}
	return strconv.FormatFloat(value*by, 'f', -1, 64)
}

// readNumbers gives tokens that are numbers their values: digits with the words
// that multiply them, and numbers in words, of one word or of two (أربعة وعشرون).
func readNumbers(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		if value, ok := countWords()[t.folded]; ok && t.number == "" {
			t.number = strconv.FormatFloat(value, 'f', -1, 64)
			if i+1 < len(tokens) && value < 10 && !tokens[i+1].parted {
				if tens, ok := countWords()[strings.TrimPrefix(tokens[i+1].folded, "و")]; ok && tens >= 20 && tens < 100 && strings.HasPrefix(tokens[i+1].folded, "و") {
					t.number = strconv.FormatFloat(value+tens, 'f', -1, 64)
				}
			}
			t.content = false
		}
		if t.number == "" || i+1 == len(tokens) {
			continue
		}
		if by, ok := numberScales[tokens[i+1].folded]; ok && !tokens[i+1].parted {
			t.number = scaleNumber(t.number, by)
		}
	}
}
