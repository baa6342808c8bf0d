package docx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/format/office"
)

// line collects the runs of one paragraph.
type line struct {
	*reader
	p      *office.Paragraph
	base   office.Style // how the paragraph's style sets text
	hidden bool
	link   string         // of the hyperlink around what is read
	boxes  []*office.Node // frames with text of their own, which stand after it
}

// field is one that Word fills in: what it is to hold, and, after "separate", what
// it held when the document was saved.
type field struct {
	code  string
	shown bool
	link  string // the link around it
}

// runs reads the runs in an element.
func (l *line) runs(n *office.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		l.inline(c)
	}
}

// inline reads one element of a paragraph.
func (l *line) inline(n *office.Node) {
	switch n.Name {
	case "r":
		if strings.HasSuffix(n.Space, "/math") {
			l.p.Text(n.String(), l.base)
			return
		}
		l.run(n)
	case "hyperlink":
		l.linked(l.target(n), n)
	case "fldSimple":
		l.linked(office.FieldLink(n.Attribute("instr")), n)
	case "sdt":
		l.runs(n.Child("sdtContent"))
	case "AlternateContent":
		l.runs(chooseAlternate(n))
	case "oMath", "oMathPara":
		l.p.Text(strings.TrimSpace(office.Formula(n)), l.base)
	case "ins", "moveTo", "smartTag", "customXml", "bdo", "dir", "subDoc":
		l.runs(n)
	}
}

// linked reads what a link holds.
func (l *line) linked(to string, n *office.Node) {
	before := l.link
	if to != "" {
		l.link = to
	}
	l.runs(n)
	l.link = before
}

// target is where a hyperlink leads; one within the document leads nowhere.
func (l *line) target(n *office.Node) string {
	if to, ok := l.links[n.Attribute("id")]; ok && to.external {
		if anchor := n.Attribute("anchor"); anchor != "" && !strings.Contains(to.target, "#") {
			return to.target + "#" + anchor
		}
		return to.target
	}
	return ""
}

// run reads a run: pieces that are set in one way.
func (l *line) run(n *office.Node) {
	properties := n.Child("rPr")
	s, hidden := l.base, l.hidden
	if id, ok := properties.Value("rStyle"); ok {
		named := l.styleOf(id)
		s.Bold, s.Italic = s.Bold || named.text.Bold, s.Italic || named.text.Italic
		s.Strike, s.Raised, s.Lowered = s.Strike || named.text.Strike, s.Raised || named.text.Raised, s.Lowered || named.text.Lowered
		s.Code = s.Code || named.text.Code
		hidden = hidden || named.hidden
	}
	s, hidden = setText(properties, s, hidden)
	s.Link = l.link
	for _, c := range n.Children {
		l.piece(c, s, hidden)
	}
}

// piece reads one piece of a run.
func (l *line) piece(n *office.Node, s office.Style, hidden bool) {
	switch n.Name {
	case "fldChar":
		l.fieldMark(n.Attribute("fldCharType"))
		return
	case "instrText":
		if last := len(l.fields) - 1; last >= 0 && len(l.fields[last].code) < maxCode {
			l.fields[last].code += n.String()
		}
		return
	}
	if hidden || slices.ContainsFunc(l.fields, func(f field) bool { return !f.shown || office.IsIndexField(f.code) }) {
		return
	}
	switch n.Name {
	case "t":
		l.p.Text(n.String(), s)
	case "tab", "ptab":
		l.p.Text("\t", s)
	case "br", "cr":
		if kind := n.Attribute("type"); kind == "" || kind == "textWrapping" {
			l.p.Break()
		}
	case "noBreakHyphen":
		l.p.Text("\u2011", s)
	case "sym":
		l.p.Text(symbolText(n.Attribute("font"), n.Attribute("char")), s)
	case "footnoteReference", "endnoteReference":
		l.p.Text(l.note(strings.TrimSuffix(n.Name, "Reference")+"s", n.Attribute("id")), office.Style{})
	case "ruby":
		l.runs(n.Child("rubyBase"))
	case "drawing", "pict", "object":
		l.drawing(n)
	case "AlternateContent":
		if c := chooseAlternate(n); c != nil {
			for _, inner := range c.Children {
				l.piece(inner, s, hidden)
			}
		}
	}
}

// fieldMark begins a field, passes from what it is to what it held, or ends it.
func (l *line) fieldMark(kind string) {
	last := len(l.fields) - 1
	switch {
	case kind == "begin" && len(l.fields) < maxFields:
		l.fields = append(l.fields, field{link: l.link})
	case kind == "separate" && last >= 0:
		l.fields[last].shown = true
		if to := office.FieldLink(l.fields[last].code); to != "" {
			l.link = to
		}
	case kind == "end" && last >= 0:
		l.link = l.fields[last].link
		l.fields = l.fields[:last]
	}
}

// maxCode is how many bytes of what a field is to hold are read, about.
const maxCode = 16 << 10

// maxFields is how many fields are open within one another.
const maxFields = 50

// skipFields follows the fields of a paragraph that is left out.
func (r *reader) skipFields(n *office.Node) {
	l := &line{reader: r, p: &office.Paragraph{}, hidden: true}
	l.runs(n)
}

// drawing reads a picture, and notes frames with text in them for later.
func (l *line) drawing(n *office.Node) {
	description := ""
	if about := n.Find("docPr"); about != nil {
		description = about.Attribute("descr")
	}
	l.pictures(n, description)
}

func (l *line) pictures(n *office.Node, description string) {
	for _, c := range n.Children {
		id := ""
		switch c.Name {
		case "txbxContent":
			l.boxes = append(l.boxes, c)
			continue
		case "AlternateContent":
			if way := chooseAlternate(c); way != nil {
				l.pictures(way, description)
			}
			continue
		case "blip":
			id = c.Attribute("embed")
		case "imagedata":
			id = c.Attribute("id")
		}
		if to, ok := l.links[id]; ok && id != "" && !to.external {
			l.p.Picture(to.target, description)
		}
		l.pictures(c, description)
	}
}

// symbolText is a character of a font of signs, where it is one that text has too.
func symbolText(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil {
		return ""
	}
	return office.Symbol(font, rune(n))
}
