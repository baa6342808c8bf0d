package plaintext

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// fieldSeparators are the signs that fields stand between, in the order in which they are
// looked for: what one has parted the next ones leave alone.
var fieldSeparators = [...]struct {
	sign byte
	has  features
}{{',', hasComma}, {';', hasSemicolon}, {'|', hasBar}}

// findFields finds the fields of lines that hold the same number of them, between commas,
// semicolons or bars.
func findFields(lines []line) {
	for _, one := range fieldSeparators {
		separator := one.sign
		if !slices.ContainsFunc(lines, func(l line) bool { return l.has&one.has != 0 }) {
			continue
		}
		for start := 0; start < len(lines); {
			cells := fieldsOf(lines[start].text, separator)
			end := start + 1
			if len(cells) > 1 && len(lines[start].cells) == 0 {
				for end < len(lines) && len(fieldsOf(lines[end].text, separator)) == len(cells) {
					end++
				}
			}
			if end-start > 1 {
				for i := range lines[start:end] {
					l := &lines[start+i]
					l.cells, l.laid = fieldsOf(l.text, separator), true
				}
			}
			start = end
		}
	}
}

// fieldsOf returns the fields of a line, none where it has less than two. What stands in
// quotes is one; behind a separator stands no blank.
func fieldsOf(text string, separator byte) (cells []cell) {
	if strings.IndexByte(text, separator) < 0 || strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return nil
	}
	start, quoted, letters := 0, false, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case c == separator && !quoted:
			if i+1 < len(text) && text[i+1] == ' ' {
				return nil
			}
			cells = append(cells, cell{start, i})
			start = i + 1
		case c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z':
			letters = true
		}
	}
	if cells = append(cells, cell{start, len(text)}); len(cells) < 2 || !letters || quoted || isJSONItem(text) {
		return nil
	}
	return cells
}

// isJSONItem tells whether a line is a value of a list in data rather than fields: all
// that stands behind its separator is nothing.
func isJSONItem(text string) bool {
	t := strings.TrimSpace(text)
	return strings.HasSuffix(t, ",") && strings.Count(t, ",") == 1 || directionOf(t) == rtl.Auto
}
