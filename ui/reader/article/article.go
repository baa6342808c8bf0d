// Package article is the pane in which an article is read: a viewport on its text, what
// is looked for and chosen in it, its highlights and its pictures.
//
// Nothing here takes a time in proportion to the article: only what is in sight is laid
// out. A long article is shown by its beginning first, and its whole takes the place of
// that when it has been read, with the line at the top where it was.
package article

import (
	"slices"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/speech"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/typeset"
	"github.com/warraq/warraq/ui/viewport"
	"github.com/warraq/warraq/ui/words"
)

// Place is where in an article one is: at a position of its text, and if it is known
// at the very row.
type Place struct {
	Position int
	Anchor   viewport.Anchor
	Exact    bool // the anchor is known
	Passage  bool // what stands before the position is to be in sight too
}

// Pane shows an article. The zero article is none.
type Pane struct {
	*pane.Context
	size pane.Size
	// Measure is how many columns the text has at the most, Spacing how many free lines
	// stand between its paragraphs.
	Measure, Spacing int
	// Rest is how long the text stands still before its position is saved.
	Rest time.Duration

	Item     store.Item
	Document *page.Document
	Text     *viewport.Model // nil where no article is open
	Wanted   string          // the article that is shown or on its way
	Jumped   bool            // from another article: the way back leads there
	Preview  bool            // it was not opened: where one is in it is not kept

	// Welcome draws what stands where no article is open, nil for nothing.
	Welcome func(width, height int) []draw.Row

	Highlights []articles.Highlight // with where they stand in the document
	notes      noteLayouts
	Gallery    Gallery
	Finding    Finding

	// Speak reads sentences aloud, nil where nothing does; Pace is how fast, in words a
	// minute, 0 for the usual.
	Speak speech.Speak
	Pace  int
	// Handlers are programs that passages are handed to.
	Handlers []dialog.Handler
	aloud    *narration // nil where nothing is being read aloud

	// SetPrint sets the article as in print; nil: it is shown in cells.
	SetPrint PrintSetter
	printed  *typeset.Screen // nil where it is shown in cells

	opened Place // where it was opened at, which may lie beyond the beginning
	moved  bool  // one has scrolled since
	sized  bool  // it was in sight
}

// New returns a pane without an article.
func New(c *pane.Context) *Pane { return &Pane{Context: c, Rest: restBeforeSave} }

// empty returns the pane without its article.
func (p *Pane) empty() Pane {
	p.StopAloud()
	return Pane{Context: p.Context, size: p.size, Measure: p.Measure, Spacing: p.Spacing, Rest: p.Rest, Welcome: p.Welcome, SetPrint: p.SetPrint, Speak: p.Speak, Pace: p.Pace, Handlers: p.Handlers}
}

// Styled returns the document of an article whose links have numbers.
func Styled(item store.Item, t theme.Theme, w *words.Words) *page.Document {
	d := page.New(item, t, w)
	d.NumberLinks()
	return d
}

// Clear closes the article.
func (p *Pane) Clear() { *p = p.empty() }

// Open shows an article at a place. What is looked for and chosen in it stays where it
// is the one that was open.
func (p *Pane) Open(item store.Item, document *page.Document, at Place) {
	if item.ID == p.Item.ID && p.Text != nil {
		p.Document, p.Item = document, item
		p.Text.SetSource(p.source(item, document))
	} else {
		*p = p.empty()
		p.Item, p.Document, p.Text = item, document, viewport.New(p.source(item, document))
		p.Text.Wraps = true
	}
	p.Wanted, p.opened, p.moved, p.sized = item.ID, at, false, false
}

// Replace shows the whole of the open article in the place of its beginning, or as it
// is now in the place of how it was. Nothing moves, unless the place at which it was
// opened lies further on.
func (p *Pane) Replace(item store.Item, document *page.Document) {
	p.Item, p.Document = item, document
	p.Text.SetSource(p.source(item, document))
	p.locate()
	if p.sized && !p.moved {
		p.goToPlace()
	}
}

// SetSize lays the text out in columns and rows. The first time the pane is in sight
// it goes to where the article was opened at.
func (p *Pane) SetSize(columns, rows int) {
	if p.Text == nil {
		return
	}
	if w, h := p.Text.Size(); w != columns || h != rows {
		p.Text.SetSize(columns, rows)
	}
	if !p.sized {
		p.Text.SetOptions(p.Options)
		p.sized = true
		p.goToPlace()
	}
}

// goToPlace goes to where the article was opened at.
func (p *Pane) goToPlace() {
	switch {
	case p.opened.Exact:
		p.Text.SetAnchor(p.opened.Anchor)
	case p.opened.Position <= 0:
		p.Text.ScrollToStart()
	case p.opened.Passage:
		p.Text.ScrollTo(p.opened.Position)
		p.Text.Scroll(-p.size.Height / passageContext)
	default:
		p.Text.ScrollTo(p.opened.Position)
	}
}

// Relook lays the text out anew by the options of the canvas, with free lines between
// paragraphs, and with its pictures.
func (p *Pane) Relook() {
	if p.Text == nil {
		return
	}
	p.Document.Space(p.Spacing)
	p.Document.Show(p.pictures())
	if p.printed != nil {
		p.printed.Space(p.Spacing)
	}
	p.Text.SetOptions(p.Options)
}

// SetTheme shows the text in the looks of another theme.
func (p *Pane) SetTheme(t theme.Theme) {
	if p.Text != nil {
		p.Document.SetTheme(t)
		if p.printed != nil {
			p.printed.Forget()
		}
		p.Text.Relayout()
	}
}

// Position is where the line at the top stands in the text.
func (p *Pane) Position() int {
	if p.Text == nil || !p.sized {
		return max(0, p.opened.Position) // it was not in sight yet
	}
	if p.Text.AtStart() {
		return 0
	}
	return p.Text.Position()
}

// Place is where one is now, so that one can come back to the very row.
func (p *Pane) Place() Place {
	if p.Text == nil || !p.sized {
		return p.opened
	}
	return Place{Position: p.Position(), Anchor: p.Text.Anchor(), Exact: true}
}

// Scroll scrolls so many lines, as far as there are any.
func (p *Pane) Scroll(lines int) {
	if p.Text == nil {
		return
	}
	p.moved = true
	switch {
	case lines <= -draw.FarAway:
		p.Text.ScrollToStart()
	case lines >= draw.FarAway:
		p.Text.ScrollToEnd()
	default:
		p.Text.Scroll(lines)
	}
}

// WasInSight tells whether there is an article that was laid out.
func (p *Pane) WasInSight() bool { return p.Text != nil && p.sized }

// Extent says which part of the text is in sight, in thousandths of it.
func (p *Pane) Extent() (top, visible, total int) {
	if !p.WasInSight() || p.Text.AtStart() && p.Text.AtEnd() {
		return 0, 0, 0
	}
	first, last := p.Text.Progress()
	return int(1000 * first), max(1, int(1000*(last-first))), 1000
}

// Read is how much of the text lies above the last visible line, from 0 to 1.
func (p *Pane) Read() float64 {
	if p.Text.AtEnd() {
		return 1
	}
	_, last := p.Text.Progress()
	return last
}

// rows draws the text in the middle of the pane.
func (p *Pane) rows() []draw.Row {
	width, height := p.size.Width, p.size.Height
	if p.Text == nil {
		return draw.Fit(nil, width, height)
	}
	left := draw.Blank(p.textLeft(), rtl.Style{})
	margins := p.margins()
	var rows []draw.Row
	for i, row := range p.Text.Rows() {
		rows = append(rows, slices.Concat(left, p.painted(&row), margins[i]))
	}
	for i := len(rows); i < height; i++ { // notes may stand below the end of the text
		rows = append(rows, slices.Concat(left, draw.Blank(p.textColumns(), rtl.Style{}), margins[i]))
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
	if p.Text == nil || column < 0 {
		return ""
	}
	row, ok := p.Text.Row(y)
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
