package repair

import (
	"context"
	"encoding/binary"
	"slices"
)

// Column is a column of a table.
type Column struct {
	Name     string
	Type     string // INTEGER, TEXT, BLOB, or another that takes everything
	Nullable bool   // or the number of the row, which the row itself does not hold
	Derived  bool   // it follows from other columns
}

// Table is a table that is looked for.
type Table struct {
	Name    string
	Columns []Column // in the order in which rows have them
	Inner   bool     // it has no row numbers, and rows in its inner pages
	// Fits tells of rows that have the shape of several tables whether they are of this
	// one; nil is that they are.
	Fits func(values []any) bool
}

// Report is what was found of a file.
type Report struct {
	Application, Version int // as the file says
	// Schema is what the file says of its tables: the statements that made them, by
	// name.
	Schema map[string]string
	Pages  int
	// Damaged are pages that could not be read, or not whole.
	Damaged int
	// Incomplete are the tables that something may be missing of.
	Incomplete map[string]bool
	// Rows are how many were found of each table.
	Rows map[string]int
}

// File is a damaged file.
type File struct {
	*pages
	free    map[int]bool
	visited map[int]bool
	damaged map[int]bool
	roots   map[string]int
	Report
}

// Open opens a damaged file, with its journal if that is its own and lies beside it, and
// reads what it says of its tables.
func Open(path string, journal bool) (*File, error) {
	p, err := openPages(path, journal)
	if err != nil {
		return nil, err
	}
	f := &File{pages: p, visited: map[int]bool{}, damaged: map[int]bool{}, roots: map[string]int{}}
	f.Report = Report{Schema: map[string]string{}, Pages: p.count, Incomplete: map[string]bool{}, Rows: map[string]int{}}
	if head := p.page(1); head != nil {
		f.Application, f.Version = int(binary.BigEndian.Uint32(head[68:])), int(binary.BigEndian.Uint32(head[60:]))
	}
	f.free = p.free()
	f.walk(1, 0, func(r Row) bool { return schemaTable.has(r.Values) }, func(r Row) {
		name, _ := r.Values[1].(string)
		root, _ := r.Values[3].(int64)
		statement, _ := r.Values[4].(string)
		f.roots[name] = int(root)
		if r.Values[0] == "table" {
			f.Schema[name] = statement
		}
	})
	return f, nil
}

// schemaTable is the shape of the rows that say which tables there are.
var schemaTable = Table{Name: "sqlite_schema", Columns: []Column{
	{Name: "type", Type: "TEXT"}, {Name: "name", Type: "TEXT"}, {Name: "tbl_name", Type: "TEXT"},
	{Name: "rootpage", Type: "INTEGER"}, {Name: "sql", Type: "TEXT", Nullable: true},
}}

// Close closes the file.
func (f *File) Close() { f.close() }

// Read gives every row of some tables that can be read, each page once: those that the
// trees lead to, table by table in the given order, then those of pages that nothing
// leads to any more. An error of take ends it.
func (f *File) Read(ctx context.Context, tables []Table, take func(t *Table, r Row) error) error {
	var failed error
	give := func(t *Table, r Row) {
		if failed = ctx.Err(); failed == nil {
			f.Rows[t.Name]++
			failed = take(t, r)
		}
	}
	f.findRoots(tables)
	named := map[string]bool{}
	for i := range tables {
		t := &tables[i]
		named[t.Name] = true
		root := f.roots[t.Name]
		if root < 2 {
			f.Incomplete[t.Name] = true
			continue
		}
		whole := f.walk(root, 0, func(r Row) bool { return t.has(r.Values) }, func(r Row) { give(t, r) })
		f.Incomplete[t.Name] = f.Incomplete[t.Name] || !whole
	}
	lost := slices.DeleteFunc(slices.Clone(tables), func(t Table) bool { return !f.Incomplete[t.Name] })
	for name, root := range f.roots { // the pages of others are no orphans
		if !named[name] && root > 1 {
			f.walk(root, 0, func(r Row) bool { return recognise(lost, []Row{r}) == nil }, func(Row) {})
		}
	}
	if len(lost) > 0 {
		f.readOrphans(lost, give)
	}
	f.Damaged = len(f.damaged)
	return failed
}

// walk goes through the tree below a page and gives its rows, and tells whether the
// tree is whole. Rows that do not have its shape are of another table.
func (f *File) walk(number, deep int, has func(Row) bool, give func(Row)) (whole bool) {
	if number < 1 || number > f.count {
		return false
	}
	if f.visited[number] || deep > maxTreeDeep || deep > 0 && f.free[number] {
		return false
	}
	n, ok := f.node(number)
	if !ok {
		f.damaged[number] = true
		return false // it is among the orphans
	}
	rows, overflows, whole := f.rows(&n)
	if number > 1 && len(rows) > 0 && !slices.ContainsFunc(rows, has) {
		return false
	}
	f.visited[number] = true
	for _, o := range overflows {
		f.visited[o] = true
	}
	for _, r := range rows {
		if has(r) {
			give(r)
		} else {
			whole = false
		}
	}
	if !whole {
		f.damaged[number] = true
	}
	for _, child := range n.children() {
		if !f.isOfTree(child, n.isTable()) {
			f.damaged[child] = child >= 1 && child <= f.count
			whole = false
			continue
		}
		whole = f.walk(child, deep+1, has, give) && whole
	}
	return whole
}

// isOfTree tells whether a page can be one of a tree of tables, or else of indexes.
func (f *File) isOfTree(number int, table bool) bool {
	data := f.page(number)
	if data == nil {
		return false
	}
	n := node{kind: data[0]}
	return isTree(n.kind) && n.isTable() == table
}
