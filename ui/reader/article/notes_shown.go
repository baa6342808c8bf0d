package article

import "strings"

// NoteSign stands at the right of the passage that a note is on.
const NoteSign = '✎'

// notedIn returns the index of the first highlight with a note that a line shows some of, -1
// for none.
func (p *Pane) notedIn(line interface{ Cover(first, last int) []int }) int {
	for i, h := range p.Highlights {
		if h.Note != "" && len(line.Cover(h.Start, h.End)) > 0 {
			return i
		}
	}
	return -1
}

// Note says the first of the notes on passages that are in sight.
func (p *Pane) Note() string {
	switch {
	case p.Text == nil || p.Choosing():
		return ""
	case p.IsAloud():
		return p.aloudNote()
	}
	for _, row := range p.Text.Rows() {
		if i := p.notedIn(&row); i >= 0 {
			return string(NoteSign) + " " + strings.Join(strings.Fields(p.Highlights[i].Note), " ")
		}
	}
	return ""
}
