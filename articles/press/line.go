package press

import (
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Line is a line of a pasted page that holds something.
type Line struct {
	Text string // trimmed, otherwise as it came
	Key  string // folded
	Gap  bool   // a blank line stands before it
}

// Lines splits a text into its lines and returns those that hold something.
func Lines(s string) []Line {
	var lines []Line
	gap := false
	for raw := range strings.SplitSeq(text.CleanText(s), "\n") {
		trimmed := strings.TrimSpace(raw)
		if strings.TrimFunc(trimmed, text.IsInvisible) == "" {
			gap = true
			continue
		}
		key := text.Key(trimmed)
		if key == "" {
			key = trimmed
		}
		lines = append(lines, Line{Text: trimmed, Key: key, Gap: gap})
		gap = false
	}
	return lines
}

// linesKey is the key of the lines that formats share.
type linesKey struct{}

// LinesOf splits the text of a source as [Lines] does, once for all formats.
func LinesOf(src *articles.Source) []Line {
	return src.Shared(linesKey{}, func() any { return Lines(src.Text()) }).([]Line)
}
