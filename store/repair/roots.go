package repair

import (
	"slices"
	"strings"
)

// RootOf begins the name of a table or index in a row that says where it begins: a name
// and a number in a table without row numbers. Such rows are a second way to the tables
// of a file whose schema is damaged. They are found by this beginning, wherever they
// stand.
const RootOf = "root of "

// rootsTable is the shape of these rows.
var rootsTable = Table{Name: "root", Inner: true, Columns: []Column{{Name: "name", Type: "TEXT"}, {Name: "page", Type: "INTEGER"}}}

// mostWrongRoots is how many of the roots that a file has noted may not be those of such
// tables, as one in so many, before none is believed: the file was written anew since.
const mostWrongRoots = 4

// findRoots finds where tables begin of which the schema does not say it, or says what
// cannot be.
func (f *File) findRoots(tables []Table) {
	counts := map[int]int{}
	for _, root := range f.roots {
		counts[root]++
	}
	for name, root := range f.roots {
		if counts[root] > 1 {
			delete(f.roots, name) // two cannot begin there
		}
	}
	noted := f.notedRoots()
	wrong, all := 0, 0
	for i := range tables {
		if root := noted[tables[i].Name]; root > 1 {
			all++
			if !f.mayBegin(&tables[i], root) {
				wrong++
			}
		}
	}
	if wrong*mostWrongRoots > all {
		return
	}
	for name, root := range noted {
		i := slices.IndexFunc(tables, func(t Table) bool { return t.Name == name })
		if f.roots[name] < 2 || i >= 0 && !f.mayBegin(&tables[i], f.roots[name]) {
			f.roots[name] = root
		}
	}
}

// notedRoots collects the rows that say where tables begin. Of a name for which they say
// several pages nothing is known.
func (f *File) notedRoots() map[string]int {
	noted := map[string]int{}
	for number := 2; number <= f.count; number++ {
		if f.free[number] || !f.isOfTree(number, false) {
			continue
		}
		n, _ := f.node(number)
		rows, _, _ := f.rows(&n)
		for _, r := range rows {
			if !rootsTable.has(r.Values) || len(r.Values) < len(rootsTable.Columns) {
				break
			}
			named, _ := r.Values[0].(string)
			name, isRoot := strings.CutPrefix(named, RootOf)
			if !isRoot {
				break
			}
			root, _ := r.Values[1].(int64)
			if before, twice := noted[name]; twice && before != int(root) {
				root = 0
			}
			noted[name] = int(root)
		}
	}
	return noted
}

// mayBegin tells whether the tree below a page can be that of a table. A page that
// cannot be read may be anything.
func (f *File) mayBegin(t *Table, root int) bool {
	for range maxTreeDeep {
		n, ok := f.node(root)
		if !ok {
			return root >= 1 && root <= f.count
		}
		if n.isTable() == t.Inner {
			return false
		}
		rows, _, _ := f.rows(&n)
		if len(rows) > 0 {
			return slices.ContainsFunc(rows, func(r Row) bool { return t.has(r.Values) })
		}
		children := n.children()
		if len(children) == 0 {
			return true
		}
		root = children[0]
	}
	return false
}
