package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/plain"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// Feeds and flat dumps hold texts that may be HTML or plain.

// elementPattern is HTML that text hardly holds.
var elementPattern = pattern.New(`(?i)</?(?:p|br|div|span|a|img|ul|ol|li|h[1-6]|b|i|em|strong|blockquote|table|figure|section|article|sup|sub|q|dl|dt|dd|details|summary|center|font|pre|iframe|video|audio)(?:\s[^<>]*)?/?>`)

// markupPattern is HTML in a line: an element that is closed or that needs not be. A tag alone,
// as in a title that tells of it, is text.
var markupPattern = pattern.New(`(?i)</(?:p|div|span|a|ul|ol|li|h[1-6]|b|i|u|s|em|strong|small|sup|sub|mark|font|blockquote|section|article|figure|q|cite|code|abbr)\s*>|<(?:br|img|hr|p|div|span|a)(?:\s[^<>]*)?/?>`)

// toldTag is a tag without attributes that stands alone between blanks, as one does that a
// title tells of.
var toldTag = pattern.New(`(?i)(?:^|\s)</?(?:br|img|hr|p|div|span|a)\s*/?>(?:\s|$)`)

// isMarkup reports whether what was escaped in a line is HTML, and not what it tells of.
func isMarkup(s string) bool {
	return markupPattern.MatchString(s) && markupPattern.MatchString(toldTag.ReplaceAllString(s, " "))
}

// hasElement tells whether elementPattern matches a text. It matches within one tag alone,
// and takes longer for a text than for its tags.
func hasElement(text string) bool {
	for {
		at := strings.IndexByte(text, '<')
		if at < 0 {
			return false
		}
		text = text[at:]
		end := strings.IndexAny(text[1:], "<>") + 1
		switch {
		case end == 0:
			return false
		case text[end] == '>' && elementPattern.MatchString(text[:end+1]):
			return true
		}
		text = text[end:]
	}
}

// SetText gives an article its text, with the captions and related articles in
// it, from HTML or plain text. Addresses in it start from the article's own.
func SetText(a *articles.Article, text string) error { return SetTextFrom(a, text, a.URL) }

// SetTextFrom is [SetText] with the address from which those in the text start.
func SetTextFrom(a *articles.Article, text, base string) error {
	found := hasElement(text)
	if !found {
		if again := html.UnescapeString(text); hasElement(again) {
			text, found = again, true // it was escaped twice
		}
	}
	if !found {
		a.Body = plain.Body(html.UnescapeString(text))
		a.Full = a.Body != ""
		return nil
	}
	document, err := Parse(text, articles.DefaultLimits())
	if err != nil {
		return err
	}
	CleanTexts(document)
	dropHidden(document)
	address, err := url.Parse(base)
	if err != nil {
		address = &url.URL{}
	}
	simplify(document, address)
	a.Related = append(a.Related, takeRelated(document, address)...)
	dropFurniture(document)
	al := &marker{Album: &articles.Album{Limits: articles.DefaultLimits()}} // for what stands in the text itself
	ownPictures(document, al)
	markCaptions(document)
	root := Find(document, atom.Body)
	if root == nil {
		root = document
	}
	al.mark(root)
	wrapLoose(root)
	trim(root, a)
	a.Body, a.Captions, err = toMarkdown(root, a.Title, address, al)
	al.Give(a)
	a.Full = strings.TrimSpace(a.Body) != ""
	return err
}

// PlainText is the text of a line that may hold HTML.
func PlainText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return text.CleanLine(s)
	}
	if inner, ok := onlyParagraph(s); ok {
		return text.CleanLine(inner)
	}
	if !markupPattern.MatchString(s) {
		again := html.UnescapeString(s)
		if again == s || !isMarkup(again) && !strings.Contains(again, "&") {
			return text.CleanLine(again)
		}
		s = again // it was escaped twice
		if !isMarkup(s) {
			return text.CleanLine(html.UnescapeString(s))
		}
	}
	return parsedText(s)
}

// parsedText is the text of a line that holds HTML.
func parsedText(s string) string {
	document, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return text.CleanLine(s)
	}
	return TextOf(document)
}

// onlyParagraph returns the text of a line of HTML that consists of a paragraph; ok is false of any
// other, and where there is another element in it.
func onlyParagraph(s string) (text string, ok bool) {
	trimmed := strings.TrimRight(s, asciiSpace)
	inner, begins := strings.CutPrefix(trimmed, "<p>")
	inner, ends := strings.CutSuffix(inner, "</p>")
	if !begins || !ends || strings.ContainsAny(inner, "<\x00") {
		return "", false
	}
	return strings.Clone(html.UnescapeString(inner) + s[len(trimmed):]), true // not to hold all around it
}

// Fragment gives an article the text that stands in an element of a tree, which it
// changes, as Markdown without the article's title over it, with the captions and the
// pictures in it. Addresses start from the base.
func Fragment(a *articles.Article, root *html.Node, base *url.URL, album *articles.Album) (err error) {
	simplify(root, base)
	al := &marker{Album: album}
	al.mark(root)
	a.Body, a.Captions, err = toMarkdown(root, a.Title, base, al)
	al.Give(a)
	return err
}
