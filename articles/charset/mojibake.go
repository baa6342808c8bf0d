package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mistakenSets are the character sets that UTF-8 is taken for most: "Ø§Ù„" and "ط§ظ„" are
// how the Arabic article looks then.
var mistakenSets = []*charmap.Charmap{charmap.Windows1252, charmap.Windows1256, charmap.Windows1255}

// Mended returns a text as it was before its UTF-8 was taken for another character
// set, once or twice, and written as UTF-8 again, and whether that is what happened to
// it. Of characters that were lost on the way nothing is made up.
func Mended(text string) (string, bool) {
	sample := recodeStrange(text)
	if sample == "" {
		return text, false
	}
	for _, set := range mistakenSets {
		if _, ok := undoMistake(sample, set); !ok {
			continue
		}
		if better, ok := undoMistake(text, set); ok {
			return better, true
		}
	}
	return text, false
}

// undoMistake undoes the mistake with a character set.
func undoMistake(text string, set *charmap.Charmap) (string, bool) {
	once := read(text, set)
	if once.isMost() || !once.isWhole() {
		return once.text.String(), once.isMost()
	}
	twice := read(once.text.String(), set)
	return twice.text.String(), twice.isMost()
}

// recodeStrange is as much as is looked at of what is not ASCII in a text: whole runs of such
// characters.
func recodeStrange(text string) string {
	const most = 600 // bytes
	var b strings.Builder
	inRun := false
	for i := 0; i < min(len(text), sampleSize) && (inRun || b.Len() < most); i++ {
		isASCII := text[i] < utf8.RuneSelf
		if !isASCII {
			b.WriteByte(text[i])
		} else if inRun {
			b.WriteByte(' ')
		}
		inRun = !isASCII
	}
	return strings.ToValidUTF8(b.String(), "")
}

// mending is a text that is read anew.
type mending struct {
	text              strings.Builder
	good, bad, script int // characters that came out, that did not, and right-to-left letters
}

// isWhole tells whether nearly all of the text that is not ASCII came out.
func (m *mending) isWhole() bool { return m.good > 0 && m.bad*8 <= m.good }

// isMost tells whether the text was mistaken: nearly all of it came out, and is in a
// script that is written from right to left.
func (m *mending) isMost() bool {
	const fewest = 4
	return m.script >= fewest && m.script*10 >= m.good*6 && m.isWhole()
}

// read reads a text anew whose UTF-8 was taken for a character set.
func read(text string, set *charmap.Charmap) *mending {
	m := &mending{}
	var bytes []byte
	var runes []rune
	flush := func() {
		m.run(bytes, runes)
		bytes, runes = bytes[:0], runes[:0]
	}
	for _, r := range text {
		b, ok := byteOf(r, set)
		switch {
		case r < utf8.RuneSelf:
			flush()
			m.text.WriteRune(r)
		case ok:
			bytes, runes = append(bytes, b), append(runes, r)
		default:
			flush()
			m.text.WriteRune(r)
			m.bad++
		}
	}
	flush()
	return m
}

// byteOf is the byte for which a set has a character. Those that a set does not define
// stand for themselves.
func byteOf(r rune, set *charmap.Charmap) (byte, bool) {
	if b, ok := set.EncodeRune(r); ok {
		return b, true
	}
	return byte(r), r >= 0x80 && r < 0xA0
}

// run reads the bytes of a run of characters.
func (m *mending) run(bytes []byte, runes []rune) {
	for i := 0; i < len(bytes); {
		r, n := utf8.DecodeRune(bytes[i:])
		if r == utf8.RuneError {
			m.text.WriteRune(runes[i])
			m.bad++
			i++
			continue
		}
		m.text.WriteRune(r)
		m.good++
		if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Inherited) {
			m.script++
		}
		i += n
	}
}
