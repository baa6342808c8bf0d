// Package article is the pane in which an article is read: a viewport on its text, what
// is looked for and chosen in it, its highlights and its pictures.
//
// Nothing here takes a time in proportion to the article: only what is in sight is laid
// out. A long article is shown by its beginning first, and its whole takes the place of
// that when it has been read, with the line at the top where it was.
package article

import (
	"slices"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/page"
	"warraq/ui/reader/draw"
	"warraq/ui/rtl"
	"warraq/ui/theme"
	"warraq/ui/viewport"
	"warraq/ui/words"
)

// Place is where in an article one is: at a position of its text, and if it is known
// at the very row.
type Place struct {
	Position int
	Anchor   viewport.Anchor
	Exact    bool // the anchor is known
}

// Pane shows an article. The zero article is none.
type Pane struct {
	*draw.Canvas
	Item     store.Item
	Document *page.Document
	View     *viewport.Model // nil where no article is open
	Wanted   string          // the article that is shown or on its way
	Jumped   bool            // from another article: the way back leads there

	Highlights []articles.Highlight // with where they stand in the document
	Gallery    Gallery
	Finding    Finding

	opened Place // where it was opened at, which may lie beyond the beginning
	moved  bool  // one has scrolled since
	sized  bool  // it was in sight
}

// New returns a pane without an article.
func New(c *draw.Canvas) *Pane { return &Pane{Canvas: c} }

// Styled returns the document of an article whose links have numbers.
func Styled(item store.Item, t theme.Theme, w *words.Words) *page.Document {
	d := page.New(item, t, w)
	d.NumberLinks()
	return d
}

// Clear closes the article.
func (p *Pane) Clear() { *p = Pane{Canvas: p.Canvas} }

// Open shows an article at a place. What is looked for and chosen in it stays where it
// is the one that was open.
func (p *Pane) Open(item store.Item, document *page.Document, at Place) {
	if item.ID == p.Item.ID && p.View != nil {
		p.Document, p.Item = document, item
		p.View.SetSource(document)
	} else {
		*p = Pane{Canvas: p.Canvas, Item: item, Document: document, View: viewport.New(document)}
		p.View.Wraps = true
	}
	p.Wanted, p.opened, p.moved, p.sized = item.ID, at, false, false
}

// Replace shows the whole of the open article in the place of its beginning, or as it
// is now in the place of how it was. Nothing moves, unless the place at which it was
// opened lies further on.
func (p *Pane) Replace(item store.Item, document *page.Document) {
	p.Item, p.Document = item, document
	p.View.SetSource(document)
	p.locate()
	if p.sized && !p.moved {
		p.goToPlace()
	}
}

// SetSize lays the text out in columns and rows. The first time the pane is in sight
// it goes to where the article was opened at.
func (p *Pane) SetSize(columns, rows int) {
	if p.View == nil {
		return
	}
	if w, h := p.View.Size(); w != columns || h != rows {
		p.View.SetSize(columns, rows)
	}
	if !p.sized {
		p.View.SetOptions(p.Options)
		p.sized = true
		p.goToPlace()
	}
}

// goToPlace goes to where the article was opened at.
func (p *Pane) goToPlace() {
	switch {
	case p.opened.Exact:
		p.View.SetAnchor(p.opened.Anchor)
	case p.opened.Position <= 0:
		p.View.ScrollToStart()
	default:
		p.View.ScrollTo(p.opened.Position)
	}
}

// Relook lays the text out anew by the options of the canvas, with free lines between
// paragraphs, and with its pictures.
func (p *Pane) Relook(spacing int, pictures page.Pictures) {
	if p.View == nil {
		return
	}
	p.Document.Space(spacing)
	p.Document.Show(pictures)
	p.View.SetOptions(p.Options)
}

// SetTheme shows the text in the looks of another theme.
func (p *Pane) SetTheme(t theme.Theme) {
	if p.View != nil {
		p.Document.SetTheme(t)
		p.View.Relayout()
	}
}

// Position is where the line at the top stands in the text.
func (p *Pane) Position() int {
	if p.View == nil || !p.sized {
		return max(0, p.opened.Position) // it was not in sight yet
	}
	if p.View.AtStart() {
		return 0
	}
	return p.View.Position()
}

// Place is where one is now, so that one can come back to the very row.
func (p *Pane) Place() Place {
	if p.View == nil || !p.sized {
		return p.opened
	}
	return Place{p.Position(), p.View.Anchor(), true}
}

// Scroll scrolls so many lines, as far as there are any.
func (p *Pane) Scroll(lines int) {
	if p.View == nil {
		return
	}
	p.moved = true
	switch {
	case lines <= -draw.FarAway:
		p.View.ScrollToStart()
	case lines >= draw.FarAway:
		p.View.ScrollToEnd()
	default:
		p.View.Scroll(lines)
	}
}

// WasInSight tells whether there is an article that was laid out.
func (p *Pane) WasInSight() bool { return p.View != nil && p.sized }

// Extent says which part of the text is in sight, in thousandths of it.
func (p *Pane) Extent() (top, visible, total int) {
	if !p.WasInSight() || p.View.AtStart() && p.View.AtEnd() {
		return 0, 0, 0
	}
	first, last := p.View.Progress()
	return int(1000 * first), max(1, int(1000*(last-first))), 1000
}

// Read is how much of the text lies above the last visible line, from 0 to 1.
func (p *Pane) Read() float64 {
	if p.View.AtEnd() {
		return 1
	}
	_, last := p.View.Progress()
	return last
}

// Rows draws the text in the middle of a pane, so many columns wide.
func (p *Pane) Rows(width, text, height int) []draw.Row {
	if p.View == nil {
		return draw.Fit(nil, width, height)
	}
	right := (width - text) / 2
	var rows []draw.Row
	for _, row := range p.View.Rows() {
		cells := slices.Clone(row.Cells)
		p.paintHighlights(&row, cells)
		p.View.Paint(row, cells, p.looks())
		rows = append(rows, slices.Concat(draw.Blank(width-text-right, rtl.Style{}), cells, draw.Blank(right, rtl.Style{})))
	}
	return draw.Fit(rows, width, height)
}

// looks are how what is found and chosen is shown; links stay links.
func (p *Pane) looks() viewport.Looks {
	in := func(style rtl.Style) func(*rtl.Style) {
		return func(s *rtl.Style) {
			style.Link = s.Link
			*s = style
		}
	}
	return viewport.Looks{Hit: in(p.Styles.Hit), Current: in(p.Styles.Selected), Selected: in(p.Styles.Selected)}
}

// LinkAt is the address of the link that stands in a column of a row of the text, ""
// for none.
func (p *Pane) LinkAt(y, column int) string {
	if p.View == nil || column < 0 {
		return ""
	}
	row, ok := p.View.Row(y)
	if !ok {
		return ""
	}
	for i := range row.Cells {
		if column -= int(row.Cells[i].Width); column < 0 {
			return row.Cells[i].Style.Link
		}
	}
	return ""
}
