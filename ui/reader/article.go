package reader

import (
	"sort"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/page"
	"warraq/ui/reader/draw"
	"warraq/ui/rtl"
)

// whereLeft stands for the position that the library keeps of an article.
const whereLeft = -1

// article is the state of the reading pane.
type article struct {
	item     store.Item
	document *page.Document
	jumped   bool // from another article: the way back leads there

	lines []page.Line // the document at the pane's width
	width int
	top   int // index of the first visible line

	awaited place // where to open at, which may lie beyond the beginning
	moved   bool  // the reader has scrolled since

	want       string // the article that is shown or on its way
	finding    finding
	highlights []articles.Highlight // with where they stand in the document
	gallery    gallery
	selection  *selection // what is being chosen, nil for nothing
	held       held
}

// held is a position that stays at the top however the text is laid out, as long as
// nobody moves it from the line that is the top then: the first words of a line
// wander up with each line that holds them and others before.
type held struct{ position, top int }

// position is where the top line stands in the text.
func (a *article) position() int {
	if a.lines == nil {
		return max(0, a.awaited.position) // it was not in sight yet
	}
	if a.top <= 0 || a.top >= len(a.lines) {
		return 0
	}
	return a.lines[a.top].Position
}

// lay lays the text out at a width and keeps the line at the top that was
// there before. It says whether there are new lines.
func (a *article) lay(options rtl.Options, pictures page.Pictures, spacing, width, rows int) bool {
	if a.document == nil || width == a.width {
		a.clampTop(rows)
		return false
	}
	position, first := a.position(), a.lines == nil
	if !first && a.top == a.held.top && a.top > 0 {
		position = a.held.position
	}
	options.Width = width
	a.document.Space(spacing)
	a.document.Show(pictures)
	a.lines, a.width = a.document.AllLines(options), width
	a.selectAgain()
	if first {
		a.open(rows)
	} else {
		a.goTo(position, rows)
	}
	a.held = held{position, a.top}
	return true
}

// goTo brings the line that holds a position to the top.
func (a *article) goTo(position, rows int) {
	after := sort.Search(len(a.lines), func(i int) bool { return a.lines[i].Position > position })
	line := max(0, after-1)
	for line > 0 && a.lines[line-1].Position == a.lines[line].Position && position > 0 {
		line--
	}
	if position <= 0 {
		line = 0
	}
	a.top = line
	a.clampTop(rows)
}

// open goes to where the article is to be opened: to the very line, where it is
// laid out as it was there.
func (a *article) open(rows int) {
	a.goTo(a.awaited.position, rows)
	if p := a.awaited; p.width == a.width && p.top < len(a.lines) && a.lines[p.top].Position == p.position {
		a.top = p.top
		a.clampTop(rows)
	}
}

func (a *article) scroll(lines, rows int) {
	a.moved = true
	a.top += lines
	a.clampTop(rows)
}

func (a *article) clampTop(rows int) { a.top = draw.Clamp(a.top, len(a.lines)-rows) }
