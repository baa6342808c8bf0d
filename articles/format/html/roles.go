package html

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tableRoles are the parts of a table by the roles that elements of any kind have in one.
var tableRoles = map[string]atom.Atom{
	"rowgroup": atom.Tbody, "row": atom.Tr, "cell": atom.Td, "gridcell": atom.Td, "columnheader": atom.Th, "rowheader": atom.Th,
}

// openRoles makes a table of an element that says that it is one, and whose rows and cells
// say it too.
func openRoles(n *html.Node) {
	if role := Attribute(n, "role"); role != "table" && role != "grid" || n.DataAtom == atom.Table {
		return
	}
	cells := 0
	parts := map[*html.Node]atom.Atom{n: atom.Table}
	for _, part := range Elements(n) {
		kind := tableRoles[Attribute(part, "role")]
		if kind == atom.Td || kind == atom.Th {
			cells++
		}
		if kind != 0 {
			parts[part] = kind
		}
	}
	if cells == 0 {
		return
	}
	for part, kind := range parts {
		part.DataAtom, part.Data = kind, kind.String()
	}
}
