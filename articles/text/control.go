package text

import "strings"

// The introducers of ECMA-48's control sequences and control strings, as C1
// characters; each is also ESC and the letter 0x40 below it.
const (
	controlESC = '\x1B'
	controlCSI = 0x9B
	controlDCS = 0x90
	controlSOS = 0x98
	controlOSC = 0x9D
	controlPM  = 0x9E
	controlAPC = 0x9F
)

// escapeSequence gives the length in bytes of the escape sequence (ECMA-48)
// that s begins with, 0 where it begins with none. Of a sequence that is not
// well formed or not ended it is the introducer alone: what follows is text.
func escapeSequence(s string) int {
	const n = 2 // bytes of an introducer, with ESC or as C1
	var introducer rune
	switch {
	case s[0] == controlESC && len(s) > 1 && s[1] >= 0x40 && s[1] <= 0x5F:
		introducer = rune(s[1]) + 0x40
	case s[0] == controlESC:
		return 1 + shortSequence(s[1:])
	case s[0] == 0xC2 && len(s) > 1: // C1 as UTF-8
		introducer = rune(s[1])
	default:
		return 0
	}
	switch introducer {
	case controlCSI:
		return n + controlSequence(s[n:])
	case controlDCS, controlSOS, controlOSC, controlPM, controlAPC:
		return n + controlString(s[n:])
	}
	if s[0] == controlESC {
		return n
	}
	return 0 // another C1, or a letter of Latin-1
}

// shortSequence is what follows ESC in a sequence of intermediate bytes and a
// final one, as in ESC ( B.
func shortSequence(s string) int {
	i := 0
	for i < len(s) && s[i] >= 0x20 && s[i] <= 0x2F {
		i++
	}
	if i < len(s) && s[i] >= 0x30 && s[i] <= 0x7E {
		return i + 1
	}
	return 0
}

// controlSequence is what follows CSI: parameters, intermediates, a final byte.
func controlSequence(s string) int {
	i := 0
	for i < len(s) && s[i] >= 0x30 && s[i] <= 0x3F {
		i++
	}
	for i < len(s) && s[i] >= 0x20 && s[i] <= 0x2F {
		i++
	}
	if i < len(s) && s[i] >= 0x40 && s[i] <= 0x7E {
		return i + 1
	}
	return 0
}

// controlString is what follows OSC, DCS and the like: anything up to ST, or to
// BEL as xterm has it. Any other control character but tab and line ends breaks
// the string off, which also keeps the search linear.
func controlString(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\a':
			return i + 1
		case strings.HasPrefix(s[i:], "\x1B\\"), strings.HasPrefix(s[i:], "\u009C"):
			return i + 2
		case c == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0: // another C1
			return 0
		case c < ' ' && c != '\t' && c != '\n' && c != '\r', c == 0x7F:
			return 0
		}
	}
	return 0
}
