package terminal

import (
	"bytes"
	"io"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl"
)

// RowGate passes rows on that were laid out for a terminal or a pipe. Of sequences it
// lets those through that Warraq writes itself, styles and links that may be
// followed, and of control characters the ends of lines; each Write is of whole rows.
type RowGate struct{ Out io.Writer }

// Write passes rows on.
func (g RowGate) Write(rows []byte) (int, error) {
	if _, err := g.Out.Write(balanceOverrides(dropHarmful(rows))); err != nil {
		return 0, err //nolint:wrapcheck // it stands for the stream
	}
	return len(rows), nil
}

// dropHarmful returns rows without what acts on a terminal: the rows themselves where
// there is nothing of that.
func dropHarmful(rows []byte) []byte {
	var kept []byte
	from := 0 // of what is not in kept yet
	for i := 0; i < len(rows); {
		if c := rows[i]; actsFirst[c>>6]>>(c&63)&1 == 0 {
			i++
			continue
		}
		length, allowed := inspectSequence(rows[i:])
		if !allowed {
			kept = append(kept, rows[from:i]...)
			from = i + length
		}
		i += length
	}
	if from == 0 {
		return rows
	}
	return append(kept, rows[from:]...)
}

// actsFirst are the bytes with which something may begin that acts on a terminal, as bits:
// controls but for tabs and line feeds, C1, tag characters.
var actsFirst = [4]uint64{1<<' ' - 1 - 1<<'\t' - 1<<'\n', 1 << (0x7f - 64), 0, 1<<(0xc2-192) | 1<<(0xf3-192)}

// inspectSequence returns the length of the character or the sequence that rows begin with,
// and whether it may pass.
func inspectSequence(rows []byte) (length int, allowed bool) {
	c := rows[0]
	second := byte(0)
	if len(rows) > 1 {
		second = rows[1]
	}
	switch {
	case c == '\x1b':
		if n := styleLength(rows); n > 0 {
			return n, true
		}
		if n := linkLength(rows); n > 0 {
			return n, true
		}
		return 1, false
	case c < ' ', c == 0x7f:
		return 1, false
	case c == 0xc2 && second >= 0x80 && second < 0xa0: // C1
		return 2, false
	case c == 0xf3 && second == 0xa0 && len(rows) >= 4 && (rows[2] == 0x80 || rows[2] == 0x81): // tag characters
		return 4, false
	default:
		return 1, true
	}
}

// styleLength returns the length of the style (SGR) that rows begin with, 0 for none.
func styleLength(rows []byte) int {
	if len(rows) < 3 || rows[1] != '[' {
		return 0
	}
	for i, c := range rows[2:] {
		switch {
		case c == 'm':
			return i + 3
		case c < '0' || c > ';':
			return 0
		}
	}
	return 0
}

// linkLength returns the length of the link (OSC 8) that rows begin with, 0 for none
// or for one that is not followed.
func linkLength(rows []byte) int {
	const begin = "\x1b]8;"
	if !bytes.HasPrefix(rows, []byte(begin)) {
		return 0
	}
	rest := rows[len(begin):]
	end := bytes.IndexFunc(rest, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 })
	if end < 0 {
		return 0
	}
	_, address, ok := bytes.Cut(rest[:end], []byte(";"))
	if !ok || len(address) > 0 && !rtl.MayFollow(string(address)) {
		return 0
	}
	switch {
	case rest[end] == '\a':
		return len(begin) + end + 1
	case bytes.HasPrefix(rest[end:], []byte("\x1b\\")):
		return len(begin) + end + 2
	default:
		return 0
	}
}

// Directional formatting characters (UAX #9, section 2).
const (
	firstEmbedding, lastEmbedding = '\u202a', '\u202e'
	firstIsolate, lastIsolate     = '\u2066', '\u2069'
	popEmbedding, popIsolate      = '\u202c', '\u2069'
)

// balanceOverrides returns rows in which every direction ends where its row ends, and none
// ends that did not begin there: a paragraph that was broken into rows leaves its
// overrides open in the one and closes them in the other.
func balanceOverrides(rows []byte) []byte {
	if !hasFormatting(rows) {
		return rows
	}
	var kept []byte
	var open []rune // what closes them, the innermost last
	for _, r := range string(rows) {
		switch {
		case r == '\n':
			for ; len(open) > 0; open = open[:len(open)-1] {
				kept = utf8.AppendRune(kept, open[len(open)-1])
			}
		case r == popEmbedding || r == popIsolate:
			if len(open) == 0 || open[len(open)-1] != r {
				continue
			}
			open = open[:len(open)-1]
		case r >= firstIsolate && r <= lastIsolate:
			open = append(open, popIsolate)
		case isFormatting(r):
			open = append(open, popEmbedding)
		}
		kept = utf8.AppendRune(kept, r)
	}
	return kept
}

// hasFormatting tells whether a directional formatting character is in rows.
func hasFormatting(rows []byte) bool {
	for {
		at := bytes.IndexByte(rows, 0xe2) // with which all begin, and little else
		if at < 0 {
			return false
		}
		rows = rows[at:]
		if r, _ := utf8.DecodeRune(rows); isFormatting(r) {
			return true
		}
		rows = rows[1:]
	}
}

func isFormatting(r rune) bool {
	return r >= firstEmbedding && r <= lastEmbedding || r >= firstIsolate && r <= lastIsolate
}
