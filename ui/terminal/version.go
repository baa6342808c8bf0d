package terminal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// version is what a terminal says of its version, by its own answers or by what it sets
// in the environment of programs, "" where it says nothing. Only what the rule is known
// by counts: a variable may be inherited from another terminal.
func (e *evidence) version(r *rule) string {
	if r.version != "" && strings.HasPrefix(e.answers.version, r.version) {
		return strings.TrimRight(e.answers.version[len(r.version):], ")")
	}
	if r.attributes != "" && matchWildcard(r.attributes, e.answers.attributes) && r.release != nil {
		if parts := strings.Split(e.answers.attributes, ";"); len(parts) == 3 {
			return r.release(parts[1])
		}
	}
	for _, variable := range r.variables {
		name, want, exact := strings.Cut(variable, "=")
		value := e.getenv(name)
		switch {
		case value == "" || exact && value != want:
		case name == "TERM_PROGRAM":
			return e.getenv("TERM_PROGRAM_VERSION")
		case r.release != nil:
			return r.release(value)
		case strings.HasSuffix(name, "_VERSION"):
			return strings.Trim(value[strings.IndexByte(value, '(')+1:], ")")
		}
	}
	return ""
}

// vteRelease reads VTE's number: 7006 is 0.70.6.
func vteRelease(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil || n <= 0 {
		return ""
	}
	return fmt.Sprintf("0.%d.%d", n/100, n%100)
}

// threePartRelease reads a number of two digits a part: 221203 is 22.12.3.
func threePartRelease(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil || n < 10000 {
		return ""
	}
	return fmt.Sprintf("%d.%d.%d", n/10000, n/100%100, n%100)
}

// IsBeyond tells whether the terminal says that it is of a later version than the one in
// which it was measured what it does: that may have changed since.
func (t *Terminal) IsBeyond() bool {
	if t.Source != Measured {
		return false
	}
	measured, found := numbersOf(t.MeasuredIn), numbersOf(t.Version)
	if len(found) > len(measured) {
		found = found[:len(measured)] // 0.70.6 is 0.70
	}
	return len(found) > 0 && slices.Compare(found, measured) > 0
}

// numbersOf returns the numbers of the first version that a text names.
func numbersOf(text string) (numbers []int) {
	start := strings.IndexAny(text, "0123456789")
	if start < 0 {
		return nil
	}
	end := start
	for end < len(text) && (text[end] == '.' || text[end] >= '0' && text[end] <= '9') {
		end++
	}
	for part := range strings.SplitSeq(text[start:end], ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		numbers = append(numbers, n)
	}
	return numbers
}
