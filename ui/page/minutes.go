package page

import (
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/store"
)

// How many characters of a text, spaces included, are read in a minute: in the
// scripts of Arabic and Hebrew, which leave most vowels out, and in others. The
// figures are rounded from the means of readers of Arabic (612) and of English
// (987) in Trauzettel-Klosinski and Dietz, “Standardized Assessment of Reading
// Performance” (2012), which does not count spaces.
const (
	readWithoutVowels = 700
	readWithVowels    = 1150
)

// Minutes is how long an article takes to be read, at least a minute where it has
// a text.
func Minutes(item store.Item) float64 {
	letters := utf8.RuneCountInString(item.Body)
	if letters == 0 {
		return 0
	}
	rate := readWithVowels
	for _, r := range item.Title + item.Body[:min(len(item.Body), sampleSize)] {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
			rate = readWithoutVowels
			break
		}
		if unicode.IsLetter(r) {
			break
		}
	}
	return max(1, float64(letters)/float64(rate))
}
