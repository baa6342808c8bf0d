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
	before := noRule // the rule that ends at the left of the next pane
	for n := range slices.Backward(c.Table) {
		if widths[n] <= 0 {
			continue
		}
		top, visible, total := c.Table[n].Extent()
		title := c.title(n, widths[n]+edgeColumns)
		if height > 0 && len(title) > 0 {
			edge := c.edge(0, height, top, visible, total, n == c.Focus)
			title[0] = c.corner(before, n == c.Focus, edge.Glyph == thickVertical)
		}
		if before = thinRule; n == c.Focus {
			before = thickRule
		}
		rows[0] = append(rows[0], title...)
		for i, r := range draw.Fit(c.Table[n].View(n == c.Focus), widths[n], height) {
			rows[titleRows+i] = append(append(rows[titleRows+i], c.edge(i, height, top, visible, total, n == c.Focus)), r...)
		}
	}
	return rows
}

// The rules that may end at a corner from the left.
const (
	noRule = iota
	thinRule
	thickRule
)

// cornerGlyphs are the corners by the rule from the left, then by whether the one to the right
// and the one below are thick.
var cornerGlyphs = [3][2][2]rune{
	noRule:    {{'┌', '┎'}, {'┍', '┏'}},
	thinRule:  {{'┬', '┰'}, {'┮', '┲'}},
	thickRule: {{'┭', '┱'}, {'┯', '┳'}},
}

// corner is the cell in which the rule above a pane meets its edge and the rule from the left.
func (c *Columns) corner(left int, right, below bool) rtl.Cell {
	at := func(thick bool) int {
		if thick {
			return 1
		}
		return 0
	}
	style := c.Styles.Border
	if right || left == thickRule {
		style = c.Styles.Accent
	}
	return rtl.Cell{Glyph: cornerGlyphs[left][at(right)][at(below)], Style: style, At: rtl.NoOffset, Width: 1}
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
