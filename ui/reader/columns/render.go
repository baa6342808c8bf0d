package columns

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
)

// The rules between panes. The thick ones mark what has the focus and where the
// visible part lies.
const (
	horizontalRule, thickHorizontal = '─', '━'
	verticalRule, thickVertical     = '│', '┃'
)

// Rows draws the titles and bodies of the panes, from the left to the right of the screen,
// each with its edge.
func (c *Columns) Rows() []draw.Row {
	widths := c.Widths()
	height := BodyRows(c.Height)
	rows := make([]draw.Row, titleRows+height)
	for i := range rows {
		rows[i] = make(draw.Row, 0, c.Width)
	}
	for n := range slices.Backward(c.Table) {
		if widths[n] <= 0 {
			continue
		}
		rows[0] = append(rows[0], c.title(n, widths[n]+edgeColumns)...)
		top, visible, total := c.Table[n].Extent()
		for i, r := range draw.Fit(c.Table[n].View(n == c.Focus), widths[n], height) {
			rows[titleRows+i] = append(append(rows[titleRows+i], c.edge(i, height, top, visible, total, n == c.Focus)), r...)
		}
	}
	return rows
}

// titleRight and titleLeft are the columns of the rule above a pane at both sides
// of its name, with the spaces beside that.
const titleRight, titleLeft = 3, 2

// title is the rule above a pane with its name at the right.
func (c *Columns) title(p, width int) draw.Row {
	style, rule := c.Styles.PaneTitle, horizontalRule
	ruleStyle := c.Styles.Border
	if p == c.Focus {
		style, rule, ruleStyle = c.Styles.PaneFocus, thickHorizontal, c.Styles.Accent
	}
	room := max(0, width-titleRight-titleLeft)
	name := c.Table[p].Title(room, style)
	if len(name) == 0 || room == 0 {
		return draw.Repeat(rule, width, ruleStyle)
	}
	left := width - int(rtl.Width(name)) - titleRight - 1
	r := draw.Repeat(rule, left, ruleStyle)
	r = append(append(append(r, draw.Blank(1, style)...), name...), draw.Blank(1, style)...)
	return append(r, draw.Repeat(rule, titleRight-1, ruleStyle)...)
}

// edge is the cell at the left of a pane's row: the rule between panes, thick
// where the visible part of the pane's content lies, and in the accent where the pane has
// the keys.
func (c *Columns) edge(i, height, top, visible, total int, focused bool) rtl.Cell {
	cell := rtl.Cell{Glyph: verticalRule, Style: c.Styles.Border, At: rtl.NoOffset, Width: 1}
	if total <= visible || visible <= 0 {
		return cell
	}
	thumb := max(1, height*visible/total)
	start := (height - thumb) * top / (total - visible)
	if i >= start && i < start+thumb {
		cell.Glyph = thickVertical
		if focused {
			cell.Style = c.Styles.Accent
		}
	}
	return cell
}
