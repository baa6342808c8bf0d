package odt

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles/format/office"
)

// block adds a block of the text to what is built.
func (r *reader) block(out *office.Builder, n *office.Node) {
	switch n.Name {
	case "h", "p":
		r.paragraph(out, n, nil)
	case "list":
		r.list(out, n, n.Attribute("style-name"), 1)
	case "table":
		r.table(out, n)
	case "section", "text-box", "numbered-paragraph":
		r.blocks(out, n)
	case "frame", "a", "g", "custom-shape":
		r.loose(out, n)
	}
	// Other elements are no text: what was deleted, remarks, tables of contents.
}

// blocks adds all blocks in an element.
func (r *reader) blocks(out *office.Builder, n *office.Node) {
	for _, c := range n.Children {
		r.block(out, c)
	}
}

// loose adds a frame that stands in no paragraph.
func (r *reader) loose(out *office.Builder, n *office.Node) {
	var p office.Paragraph
	l := &lineBuilder{reader: r, p: &p}
	l.inline(n, office.Style{})
	out.Paragraph(&p)
	for _, box := range l.boxes {
		r.blocks(out, box)
	}
}

// place is where in a list a paragraph stands; nil is in none.
type place struct {
	depth   int
	ordered bool
	number  int
	label   string
	isFirst bool // of its item
}

// paragraph adds a paragraph or a heading.
func (r *reader) paragraph(out *office.Builder, n *office.Node, in *place) {
	s := r.styleOf(n.Attribute("style-name"))
	var p office.Paragraph
	l := &lineBuilder{reader: r, p: &p, hidden: s.hidden}
	l.runs(n, s.text)
	switch {
	case n.Name == "h":
		r.heading(out, n, &p, in)
	case in != nil:
		addItem(out, &p, in)
	default:
		placeStyled(out, &p, s, len(l.boxes) == 0)
	}
	for _, box := range l.boxes {
		r.blocks(out, box)
	}
}

// heading adds a heading, with its number where headings are numbered.
func (r *reader) heading(out *office.Builder, n *office.Node, p *office.Paragraph, in *place) {
	depth := office.Count(n.Attribute("outline-level"))
	label := ""
	if l := r.lists["Outline"][depth]; in == nil && l.format != "" && !isTrue(n.Attribute("is-list-header")) && !p.IsEmpty() {
		label = r.count(l, depth)
	} else if in != nil && in.isFirst {
		label = in.label
	}
	if label != "" && !p.IsEmpty() {
		p.Lead(label + " ")
	}
	out.Heading(depth, p)
}

// count gives the next heading of a depth its number.
func (r *reader) count(l listLevel, depth int) string {
	key := func(at int) string { return "Outline/" + strconv.Itoa(at) }
	if _, ok := r.counters[key(depth)]; !ok {
		r.counters[key(depth)] = l.start - 1
	}
	r.counters[key(depth)]++
	for at := depth + 1; at <= deepestLevel; at++ {
		delete(r.counters, key(at))
	}
	return r.joined("Outline", l, depth, r.counters[key(depth)])
}

// addItem adds a paragraph of a list.
func addItem(out *office.Builder, p *office.Paragraph, in *place) {
	switch {
	case !in.isFirst:
		out.Continue(p)
	case in.ordered && in.label != "" && !p.IsEmpty():
		p.Lead(in.label + " ")
		out.Item(in.depth-1, false, 0, p)
	default:
		out.Item(in.depth-1, in.ordered, in.number, p)
	}
}

// captionStyles are the styles of what stands under pictures and tables.
var captionStyles = []string{"illustration", "table", "figure", "drawing"}

// placeStyled adds a paragraph that is in no list as what its style makes of it.
func placeStyled(out *office.Builder, p *office.Paragraph, s style, alone bool) {
	switch level := s.headingLevel(); {
	case s.name == "title":
		out.Titled(p)
	case level > 0:
		out.Heading(level, p)
	case s.name == "quotations" || s.name == "quotation" || strings.Contains(s.name, "quote"):
		out.Quote(p)
	case strings.Contains(s.name, "preformatted"):
		out.Code(p)
	case alone && (slices.Contains(captionStyles, s.name) || strings.Contains(s.name, "caption")):
		out.Caption(p)
	default:
		out.Paragraph(p)
	}
}

// list adds a list. Within another it has the same style, if it names none.
func (r *reader) list(out *office.Builder, n *office.Node, name string, depth int) {
	if depth > deepestLevel {
		return
	}
	if own := n.Attribute("style-name"); own != "" {
		name = own
	}
	l, known := r.lists[name][depth]
	key := name + "/" + strconv.Itoa(depth)
	number := l.start - 1
	if isTrue(n.Attribute("continue-numbering")) || n.Attribute("continue-list") != "" {
		number = r.counters[key]
	}
	for _, item := range n.Children {
		if item.Name != "list-item" && item.Name != "list-header" {
			continue
		}
		if start, err := strconv.Atoi(item.Attribute("start-value")); err == nil {
			number = start - 1
		}
		in := &place{depth: depth, isFirst: true}
		if item.Name == "list-item" && known && l.ordered && l.format != "" {
			number++
			r.counters[key] = number
			in.ordered, in.number, in.label = true, max(number, 0), r.label(name, l, depth, number)
		}
		for _, c := range item.Children {
			switch c.Name {
			case "list":
				r.list(out, c, name, depth+1)
			case "p", "h":
				r.paragraph(out, c, in)
				in.isFirst = false
			default:
				r.block(out, c)
			}
		}
	}
}

func isTrue(value string) bool { return value == "true" }

// label is the number of an item where Markdown cannot write it, else "".
func (r *reader) label(name string, l listLevel, depth, number int) string {
	plain := l.levels <= 1 && (l.format == "1" || strings.HasPrefix(l.format, "١"))
	if plain {
		return ""
	}
	return r.joined(name, l, depth, number)
}

// joined writes a number with those of the levels above it that are shown.
func (r *reader) joined(name string, l listLevel, depth, number int) string {
	var numbers []string
	for at := max(depth-l.levels+1, 1); at < depth; at++ {
		if above, ok := r.counters[name+"/"+strconv.Itoa(at)]; ok {
			numbers = append(numbers, r.lists[name][at].number(above))
		}
	}
	numbers = append(numbers, l.number(number))
	return l.prefix + strings.Join(numbers, ".") + l.suffix
}

// table adds a table. One of a single cell is a frame around what it holds.
func (r *reader) table(out *office.Builder, n *office.Node) {
	t := &office.Table{}
	r.rows(t, n, false)
	t.AddTo(out)
}

func (r *reader) rows(t *office.Table, n *office.Node, header bool) {
	for _, c := range n.Children {
		switch c.Name {
		case "table-header-rows":
			r.rows(t, c, true)
		case "table-rows", "table-row-group":
			r.rows(t, c, header)
		case "table-row":
			t.Row(header)
			r.cells(t, c)
		}
	}
}

// cells adds the cells of a row; those that another covers are left out.
func (r *reader) cells(t *office.Table, row *office.Node) {
	for _, c := range row.Children {
		if c.Name != "table-cell" {
			continue
		}
		for range repeated(c) {
			inner := &office.Builder{}
			r.blocks(inner, c)
			t.Cell(inner, office.Count(c.Attribute("number-columns-spanned")), office.Count(c.Attribute("number-rows-spanned")))
		}
	}
}

// repeated returns how often a cell stands in its row, one behind another. What fills a row up
// without saying anything does so once.
func repeated(cell *office.Node) int {
	const most = 32
	n := office.Count(cell.Attribute("number-columns-repeated"))
	if n > most || n < 1 {
		return 1
	}
	return n
}

// note reads a note and returns the mark that refers to it, "" for none.
func (r *reader) note(n *office.Node) string {
	body := n.Child("note-body")
	if body == nil || r.inNote > 1 {
		return ""
	}
	holder := office.Element(atom.Div)
	citation := ""
	if c := n.Child("note-citation"); c != nil {
		citation = c.String()
	}
	mark := r.out.Note(holder, citation)
	inner := &office.Builder{}
	r.inNote++
	r.blocks(inner, body)
	r.inNote--
	office.Move(inner.Body(), holder)
	return mark
}
