// Package history is the way along which one came through the articles, as a browser keeps
// it: what was left comes back exactly as it was.
package history

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// WhereLeft stands for the place in the text that the library keeps of an article.
var WhereLeft = article.Place{Position: dialog.WhereLeft}

// Place is where the reader was: enough to go back there exactly.
type Place struct {
	ID       string
	Title    string
	At       article.Place // in the text
	Focus    int           // which pane had the keys
	Panes    []any         // where one was in each; nil: as they are now
	Jumped   bool          // reached from another article, not from the list
	Visited  bool          // opened to be read, not walked back to
	Preview  bool          // shown beside the list, not opened
	Searched string        // the query that it was found by
	Missing  string        // what is said where the library lacks it, "" for the library's own
}

// History is the way along which the reader came, as a browser keeps it.
type History struct {
	before, after []Place
}

// Leave remembers a place that is left for a new one; what lay after it is
// forgotten.
func (h *History) Leave(p Place) {
	h.before = append(h.before, p)
	h.after = nil
}

// Back steps to the place before, leaving from the given one.
func (h *History) Back(from Place) (Place, bool) {
	return stepHistory(&h.before, &h.after, from)
}

// Forward undoes [History.Back].
func (h *History) Forward(from Place) (Place, bool) {
	return stepHistory(&h.after, &h.before, from)
}

// stepHistory takes the last place of one way, and puts the one that is left at the end of
// the other.
func stepHistory(take, give *[]Place, from Place) (Place, bool) {
	last := len(*take) - 1
	if last < 0 {
		return Place{}, false
	}
	p := (*take)[last]
	*take = (*take)[:last]
	if from.ID != "" {
		*give = append(*give, from)
	}
	return p, true
}

// Visited returns the articles that one came by, the last one first, each once, without
// one of them.
func (h *History) Visited(without string) []string {
	ids := []string{without}
	for _, way := range [][]Place{h.before, h.after} {
		for _, p := range slices.Backward(way) {
			if !slices.Contains(ids, p.ID) {
				ids = append(ids, p.ID)
			}
		}
	}
	return ids[1:]
}

// Forget leaves out the places of articles that are gone.
func (h *History) Forget(ids []string) {
	gone := func(p Place) bool { return slices.Contains(ids, p.ID) }
	h.before, h.after = slices.DeleteFunc(h.before, gone), slices.DeleteFunc(h.after, gone)
}

// Way returns the places of the whole way, in the order in which one came, and which of them
// is the one where one is; that has no ID where no article is open.
func (h *History) Way(here Place) (way []Place, at int) {
	way = slices.Clone(h.before)
	at = len(way)
	if here.ID != "" {
		way = append(way, here)
	}
	for _, p := range slices.Backward(h.after) {
		way = append(way, p)
	}
	return way, at
}

// Along goes to a point of the way, the first being 0, leaving from the given one: what lies
// before it stays before it, and what lies behind it behind it. It returns that place; ok is
// false where one is there.
func (h *History) Along(to int, from Place) (p Place, ok bool) {
	p = from
	for len(h.before) > to {
		p, ok = h.Back(p)
	}
	for at := len(h.before); at < to && len(h.after) > 0; at++ {
		p, ok = h.Forward(p)
	}
	return p, ok
}
