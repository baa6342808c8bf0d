// Package charset tells which character set a text is in and makes UTF-8 of it: of
// a whole one ([Decode]), of one that comes piece by piece ([Decoder]), and of the
// names of files in an archive ([FileNames]).
package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/warraq/warraq/articles/pattern"
)

// sampleSize is how much of an input is looked at to tell what it is, in bytes.
const sampleSize = 16 << 10

var errBinary = errors.New("it holds zero bytes or many control characters")

// Decode gives an input as UTF-8 with "\n" for line ends. The character set is,
// the first that holds:
//
//  1. what the byte order mark says;
//  2. UTF-16 without one, by its high bytes;
//  3. UTF-8, where the bytes are valid, or nearly so, but for parts that are in another
//     one (a title in a feed), and as it was before it was
//     taken for another character set, where it was (see [Mended] and [Reread]);
//  4. what the head of a message around it says, then what the page says of
//     itself, unless the bytes plainly say otherwise;
//  5. the one of Windows-1256, ISO 8859-6, MacArabic, code page 720, Windows-1255 or
//     code page 862 in which the text looks most like Arabic or Hebrew, else Windows-1252.
//
// It refuses what is not text.
func Decode(data []byte) (string, error) { return DecodeAs(data, "") }

// DecodeAs gives an input as UTF-8 as [Decode] does, of which a message says that it is
// in a character set; "" is not known.
func DecodeAs(data []byte, said string) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unixLines(fromUTF16(data[2:], 0, 1)), nil
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unixLines(fromUTF16(data[2:], 1, 0)), nil
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	sample := data[:min(len(data), sampleSize)]
	switch {
	case isUTF16(sample, 1):
		return unixLines(fromUTF16(data, 0, 1)), nil
	case isUTF16(sample, 0):
		return unixLines(fromUTF16(data, 1, 0)), nil
	case isBinary(sample):
		return "", errBinary
	case utf8.Valid(data):
		return fromUTF8(string(data)), nil
	case nearlyUTF8(data), isPartlyUTF8(data):
		return fromUTF8(decodeParts(data)), nil
	}
	text := detect(said, sample, recodeHead(data))(data)
	if isVisual(text[:min(len(text), sampleSize)]) {
		text = fromVisual(text)
	}
	return unixLines(text), nil
}

// fromUTF8 returns a text that is in UTF-8, without the mistakes that were made with it in other
// character sets.
func fromUTF8(text string) string {
	mendedText, mended := Mended(text)
	if !mended {
		mendedText, _ = Reread(text)
	}
	return unixLines(mendedText)
}

// recodeHead is as much as is looked at of where an input is not ASCII: what makes
// up the head of a page often is.
func recodeHead(data []byte) []byte {
	const chunk = 256
	var all []byte
	for len(data) > 0 && len(all) < sampleSize {
		part := data[:min(chunk, len(data))]
		data = data[len(part):]
		if bytes.ContainsFunc(part, func(r rune) bool { return r >= utf8.RuneSelf }) {
			all = append(all, part...)
		}
	}
	return all
}

// fromUTF16 decodes UTF-16 whose low and high bytes stand at these places of
// each pair. A byte left over at the end counts as U+FFFD.
func fromUTF16(data []byte, low, high int) string {
	units := make([]uint16, 0, len(data)/2+1)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+low])|uint16(data[i+high])<<8)
	}
	if len(data)%2 == 1 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units))
}

// isUTF16 tells UTF-16 by its high bytes, which stand at this place of each
// pair: nearly all are those of Latin, Hebrew, Arabic and punctuation, and zero
// is among them, since every text has spaces.
func isUTF16(sample []byte, high int) bool {
	const shortest = 8
	zero, usual, pairs := 0, 0, len(sample)/2
	for i := high; i < 2*pairs; i += 2 {
		switch sample[i] {
		case 0:
			zero++
			usual++
		case 0x05, 0x06, 0x20, 0xFB, 0xFE:
			usual++
		}
	}
	return len(sample) >= shortest && zero > 0 && usual*10 >= pairs*9
}

// isBinary tells pictures, archives and programs from text: they hold zero
// bytes, or more control characters than a text with escape sequences would.
func isBinary(sample []byte) bool {
	controls := 0
	for _, c := range sample {
		switch {
		case c == 0:
			return true
		case c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1B", rune(c)):
			controls++
		}
	}
	return controls*10 > len(sample)
}

// nearlyUTF8 tells UTF-8 in which some characters are broken, as where it was
// cut: at least four in five that are not ASCII are whole. In no other
// character set do that many bytes fit by chance.
func nearlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := countUTF8(data, func(rune) bool { return true })
	return bad*4 <= good
}

// countUTF8 counts the characters of a text beyond ASCII that are of a kind, and the bytes
// that are no UTF-8.
func countUTF8(data []byte, isOfKind func(rune) bool) (good, bad int) {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1 && isOfKind(r):
			good++
		}
		data = data[n:]
	}
	return good, bad
}

// declaredPattern finds the character set that a page or a feed says it is in.
var declaredPattern = pattern.New(`(?i)(?:\bcharset\s*=|<\?xml[^>]*\bencoding\s*=)\s*["']?([\w.:-]{2,40})`)

// clearMargin is by how much the text must look better in another character set for
// what the page says to be wrong.
const clearMargin = 0.3

// detect tells the character set of a text that is not UTF-8 and gives its
// decoder, from what a message says, how the text begins and a sample of what is
// not ASCII in it.
func detect(said string, head, sample []byte) func([]byte) string {
	best, most := likeliestDecoder(sample, decodeSingleByte(charmap.Windows1252),
		decodeSingleByte(charmap.Windows1256), decodeSingleByte(charmap.ISO8859_6), fromMacArabic, decodeSingleByte(charmap.Windows1255), fromCodePage720, decodeSingleByte(charmap.CodePage862))
	names := []string{said}
	if m := declaredPattern.FindSubmatch(head); m != nil {
		names = append(names, string(m[1]))
	}
	for _, n := range names {
		set, err := htmlindex.Get(n)
		if err != nil {
			continue
		}
		name, _ := htmlindex.Name(set)
		if !strings.HasPrefix(name, "utf-") && likeness(decodeSingleByte(set)(sample))+clearMargin >= most {
			return decodeSingleByte(set)
		}
	}
	return best
}

// likeliestDecoder gives of several decoders the one after which a text looks most like
// Arabic or Hebrew, and how much; the usual one where it looks so after none.
func likeliestDecoder(sample []byte, usual func([]byte) string, others ...func([]byte) string) (best func([]byte) string, most float64) {
	best, most = usual, clearMargin
	for _, c := range others {
		if s := likeness(c(sample)); s > most {
			best, most = c, s
		}
	}
	return best, most
}

// FileNames decodes the names of files in an archive that are not in UTF-8: they
// are in what the system was set to.
func FileNames(sample []byte) func([]byte) string {
	decoder, _ := likeliestDecoder(sample, decodeSingleByte(charmap.CodePage437),
		decodeSingleByte(charmap.Windows1256), fromCodePage720, decodeSingleByte(charmap.Windows1255), decodeSingleByte(charmap.CodePage862), decodeSingleByte(charmap.ISO8859_6))
	return decoder
}

// decodeSingleByte gives the decoder of a character set. It cannot fail: what is not in
// the set becomes U+FFFD.
func decodeSingleByte(e encoding.Encoding) func([]byte) string {
	return func(data []byte) string {
		text, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return strings.ToValidUTF8(string(data), "\uFFFD")
		}
		return string(text)
	}
}

// likeness tells how much a text looks like words that are not Latin, Arabic or
// Hebrew above all, about 1 where it is: letters stand together in words, words begin with the article, letters
// that only end words end them, and nothing is undefined.
func likeness(text string) float64 {
	var foreign, bad, joined, words, articles, wrong, usual int
	word := make([]rune, 0, 64)
	end := func() {
		if len(word) >= 2 {
			words++
			joined += len(word) - 1
			if word[0] == 'ا' && word[1] == 'ل' {
				articles++
			}
			if strings.ContainsAny(string(word[:len(word)-1]), "ةى"+finalLetters) && !strings.ContainsRune(finalLetters, word[0]) {
				wrong++
			}
		}
		word = word[:0]
	}
	for _, r := range text {
		if r >= utf8.RuneSelf {
			foreign++
		}
		switch {
		case r > unicode.MaxLatin1 && unicode.IsLetter(r):
			word = append(word, r)
			if strings.ContainsRune(usualLetters, r) {
				usual++
			}
			continue
		case r == utf8.RuneError, r >= 0x80 && r < 0xA0:
			bad++
		}
		end()
	}
	end()
	if foreign == 0 || words == 0 {
		return 0
	}
	share := func(n, of int) float64 { return float64(n) / float64(of) }
	return share(joined, foreign) + share(articles, words) - 2*share(bad, foreign) - 2*share(wrong, words) + share(usual, foreign)/4
}

// usualLetters are those that make up more than half of a text in Arabic: in a
// short one they tell its character set from one in which it has the same shape.
const usualLetters = "اليمونرتبدع"

// unixLines gives "\n" for the line ends of every system.
func unixLines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}
