package text

import "strings"

// WordKey gives a text as names and titles are compared: its words alone, folded, with
// one space between each two, or where it has no words the text itself, trimmed.
func WordKey(s string) string {
	if words := Words(s); len(words) > 0 {
		return strings.Join(words, " ")
	}
	return strings.TrimSpace(s)
}
