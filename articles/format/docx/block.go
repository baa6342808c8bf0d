package docx

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/format/office"
)

// block adds a block of the text, and those in it, to what is built.
func (r *reader) block(out *office.Builder, n *office.Node) {
	switch n.Name {
	case "p":
		r.paragraph(out, n)
	case "tbl":
		r.table(out, n)
	case "sdt":
		if !isContents(n) {
			r.blocks(out, n.Child("sdtContent"))
		}
	case "altChunk":
		r.included(out, n)
	case "AlternateContent":
		r.blocks(out, chooseAlternate(n))
	case "customXml", "ins", "moveTo", "smartTag":
		r.blocks(out, n)
	}
}

// blocks adds all blocks in an element.
func (r *reader) blocks(out *office.Builder, n *office.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		r.block(out, c)
	}
}

// chooseAlternate is the one of several ways to say the same that is read.
func chooseAlternate(n *office.Node) *office.Node {
	if c := n.Child("Choice"); c != nil {
		return c
	}
	return n.Child("Fallback")
}

// isContents tells a table of contents, which Word made.
func isContents(n *office.Node) bool {
	gallery := n.Child("sdtPr").Child("docPartObj").Child("docPartGallery")
	return gallery != nil && gallery.Attribute("val") == "Table of Contents"
}

// paragraph adds a paragraph as what its style and its list make of it.
func (r *reader) paragraph(out *office.Builder, n *office.Node) {
	properties := n.Child("pPr")
	id, _ := properties.Value("pStyle")
	s := r.styleOf(id)
	if level, ok := outlineLevel(properties); ok {
		s.level = level
	}
	s.listed(properties)
	if strings.HasPrefix(s.name, "toc ") {
		r.skipFields(n)
		return
	}
	var p office.Paragraph
	l := &line{reader: r, p: &p, base: s.text, hidden: s.hidden}
	l.runs(n)
	r.fields = slices.DeleteFunc(r.fields, func(f field) bool { return !f.shown }) // one that nothing ends
	numbered, inList := r.listed(s)
	if p.IsEmpty() && len(l.boxes) > 0 {
		inList = false
	}
	r.place(out, &p, s, numbered, inList)
	for _, box := range l.boxes {
		r.blocks(out, box)
	}
}

// listed tells what list a paragraph is in. Of one that the document does not
// describe it is known that there is one.
func (r *reader) listed(s style) (item, bool) {
	if r.numbering.lists[s.number] != nil {
		return r.numbering.next(s.number, s.indent)
	}
	switch {
	case s.number == "0":
		return item{}, false
	case strings.HasPrefix(s.name, "list number"), s.name == "listnumber":
		return item{ordered: true, number: office.GoOn}, true
	}
	return item{}, s.numbers || strings.HasPrefix(s.name, "list bullet") || s.name == "listbullet"
}

// place adds a paragraph to what is built.
func (r *reader) place(out *office.Builder, p *office.Paragraph, s style, numbered item, inList bool) {
	switch {
	case s.name == "title":
		out.Titled(p)
	case s.level > 0:
		if inList && numbered.label != "" && !p.IsEmpty() {
			p.Lead(numbered.label + " ")
		}
		out.Heading(s.level, p)
	case inList && numbered.goesOn:
		out.Continue(p)
	case inList && (!numbered.ordered || numbered.number == office.GoOn || isPlain(numbered.label, numbered.number)):
		out.Item(s.indent, numbered.ordered, numbered.number, p)
	case inList && !p.IsEmpty():
		p.Lead(numbered.label + " ")
		out.Item(s.indent, false, 0, p)
	case strings.Contains(s.name, "quote") || s.name == "block text":
		out.Quote(p)
	case strings.Contains(s.name, "caption"):
		out.Caption(p)
	case strings.Contains(s.name, "preformatted") || strings.Contains(s.name, "source code"):
		out.Code(p)
	case strings.HasPrefix(s.name, "list continue"), s.name == "list paragraph" && p.IsEmpty():
		out.Continue(p)
	default:
		out.Paragraph(p)
	}
}

// table adds a table. One of a single cell is a frame around what it holds.
func (r *reader) table(out *office.Builder, n *office.Node) {
	grid := office.Table{}
	for _, row := range rowsOf(n) {
		header := isSet(orNone(row.Child("trPr")), "tblHeader", false)
		grid.Row(header)
		for _, cell := range cellsOf(row) {
			properties := orNone(cell.Child("tcPr"))
			merge := properties.Child("vMerge")
			span := office.Count(orNone(properties.Child("gridSpan")).Attribute("val"))
			if merge != nil && merge.Attribute("val") != "restart" {
				grid.Down(span)
				continue
			}
			inner := &office.Builder{}
			r.blocks(inner, cell)
			grid.Cell(inner, span, 1)
		}
	}
	grid.AddTo(out)
}

// orNone is a node, or one without anything in it for nil.
func orNone(n *office.Node) *office.Node {
	if n == nil {
		return &office.Node{}
	}
	return n
}

func rowsOf(n *office.Node) []*office.Node  { return wrappedElements(n, "tr") }
func cellsOf(n *office.Node) []*office.Node { return wrappedElements(n, "tc") }

// wrappedElements are the elements of a name in a node, also those in what wraps them.
func wrappedElements(n *office.Node, name string) (all []*office.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case name:
			all = append(all, c)
		case "sdt":
			if content := c.Child("sdtContent"); content != nil {
				all = append(all, wrappedElements(content, name)...)
			}
		case "customXml", "ins", "moveTo":
			all = append(all, wrappedElements(c, name)...)
		}
	}
	return all
}

// note reads a note of a kind ("footnotes" or "endnotes") by its id and returns the
// mark that refers to it, "" for none.
func (r *reader) note(kind, id string) string {
	const deepest = 2 // a note may have a note
	if r.noteRead >= deepest {
		return ""
	}
	name := r.related(kind)
	if r.noteParts[name] == nil {
		r.noteParts[name] = r.readNotes(name)
	}
	n := r.noteParts[name][id]
	if n == nil {
		return ""
	}
	if mark, ok := r.marks[n]; ok {
		return mark
	}
	links, fields := r.links, r.fields
	defer func() { r.links, r.fields, r.noteRead = links, fields, r.noteRead-1 }()
	if own, err := r.relations(relationsOf(name), "word"); err == nil {
		r.links = own
	}
	r.noteRead++
	r.fields = nil
	holder := office.Element(atom.Div)
	mark := r.out.Note(holder, "")
	r.marks[n] = mark
	inner := &office.Builder{}
	r.blocks(inner, n)
	office.Move(inner.Body(), holder)
	return mark
}

// readNotes reads the notes of a part by their ids.
func (r *reader) readNotes(name string) map[string]*office.Node {
	notes := map[string]*office.Node{}
	root, err := r.parsed(name)
	if err != nil || root == nil {
		return notes
	}
	for _, n := range root.Children {
		if kind := n.Attribute("type"); kind == "" || kind == "normal" {
			notes[n.Attribute("id")] = n
		}
	}
	return notes
}
