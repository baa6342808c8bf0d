// Package plain reads plain text, and gives plain text of any other format as Markdown
// that shows the same ([Body]).
package plain

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// readText reads plain text. Its title is the first line, where that stands
// alone and is short enough; the paragraphs are parted by blank lines, else by
// indents, else each line is one. Lines that were broken to a width are joined
// again; short ones, as verses are, stay as they are.
func readText(in *articles.Source) ([]articles.Article, error) {
	// A new page is a new paragraph.
	lines := strings.Split(text.CleanText(strings.ReplaceAll(in.Text(), "\f", "\n\n")), "\n")
	paragraphs := split(lines)
	if len(paragraphs) == 0 {
		return nil, in.Fail(0, articles.ErrNoArticle, nil)
	}
	a := articles.Article{Full: true}
	if first := paragraphs[0]; len(first) > 1 && drawnPattern.MatchString(first[1]) {
		paragraphs = append([][]string{first[:1], first[1:]}, paragraphs[1:]...)
	}
	first := paragraphs[0]
	head := text.CleanLine(first[0])
	switch {
	case len(paragraphs) == 1 && len(first) == 1:
		a.Title = text.ShortTitle(head)
	case utf8.RuneCountInString(head) <= text.MaxTitle && !text.EndsSentence(head) && (len(first) == 1 || !areWrapped(paragraphs)):
		a.Title = head
		if paragraphs[0] = first[1:]; len(first) == 1 {
			paragraphs = paragraphs[1:]
		}
	default:
		a.Title = text.ShortTitle(head)
		if areWrapped(paragraphs) {
			a.Title = text.ShortTitle(rejoin(first)[0])
		}
	}
	a.Body = markdownText(takeByline(&a, paragraphs))
	a.Full = a.Body != ""
	return []articles.Article{a}, nil
}

// drawnPattern is a line that is drawn below a title.
var drawnPattern = pattern.New(`^\s*[=_*~–—-]{3,}\s*$`)

// takeByline takes what stands between a title and the text: who wrote it, when, a
// line that is drawn.
func takeByline(a *articles.Article, paragraphs [][]string) [][]string {
	const longest = 3 // lines
	for taken := 0; taken < longest && len(paragraphs) > 0; taken++ {
		p := paragraphs[0]
		text := text.CleanLine(p[0])
		w, isWriter := press.ReadWriter(text)
		day, isStamp := press.ReadStamp(text)
		switch {
		case drawnPattern.MatchString(text):
		case len(paragraphs) == 1 && len(p) == 1:
			return paragraphs // the text itself
		case isStamp && !day.IsZero():
			a.Published = day
		case isWriter:
			a.Author, a.Source, a.Place = w.Author, w.Source, w.Place
		default:
			name, isName := press.ReadNameAbove(text, lineBelow(paragraphs))
			if !isName || a.Author != "" {
				return paragraphs
			}
			a.Author = name
		}
		if paragraphs[0] = p[1:]; len(p) == 1 {
			paragraphs = paragraphs[1:]
		}
	}
	return paragraphs
}

// lineBelow returns the second line of a text, "" where it has one.
func lineBelow(paragraphs [][]string) string {
	switch {
	case len(paragraphs[0]) > 1:
		return text.CleanLine(paragraphs[0][1])
	case len(paragraphs) > 1:
		return text.CleanLine(paragraphs[1][0])
	}
	return ""
}

// Body gives plain text as Markdown.
func Body(s string) string {
	return markdownText(split(strings.Split(text.CleanText(s), "\n")))
}

// markdownText gives paragraphs of plain text as Markdown.
func markdownText(paragraphs [][]string) string {
	joined := areWrapped(paragraphs)
	blocks := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		switch {
		case areVerses(p):
			p = separateHalves(p)
		case joined:
			p = rejoin(p)
		}
		blocks[i] = text.EscapeLines(p)
	}
	return strings.Join(blocks, "\n\n")
}

// split parts lines into paragraphs: at blank lines; in a text without any, at
// indents; in one without those, at every line.
func split(lines []string) [][]string {
	blank, indented, filled := 0, 0, 0
	for i, line := range lines {
		switch {
		case strings.TrimSpace(line) == "":
			if filled > 0 && i < len(lines)-1 {
				blank++
			}
		default:
			filled++
			if indent(line) {
				indented++
			}
		}
	}
	byIndent := blank <= 1 && indented >= 2 && indented < filled
	byLine := blank == 0 && !byIndent && !areWrapped([][]string{lines})
	var all [][]string
	var p []string
	end := func() {
		if len(p) > 0 {
			all = append(all, p)
			p = nil
		}
	}
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			end()
			continue
		}
		if byLine || byIndent && indent(line) {
			end()
		}
		p = append(p, line)
	}
	end()
	return all
}

// indent tells whether a line begins with a tab, an ideographic space or two
// spaces.
func indent(line string) bool {
	return strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\u3000")
}

// The width that lines are broken to lies between these, in runes.
const minWrapWidth, maxWrapWidth = 40, 120

// areWrapped tells whether lines were broken to a width: those that are not the
// last of their paragraph are nearly all of about the same length.
func areWrapped(paragraphs [][]string) bool {
	longest, inner, near := 0, 0, 0
	paragraphs = slices.DeleteFunc(slices.Clone(paragraphs), areVerses)
	for _, p := range paragraphs {
		for _, line := range p {
			longest = max(longest, utf8.RuneCountInString(line))
		}
	}
	for _, p := range paragraphs {
		for i, line := range p {
			if i < len(p)-1 && strings.TrimSpace(line) != "" && !listedPattern.MatchString(line) && !listedPattern.MatchString(p[i+1]) {
				inner++
				if utf8.RuneCountInString(line)*10 >= longest*7 {
					near++
				}
			}
		}
	}
	return longest >= minWrapWidth && longest <= maxWrapWidth && inner >= 2 && near*10 >= inner*8
}

// halvesPattern parts the halves of a verse that stand on one line: a wide space, or
// signs between spaces.
var halvesPattern = pattern.New(`(\S)(?:[ \x{00A0}]{3,}|[ \x{00A0}]*\t[ \t]*|[ \x{00A0}]+(?:\*{1,3}|…|\.{2,}|={2,}|#)[ \x{00A0}]+)(\S)`)

// areVerses tells verses, which are not to be joined, however long they are: of
// most lines the halves stand apart, or all lines rhyme.
func areVerses(p []string) bool {
	const fewest = 3 // lines that rhyme by chance no more
	if len(p) < 2 {
		return false
	}
	apart, rhymes := 0, map[rune]int{}
	most := 0
	for _, line := range p {
		if halvesPattern.MatchString(strings.TrimSpace(line)) {
			apart++
		}
		letters := strings.TrimRightFunc(text.Key(line), func(r rune) bool { return !unicode.IsLetter(r) })
		if last, _ := utf8.DecodeLastRuneInString(letters); last != utf8.RuneError && last != 'ه' {
			rhymes[last]++
			most = max(most, rhymes[last])
		}
	}
	return apart*3 >= len(p)*2 || len(p) > fewest && most == len(p)
}

// apartBy is what parts the halves of a verse.
const apartBy = "\u2003\u2003\u2003"

// separateHalves gives verses their halves apart in a text that knows no wide spaces.
func separateHalves(p []string) []string {
	all := make([]string, len(p))
	for i, line := range p {
		all[i] = halvesPattern.ReplaceAllString(strings.TrimSpace(line), "$1"+apartBy+"$2")
	}
	return all
}

// listedPattern tells a line that begins an item of a list.
var listedPattern = pattern.New(`^\s*(?:[-*•–—▪◦]|\p{Nd}{1,3}[.)\-])\s`)

// rejoin makes one line of lines that were broken to a width. Items of a list
// stay lines of their own.
func rejoin(p []string) []string {
	var whole, item []string
	for _, line := range p {
		if line = strings.TrimSpace(line); len(item) > 0 && listedPattern.MatchString(line) {
			whole, item = append(whole, strings.Join(item, " ")), nil
		}
		item = append(item, line)
	}
	if len(item) > 0 {
		whole = append(whole, strings.Join(item, " "))
	}
	return whole
}

// Format is plain text, which any other text is.
var Format = articles.Format{Name: "text", Extensions: []string{".txt", ".text"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !src.IsText() || src.Text() == "" {
		return nil, false, nil
	}
	list, err := readText(src)
	return list, true, err
}
