package wxr

import (
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// WordPress keeps texts as they were typed and makes paragraphs of them when they are
// shown (wpautop): a blank line ends a paragraph, a line's end is one.

// blockElements are the elements that are no part of a paragraph.
const blockElements = `(?:table|thead|tfoot|caption|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|script|style|iframe|video|audio)`

var (
	blockStart     = pattern.New(`(?i)<` + blockElements + `(?:[\s/][^<>]*)?>`)
	blockEnd       = pattern.New(`(?i)</` + blockElements + `\s*>`)
	holderEnd      = pattern.New(`(?i)</(?:blockquote|div|section|article|aside|li|td|th|details)\s*>`)
	beginBlock     = pattern.New(`(?i)^</?` + blockElements + `[\s/>]`)
	commentPattern = pattern.New(`(?s)<!--.*?-->`)
	// verbatimPattern is what keeps its lines.
	verbatimPattern = pattern.New(`(?is)<pre[\s>].*?</pre\s*>|<script[\s>].*?</script\s*>|<style[\s>].*?</style\s*>|<textarea[\s>].*?</textarea\s*>`)
	blankPattern    = pattern.New(`\n\s*\n`)
)

// markParagraphs marks the paragraphs of a text as HTML has them and returns it.
func markParagraphs(text string) string {
	text = strings.ReplaceAll(commentPattern.ReplaceAllString(text, "\n\n"), "\r\n", "\n")
	var b strings.Builder
	at := 0
	for _, m := range verbatimPattern.FindAllStringIndex(text, -1) {
		writeParagraphs(&b, text[at:m[0]])
		b.WriteString(text[m[0]:m[1]] + "\n")
		at = m[1]
	}
	writeParagraphs(&b, text[at:])
	return strings.TrimSpace(b.String())
}

// writeParagraphs writes a text without verbatim parts.
func writeParagraphs(b *strings.Builder, text string) {
	text = blockStart.ReplaceAllString(text, "\n\n$0")
	text = blockEnd.ReplaceAllString(text, "$0\n\n")
	text = holderEnd.ReplaceAllString(text, "\n\n$0") // what ends in it is a paragraph too
	for _, part := range blankPattern.Split(text, -1) {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
		case beginBlock.MatchString(part):
			b.WriteString(part + "\n")
		default:
			b.WriteString("<p>" + strings.ReplaceAll(part, "\n", "<br>\n") + "</p>\n")
		}
	}
}
