package article

import (
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
)

// passageContext is which part of the pane is above a passage that was found.
const passageContext = 3

// Passage returns the place of a passage in a document in which a search found its words;
// ok is false where it is not in it, and where no word is.
func Passage(d *page.Document, found store.Excerpt) (at Place, ok bool) {
	if len(found.Hits) == 0 {
		return Place{}, false
	}
	first, last := found.Hits[0], found.Hits[len(found.Hits)-1]
	for _, end := range []int{last.End, first.End} { // all words together, or else the first one
		h := articles.Highlight{
			Quote:  found.Text[first.Start:end],
			Before: strings.TrimLeft(found.Text[:first.Start], "…"),
			After:  strings.TrimRight(found.Text[end:], "…"),
		}
		if position, _, ok := d.Locate(h); ok {
			return Place{Position: position, Passage: true}, true
		}
	}
	return Place{}, false
}

// ShowPassage goes to the passage in which a search found its words, where there is one.
// Where one has scrolled since the article came, one stays there unless that is asked for.
func (p *Pane) ShowPassage(found store.Excerpt, asked bool) {
	if p.Text == nil || p.moved && !asked {
		return
	}
	at, ok := Passage(p.Document, found)
	if !ok {
		return
	}
	if p.opened = at; p.sized {
		p.goToPlace()
	}
}
