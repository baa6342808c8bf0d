package packed

import (
	"unicode/utf16"
	"unicode/utf8"
)

// The tags of SCSU that are written: quote one character of a window or of UTF-16,
// change to a window, place a window.
const (
	quoteWindow  = 0x01
	quoteUTF16   = 0x0e
	changeWindow = 0x10
	placeWindow  = 0x18
)

// windowSize is how many characters a window shows.
const windowSize = 0x80

// staticWindows are where single characters are quoted from, without leaving the window
// that is open. The first is of the control characters, which are tags otherwise.
var staticWindows = [8]rune{0, 0x80, 0x100, 0x300, 0x2000, 0x2080, 0x2100, 0x3000}

// windows are those that can be opened, each at a place that may change.
type windows struct {
	at     [8]rune
	open   int
	placed int // how many were placed so far
}

func newWindows() *windows {
	return &windows{at: [8]rune{0x80, 0xc0, 0x400, 0x600, 0x900, 0x3040, 0x30a0, 0xff00}}
}

// firstPlaced is the first of the windows that are placed elsewhere, one after the other;
// that of Arabic is before it.
const firstPlaced = 4

// lastPlaceable is the last character that a window can be placed at by a single byte.
const lastPlaceable = 0x3400 - 1

// indexOf returns the window that shows a character, -1 where none does.
func (w *windows) indexOf(r rune) int {
	if shows(w.at[w.open], r) {
		return w.open
	}
	for i, at := range w.at {
		if shows(at, r) {
			return i
		}
	}
	return -1
}

func shows(at, r rune) bool { return r >= at && r < at+windowSize }

// appendSCSU appends a text in the Standard Compression Scheme for Unicode (Unicode
// Technical Standard 6): a byte for each character of ASCII and of the window that is
// open, as that of Arabic.
func appendSCSU(b []byte, s string) []byte {
	w := newWindows()
	for i, r := range s {
		switch {
		case r >= ' ' && r < windowSize, r == 0, r == '\t', r == '\n', r == '\r':
			b = append(b, byte(r))
		case r < ' ':
			b = append(b, quoteWindow, byte(r))
		case shows(w.at[w.open], r):
			b = append(b, byte(r-w.at[w.open])|windowSize)
		default:
			b = w.appendOther(b, r, s[i+utf8.RuneLen(r):])
		}
	}
	return b
}

// appendOther appends a character that the open window does not show, before some text.
func (w *windows) appendOther(b []byte, r rune, rest string) []byte {
	if i := w.indexOf(r); i >= 0 {
		shown := byte(r-w.at[i]) | windowSize
		if !shows(w.at[i], nextBeyondASCII(rest)) {
			return append(b, quoteWindow+byte(i), shown)
		}
		w.open = i
		return append(b, changeWindow+byte(i), shown)
	}
	for i, at := range staticWindows {
		if shows(at, r) {
			return append(b, quoteWindow+byte(i), byte(r-at))
		}
	}
	if r <= lastPlaceable {
		w.open = firstPlaced + w.placed%(len(w.at)-firstPlaced)
		w.placed++
		w.at[w.open] = r &^ (windowSize - 1)
		return append(b, placeWindow+byte(w.open), byte(r/windowSize), byte(r%windowSize)|windowSize)
	}
	for _, unit := range utf16.AppendRune(nil, r) {
		b = append(b, quoteUTF16, byte(unit>>8), byte(unit))
	}
	return b
}

// nextBeyondASCII returns the next character of a text that is not of ASCII, 0 where
// there is none.
func nextBeyondASCII(s string) rune {
	for _, r := range s {
		if r >= windowSize {
			return r
		}
	}
	return 0
}

// appendDecoded appends the text that appendSCSU made bytes of, as far as they are such.
func appendDecoded(b, from []byte) []byte {
	w := newWindows()
	for len(from) > 0 {
		var plain int
		b, plain = appendWindow(b, from, w.at[w.open])
		if from = from[plain:]; len(from) == 0 {
			break
		}
		r, size := w.decodeTag(from)
		if size == 0 {
			return b
		}
		b = utf8.AppendRune(b, r)
		from = from[size:]
	}
	return b
}

// appendWindow appends the characters of ASCII and of the window at a place that bytes begin
// with, and returns how many these are.
func appendWindow(b, from []byte, at rune) (to []byte, count int) {
	const beyondTwo = 0x800 // the first character that takes three bytes
	inTwo := at >= windowSize && at+windowSize <= beyondTwo
	for i, c := range from {
		switch {
		case c >= windowSize && inTwo:
			r := at + rune(c&^windowSize)
			b = append(b, 0xc0|byte(r>>6), 0x80|byte(r&0x3f))
		case c >= windowSize:
			b = utf8.AppendRune(b, at+rune(c&^windowSize))
		case c >= ' ', c == 0, c == '\t', c == '\n', c == '\r':
			b = append(b, c)
		default:
			return b, i
		}
	}
	return b, len(from)
}

// decodeTag reads a character that begins with a tag, and returns it with the number of
// its bytes, 0 where it is none that appendSCSU wrote.
func (w *windows) decodeTag(from []byte) (r rune, size int) {
	at := func(i int) byte {
		if i < len(from) {
			return from[i]
		}
		return 0
	}
	switch tag := from[0]; {
	case len(from) < 2: //nolint:mnd // each tag stands before a character
		return 0, 0
	case tag >= quoteWindow && tag < quoteWindow+8 && from[1] < windowSize:
		return staticWindows[tag-quoteWindow] + rune(from[1]), 2
	case tag >= quoteWindow && tag < quoteWindow+8:
		return w.at[tag-quoteWindow] + rune(from[1]&^windowSize), 2
	case tag >= changeWindow && tag < changeWindow+8 && from[1] >= windowSize:
		w.open = int(tag - changeWindow)
		return w.at[w.open] + rune(from[1]&^windowSize), 2
	case tag >= placeWindow && at(2) >= windowSize && rune(from[1])*windowSize <= lastPlaceable:
		w.open = int(tag - placeWindow)
		w.at[w.open] = rune(from[1]) * windowSize
		return w.at[w.open] + rune(from[2]&^windowSize), 3
	case tag == quoteUTF16 && len(from) >= 3: //nolint:mnd // with two bytes of UTF-16
		unit := rune(from[1])<<8 | rune(from[2])
		if !utf16.IsSurrogate(unit) {
			return unit, 3
		}
		if len(from) >= 6 && from[3] == quoteUTF16 { //nolint:mnd // with the two of its other half
			return utf16.DecodeRune(unit, rune(from[4])<<8|rune(from[5])), 6
		}
	}
	return 0, 0
}
