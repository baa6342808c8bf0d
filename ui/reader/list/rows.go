package list

import (
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/words"
)

// placed is an item in sight: from which row of the pane on, how many rows it has, and
// what stands in a row above it, "" for nothing.
type placed struct {
	index, row, rows int
	heading          string
}

// heightKey is what the height of an item depends on.
type heightKey struct {
	id, when    string
	width, most int
	words       *words.Words
}

// mostHeights is how many heights are kept.
const mostHeights = 2000

// rowsOf returns the height of the item of an index. Those of articles are kept until the
// page is read again.
func (p *Pane) rowsOf(index int) int {
	listed, _ := p.page.at(index)
	if listed.ID == "" || p.isCompact() {
		it, _ := p.words(index)
		return it.Height
	}
	key := heightKey{listed.ID, p.when(listed.Entry), p.size.Width, p.mostRows(index), p.Words}
	rows, ok := p.heights[key]
	if !ok {
		it, _ := p.words(index)
		if rows = it.Height; p.heights == nil || len(p.heights) > mostHeights {
			p.heights = map[heightKey]int{}
		}
		p.heights[key] = rows
	}
	return rows
}

// inSight returns the items in sight from the first one on; of the last one some rows may
// have no room.
func (p *Pane) inSight() (list []placed) {
	row := 0
	for i := p.cursor.Top; i < p.page.total; i++ {
		at := placed{index: i, row: row, heading: p.headingAbove(i, i == p.cursor.Top)}
		at.row += p.headingRows(at.heading, len(list) == 0)
		if at.row >= p.size.Height && len(list) > 0 {
			break
		}
		at.rows = p.rowsOf(i)
		row = at.row + at.rows
		list = append(list, at)
	}
	return list
}

// visible returns how many items are in sight as a whole, one at the least.
func (p *Pane) visible() int {
	list := p.inSight()
	if n := len(list); n > 1 && list[n-1].row+list[n-1].rows > p.size.Height {
		return n - 1
	}
	return max(1, len(list))
}

// indexAt returns the index of the item in a row of the pane.
func (p *Pane) indexAt(row int) (index int, ok bool) {
	for _, at := range p.inSight() {
		if row >= at.row && row < at.row+at.rows {
			return at.index, true
		}
	}
	return 0, false
}

// scroll brings the selected item into view, and leaves no room empty.
func (p *Pane) scroll() {
	c := &p.cursor
	c.Selected = draw.Clamp(c.Selected, p.page.total-1)
	c.Top = p.topFor(max(0, min(c.Top, c.Selected)), c.Selected)
	if last := p.page.total - 1; last-c.Top <= p.size.Height {
		c.Top = max(0, min(c.Top, p.topFor(0, last)))
	}
}

// topFor returns the first item, but none before top, from which on all fit that there are
// as far as the last one.
func (p *Pane) topFor(top, last int) int {
	used := 0
	for i := last; i >= top; i-- {
		rows := p.rowsOf(i)
		if used+rows+p.headingRows(p.headingAbove(i, true), true) > p.size.Height {
			return min(i+1, last)
		}
		used += rows + p.headingRows(p.headingAbove(i, false), false)
	}
	return top
}

// airyPane is the height from which on a free row parts the days, as it does the paragraphs
// and the related articles; in a lower pane the articles go before it.
const airyPane = 30

// headingRows returns how many rows a heading takes, with the free one that parts it from what
// stands above, but at the top of the pane.
func (p *Pane) headingRows(heading string, atTop bool) int {
	switch {
	case heading == "":
		return 0
	case atTop || p.size.Height < airyPane:
		return 1
	default:
		return 2
	}
}

// now returns the time by which days are named.
func (p *Pane) now() time.Time {
	if p.Now == nil {
		return time.Now()
	}
	return p.Now()
}

// byDays tells whether the list has headings of days: it is in the order of time, and no
// row is too many.
func (p *Pane) byDays() bool {
	return !p.isCompact() && p.size.Height >= roomyPane && p.page.query == nil && p.tab.HoldsArticles() && p.tab.IsByTime() &&
		(p.typed.Sort == store.ByPublished || p.typed.Sort == store.ByAdded)
}

// listedAt returns the time by which an article stands in the list, zero for none.
func (p *Pane) listedAt(e store.Entry) time.Time {
	if p.typed.Sort == store.ByAdded {
		return e.Added
	}
	return e.Published
}

// headingAbove returns what stands above the item of an index: its day, where that is not
// the one of those before it, or where it is the first in sight.
func (p *Pane) headingAbove(index int, first bool) string {
	if !p.byDays() {
		return ""
	}
	it, _ := p.page.at(index)
	day, _ := p.Words.Heading(p.listedAt(it.Entry), p.now())
	for i := index - 1; i >= p.page.first; i-- {
		before, _ := p.page.at(i)
		t := p.listedAt(before.Entry)
		if t.IsZero() {
			continue // it stands among those of the day before it
		}
		name, _ := p.Words.Heading(t, p.now())
		if first && day == "" {
			return name
		}
		if !first && name == day {
			return ""
		}
		break
	}
	return day
}

// when says when an article was, but for what stands above it.
func (p *Pane) when(e store.Entry) string {
	_, exact := p.Words.Heading(e.Published, p.now())
	switch {
	case p.isCompact():
		return p.Words.ShortDate(e.Published, p.now())
	case !p.byDays() || p.typed.Sort != store.ByPublished:
		return p.Words.Date(e.Published)
	case exact:
		return p.Words.Clock(e.Published, p.now())
	default:
		return p.Words.MonthDay(e.Published)
	}
}
