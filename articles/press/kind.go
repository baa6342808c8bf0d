// Package press has what the pages of newspapers have in common, as text: lines that say
// who wrote an article, when and where ([ReadWriter], [ReadByline], [ReadStamp],
// [WriterName], [FindPlace]), captions and whose a picture is ([ReadCaption]), headings
// over other articles ([ReadRelated]), and the furniture around a text ([KindOf],
// [IsFurniture]). The words of all languages stand in tables here, each once, as it is
// written best; they are folded by [text.Key] when they are compared.
package press

import (
	"slices"
	"strings"
	"unicode"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Kind says what a line of a page is that was copied as text.
type Kind uint8

// The kinds of lines.
const (
	Other       Kind = iota // short, and nothing that is known
	Prose                   // running text
	Button                  // buttons, advertisements, names of networks
	LinksHead               // a heading over, or a line with, links to other articles
	AsideHead               // a heading over what belongs to the page and not to the article
	CaptionLine             // of a picture, or whose it is
	StampLine               // when it was written or changed
	WriterLine              // who wrote it
)

// The fewest words of a paragraph: of one that ends as a sentence does, and of
// any line.
const (
	SentenceLong = 8
	RunningLong  = 16
)

// KindOf returns the kind of a line that stands on its page so many times.
func KindOf(l Line, times int) Kind {
	n := text.CountWords(l.Text)
	_, reading := ReadRelated(l.Text)
	_, isCaption := ReadCaption(l.Text)
	_, isStamp := ReadStamp(l.Text)
	_, isWriter := ReadWriter(l.Text)
	switch {
	case slices.Contains(buttonLines(), l.Key):
		return Button
	case reading || StartsWith(l.Key, LinkStarts()) && n <= MaxName:
		return LinksHead
	case isStamp:
		return StampLine
	case slices.Contains(Asides(), l.Key) || StartsWith(l.Key, asideStarts()):
		return AsideHead
	case IsFurniture(l) || times > 2 && n <= MaxSection || articles.IsWebAddress(l.Text) && n == 1 || IsPath(l.Text):
		return Button
	case isCaption:
		return CaptionLine
	case isWriter:
		return WriterLine
	case n >= RunningLong || n >= SentenceLong && text.EndsSentence(l.Text) && !strings.HasSuffix(l.Text, "؟") && !strings.HasSuffix(l.Text, "?"):
		return Prose
	default:
		return Other
	}
}

// IsPath tells a path of sections that begins with the first page.
func IsPath(s string) bool {
	first, _, ok := strings.Cut(strings.NewReplacer("›", "/", "»", "/", ">", "/", "|", "/").Replace(s), "/")
	return ok && slices.Contains(Homes(), text.Key(first))
}

// IsFurniture tells a button, an advertisement, the name of a network or several
// of them, a mark of a list.
func IsFurniture(l Line) bool {
	if IsSizeButton(l.Text) || slices.Contains(buttonLines(), l.Key) || IsAdvertisement(l.Text) || StartsWith(l.Key, buttonStarts()) {
		return true
	}
	letters := strings.ContainsFunc(l.Text, unicode.IsLetter)
	if !letters && !TimeOfDay.MatchString(l.Text) {
		return true
	}
	for word := range strings.FieldsSeq(l.Key) {
		if !slices.Contains(Networks(), word) {
			return false
		}
	}
	return letters
}

// StartsWith reports whether a folded line begins with one of several beginnings.
func StartsWith(key string, starts []string) bool {
	return slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(key, s) })
}

// StartsWithWords reports whether a folded line begins with one of several beginnings
// and no word goes on behind it.
func StartsWithWords(key string, starts []string) bool {
	return slices.ContainsFunc(starts, func(s string) bool { return key == s || strings.HasPrefix(key, s+" ") })
}
