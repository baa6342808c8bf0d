package markdown

import (
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

var (
	// wrapperPattern is a line of tags alone, which say how what stands between them is placed.
	wrapperPattern = pattern.New(`(?i)^\s*(?:</?(?:div|section|center|span|details|article|p|font|bdi|bdo)(?:\s[^<>]*)?/?>\s*)+$`)
	// blockPattern begins a block of HTML that says something (CommonMark 0.31, 4.6, kind 6).
	blockPattern = pattern.New(`(?i)^ {0,3}<(?:h[1-6]|p|div|table|ul|ol|dl|center|blockquote|details|summary|section|article|figure)[\s>]`)
	// fencePattern begins or ends a block of code.
	fencePattern = pattern.New("^ {0,3}(```|~~~)")
)

// fencedCode follows a text line by line, and knows whether a block of code is open. The
// zero value begins a text.
type fencedCode struct{ fence string } // that the block began with, "" where none is open

// holds takes the next line and returns whether it is of a block of code, as its fences are.
func (c *fencedCode) holds(line string) bool {
	mark := fencePattern.FindStringSubmatch(line)
	switch {
	case mark == nil:
	case c.fence == "":
		c.fence = mark[1]
	case c.fence == mark[1]:
		c.fence = ""
	}
	return c.fence != "" || mark != nil
}

// withoutHTML gives a Markdown text whose blocks of HTML are Markdown too: the tags that
// only place what stands between them are left out, and headings, paragraphs, lists and
// tables are written as such. What is code stays as it is.
func withoutHTML(body string) string {
	if !strings.Contains(body, "<") {
		return body
	}
	lines := strings.Split(body, "\n")
	var all []string
	var code fencedCode
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		inCode := code.holds(line)
		switch {
		case inCode:
		case wrapperPattern.MatchString(line):
			line = ""
		case blockPattern.MatchString(line):
			end := i + 1
			for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
				end++
			}
			if converted, ok := fromHTML(strings.Join(lines[i:end], "\n")); ok {
				all = append(all, "", converted, "")
				i = end - 1
				continue
			}
		}
		if !inCode {
			line = outsideCode(line, inlineHTML)
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

// fromHTML writes a block of HTML as Markdown, and tells whether it could. Its pictures
// are Markdown's, with the addresses that they have: those who follow links know where
// they are.
func fromHTML(s string) (markdown string, ok bool) {
	var pictures []string
	s = imageTag.ReplaceAllStringFunc(s, func(tag string) string {
		pictures = append(pictures, imageOf(tag))
		return pictureSign + strconv.Itoa(len(pictures)-1) + pictureSign
	})
	var a articles.Article
	if err := html.SetText(&a, s); err != nil || a.Body == "" {
		return "", false
	}
	for _, caption := range a.Captions {
		a.Body += "\n\n" + text.EscapeLine(caption.Text)
	}
	return pictureMark.ReplaceAllStringFunc(a.Body, func(mark string) string {
		n, err := strconv.Atoi(strings.Trim(mark, pictureSign))
		if err != nil || n >= len(pictures) {
			return ""
		}
		return pictures[n]
	}), true
}

// pictureSign stands around the number of a picture while the HTML around it is read: a
// character for private use, which no text holds.
const pictureSign = "\uE000"

var pictureMark = pattern.New(pictureSign + `(\d+)` + pictureSign)

// laterHeading takes the heading of the first level off a text that begins with a few
// short lines, of links to other languages or of badges, and gives the text without it.
func laterHeading(body string) (title, rest string) {
	const lines, words = 8, 15
	before := 0
	all := strings.Split(body, "\n")
	for i, line := range all {
		if m := headingPattern.FindStringSubmatch(line); m != nil {
			if len(m[1]) != 1 {
				break
			}
			return inlineText(m[2]), strings.Join(append(all[:i:i], all[i+1:]...), "\n")
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		if before++; before > lines || text.CountWords(line) > words || fencePattern.MatchString(line) {
			break
		}
	}
	return "", body
}
