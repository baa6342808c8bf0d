package fb2

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/format/office"
)

// maxDepth is how deep sections are nested that are looked at for chapters.
const maxDepth = 6

// chapters makes chapters of a body: its sections, or those below them where
// sections hold nothing but others. What stands before the first one is a chapter
// too.
func (r *reader) chapters(body *office.Node) { r.section(body, nil, 0) }

// section adds the chapters of a section.
func (r *reader) section(n *office.Node, above []string, depth int) {
	title := r.titleOf(n)
	if depth == 0 {
		title = ""
	}
	below := childSections(n)
	if depth < maxDepth && len(below) > 0 && (depth == 0 || onlySections(n)) {
		r.front(n, title, above)
		if title != "" {
			above = append(slices.Clip(above), title)
		}
		for _, c := range below {
			r.section(c, above, depth+1)
		}
		return
	}
	r.chapter(n, title, above, true)
}

// front adds what stands in a section before those in it, where that is something.
func (r *reader) front(n *office.Node, title string, above []string) {
	r.chapter(n, title, above, false)
}

// chapter adds one chapter, with the sections in it or without them.
func (r *reader) chapter(n *office.Node, title string, above []string, whole bool) {
	r.out, r.marks = &office.Builder{}, map[*office.Node]string{}
	for _, c := range n.Children {
		if c.Name != "title" && (whole || c.Name != "section") {
			r.block(r.out, c, 2)
		}
	}
	var d office.Document
	r.out.Finish(&d)
	if d.Body.FirstChild == nil {
		return
	}
	if len(above) > 0 && title != "" {
		title = strings.Join(above, " — ") + " — " + title
	}
	r.book.Chapters = append(r.book.Chapters, Chapter{Title: title, Body: d.Body})
}

// childSections are those directly in a section.
func childSections(n *office.Node) (all []*office.Node) {
	for _, c := range n.Children {
		if c.Name == "section" {
			all = append(all, c)
		}
	}
	return all
}

// onlySections tells a section that holds others and no text of its own.
func onlySections(n *office.Node) bool {
	for _, c := range n.Children {
		switch c.Name {
		case "section", "title", "epigraph", "image", "annotation", "empty-line":
		case "":
			if strings.TrimSpace(c.Text) != "" {
				return false
			}
		default:
			return false
		}
	}
	return len(childSections(n)) > 1
}

// titleOf is a section's title on one line.
func (r *reader) titleOf(n *office.Node) string {
	title := n.Child("title")
	if title == nil {
		return ""
	}
	var lines []string
	for _, c := range title.Children {
		if text := strings.Join(strings.Fields(plainText(c)), " "); text != "" {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, " — ")
}

// plainText is the text of an element without references to notes.
func plainText(n *office.Node) string {
	var b strings.Builder
	writePlain(&b, n)
	return b.String()
}

func writePlain(b *strings.Builder, n *office.Node) {
	if n.Name == "a" && n.Attribute("type") == "note" {
		return
	}
	b.WriteString(n.Text)
	for _, c := range n.Children {
		writePlain(b, c)
	}
}

// block adds a block to what is built; headings in it are of a level.
func (r *reader) block(out *office.Builder, n *office.Node, level int) {
	switch n.Name {
	case "p":
		out.Paragraph(r.paragraph(n))
	case "section":
		r.blocks(out, n, level+1)
	case "title":
		for _, c := range n.Children {
			if c.Name == "p" {
				out.Heading(level-1, r.paragraph(c))
			}
		}
	case "subtitle":
		out.Heading(level+1, r.paragraph(n))
	case "image":
		p := &office.Paragraph{}
		p.Picture(n.Attribute("href"), n.Attribute("alt"))
		out.Paragraph(p)
		if title := n.Attribute("title"); title != "" {
			caption := &office.Paragraph{}
			caption.Text(title, office.Style{})
			out.Caption(caption)
		}
	case "cite", "epigraph", "annotation":
		r.quote(out, n)
	case "poem":
		r.poem(out, n)
	case "table":
		r.table(out, n)
	}
}

// blocks adds all blocks in an element.
func (r *reader) blocks(out *office.Builder, n *office.Node, level int) {
	for _, c := range n.Children {
		r.block(out, c, level)
	}
}

// quote adds a quotation with the one whose it is.
func (r *reader) quote(out *office.Builder, n *office.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "p", "subtitle":
			out.Quote(r.paragraph(c))
		case "text-author":
			p := r.paragraph(c)
			p.Lead("— ")
			out.Quote(p)
		default:
			r.block(out, c, 3)
		}
	}
}

// poem adds verses, a stanza a paragraph and a verse a line.
func (r *reader) poem(out *office.Builder, n *office.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "stanza":
			p := &office.Paragraph{}
			l := &line{reader: r, p: p}
			for _, v := range c.Children {
				if v.Name != "v" {
					r.block(out, v, 3)
					continue
				}
				if !p.IsEmpty() {
					p.Break()
				}
				l.runs(v, office.Style{})
			}
			out.Paragraph(p)
		case "text-author", "date":
			p := r.paragraph(c)
			out.Paragraph(p)
		case "title":
			r.block(out, c, 3)
		default:
			r.block(out, c, 3)
		}
	}
}

// table adds a table.
func (r *reader) table(out *office.Builder, n *office.Node) {
	t := &office.Table{}
	for i, row := range n.Children {
		if row.Name != "tr" {
			continue
		}
		t.Row(i == firstElement(n) && row.Child("td") == nil)
		for _, c := range row.Children {
			if c.Name != "td" && c.Name != "th" {
				continue
			}
			inner := &office.Builder{}
			inner.Paragraph(r.paragraph(c))
			t.Cell(inner, office.Count(c.Attribute("colspan")), office.Count(c.Attribute("rowspan")))
		}
	}
	t.AddTo(out)
}

// firstElement is the place of the first element in a node.
func firstElement(n *office.Node) int {
	for i, c := range n.Children {
		if c.Name != "" {
			return i
		}
	}
	return 0
}

// paragraph reads a paragraph.
func (r *reader) paragraph(n *office.Node) *office.Paragraph {
	p := &office.Paragraph{}
	(&line{reader: r, p: p}).runs(n, office.Style{})
	return p
}

// line collects the pieces of one paragraph.
type line struct {
	*reader
	p *office.Paragraph
}

// runs reads the pieces in an element.
func (l *line) runs(n *office.Node, s office.Style) {
	for _, c := range n.Children {
		l.inline(c, s)
	}
}

func (l *line) inline(n *office.Node, s office.Style) {
	switch n.Name {
	case "":
		l.p.Text(n.Text, s)
		return
	case "strong":
		s.Bold = true
	case "emphasis":
		s.Italic = true
	case "strikethrough":
		s.Strike = true
	case "sup":
		s.Raised = true
	case "sub":
		s.Lowered = true
	case "code":
		s.Code = true
	case "image":
		l.p.Picture(n.Attribute("href"), n.Attribute("alt"))
		return
	case "a":
		to := n.Attribute("href")
		if note := l.notes[strings.TrimPrefix(to, "#")]; note != nil && strings.HasPrefix(to, "#") {
			l.p.Text(l.note(note, n.String()), office.Style{})
			return
		}
		if !strings.HasPrefix(to, "#") {
			s.Link = to
		}
	}
	l.runs(n, s)
}

// mostNoted is how many bytes of notes a book may repeat in its chapters.
const mostNoted = 16 << 20

// note adds a note below the chapter and returns the mark that refers to it.
func (r *reader) note(n *office.Node, label string) string {
	const mostNested = 2
	if r.depth >= mostNested {
		return "[" + strings.Trim(label, "[]") + "]"
	}
	if mark, ok := r.marks[n]; ok {
		return mark
	}
	if r.noted > mostNoted {
		return "[" + strings.Trim(label, "[]") + "]"
	}
	r.noted += len(n.String())
	r.depth++
	defer func() { r.depth-- }()
	inner := &office.Builder{}
	for _, c := range n.Children {
		if c.Name != "title" {
			r.block(inner, c, 3)
		}
	}
	holder := office.Element(atom.Div)
	office.Move(inner.Body(), holder)
	mark := r.out.Note(holder, label)
	r.marks[n] = mark
	return mark
}
