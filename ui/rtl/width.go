package rtl

// Width is the columns that cells take.
func Width(cells []Cell) Column {
	var width Column
	for i := range cells {
		width += Column(cells[i].Width)
	}
	return width
}

// StringWidth is the columns that a text takes on a line wide enough, without
// shaping: each lam-alef counts as two. Controls and separators take none, a tab
// one.
func StringWidth(s string) Column {
	var width, cell Column
	var c clusterState
	second := false
	for _, r := range s {
		props := propertiesOf(r)
		if !c.next(props.cluster()) {
			if second && r == variationSelector16 {
				width += 2 - cell
			}
			second = false
			continue
		}
		cell = Column(unitOf(r, props, AllProtocols) & unitWidth)
		if r == '\t' {
			cell = 1
		}
		if isSign(r, props) {
			c = clusterState{}
		}
		width += cell
		second = cell > 0
	}
	return width
}
