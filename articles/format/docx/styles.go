package docx

import (
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/format/office"
	"github.com/warraq/warraq/articles/pattern"
)

// style is what a style says, with what those say that it is based on.
type style struct {
	name    string // in lower case
	level   int    // of a heading, from 1; 0 for none
	text    office.Style
	hidden  bool
	number  string // the list that its paragraphs are in
	indent  int    // the level in that list
	numbers bool   // whether it says something of lists
}

// mostBased is how many styles may be based on one another.
const mostBased = 20

// readStyles reads the styles of the document.
func (r *reader) readStyles() error {
	root, err := r.parsed(r.related("styles"))
	if err != nil || root == nil {
		return err
	}
	nodes := map[string]*office.Node{}
	for _, n := range root.Children {
		if n.Name == "style" {
			nodes[n.Attribute("styleId")] = n
		}
	}
	r.styles = make(map[string]style, len(nodes))
	for id := range nodes {
		r.styles[id] = resolve(nodes, id, mostBased)
	}
	return nil
}

// resolve gives a style with what it inherits.
func resolve(nodes map[string]*office.Node, id string, left int) style {
	n := nodes[id]
	if n == nil || left == 0 {
		return style{}
	}
	var s style
	if base, ok := n.Value("basedOn"); ok {
		s = resolve(nodes, base, left-1)
	}
	name, _ := n.Value("name")
	s.name = strings.ToLower(name)
	if level := headingLevel(s.name); level > 0 {
		s.level = level
	}
	properties := n.Child("pPr")
	if level, ok := outlineLevel(properties); ok {
		s.level = level
	}
	s.listed(properties)
	s.text, s.hidden = setText(n.Child("rPr"), s.text, s.hidden)
	s.text.Code = s.text.Code || codeNames.MatchString(s.name)
	if s.level > 0 || s.name == "title" {
		s.text.Bold, s.text.Italic = false, false
	}
	return s
}

// listed takes in the list that the properties of a paragraph name.
func (s *style) listed(properties *office.Node) {
	list := properties.Child("numPr")
	if list == nil {
		return
	}
	if id, ok := list.Value("numId"); ok {
		s.number, s.numbers = id, true
	}
	if level, ok := list.Value("ilvl"); ok {
		s.indent, _ = strconv.Atoi(level)
	}
}

// headingNames are what headings are called, by name or by id.
var headingNames = pattern.New(`^heading ?([1-9])$`)

// codeNames are what styles of code within a line are called.
var codeNames = pattern.New(`^(?:html (?:code|typewriter|keyboard|sample)|verbatim char|inline code|source text)$`)

// headingLevel is the level of the heading that a style's name means, 0 for none.
func headingLevel(name string) int {
	if m := headingNames.FindStringSubmatch(strings.ToLower(name)); m != nil {
		return int(m[1][0] - '0')
	}
	return 0
}

// outlineLevel gives the level of the heading that properties make of a paragraph.
func outlineLevel(properties *office.Node) (int, bool) {
	value, ok := properties.Value("outlineLvl")
	if !ok {
		return 0, false
	}
	level, err := strconv.Atoi(value)
	if err != nil || level < 0 || level > 8 {
		return 0, true
	}
	return level + 1, true
}

// styleOf gives the style of a paragraph or of a run by its id. Where the document
// does not say what it is, its id does.
func (r *reader) styleOf(id string) style {
	if s, ok := r.styles[id]; ok {
		return s
	}
	return style{name: strings.ToLower(id), level: headingLevel(id)}
}

// setText gives the way in which the properties of a run set its text, from how it
// would be set without them, and whether it is hidden. Each property has a twin for
// scripts that are written from right to left.
func setText(n *office.Node, s office.Style, hidden bool) (office.Style, bool) {
	if n == nil {
		return s, hidden
	}
	bold, italic := "b", "i"
	if isSet(n, "rtl", false) {
		bold, italic = "bCs", "iCs"
	}
	for _, name := range []string{"b", "bCs"} {
		if n.Child(name) != nil && (name == bold || n.Child(bold) == nil) {
			s.Bold = isSet(n, name, s.Bold)
		}
	}
	for _, name := range []string{"i", "iCs"} {
		if n.Child(name) != nil && (name == italic || n.Child(italic) == nil) {
			s.Italic = isSet(n, name, s.Italic)
		}
	}
	s.Strike = isSet(n, "strike", s.Strike) || isSet(n, "dstrike", false)
	if where, ok := n.Value("vertAlign"); ok {
		s.Raised, s.Lowered = where == "superscript", where == "subscript"
	}
	return s, isSet(n, "vanish", hidden)
}

// isSet tells whether a property is set, which it is without a value too.
func isSet(n *office.Node, name string, otherwise bool) bool {
	value, ok := n.Value(name)
	if !ok {
		return otherwise
	}
	return value != "0" && value != "false" && value != "off"
}
