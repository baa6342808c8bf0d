package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// isolateWords isolates right-to-left words in code, so that they move nothing
// around them: what follows a string stays behind it (UAX #9, HL3). A comment is one
// stretch, from the first such word to the last, with what stands between them.
//
// It is called for each token of a highlighter, most of which have no such word.
func isolateWords(s string, style rtl.Style) string {
	first, end := nextStretch(s, 0)
	if first < 0 {
		return s
	}
	if style.Foreground == purposeColor(purposeTheme.Muted) {
		for start, next := nextStretch(s, end); start >= 0; start, next = nextStretch(s, next) {
			end = next
		}
		return s[:first] + isolateText(s[first:end]) + s[end:]
	}
	var b strings.Builder
	from := 0
	for start := first; start >= 0; start, end = nextStretch(s, end) {
		b.WriteString(s[from:start])
		b.WriteString(isolateText(s[start:end]))
		from = end
	}
	b.WriteString(s[from:])
	return b.String()
}

// nextStretch finds the next stretch of right-to-left words in a text from an offset
// on, and returns where it starts and ends; start is -1 where there is none.
func nextStretch(s string, from int) (start, end int) {
	start = -1
	for i, r := range s[from:] {
		i += from
		letter := r >= firstRightToLeft && unicode.In(r, unicode.Arabic, unicode.Hebrew)
		switch {
		case start < 0 && letter:
			start, end = i, i+utf8.RuneLen(r)
		case start < 0:
		case letter || unicode.Is(unicode.M, r):
			end = i + utf8.RuneLen(r)
		case !strings.ContainsRune(stretchPunctuation, r):
			return start, end
		}
	}
	return start, end
}

const (
	// stretchPunctuation is what stands between words of one stretch.
	stretchPunctuation = " .,:;!?-"
	// firstRightToLeft is where Unicode's right-to-left letters begin.
	firstRightToLeft = '\u0590'
)
