package terminal

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/warraq/warraq/ui/rtl"
)

// The queries. Every terminal answers the last one, its primary attributes, and
// answers come in order: when that one is there, so are all.
const (
	askVersion    = "\x1b[>q"                     // XTVERSION: its name and version
	askAttributes = "\x1b[>c"                     // DA2: its kind, as numbers
	askMode8      = "\x1b[8$p"                    // DECRQM: whether it knows mode 8, and has it set
	askClusters   = "\x1b[?2027$p"                // DECRQM: whether it counts clusters of characters
	askColors     = "\x1b]10;?\a" + "\x1b]11;?\a" // OSC 10 and 11: its own colours
	askPrimary    = "\x1b[c"                      // DA1
)

// answers is what the terminal said of itself.
type answers struct {
	version    string // the text of its XTVERSION report
	attributes string // the parameters of its DA2 report, "41;379;0"
	// mode8 is its DECRQM report: 1 set, 2 reset, 3 and 4 so for good, 0 not
	// known to it.
	mode8 byte
	// clusters is the same of mode 2027: its cells are clusters of characters, whose
	// widths are Unicode's.
	clusters               byte
	foreground, background rtl.Color
	complete               bool   // its DA1 report has come
	primary                string // the parameters of that, "62;4"
}

// read takes the reports out of what came from the terminal, and gives back the
// rest: what was typed, and at its end a report that has only begun.
func (a *answers) read(input []byte) (rest []byte) {
	for i := 0; i < len(input); {
		n := 0
		switch {
		case bytes.HasPrefix(input[i:], []byte("\x1b[")):
			n = a.controlSequence(input[i:])
		case bytes.HasPrefix(input[i:], []byte("\x1bP>|")), bytes.HasPrefix(input[i:], []byte("\x1b]1")):
			n = a.controlString(input[i:])
		}
		if n == 0 {
			rest = append(rest, input[i])
			n = 1
		}
		i += n
	}
	return rest
}

// controlSequence reads a report between CSI and a final byte, and says how long
// it is: 0 where it has not ended, or answers no query.
func (a *answers) controlSequence(input []byte) int {
	end := 2
	for end < len(input) && input[end] >= 0x20 && input[end] < 0x40 {
		end++
	}
	if end == len(input) {
		return 0
	}
	body := string(input[2:end])
	switch input[end] {
	case 'c':
		if attributes, ok := strings.CutPrefix(body, ">"); ok {
			a.attributes = attributes
		} else if primary, ok := strings.CutPrefix(body, "?"); ok {
			a.primary, a.complete = primary, true
		} else {
			return 0
		}
	case 'y':
		mode, value, _ := strings.Cut(body, ";")
		if len(value) != 2 || value[1] != '$' {
			return 0
		}
		switch mode {
		case "8":
			a.mode8 = value[0] - '0'
		case "?2027":
			a.clusters = value[0] - '0'
		default:
			return 0
		}
	default:
		return 0
	}
	return end + 1
}

// controlString reads a report between DCS or OSC and ST or BEL.
func (a *answers) controlString(input []byte) int {
	end := bytes.IndexAny(input[2:], "\a\x1b\x18\x1a")
	if end < 0 {
		return 0
	}
	end += 2
	body, length := string(input[2:end]), end+1
	if input[end] == '\x1b' {
		if length == len(input) || input[length] != '\\' {
			return 0
		}
		length++
	}
	number, value, _ := strings.Cut(body, ";")
	switch number {
	case "10":
		a.foreground = parseColor(value)
	case "11":
		a.background = parseColor(value)
	default:
		version, ok := strings.CutPrefix(body, ">|")
		if !ok {
			return 0
		}
		a.version = printableText(version)
	}
	return length
}

// printableText is the text without what must not be shown.
func printableText(text string) string {
	return strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text)
}

// parseColor reads a colour as X11 writes it, "rgb:ffff/ffff/ffff" with one to
// four digits a part; 0 where it is none.
func parseColor(text string) rtl.Color {
	parts, ok := strings.CutPrefix(text, "rgb:")
	if !ok {
		return 0
	}
	var rgb []uint8
	for part := range strings.SplitSeq(parts, "/") {
		n, err := strconv.ParseUint(part, 16, 16)
		if err != nil {
			return 0
		}
		full := uint64(1)<<(4*len(part)) - 1
		rgb = append(rgb, uint8(n*255/full))
	}
	if len(rgb) != 3 {
		return 0
	}
	return rtl.RGB(rgb[0], rgb[1], rgb[2])
}
