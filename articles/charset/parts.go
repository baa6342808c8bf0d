package charset

import (
	"bytes"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// Feeds are put together of what stands in several tables, of which one may be older than the
// others: a title in Windows-1256 in a feed that otherwise is UTF-8.

// isPartlyUTF8 tells a text of which a good part is Arabic or Hebrew in UTF-8: a third of what
// is not ASCII. In no other character set do that many bytes fit by chance.
func isPartlyUTF8(data []byte) bool {
	good, bad := countUTF8(data, func(r rune) bool { return r >= 0x590 && r <= 0x6FF })
	return good*2 >= bad && good > 0
}

// decodeParts gives a text in UTF-8 whose parts between the signs of markup and the ends of lines
// may be in another character set: those of which most is no UTF-8 are read in the one in which
// all of them look most like Arabic or Hebrew. What else is no UTF-8 is U+FFFD.
func decodeParts(data []byte) string {
	var strange []byte
	for part := range eachPart(data) {
		if isStrange(part) && len(strange) < sampleSize {
			strange = append(append(strange, part...), ' ')
		}
	}
	asBroken := func(part []byte) string { return strings.ToValidUTF8(string(part), "\uFFFD") }
	decode, _ := likeliestDecoder(strange, asBroken,
		decodeSingleByte(charmap.Windows1256), decodeSingleByte(charmap.ISO8859_6), fromMacArabic, decodeSingleByte(charmap.Windows1255))
	var b strings.Builder
	b.Grow(len(data))
	for part := range eachPart(data) {
		if isStrange(part) {
			b.WriteString(decode(part))
		} else {
			b.WriteString(asBroken(part))
		}
	}
	return b.String()
}

// eachPart gives the parts of a text, each with the sign or the line end that ends it.
func eachPart(data []byte) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(data) > 0 {
			end := bytes.IndexAny(data, "<>\n")
			if end < 0 {
				end = len(data) - 1
			}
			if !yield(data[:end+1]) {
				return
			}
			data = data[end+1:]
		}
	}
}

// isStrange tells a part of which most is no UTF-8, and more than a character that was cut.
func isStrange(part []byte) bool {
	const fewest = 3 // bytes
	good, bad := countUTF8(part, func(rune) bool { return true })
	return bad >= fewest && bad > good
}
