package bubble

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// columnTracker follows the cursor through what a program's renderer writes, and puts it in
// its column again behind each character of which terminals do not agree how wide it is: one
// that the terminal counts otherwise moves nothing that stands behind it in the row, and no
// border of a pane. What the renderer takes for its width holds.
type columnTracker struct {
	width  int         // of the screen, 0 where it is not known
	method ansi.Method // the renderer's

	column  int
	isKnown bool // column is the cursor's
	state   byte // of the decoder, within what was written last
	parser  *ansi.Parser
	out     []byte
}

// place returns what is to be written for what the renderer wrote. It is valid until the
// next call.
func (t *columnTracker) place(p []byte) []byte {
	if t.parser == nil {
		t.parser = ansi.NewParser()
	}
	t.out = t.out[:0]
	for len(p) > 0 {
		if n := plainLength(p); n > 0 && t.state == 0 {
			t.out = append(t.out, p[:n]...)
			t.column += n
			p = p[n:]
			continue
		}
		seq, width, n, state := t.decode(p)
		t.state = state
		if n == 0 {
			n = len(p)
			seq = p
		}
		t.take(seq, width)
		p = p[n:]
	}
	return t.out
}

// plainLength returns how many printable characters of ASCII a text begins with, without the
// last one, on which a mark may stand.
func plainLength(p []byte) (n int) {
	for n < len(p) && p[n] >= ' ' && p[n] < 0x7f {
		n++
	}
	if n == len(p) {
		return n
	}
	return max(0, n-1)
}

func (t *columnTracker) decode(p []byte) (seq []byte, width, n int, state byte) {
	if t.method == ansi.GraphemeWidth {
		return ansi.DecodeSequence(p, t.state, t.parser)
	}
	return ansi.DecodeSequenceWc(p, t.state, t.parser)
}

// take appends a character or a sequence, and follows the cursor.
func (t *columnTracker) take(seq []byte, width int) {
	if width > 0 {
		end := t.column + width
		places := t.isKnown && isUncertain(seq) && end < t.width
		if places && width > 1 {
			t.out = append(strconv.AppendInt(append(t.out, "\x1b["...), int64(width), 10), 'X')
		}
		t.out = append(t.out, seq...)
		if places {
			t.out = append(strconv.AppendInt(append(t.out, "\x1b["...), int64(end+1), 10), 'G')
		}
		if t.column = end; end > t.width {
			t.isKnown = false
		}
		return
	}
	t.out = append(t.out, seq...)
	switch {
	case len(seq) == 1:
		t.control(seq[0])
	case len(seq) > 2 && seq[0] == '\x1b' && seq[1] == '[':
		t.sequence(seq)
	case len(seq) == 2 && seq[0] == '\x1b' && bytes.IndexByte([]byte("8Ec"), seq[1]) >= 0:
		t.isKnown = false
	}
}

func (t *columnTracker) control(c byte) {
	switch c {
	case '\r':
		t.column, t.isKnown = 0, true
	case '\b':
		t.column = max(0, t.column-1)
	case '\t':
		t.column += 8 - t.column%8
	}
}

// sequence follows what a control sequence does to the cursor.
func (t *columnTracker) sequence(seq []byte) {
	body, final := seq[2:len(seq)-1], seq[len(seq)-1]
	if len(body) > 0 && body[0] >= '<' { // a mode: of the alternate screen, maybe
		t.isKnown = t.isKnown && !bytes.Contains(body, []byte("104"))
		return
	}
	switch final {
	case 'C', 'a':
		t.column += parameter(body, 0)
	case 'D':
		t.column = max(0, t.column-parameter(body, 0))
	case 'G', '`':
		t.column, t.isKnown = parameter(body, 0)-1, true
	case 'H', 'f':
		t.column, t.isKnown = parameter(body, 1)-1, true
	case 'E', 'F', 'r':
		t.column, t.isKnown = 0, true
	case 'b', 'I', 'Z', 'u':
		t.isKnown = false
	}
}

// parameter returns the number of a sequence that stands behind so many others; 1 where it
// is left out.
func parameter(body []byte, before int) int {
	for range before {
		_, rest, found := bytes.Cut(body, []byte(";"))
		if !found {
			return 1
		}
		body = rest
	}
	body, _, _ = bytes.Cut(body, []byte(";"))
	n, err := strconv.Atoi(string(body))
	if err != nil {
		return 1
	}
	return max(1, n)
}

// isUncertain tells whether terminals count several columns for a cluster: an emoji, one
// with something on it, letters of an Indic script that are written together.
func isUncertain(cluster []byte) bool {
	first, size := utf8.DecodeRune(cluster)
	switch {
	case first >= 0x1f000 && first < 0x20000, first >= 0x2300 && first < 0x2c00 && ansi.StringWidthWc(string(first)) > 1:
		return true
	case first >= 0x900 && first < 0xe00:
		return size < len(cluster)
	}
	return bytes.Contains(cluster, []byte("\ufe0f")) || bytes.Contains(cluster, []byte("\u20e3"))
}
