package charset

import (
	"slices"
	"strings"
	"unicode"

	"github.com/warraq/warraq/articles/pattern"
)

// Hebrew of the first years of the web was written in visual order (ISO 8859-8
// without "-i", RFC 1556): each line backwards, so that what shows letters from the
// left shows it right.

// finalLetters are the letters of Hebrew that only end words.
const finalLetters = "ךםןףץ"

// isVisual tells such a text: the letters that end words begin them.
func isVisual(text string) bool {
	const few = 2
	begin, end := 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.Is(unicode.Hebrew, r) }) {
		letters := []rune(word)
		if len(letters) < 2 {
			continue
		}
		if strings.ContainsRune(finalLetters, letters[0]) {
			begin++
		}
		if strings.ContainsRune(finalLetters, letters[len(letters)-1]) {
			end++
		}
	}
	return begin >= few && begin > 3*end
}

// pieces of a line that keep their own order: tags, entities, words and numbers
// that are written from the left.
var (
	tagsPattern = pattern.New(`<[^<>]*>`)
	leftTo      = pattern.New(`&#?\w{1,10};|[0-9A-Za-z\x{00C0}-\x{024F}](?:[0-9A-Za-z\x{00C0}-\x{024F}.,:/%@'_-]*[0-9A-Za-z\x{00C0}-\x{024F}%])?|.`)
)

// fromVisual gives a text, or the texts between the tags of a page, in logical
// order. A row of tags within a line is not turned.
func fromVisual(text string) string {
	var b strings.Builder
	last := 0
	turn := func(s string) {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(reverseLine(line))
		}
	}
	for _, at := range tagsPattern.FindAllStringIndex(text, -1) {
		turn(text[last:at[0]])
		b.WriteString(text[at[0]:at[1]])
		last = at[1]
	}
	turn(text[last:])
	return b.String()
}

// mirrorBrackets are the brackets, which face the other way in a line that is turned.
var mirrorBrackets = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "«", "»", "»", "«")

// reverseLine gives one line backwards, if it holds Hebrew.
func reverseLine(line string) string {
	if !strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Hebrew, r) }) {
		return line
	}
	parts := leftTo.FindAllString(line, -1)
	slices.Reverse(parts)
	for i, p := range parts {
		if len(p) <= 2 {
			parts[i] = mirrorBrackets.Replace(p)
		}
	}
	return strings.Join(parts, "")
}
