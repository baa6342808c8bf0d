package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Reread returns a text as it was before its bytes, of Windows-1256, ISO 8859-6 or Windows-1255,
// were taken for Windows-1252 and written as UTF-8, and whether that is what happened to it:
// "ÇáÈÍÑ" is how "البحر" looks then. Words of Latin languages have letters of ASCII among the others.
func Reread(text string) (string, bool) {
	if !looksMisread(text) {
		return text, false
	}
	data := make([]byte, 0, len(text))
	for _, r := range text {
		b, ok := byteOf(r, charmap.Windows1252)
		if !ok {
			return text, false // there is more in it than that; nothing is made up
		}
		data = append(data, b)
	}
	const certain = 2 * clearMargin
	best, most := likeliestDecoder(recodeHead(data), nil,
		decodeSingleByte(charmap.Windows1256), decodeSingleByte(charmap.ISO8859_6), decodeSingleByte(charmap.Windows1255))
	if best == nil || most < certain {
		return text, false
	}
	return best(data), true
}

// looksMisread reports whether nearly all words of a text that are not of ASCII have no letter of
// ASCII, and are several.
func looksMisread(text string) bool {
	const fewest, share = 8, 8
	whole, mixed := 0, 0
	for word := range strings.FieldsFuncSeq(text[:min(len(text), sampleSize)], func(r rune) bool { return r < utf8.RuneSelf && !unicode.IsLetter(r) }) {
		switch {
		case !strings.ContainsFunc(word, isOfLatin1):
		case strings.ContainsFunc(word, func(r rune) bool { return r < utf8.RuneSelf }):
			mixed++
		case utf8.RuneCountInString(word) > 1:
			whole++
		}
	}
	return whole >= fewest && whole >= share*mixed
}

// isOfLatin1 tells a letter that Latin-1 has beside those of ASCII.
func isOfLatin1(r rune) bool { return r >= 0xC0 && r <= unicode.MaxLatin1 }
