// Package jsontext reads the JSON that people and scripts write by hand: with comments,
// with a comma behind the last value, with one too many or one missing, with NaN.
package jsontext

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Tidy blanks out what JSON does not allow and nobody misses, which are comments and commas
// beside no value, puts commas between objects in a list that have none and null for what is
// no number, and returns the text. Every value stands on the line on which it stood. Strings
// are left as they are, and so is JSON that is right.
func Tidy(text string) string {
	tidied, _ := TidyNumbers(text)
	return tidied
}

// TidyNumbers does to a text what [Tidy] does, and returns it with the offset at which the
// first value stood that is no number, -1 for none.
func TidyNumbers(text string) (tidied string, noNumber int) {
	t := tidier{out: []byte(text), last: -1}
	for t.at < len(t.out) {
		t.next()
	}
	if t.last >= 0 && t.out[t.last] == ',' {
		t.out[t.last] = ' '
	}
	if len(t.nulls) > 0 {
		return t.text(), t.nulls[0].from
	}
	return t.text(), -1
}

// Repair returns a text that is JSON but for what [Tidy] mends, mended, and whether it is one.
// JSON that needs no mending, or cannot be mended so, is returned as it is, with false.
func Repair(text string) (string, bool) {
	if !Begins(text) || json.Valid([]byte(text)) {
		return text, false
	}
	tidied := Tidy(text)
	if tidied == text || !json.Valid([]byte(tidied)) {
		return text, false
	}
	return tidied, true
}

// Begins reports whether a text begins as JSON that holds objects does, behind blanks and
// comments.
func Begins(text string) bool {
	rest, opened := SkipBlank(text), false
	for strings.HasPrefix(rest, "[") || opened && strings.HasPrefix(rest, ",") {
		rest, opened = SkipBlank(rest[1:]), true
	}
	inner, ok := strings.CutPrefix(rest, "{")
	if !ok {
		return false
	}
	inner = strings.TrimLeft(SkipBlank(inner), ",")
	return strings.HasPrefix(SkipBlank(inner), `"`)
}

// SkipBlank returns a text from its first value on: behind blanks and comments.
func SkipBlank(text string) string {
	for {
		text = strings.TrimLeft(text, " \t\r\n\uFEFF")
		switch {
		case strings.HasPrefix(text, "//"):
			_, text, _ = strings.Cut(text, "\n")
		case strings.HasPrefix(text, "/*"):
			_, text, _ = strings.Cut(text, "*/")
		default:
			return text
		}
	}
}

// tidier goes through a text once.
type tidier struct {
	out   []byte
	at    int
	last  int    // where the last byte stands that counts, -1 before the first
	blank int    // where a blank stands behind it, 0 for none
	open  []byte // the lists and objects that are open
	nulls []span // the values that are no numbers
}

// span is where a value begins and where it ends.
type span struct{ from, to int }

// text returns the text, with null for each value that is no number.
func (t *tidier) text() string {
	var b strings.Builder
	from := 0
	for _, s := range t.nulls {
		b.Write(t.out[from:s.from])
		b.WriteString("null")
		from = s.to
	}
	b.Write(t.out[from:])
	return b.String()
}

// next goes on behind one comment, one string or one byte.
func (t *tidier) next() {
	switch c := t.out[t.at]; c {
	case ' ', '\t', '\r', '\n':
		if t.blank == 0 || t.out[t.blank] == '\n' {
			t.blank = t.at
		}
		t.at++
	case '/':
		t.comment()
	case '"':
		t.counts()
		t.skipString()
	default:
		if t.last >= 0 && strings.IndexByte(":[,", t.out[t.last]) >= 0 && t.noNumber() {
			return
		}
		t.structure(c)
		t.at++
	}
}

// noNumber goes on behind a value that programs write where there is no number, as Python and
// Lua do, and reports whether one stands here.
func (t *tidier) noNumber() bool {
	end := t.at
	for end < len(t.out) && (t.out[end] == '-' || 'a' <= t.out[end]|' ' && t.out[end]|' ' <= 'z') {
		end++
	}
	switch strings.ToLower(strings.TrimPrefix(string(t.out[t.at:end]), "-")) {
	case "nan", "inf", "infinity":
		t.counts()
		t.nulls = append(t.nulls, span{t.at, end})
		t.at = end
		return true
	}
	return false
}

// comment blanks out a comment, or takes a slash that begins none for itself.
func (t *tidier) comment() {
	rest := t.out[t.at:]
	end := 2
	switch {
	case bytes.HasPrefix(rest, []byte("//")):
		for ; end < len(rest) && rest[end] != '\n'; end++ {
		}
	case bytes.HasPrefix(rest, []byte("/*")):
		for ; end < len(rest) && (end < 4 || rest[end-2] != '*' || rest[end-1] != '/'); end++ {
		}
	default:
		t.counts()
		t.at++
		return
	}
	if t.blank == 0 {
		t.blank = t.at
	}
	for i := range rest[:end] {
		if rest[i] != '\n' {
			rest[i] = ' '
		}
	}
	t.at += end
}

// structure looks at a byte outside strings.
func (t *tidier) structure(c byte) {
	switch c {
	case ',':
		if t.last < 0 || len(t.open) == 0 || strings.IndexByte("[{,", t.out[t.last]) >= 0 {
			t.out[t.at] = ' ' // there is no value before it, or no list around it
			return
		}
	case ']', '}':
		if t.last >= 0 && t.out[t.last] == ',' {
			t.out[t.last] = ' '
		}
		if len(t.open) > 0 {
			t.open = t.open[:len(t.open)-1]
		}
	case '{', '[':
		if t.last >= 0 && t.out[t.last] == '}' && t.blank > 0 && c == '{' && len(t.open) > 0 && t.open[len(t.open)-1] == '[' {
			t.out[t.blank] = ',' // of two objects in a list
		}
		t.open = append(t.open, c)
	}
	t.counts()
}

// counts keeps that the byte here is no blank.
func (t *tidier) counts() { t.last, t.blank = t.at, 0 }

// skipString goes on behind a string, which ends with its line at the latest.
func (t *tidier) skipString() {
	for t.at++; t.at < len(t.out); t.at++ {
		switch t.out[t.at] {
		case '\\':
			t.at++
		case '"':
			t.last = t.at
			t.at++
			return
		case '\n':
			return
		}
	}
	t.at = min(t.at, len(t.out))
}
