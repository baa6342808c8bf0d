package reader

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/article"
)

// place is where the reader was: enough to go back there exactly.
type place struct {
	id       string
	title    string
	at       article.Place // in the text
	focus    int           // which pane had the keys
	panes    []any         // where one was in each; nil: as they are now
	jumped   bool          // reached from another article, not from the list
	visited  bool          // opened to be read, not walked back to
	searched string        // the query that it was found by
	missing  string        // what is said where the library lacks it, "" for the library's own
}

// history is the way along which the reader came, as a browser keeps it.
type history struct {
	before, after []place
}

// leave remembers a place that is left for a new one; what lay after it is
// forgotten.
func (h *history) leave(p place) {
	h.before = append(h.before, p)
	h.after = nil
}

// back steps to the place before, leaving from the given one.
func (h *history) back(from place) (place, bool) {
	return step(&h.before, &h.after, from)
}

// forward undoes [history.back].
func (h *history) forward(from place) (place, bool) {
	return step(&h.after, &h.before, from)
}

func step(take, give *[]place, from place) (place, bool) {
	last := len(*take) - 1
	if last < 0 {
		return place{}, false
	}
	p := (*take)[last]
	*take = (*take)[:last]
	if from.id != "" {
		*give = append(*give, from)
	}
	return p, true
}

// visited returns the articles that one came by, the last one first, each once, without
// one of them.
func (h *history) visited(without string) []string {
	ids := []string{without}
	for _, way := range [][]place{h.before, h.after} {
		for _, p := range slices.Backward(way) {
			if !slices.Contains(ids, p.id) {
				ids = append(ids, p.id)
			}
		}
	}
	return ids[1:]
}

// forget leaves out the places of articles that are gone.
func (h *history) forget(ids []string) {
	gone := func(p place) bool { return slices.Contains(ids, p.id) }
	h.before, h.after = slices.DeleteFunc(h.before, gone), slices.DeleteFunc(h.after, gone)
}
