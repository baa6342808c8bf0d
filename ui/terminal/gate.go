package terminal

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Whatever a command writes goes through one of the gates of this file, however the
// text was cleaned before: what an archive calls its files, what a damaged library
// holds and what the settings say are no article's, and a terminal obeys all alike.

// TextGate passes plain text on with nothing in it that acts on a terminal: no
// control character, no escape sequence, nothing hidden, and no direction that goes
// on beyond its line (see [text.CleanText]). It keeps a line until that has
// ended: [TextGate.Flush] writes the last one.
//
// A screen gets no character either that gives text another direction: what goes
// there as plain text is not laid out.
type TextGate struct {
	out    io.Writer
	screen bool
	rest   []byte // a line that has not ended
}

// NewTextGate returns the gate before a stream, which may be a screen.
func NewTextGate(out io.Writer, screen bool) *TextGate { return &TextGate{out: out, screen: screen} }

// Write passes on the lines that have ended.
func (g *TextGate) Write(p []byte) (int, error) {
	end := bytes.LastIndexByte(p, '\n') + 1
	if end > 0 {
		g.rest = append(g.rest, p[:end]...)
		if err := g.Flush(); err != nil {
			return 0, err
		}
	}
	g.rest = append(g.rest, p[end:]...)
	return len(p), nil
}

// Flush passes on what is held back.
func (g *TextGate) Flush() error {
	if len(g.rest) == 0 {
		return nil
	}
	passed := text.CleanText(string(g.rest))
	if g.screen {
		passed = withoutDirections(passed)
	}
	_, err := io.WriteString(g.out, passed)
	g.rest = g.rest[:0]
	return err //nolint:wrapcheck // it stands for the stream
}

// TitleOf returns text as the title of a window: on one line, not long, and without
// the characters that would turn what a window manager writes around it.
func TitleOf(s string) string {
	const longest = 200
	title := []rune(withoutDirections(text.CleanLine(s)))
	return string(title[:min(len(title), longest)])
}

// withoutDirections returns text without the characters that say its direction.
func withoutDirections(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// JSONGate passes JSON on in which every character that acts on a terminal stands as
// an escape (RFC 8259, section 7): what reads the JSON finds it as it was.
type JSONGate struct {
	out  io.Writer
	rest []byte // of a character that has not ended
}

// NewJSONGate returns the gate before a stream.
func NewJSONGate(out io.Writer) *JSONGate { return &JSONGate{out: out} }

// Write passes on the characters that have ended.
func (g *JSONGate) Write(p []byte) (int, error) {
	text := slices.Concat(g.rest, p)
	var passed []byte
	from, i := 0, 0
	for i < len(text) {
		if !mayAct(text[i]) {
			i++
			continue
		}
		if !utf8.FullRune(text[i:]) {
			break
		}
		r, size := utf8.DecodeRune(text[i:])
		if actsOnTerminal(r) {
			passed = append(passed, text[from:i]...)
			for _, unit := range utf16.AppendRune(nil, r) {
				passed = fmt.Appendf(passed, `\u%04x`, unit)
			}
			from = i + size
		}
		i += size
	}
	passed = append(passed, text[from:i]...)
	g.rest = append([]byte(nil), text[i:]...)
	if _, err := g.out.Write(passed); err != nil {
		return 0, err //nolint:wrapcheck // it stands for the stream
	}
	return len(p), nil
}

// mayAct tells whether a byte can begin a character that acts on a terminal.
func mayAct(b byte) bool {
	return b < ' ' || b == 0x7f || b == 0xc2 || b == 0xe2 || b == 0xef || b == 0xf3
}

// actsOnTerminal tells whether a terminal may do something other with a character
// than to show it: obey it, hide it, or write what follows in another direction.
func actsOnTerminal(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ', r >= 0x7f && r < 0xa0:
		return true
	case r < 0x2028:
		return false
	}
	return r <= 0x202e || // separators of lines, embeddings and overrides
		r >= 0x2066 && r <= 0x206f || // isolates, deprecated format characters
		r >= 0xfff9 && r <= 0xfffb || r == 0xfeff || // annotations, byte order mark
		r >= 0xe0000 && r <= 0xe007f // tags
}
