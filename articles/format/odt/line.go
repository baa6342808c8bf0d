package odt

import (
	"path"
	"strings"

	"github.com/warraq/warraq/articles/format/office"
)

// lineBuilder collects the pieces of one paragraph.
type lineBuilder struct {
	*reader
	p      *office.Paragraph
	hidden bool
	boxes  []*office.Node // frames with text of their own, which stand after it
}

// runs reads the pieces in an element.
func (l *lineBuilder) runs(n *office.Node, s office.Style) {
	for _, c := range n.Children {
		l.inline(c, s)
	}
}

// mostSpaces is how many spaces in a row are kept.
const mostSpaces = 16

// inline reads one piece.
func (l *lineBuilder) inline(n *office.Node, s office.Style) {
	if n.Name == "" {
		if !l.hidden {
			l.p.Text(collapse(n.Text), s)
		}
		return
	}
	switch n.Name {
	case "span":
		l.span(n, s)
	case "a":
		if to := n.Attribute("href"); !strings.HasPrefix(to, "#") {
			s.Link = to
		}
		l.runs(n, s)
	case "s":
		l.p.Text(strings.Repeat(" ", min(office.Count(n.Attribute("c")), mostSpaces)), s)
	case "tab":
		l.p.Text("\t", s)
	case "line-break":
		l.p.Break()
	case "note":
		l.p.Text(l.note(n), office.Style{})
	case "frame":
		l.frame(n)
	case "g", "custom-shape", "text-box":
		l.boxes = append(l.boxes, n)
	case "ruby":
		if base := n.Child("ruby-base"); base != nil {
			l.runs(base, s)
		}
	case "annotation", "annotation-end", "tracked-changes", "hidden-text", "script", "toc-mark", "page-number":
		// no text
	default:
		l.runs(n, s) // fields, bookmarks
	}
}

// span reads text that is set in a way of its own.
func (l *lineBuilder) span(n *office.Node, s office.Style) {
	hidden := l.hidden
	if own, ok := l.styles[n.Attribute("style-name")]; ok {
		s.Bold, s.Italic = s.Bold || own.text.Bold, s.Italic || own.text.Italic
		s.Code = s.Code || own.text.Code
		s.Strike, s.Raised, s.Lowered = s.Strike || own.text.Strike, s.Raised || own.text.Raised, s.Lowered || own.text.Lowered
		l.hidden = hidden || own.hidden
	} else if name := plainName(n.Attribute("style-name")); name == "strong emphasis" {
		s.Bold = true
	} else if name == "emphasis" {
		s.Italic = true
	} else if name == "source text" || name == "teletype" {
		s.Code = true
	}
	l.runs(n, s)
	l.hidden = hidden
}

// frame reads a frame: a picture, or a box with text.
func (l *lineBuilder) frame(n *office.Node) {
	description := ""
	for _, name := range []string{"desc", "title"} {
		if c := n.Child(name); c != nil && description == "" {
			description = strings.TrimSpace(c.String())
		}
	}
	for _, c := range n.Children {
		switch c.Name {
		case "image":
			if to := imageAddress(c); to != "" {
				l.p.Picture(to, description)
				return // another is the same in another form
			}
		case "text-box":
			l.boxes = append(l.boxes, c)
		case "object":
			l.p.Text(l.formula(c), office.Style{})
			return
		}
	}
}

// formula is what a formula says, which is a document in the document: as who wrote it
// typed it, else its signs.
func (l *lineBuilder) formula(n *office.Node) string {
	math := n.Find("math")
	if to := path.Clean(n.Attribute("href")); math == nil && l.files != nil && to != "." {
		text, err := office.Part(l.files, to+"/content.xml")
		if err != nil || text == "" {
			return ""
		}
		if math, err = office.Parse(text); err != nil {
			return ""
		}
	}
	if math == nil || math.Name != "math" {
		return ""
	}
	if typed := math.Find("annotation"); typed != nil {
		return strings.TrimSpace(typed.String())
	}
	return office.Formula(math)
}

// imageAddress is where a picture is: in the package, or here in base64.
func imageAddress(n *office.Node) string {
	if data := n.Child("binary-data"); data != nil {
		kind := n.Attribute("mime-type")
		if kind == "" {
			kind = "image/png"
		}
		return "data:" + kind + ";base64," + strings.Join(strings.Fields(data.String()), "")
	}
	return n.Attribute("href")
}

// collapse makes one space of white space, as the format has it.
func collapse(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		isSpace := r == ' ' || r == '\t' || r == '\n' || r == '\r'
		if isSpace && space {
			continue
		}
		if space = isSpace; isSpace {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}
