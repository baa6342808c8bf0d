package articles

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// looked is how much of an input is looked at to tell text from other things.
const looked = 8 << 10

// decode gives an input as UTF-8 with "\n" for line ends: as its byte order
// mark says, else UTF-8. It refuses what is not text.
func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return lines(fromUTF16(data[2:], 0, 1)), nil
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return lines(fromUTF16(data[2:], 1, 0)), nil
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if isBinary(data) {
		return "", errors.New("it holds zero bytes or many control characters")
	}
	if !utf8.Valid(data) {
		return lines(strings.ToValidUTF8(string(data), "\uFFFD")), nil
	}
	return lines(string(data)), nil
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

// lines gives "\n" for the line ends of every system.
func lines(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}

// isBinary tells pictures, archives and programs from text: they hold zero
// bytes, or more control characters than a text with escape sequences would.
func isBinary(data []byte) bool {
	data = data[:min(len(data), looked)]
	controls := 0
	for _, c := range data {
		switch {
		case c == 0:
			return true
		case c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1B", rune(c)):
			controls++
		}
	}
	return controls*10 > len(data)
}
