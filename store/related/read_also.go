package related

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// Papers put the titles of other articles between their paragraphs and below them ("read
// also"). They are of other stories, and would make neighbours of all that stand together.

// withoutReadAlso gives a text without the lines that name other articles: those that say to read
// one, and below a heading that says so what reads as titles.
func withoutReadAlso(body string) string {
	var kept []string
	dropped, below := false, false
	for line := range strings.SplitSeq(body, "\n") {
		if strings.TrimSpace(line) == "" {
			kept = append(kept, line)
			continue
		}
		title, alien := press.ReadRelated(line)
		switch {
		case alien:
			below = title == ""
			dropped = true
		case below && isTitle(line):
		default:
			below = false
			kept = append(kept, line)
		}
	}
	if !dropped || !slices.ContainsFunc(kept, func(line string) bool { return len(text.Words(line)) > 0 }) {
		return body
	}
	return strings.Join(kept, "\n")
}

// maxTitle is of how many words a title is at most.
const maxTitle = 20

// isTitle tells a line that is no sentence and not long.
func isTitle(line string) bool {
	line = strings.TrimSpace(plainText(line))
	return !text.EndsSentence(line) && text.CountWords(line) <= maxTitle
}
