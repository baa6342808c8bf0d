package repair

// has tells whether values have the shape of a row of a table.
func (t *Table) has(values []any) bool {
	if len(values) == 0 || len(values) > len(t.Columns) {
		return false
	}
	for i, v := range values {
		if !t.Columns[i].takes(v) {
			return false
		}
	}
	return true
}

// takes tells whether a column can have a value.
func (c *Column) takes(value any) bool {
	switch value.(type) {
	case nil:
		return c.Nullable
	case int64:
		return c.Type != "TEXT" && c.Type != "BLOB"
	case string:
		return c.Type != "INTEGER" && c.Type != "BLOB"
	case []byte:
		return c.Type != "INTEGER" && c.Type != "TEXT"
	}
	return c.Type == "REAL"
}

// fewestColumns is how many of its columns a row of a page that nothing leads to has
// at the least, of those of its table: columns that were added later may be missing.
const fewestColumns = 0.75

// recognise gives the table that all rows have the shape of, nil where it is none or
// several.
func recognise(tables []Table, rows []Row) (found *Table) {
	for i := range tables {
		t := &tables[i]
		all := len(rows) > 0
		for _, r := range rows {
			all = all && t.has(r.Values) && float64(len(r.Values)) >= fewestColumns*float64(len(t.Columns)) &&
				(t.Fits == nil || t.Fits(r.Values))
		}
		if !all {
			continue
		}
		if found != nil {
			return nil
		}
		found = t
	}
	return found
}

// readOrphans gives the rows of pages that nothing leads to any more, and of those whose
// own head is damaged.
func (f *File) readOrphans(tables []Table, give func(*Table, Row)) {
	for number := 2; number <= f.count; number++ {
		if f.visited[number] || f.free[number] {
			continue
		}
		n, ok := f.node(number)
		switch {
		case ok && f.giveOrphan(number, &n, tables, give):
		case !f.damaged[number]:
		default:
			for _, kind := range []byte{leafTable, leafIndex} {
				if n, ok := f.as(number, kind); ok && f.giveOrphan(number, &n, tables, give) {
					break
				}
			}
		}
	}
}

// giveOrphan gives the rows of a page if they can be told to be of one table.
func (f *File) giveOrphan(number int, n *node, tables []Table, give func(*Table, Row)) bool {
	rows, overflows, _ := f.rows(n)
	of := make([]*Table, len(rows)) // a damaged row among them is of none
	counts := map[*Table]int{}
	var most *Table
	for i := range rows {
		if t := recognise(tables, rows[i:i+1]); t != nil && t.Inner != n.isTable() {
			of[i] = t
			if counts[t]++; most == nil || counts[t] > counts[most] {
				most = t
			}
		}
	}
	known := most != nil && 2*counts[most] >= len(rows)
	if known {
		for i, r := range rows {
			if of[i] == most {
				give(most, r)
			}
		}
		f.visited[number], f.damaged[number] = true, f.damaged[number] || n.kind != f.page(number)[0]
		for _, o := range overflows {
			f.visited[o] = true
		}
	}
	return known
}
