package terminal

import (
	"bytes"
	"strings"
)

// queries asks who the terminal is: its name and version (XTVERSION), its
// secondary attributes (DA2), whether it knows mode 8 (DECRQM), and at last its
// primary attributes (DA1). Every terminal answers the last one, and the answers
// come in order: when it is there, so are all.
const queries = askVersion + askSecondary + askMode8 + askPrimary

const (
	askVersion   = "\x1b[>q"
	askSecondary = "\x1b[>c"
	askMode8     = "\x1b[8$p"
	askPrimary   = "\x1b[c"
)

// answers is what the terminal said of itself.
type answers struct {
	version   string // the text of its XTVERSION report
	secondary string // the parameters of its DA2 report, "41;379;0"
	mode8     byte   // its DECRQM report of mode 8: 1 set, 2 reset, 3 and 4 for good; 0 or none: not known
	primary   string // the parameters of its DA1 report, "64;1;2"; "" until it came
}

// complete is true when the last of the answers is there.
func (a *answers) complete() bool { return a.primary != "" }

// read takes the answers out of what came from the terminal, and gives back the
// rest: what was typed, and at its end a report that has only begun.
func (a *answers) read(input []byte) (rest []byte) {
	for i := 0; i < len(input); {
		n := a.report(input[i:])
		if n == 0 {
			rest = append(rest, input[i])
			n = 1
		}
		i += n
	}
	return rest
}

// report reads the report that the input starts with, and says how long it is:
// 0 where there is none, or one that does not answer a query.
func (a *answers) report(input []byte) int {
	switch {
	case bytes.HasPrefix(input, []byte("\x1bP>|")):
		end := bytes.Index(input, []byte("\x1b\\"))
		if end < 0 {
			return 0
		}
		a.version = strings.ToValidUTF8(string(input[4:end]), "")
		return end + 2
	case bytes.HasPrefix(input, []byte("\x1b[")):
		return a.controlSequence(input)
	default:
		return 0
	}
}

// controlSequence reads a report in the form CSI prefix parameters
// intermediates final.
func (a *answers) controlSequence(input []byte) int {
	end := 2
	for end < len(input) && input[end] >= 0x20 && input[end] < 0x40 {
		end++
	}
	if end == len(input) {
		return 0
	}
	body, final := string(input[2:end]), input[end]
	switch {
	case final == 'c' && strings.HasPrefix(body, "?"):
		a.primary = body[1:]
	case final == 'c' && strings.HasPrefix(body, ">"):
		a.secondary = body[1:]
	case final == 'y' && strings.HasPrefix(body, "8;") && strings.HasSuffix(body, "$") && len(body) == 4:
		a.mode8 = body[2] - '0'
	default:
		return 0
	}
	return end + 1
}
