package office

import "strings"

// FieldLink returns where a field of Word leads, HYPERLINK "…", or "" for one that
// leads nowhere outside of the document.
func FieldLink(code string) string {
	words := strings.Fields(code)
	if len(words) < 2 || !strings.EqualFold(words[0], "HYPERLINK") || strings.HasPrefix(words[1], `\`) {
		return ""
	}
	if _, after, ok := strings.Cut(code, `"`); ok {
		to, _, _ := strings.Cut(after, `"`)
		return to
	}
	return words[1]
}

// IsIndexField tells a field that holds a table of contents, an index or the number
// of a page.
func IsIndexField(code string) bool {
	words := strings.Fields(code)
	return len(words) > 0 && (words[0] == "TOC" || words[0] == "INDEX" || words[0] == "PAGE")
}
