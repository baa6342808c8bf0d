package article

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// Choosing tells whether a passage is being chosen.
func (p *Pane) Choosing() bool {
	if p.Text == nil {
		return false
	}
	cursor, _ := p.Text.Selecting()
	return cursor
}

// StopChoosing ends the choosing of a passage.
func (p *Pane) StopChoosing() {
	if p.Text != nil {
		p.Text.ClearSelection()
	}
}

// Choose puts a cursor on the first word of the text in sight; where there is one it
// begins the passage, and where there is a passage it is begun again.
func (p *Pane) Choose() {
	if p.Text == nil || !p.Item.Full {
		return
	}
	cursor, begun := p.Text.Selecting()
	switch {
	case !cursor:
		first, _ := p.Paragraph()
		p.Text.StartSelection(first)
	case begun:
		p.Text.EndSelection()
	default:
		p.Text.BeginSelection()
	}
}

// Paragraph is from where to where the paragraph at the top stands; of the head of the
// article it is the first one below that.
func (p *Pane) Paragraph() (first, last int) {
	return p.Document.Block(max(p.Position(), p.Document.Begin()))
}

// ChooseByKey does what a key does while a passage is chosen, and tells whether it has
// to do with that.
func (p *Pane) ChooseByKey(key tea.KeyPressMsg, a keymap.Action) bool {
	_, begun := p.Text.Selecting()
	arrow := key.Key()
	if arrow.Mod == tea.ModShift && !begun {
		p.Text.BeginSelection()
	}
	switch arrow.Code {
	case tea.KeyLeft:
		p.moved = true
		p.Text.SelectBeside(-1, p.Document.Side())
		return true
	case tea.KeyRight:
		p.moved = true
		p.Text.SelectBeside(1, p.Document.Side())
		return true
	case tea.KeyUp:
		a = keymap.Up
	case tea.KeyDown:
		a = keymap.Down
	}
	if mv, moves := draw.Movements[a]; moves {
		p.moved = true
		_, rows := p.Text.Size()
		p.chooseLine(mv.In(rows))
		return true
	}
	switch a {
	case keymap.Back, keymap.Quit:
		p.StopChoosing()
		return true
	case keymap.Onward:
		p.Choose()
		return true
	default:
		return false
	}
}

// chooseLine moves the cursor by lines, or to the start or the end of the text.
func (p *Pane) chooseLine(lines int) {
	switch {
	case lines <= -draw.FarAway:
		p.Text.ScrollToStart()
		p.Text.SelectTo(0, 0)
	case lines >= draw.FarAway:
		p.Text.ScrollToEnd()
		_, rows := p.Text.Size()
		p.Text.SelectTo(rows-1, 0)
	default:
		p.Text.SelectLine(lines)
	}
}

// bounds are from where to where the passage stands that is chosen, or else the
// paragraph at the top.
func (p *Pane) bounds() (first, last int, chosen bool) {
	if first, last, chosen = p.Text.Selected(); chosen {
		return first, last, true
	}
	first, last = p.Paragraph()
	return first, last, false
}

// TakePassage gives the text of the passage that is chosen, which ends the choosing,
// or else of the paragraph at the top; "" where there is no article.
func (p *Pane) TakePassage() (text string, chosen bool) {
	if p.Text == nil || !p.sized {
		return "", false
	}
	first, last, chosen := p.bounds()
	p.StopChoosing()
	return p.Document.Between(first, last), chosen
}

// Passage is what is chosen, or else the paragraph at the top; ok is false where the
// article has no text.
func (p *Pane) Passage() (h articles.Highlight, ok bool) {
	if p.Text == nil || !p.sized || !p.Item.Full {
		return h, false
	}
	first, last, _ := p.bounds()
	h = p.Document.Highlight(first, last)
	return h, h.Quote != ""
}

// Highlighted is the highlight that a passage has: one that holds all that was chosen,
// or one in the paragraph at the top.
func (p *Pane) Highlighted(passage articles.Highlight) (articles.Highlight, bool) {
	i := slices.IndexFunc(p.Highlights, func(h articles.Highlight) bool {
		if p.Choosing() {
			return h.Start <= passage.Start && passage.End <= h.End
		}
		return h.Start < passage.End && passage.Start < h.End
	})
	if i < 0 {
		return articles.Highlight{}, false
	}
	return p.Highlights[i], true
}

// SetHighlights shows the highlights that an article has.
func (p *Pane) SetHighlights(list []articles.Highlight) {
	p.Highlights = list
	p.locate()
}

// locate finds where the highlights stand in the text as it is now; what stands
// nowhere is not shown.
func (p *Pane) locate() {
	for i := range p.Highlights {
		h := &p.Highlights[i]
		var ok bool
		if h.Start, h.End, ok = p.Document.Locate(*h); !ok {
			h.Start, h.End = -1, -1
		}
	}
}

// paintHighlights shows which cells of a line are highlighted.
func (p *Pane) paintHighlights(line interface{ Cover(first, last int) []int }, cells []rtl.Cell) {
	for _, h := range p.Highlights {
		for _, at := range line.Cover(h.Start, h.End) {
			style, look := &cells[at].Style, p.Styles.Highlight
			style.Background, style.Attributes = look.Background, style.Attributes|look.Attributes
			if look.Foreground != 0 {
				style.Foreground = look.Foreground
			}
		}
	}
}

// PictureInSight is the index of the first picture on the screen, else of the last one
// before it.
func (p *Pane) PictureInSight(list []page.Shown) (at int) {
	for _, row := range p.Text.Rows() {
		if row.Picture == "" {
			continue
		}
		for at, shown := range list {
			if shown.Name == row.Picture && shown.Position >= row.Position {
				return at
			}
		}
	}
	position := p.Position()
	for i, shown := range list {
		if shown.Position <= position {
			at = i
		}
	}
	return at
}

// Said is what the chosen passage says, or else the row at the top; of the head of the
// article it is the first paragraph below that. It is "" where no article is open.
func (p *Pane) Said() string {
	if p.Text == nil {
		return ""
	}
	if first, last, ok := p.Text.Selected(); ok {
		return p.Document.Between(first, last)
	}
	if row, ok := p.Text.Row(0); ok && row.Position >= p.Document.Begin() && row.End > row.Position {
		return p.Document.Between(row.Position, row.End)
	}
	first, last := p.Paragraph()
	return p.Document.Between(first, last)
}
