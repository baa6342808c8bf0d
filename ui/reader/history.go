package reader

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/article"
)

// historyPlace is where the reader was: enough to go back there exactly.
type historyPlace struct {
	id       string
	title    string
	at       article.Place // in the text
	focus    int           // which pane had the keys
	panes    []any         // where one was in each; nil: as they are now
	jumped   bool          // reached from another article, not from the list
	visited  bool          // opened to be read, not walked back to
	preview  bool          // shown beside the list, not opened
	searched string        // the query that it was found by
	missing  string        // what is said where the library lacks it, "" for the library's own
}

// visitHistory is the way along which the reader came, as a browser keeps it.
type visitHistory struct {
	before, after []historyPlace
}

// leave remembers a place that is left for a new one; what lay after it is
// forgotten.
func (h *visitHistory) leave(p historyPlace) {
	h.before = append(h.before, p)
	h.after = nil
}

// back steps to the place before, leaving from the given one.
func (h *visitHistory) back(from historyPlace) (historyPlace, bool) {
	return stepHistory(&h.before, &h.after, from)
}

// forward undoes [visitHistory.back].
func (h *visitHistory) forward(from historyPlace) (historyPlace, bool) {
	return stepHistory(&h.after, &h.before, from)
}

func stepHistory(take, give *[]historyPlace, from historyPlace) (historyPlace, bool) {
	last := len(*take) - 1
	if last < 0 {
		return historyPlace{}, false
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
func (h *visitHistory) visited(without string) []string {
	ids := []string{without}
	for _, way := range [][]historyPlace{h.before, h.after} {
		for _, p := range slices.Backward(way) {
			if !slices.Contains(ids, p.id) {
				ids = append(ids, p.id)
			}
		}
	}
	return ids[1:]
}

// forget leaves out the places of articles that are gone.
func (h *visitHistory) forget(ids []string) {
	gone := func(p historyPlace) bool { return slices.Contains(ids, p.id) }
	h.before, h.after = slices.DeleteFunc(h.before, gone), slices.DeleteFunc(h.after, gone)
}
