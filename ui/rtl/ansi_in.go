package rtl

import (
	"strings"
	"unicode/utf8"
)

// ParseANSI takes the styles out of a text with control sequences (ECMA-48): SGR
// and OSC 8 become the styles of spans. Every other sequence and control
// character is dropped; tabs and line ends stay, but for a carriage return. A
// string sequence that is not ended loses its introducer alone, so that no text
// is lost behind it.
//
// A letter struck over itself (X BS X) is bold, one struck over a low line (_ BS
// X) is underlined, as printers did it and as nroff still writes manuals.
func ParseANSI(s string) []Span { return new(ANSI).Parse(s) }

// ANSI parses a text that comes in pieces, lines for one: what a sequence has set
// holds until another one takes it back. The zero ANSI starts with the default
// style; a copy goes on by itself.
type ANSI struct{ style Style }

// Parse is [ParseANSI] of the next piece.
func (a *ANSI) Parse(s string) []Span { return a.AppendSpans(nil, s) }

// AppendSpans appends what [ANSI.Parse] returns.
func (a *ANSI) AppendSpans(dst []Span, s string) []Span {
	p := ansiParser{text: s, style: a.style, spans: dst}
	for {
		at := p.at
		for at < len(s) && sequenceFirst[s[at]>>6]>>(s[at]&63)&1 == 0 {
			at++
		}
		if p.at = at; at == len(s) {
			break
		}
		switch c := s[at]; {
		case c == escapeByte:
			p.escape()
		case c == '\b':
			p.overstrike()
		case c < ' ' || c == 0x7f:
			p.drop(1)
		case c == 0xc2 && p.at+1 < len(s) && s[p.at+1] < 0xa0 && s[p.at+1] != 0x85:
			p.control(s[p.at+1]-0x40, 2) // C1 in UTF-8; ESC and that letter are the same
		case c == 0xf3 && len(s)-p.at >= 4 && s[p.at+1] == 0xa0 && s[p.at+2] <= 0x81:
			p.drop(4) // tag characters, which hide text
		default:
			_, size := utf8.DecodeRuneInString(s[p.at:])
			p.at += size
		}
	}
	p.flush()
	a.style = p.style
	return p.spans
}

const escapeByte = 0x1b

// sequenceFirst are the bytes with which a control character, a sequence or a tag character
// may begin, as bits: those of ASCII but for tabs and line ends, C1, plane 14.
var sequenceFirst = [4]uint64{1<<' ' - 1 - (1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f'), 1 << (0x7f - 64), 0, 1<<(0xc2-192) | 1<<(0xf3-192)}

type ansiParser struct {
	text  string
	at    int // what is read
	start int // of the span at hand
	style Style
	spans []Span
}

// flush ends the span at hand.
func (p *ansiParser) flush() {
	if p.at > p.start {
		p.spans = append(p.spans, Span{Text: p.text[p.start:p.at], Style: p.style})
	}
	p.start = p.at
}

// drop leaves the next n bytes out of the text.
func (p *ansiParser) drop(n int) {
	p.flush()
	p.at += n
	p.start = p.at
}

// overstrike reads what is struck over the last character. A backspace between
// others is dropped, and both stay.
func (p *ansiParser) overstrike() {
	_, size := utf8.DecodeLastRuneInString(p.text[p.start:p.at])
	start, end := p.at-size, p.at
	shown, style := p.text[start:end], p.style
	for end < len(p.text) && p.text[end] == '\b' {
		r, size := utf8.DecodeRuneInString(p.text[end+1:])
		over := p.text[end+1 : end+1+size]
		attribute := strikeAttributes(shown, over, r)
		if attribute == 0 {
			break
		}
		if shown == "_" {
			shown = over
		}
		style.Attributes |= attribute
		end += 1 + size
	}
	if end == p.at {
		p.drop(1)
		return
	}
	p.at = start
	p.flush()
	p.spans = append(p.spans, Span{Text: shown, Style: style})
	p.at, p.start = end, end
}

// strikeAttributes is what a character becomes by another one, r, struck over it: 0 if
// they do not go together.
func strikeAttributes(shown, over string, r rune) Attributes {
	switch {
	case shown == "" || r < ' ' || r >= 0x7f && r < 0xa0:
		return 0
	case over == shown:
		return Bold
	case over == "_", shown == "_":
		return Underline
	default:
		return 0
	}
}

// escape reads a sequence that starts with ESC.
func (p *ansiParser) escape() {
	rest := p.text[p.at+1:]
	n := 0
	for n < len(rest) && rest[n] >= ' ' && rest[n] <= '/' {
		n++
	}
	switch {
	case n == len(rest) || rest[n] < '0' || rest[n] > '~':
		p.drop(1 + n)
	case n > 0:
		p.drop(2 + n)
	default:
		p.control(rest[0], 2)
	}
}

// control reads the sequence that the control function of a letter begins,
// whose introducer is some bytes long.
func (p *ansiParser) control(letter byte, introducer int) {
	switch letter {
	case '[':
		p.controlSequence(introducer)
	case ']', 'P', 'X', '^', '_':
		p.controlString(letter, introducer)
	default:
		p.drop(introducer)
	}
}

// controlSequence reads a CSI sequence. What is none loses its first bytes up to
// what does not belong there.
func (p *ansiParser) controlSequence(introducer int) {
	rest := p.text[p.at+introducer:]
	n := 0
	for n < len(rest) && rest[n] >= ' ' && rest[n] <= '?' {
		n++
	}
	if n == len(rest) || rest[n] < '@' || rest[n] > '~' {
		p.drop(introducer + n)
		return
	}
	p.drop(introducer + n + 1)
	if rest[n] == 'm' {
		p.style.applySGR(rest[:n])
	}
}

// controlString reads an OSC, DCS, SOS, PM or APC sequence.
func (p *ansiParser) controlString(letter byte, introducer int) {
	rest := p.text[p.at+introducer:]
	content, length, ok := cutString(rest, letter == ']')
	if !ok {
		p.drop(introducer)
		return
	}
	p.drop(introducer + length)
	if link, ok := strings.CutPrefix(content, "8;"); ok && letter == ']' {
		if _, address, ok := strings.Cut(link, ";"); ok {
			if p.style.Link = ""; MayFollow(address) {
				p.style.Link = address
			}
		}
	}
}

// MayFollow tells whether an address is of a kind that a terminal may be told to
// open: on the web, of mail, or of a kind that shows something and does nothing.
func MayFollow(address string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	if !ok {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "ftp", "gemini", "gopher", "tel":
		return true
	default:
		return false
	}
}

// cutString gives the content of a control string and its length with its end:
// ST, or BEL for an OSC. Only line ends and tabs may be in it.
func cutString(s string, bell bool) (content string, length int, ok bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\a' && bell:
			return s[:i], i + 1, true
		case c == escapeByte:
			if i+1 < len(s) && s[i+1] == '\\' {
				return s[:i], i + 2, true
			}
			return "", 0, false
		case c == 0xc2 && i+1 < len(s) && s[i+1] == 0x9c:
			return s[:i], i + 2, true
		case c < ' ' && (bell || c != '\n' && c != '\r' && c != '\t'):
			return "", 0, false
		}
	}
	return "", 0, false
}
