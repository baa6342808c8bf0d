package press

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// PictureText is a caption, or whose a picture is.
type PictureText struct {
	Text   string
	Credit bool
}

// ReadCaption reads a line that says what a picture shows or whose it is.
func ReadCaption(s string) (PictureText, bool) {
	key := text.Key(s)
	for _, label := range CaptionLabels() {
		rest, ok := CutLabel(s, key, label)
		if ok && (text.CountWords(label) > 1 || strings.ContainsAny(s[:len(s)-len(rest)], ":،,")) {
			return PictureText{Text: rest}, true
		}
	}
	for _, label := range creditLabels() {
		if rest, ok := CutLabel(s, key, label); ok && text.CountWords(rest) <= MaxName {
			return PictureText{Text: rest, Credit: true}, true
		}
	}
	before, credit := CutBrackets(s)
	if credit != "" && before != "" && text.CountWords(s) <= CaptionLong && (IsCredit(credit, nil) || isPicture(credit)) {
		return PictureText{Text: s}, true
	}
	if before, credit, ok := strings.Cut(s, "—"); ok && before != "" && isPicture(credit) {
		return PictureText{Text: s}, true
	}
	return PictureText{}, false
}

// isPicture tells a credit by its first word, or a paper's name.
func isPicture(credit string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text.Key(credit), " "), " ")
	_, paper := ReadPaper(strings.TrimSpace(credit))
	return paper || slices.Contains(pictureWords(), first)
}

// CaptionLong is the most words that a caption has.
const CaptionLong = 45
