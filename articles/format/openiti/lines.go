package openiti

import (
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// paragraphs puts the lines of a book together: "#" begins a paragraph, "~~" goes on with
// it, and "%~%" stands between the halves of a verse.
type paragraphs struct {
	*book
	open   []string // the lines of the paragraph so far
	verses []string // those before, one below another
}

// apartBy stands between the halves of a verse.
const apartBy = "\u2003\u2003\u2003"

// line takes over a line of the file.
func (p *paragraphs) line(s string) {
	switch m := headingPattern.FindStringSubmatch(s); {
	case s == "" || strings.HasPrefix(s, "#META#") || strings.HasPrefix(s, fileMagic):
	case m != nil:
		p.heading(m[1], bareLine(m[2]))
	case strings.HasPrefix(s, "### "):
		p.heading("||", bareLine(strings.TrimLeft(s, "#|$& ")))
	case strings.HasPrefix(s, "~~"):
		p.open = append(p.open, bareLine(s[2:]))
	case strings.HasPrefix(s, "#"):
		p.endParagraph()
		p.open = []string{bareLine(notePattern.ReplaceAllString(strings.TrimLeft(s, "# "), ""))}
	default:
		p.endParagraph()
		p.open = []string{bareLine(s)}
	}
}

// bareLine returns a line without page numbers and tags.
func bareLine(s string) string {
	return strings.Join(strings.FieldsFunc(signsPattern.ReplaceAllString(pagesPattern.ReplaceAllString(s, " "), ""), func(r rune) bool {
		return r == ' ' || r == '\t' || r == '\r'
	}), " ")
}

// heading begins a chapter, or a part of one.
func (p *paragraphs) heading(mark, title string) {
	p.end()
	if strings.HasPrefix(mark, "|") && strings.Count(mark, "|") == 1 && len(mark) == 1 && title != "" {
		p.chapters = append(p.chapters, chapter{title: title})
		return
	}
	if title == "" {
		return
	}
	level := "###"
	if strings.HasPrefix(mark, "|||") {
		level = "####"
	}
	p.write(level + " " + text.EscapeLine(title))
}

// endParagraph ends the paragraph that is open. A verse waits for those that follow.
func (p *paragraphs) endParagraph() {
	s := strings.TrimSpace(strings.Join(p.open, " "))
	p.open = nil
	if first, second, ok := strings.Cut(s, "%~%"); ok {
		line := text.EscapeLine(strings.Trim(first, "% ")) + apartBy + text.EscapeLine(strings.Trim(strings.ReplaceAll(second, "%~%", apartBy), "% "))
		p.verses = append(p.verses, line)
		return
	}
	p.endVerses()
	if s != "" {
		p.write(text.EscapeLine(s))
	}
}

func (p *paragraphs) endVerses() {
	if len(p.verses) > 0 {
		p.write(strings.Join(p.verses, "\\\n"))
		p.verses = nil
	}
}

// end ends what is open.
func (p *paragraphs) end() {
	p.endParagraph()
	p.endVerses()
}

// write adds a block to the last chapter.
func (p *paragraphs) write(block string) {
	p.chapters[len(p.chapters)-1].body.WriteString(block + "\n\n")
}
