// Package viewport shows a part of a text that is longer than the screen, and does
// what one does with it: scrolling, finding, choosing a passage. The reader's article
// and the pager are shown by it.
//
// # What it costs
//
// A text comes in blocks, and a block is laid out when one of its rows comes into
// sight. What is out of sight has no height: no row has a number, and where the screen
// stands is said by a place in the text ([Anchor]). So everything here takes a time in
// proportion to the screen, whatever the length of the text: another width, other
// spacing, hidden marks or another theme only forget the few blocks that are laid out.
// What has to look at all of a text, finding and counting, goes on in slices of a few
// milliseconds, which the caller's message loop runs ([Model.Seek], [Model.Count]).
//
// # The anchor
//
// The row at the top is held by the place in the text that one scrolled to, and not by
// what it happens to be laid out as. However often the width changes, the row that
// holds that place stays at the top, and the first width gives the first screen again.
// Only scrolling moves the anchor.
//
// # How it is used
//
//	v := viewport.New(document)        // a *page.Document that has been built
//	v.SetSize(columns, rows)           // at every resize; the same size costs nothing
//	v.SetOptions(options)              // marks, justification, digits …
//	document.Space(0); v.Relayout()    // after a change of the source's looks
//
//	v.Scroll(1)                        // rows; negative ones go up
//	v.ScrollTo(position)               // to a position in the text, in runes
//	v.ScrollToEnd()
//	v.Position()                       // where the top row stands: what is saved
//	v.Anchor(), v.SetAnchor(a)         // the very row: what a way back remembers
//	v.Progress()                       // for a scroll bar
//
//	for _, row := range v.Rows() {
//		cells := slices.Clone(row.Cells)
//		v.Paint(row, cells, looks) // what was found, what is chosen
//	}
//
//	v.Find(match)                      // marks what is in sight, at once
//	for r := v.Seek(true); ; r = v.Continue() { … } // the next one; see [Progress]
//	for !v.Count() { … }               // then v.Number() is "3 of 57"
//
//	v.StartSelection(0); v.SelectLine(1); v.SelectBeside(-1, side); v.Selected()
package viewport

import (
	"iter"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
)

// Source is a text in blocks, such as a [page.Document]. It may grow at its end.
type Source interface {
	// Len is the number of blocks.
	Len() int
	// Position is how many runes of the text stand before a block, of Len() how many
	// there are.
	Position(block int) int
	// BlockLines lays a block out in lines of options.Width columns, one at least. A
	// line and its cells are valid until the next one is asked for. No block is longer
	// than some screens.
	BlockLines(block int, options rtl.Options) iter.Seq[page.Line]
	// FindIn gives the parts of a block's text that match finds in it.
	FindIn(block int, match func(said string) []text.Range) []text.Range
}

// Model is a screen on a text. It is not for concurrent use.
type Model struct {
	source  Source
	options rtl.Options // with the width
	height  int
	layouts layoutCache

	anchor    Anchor
	following bool // the end is shown, wherever it goes

	hitFinder
	selection *textSelection
}

// New makes a viewport at the start of a text. It shows nothing before it has a size.
func New(source Source) *Model {
	m := &Model{source: source}
	m.options.Width = 1
	return m
}

// SetSource shows another text, or the same one in a longer form. The anchor stays,
// and so does what is looked for.
func (m *Model) SetSource(source Source) {
	m.keepCursor(func() {
		m.source = source
		m.layouts.forget()
		m.findAnew()
	})
}

// SetSize sets the size of the screen in columns and rows.
func (m *Model) SetSize(width, height int) {
	if width = max(width, 1); width == m.options.Width && height == m.height {
		return
	}
	m.keepCursor(func() {
		if width != m.options.Width {
			m.options.Width = width
			m.layouts.forget()
		}
		m.height = max(height, 0)
	})
}

// SetOptions says how the text is laid out. Their width is not looked at.
func (m *Model) SetOptions(o rtl.Options) {
	m.keepCursor(func() {
		o.Width = m.options.Width
		m.options = o
		m.layouts.forget()
	})
}

// Grow takes over a text that has become longer at its end. A search goes on in it.
func (m *Model) Grow(source Source) { m.source = source }

// Relayout lays the text out anew, since the source has changed its looks.
func (m *Model) Relayout() { m.keepCursor(m.layouts.forget) }

// Size is the size of the screen in columns and rows.
func (m *Model) Size() (width, height int) { return m.options.Width, m.height }

// Row is a row of the screen.
type Row struct {
	page.Line
	Block  int // that it belongs to
	Number int // among the lines of the block
}

// Rows are the rows in sight, fewer than the screen has at the end of a short text.
// Their cells are not to be written to.
func (m *Model) Rows() []Row {
	rows := make([]Row, 0, m.height)
	if m.source.Len() == 0 {
		return rows
	}
	for p := m.top(); len(rows) < m.height; {
		rows = append(rows, m.row(p))
		next := m.down(p, 1)
		if next == p {
			break
		}
		p = next
	}
	return rows
}

// Row is the row so many rows below the top one, or above it; ok is false where there
// is none.
func (m *Model) Row(y int) (row Row, ok bool) {
	p, ok := m.placeAt(y)
	if !ok {
		return row, false
	}
	return m.row(p), true
}

// placeAt is the place so many rows below the top, or above it.
func (m *Model) placeAt(y int) (p rowPlace, ok bool) {
	if m.source.Len() == 0 {
		return p, false
	}
	p, missing := m.step(m.top(), y)
	return p, missing == 0
}

func (m *Model) row(p rowPlace) Row { return Row{m.lines(p.block)[p.row], p.block, p.row} }
