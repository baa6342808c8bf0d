package identity

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// Bounds within which a short text is taken for an edit of another one: how many words it has
// (in longer texts runs of words say it, of shorter ones any may be another), and how much of the
// longer one stays in place.
const (
	fewestEdited = 8
	mostEdited   = 60
	editShare    = 0.8
)

// weekdayNames are the names of days by their words, as they are folded.
var weekdayNames = sync.OnceValue(func() []string {
	return text.Words("الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت " +
		"یکشنبه دوشنبه سه\u200cشنبه چهارشنبه پنجشنبه جمعه شنبه اتوار پیر منگل بدھ جمعرات جمعہ ہفتہ " +
		"ראשון שני שלישי רביעי חמישי שישי שבת " +
		"Sunday Monday Tuesday Wednesday Thursday Friday Saturday")
})

// isEditOf tells a short text in which some words were changed from one that only looks like
// another because what comes again and again is said in the same sentences: that differs in
// numbers, in days, in towns, or in many words.
func isEditOf(a, b string) bool {
	one, other := text.Words(withoutImages(a)), text.Words(withoutImages(b))
	shorter, longer := min(len(one), len(other)), max(len(one), len(other))
	return shorter >= fewestEdited && longer <= mostEdited &&
		float64(inCommon(one, other)) >= editShare*float64(longer) && slices.Equal(figures(one), figures(other))
}

// figures gives the words that hold a digit, or name a day or a town, sorted.
func figures(words []string) (found []string) {
	for _, word := range words {
		if strings.ContainsFunc(word, unicode.IsNumber) || slices.Contains(weekdayNames(), word) || press.NamesTown(word) {
			found = append(found, word)
		}
	}
	slices.Sort(found)
	return found
}

// inCommon returns how many words two texts have in common in the same order.
func inCommon(one, other []string) int {
	row := make([]int, len(other)+1) // how many up to each word of the other
	for _, word := range one {
		before := 0 // of the row above, to the left
		for i := range other {
			above := row[i+1]
			if word == other[i] {
				row[i+1] = before + 1
			} else {
				row[i+1] = max(above, row[i])
			}
			before = above
		}
	}
	return row[len(other)]
}
