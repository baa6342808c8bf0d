package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// Sentence is a sentence of an article, with the positions at which it begins and ends.
type Sentence struct {
	Text        string
	First, Last int
}

// Sentences returns what the article says, sentence by sentence, without what its head says of
// it. Like [Document.Build] it takes a time in proportion to the article.
func (d *Document) Sentences() (list []Sentence) {
	w := d.wording()
	at, runes := 0, 0
	countTo := func(offset int) int {
		runes += utf8.RuneCountInString(w.text[at:offset])
		at = offset
		return runes
	}
	for _, r := range text.Sentences(w.text) {
		said := w.text[r.Start:r.End]
		first, last := w.at[countTo(r.Start)], w.at[countTo(r.End)-1]+1
		if first >= d.begin && strings.ContainsFunc(said, isSaid) {
			list = append(list, Sentence{said, first, last})
		}
	}
	return list
}

// isSaid tells of a character that is read aloud.
func isSaid(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
