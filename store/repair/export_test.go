package repair

// RowsByPage gives the rows of a table of a whole file, with the pages that each stands
// on. It is for tests.
func RowsByPage(path string, t Table) (rows []Row, on [][]int, err error) {
	f, err := Open(path, false)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	var walk func(number int)
	walk = func(number int) {
		n, ok := f.node(number)
		if !ok {
			return
		}
		for _, cell := range n.cells {
			row, chain, _, ok := f.row(&n, cell)
			if ok && n.kind != innerTable {
				rows, on = append(rows, row), append(on, append(chain, number))
			}
		}
		for _, child := range n.children() {
			walk(child)
		}
	}
	walk(f.roots[t.Name])
	return rows, on, nil
}
