package telegram

import (
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// run is a part of a text of one kind: plain, bold, a link and so on.
type run struct {
	Type     string `json:"type"`
	Text     string `json:"text"`
	Address  string `json:"href"`
	Language string `json:"language"`
}

// runs are the parts of a text.
type runs []run

// UnmarshalJSON reads a text, a part, or a list of either.
func (r *runs) UnmarshalJSON(data []byte) error {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) != nil {
		list = []json.RawMessage{data}
	}
	*r = nil
	for _, raw := range list {
		var text string
		if json.Unmarshal(raw, &text) == nil {
			*r = append(*r, run{Type: "plain", Text: text})
			continue
		}
		var part run
		if err := json.Unmarshal(raw, &part); err != nil {
			return fmt.Errorf("a part of a text: %w", err)
		}
		*r = append(*r, part)
	}
	return nil
}

// plainText returns what the parts say.
func plainText(r runs) string {
	var b strings.Builder
	for _, part := range r {
		b.WriteString(part.Text)
	}
	return strings.TrimSpace(b.String())
}

// tags returns the hashtags of a text, without their sign.
func (r runs) tags() []string {
	var tags []string
	for _, part := range r {
		tag := strings.ReplaceAll(strings.TrimPrefix(strings.TrimSpace(part.Text), "#"), "_", " ")
		if part.Type == "hashtag" && tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// partElements are the elements of HTML that stand for the kinds of parts.
var partElements = map[string]string{
	"bold": "strong", "italic": "em", "strikethrough": "del", "underline": "u", "code": "code", "spoiler": "span",
}

// paragraphEnd parts the paragraphs while a text is put together: no text holds it.
const paragraphEnd = "\uFDD3"

// html writes the parts as paragraphs of HTML.
func (r runs) html() string {
	var b strings.Builder
	for _, part := range r {
		switch part.Type {
		case "pre":
			b.WriteString(paragraphEnd + `<pre><code class="language-` + html.EscapeString(part.Language) + `">` +
				html.EscapeString(part.Text) + "</code></pre>" + paragraphEnd)
		case "blockquote":
			b.WriteString(paragraphEnd + "<blockquote><p>" + escapeLines(part.Text, "</p><p>") + "</p></blockquote>" + paragraphEnd)
		default:
			b.WriteString(part.inline())
		}
	}
	var paragraphs strings.Builder
	for p := range strings.SplitSeq(b.String(), paragraphEnd) {
		switch p = breaksAround.ReplaceAllString(p, ""); {
		case p == "":
		case strings.HasPrefix(p, "<pre>"), strings.HasPrefix(p, "<blockquote>"):
			paragraphs.WriteString(p + "\n")
		default:
			paragraphs.WriteString("<p>" + p + "</p>\n")
		}
	}
	return paragraphs.String()
}

// breaksAround are the line ends at the edges of a paragraph.
var breaksAround = pattern.New(`^(?:\s|<br>)+|(?:\s|<br>)+$`)

// inline writes a part that stands in a line. Space around what is marked stays outside
// of the mark, and a mark ends with its paragraph.
func (part run) inline() string {
	element, attributes := partElements[part.Type], ""
	switch part.Type {
	case "text_link":
		element, attributes = "a", ` href="`+html.EscapeString(part.Address)+`"`
	case "link":
		to := part.Text
		if !strings.Contains(to, "://") {
			to = "https://" + to
		}
		element, attributes = "a", ` href="`+html.EscapeString(to)+`"`
	}
	if element == "" || strings.TrimSpace(part.Text) == "" {
		return escapeLines(part.Text, paragraphEnd)
	}
	inner := strings.TrimSpace(part.Text)
	at := strings.Index(part.Text, inner)
	start, end := "<"+element+attributes+">", "</"+element+">"
	return escapeLines(part.Text[:at], paragraphEnd) + start + escapeLines(inner, end+paragraphEnd+start) + end +
		escapeLines(part.Text[at+len(inner):], paragraphEnd)
}

// escapeLines escapes a text, with what stands between its paragraphs, and breaks its lines.
func escapeLines(text, between string) string {
	text = html.EscapeString(strings.ReplaceAll(text, "\r\n", "\n"))
	var b strings.Builder
	for i, p := range blankPattern.Split(text, -1) {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(strings.ReplaceAll(p, "\n", "<br>\n"))
	}
	return b.String()
}
