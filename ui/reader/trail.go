package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/rtl"
)

// trailScreen shows the way along which one came, article after article from the
// right, and what one went back from behind it; it goes to any point of that.
type trailScreen struct {
	places   []place
	here     int
	selected int
}

// openTrail shows the way. One that has no other point than here is said.
func (m *Model) openTrail() tea.Cmd {
	t := &trailScreen{places: slices.Clone(m.history.before)}
	t.here = len(t.places)
	if m.article.item.ID != "" {
		t.places = append(t.places, m.here())
	}
	for _, p := range slices.Backward(m.history.after) {
		t.places = append(t.places, p)
	}
	if len(t.places) < 2 {
		m.notice = m.words.Sides.NoTrail
		return nil
	}
	t.selected = max(0, t.here-1)
	return m.openScreen(t)
}

func (t *trailScreen) opener() action   { return trail }
func (t *trailScreen) footer() []action { return []action{onward, back} }

// arrow goes along the way as it is drawn: it runs to the left.
func (t *trailScreen) arrow(key string) {
	by := map[string]int{"left": 1, "down": 1, "right": -1, "up": -1}[key]
	t.selected = clamp(t.selected+by, len(t.places)-1)
}

func (t *trailScreen) act(m *Model, a action, _ int) tea.Cmd {
	mv, moves := movements[a]
	switch {
	case moves:
		t.selected = clamp(t.selected+mv.in(len(t.places)), len(t.places)-1)
	case a == onward:
		return tea.Batch(m.closeScreen(), m.goAlong(t.selected))
	}
	return nil
}

// goAlong goes to a point of the trail, the first being 0: what lies before it
// stays before it, and what lies behind it behind it.
func (m *Model) goAlong(to int) tea.Cmd {
	h := &m.history
	p, ok := m.here(), false
	for len(h.before) > to {
		p, ok = h.back(p)
	}
	for at := len(h.before); at < to && len(h.after) > 0; at++ {
		p, ok = h.forward(p)
	}
	if !ok {
		return nil // one is there
	}
	return m.goTo(p)
}

// crumbColumns is how much of a title stands in the trail.
const crumbColumns = 40

// crumb is a title of the trail, with an order of its own.
func (m *Model) crumb(title string) string {
	if runes := []rune(title); len(runes) > crumbColumns {
		title = string(runes[:crumbColumns])
		if last := strings.LastIndexByte(title, ' '); last > 0 {
			title = title[:last]
		}
		title += "…"
	}
	return "\u2068" + title + "\u2069"
}

func (t *trailScreen) rows(m *Model, width, height int) []row {
	var spans []rtl.Span
	ends := 0 // how many spans reach to the end of the selected one
	for i, p := range t.places {
		if i > 0 {
			spans = append(spans, rtl.Span{Text: " › ", Style: m.styles.Muted})
		}
		style := m.styles.Text
		switch i {
		case t.selected:
			style = m.styles.Selected
		case t.here:
			style = m.styles.Accent
		}
		spans = append(spans, rtl.Span{Text: m.crumb(p.title), Style: style})
		if i == t.selected {
			ends = len(spans)
		}
	}
	columns := width - 2*insetColumns
	var text []row
	for _, r := range m.paragraph(spans, columns, mostCrumbs) {
		text = append(text, m.inset(width, r))
	}
	below := m.trailNote(t, width)
	room := max(1, height-headRows-len(below))
	first := max(0, len(m.paragraph(spans[:ends], columns, mostCrumbs))-room)
	text = text[min(first, len(text)):]
	return slices.Concat(m.screenHead(m.words.Sides.Trail, width), text[:min(room, len(text))], below)
}

// mostCrumbs is more rows than a trail is drawn in.
const mostCrumbs = 2000

// trailNote is what is said below the trail of the selected point.
func (m *Model) trailNote(t *trailScreen, width int) []row {
	p := t.places[t.selected]
	rows := append([]row{blank(width, rtl.Style{})}, m.prose(p.title, m.styles.Title, width)...)
	if t.selected == t.here {
		rows = append(rows, m.prose(m.words.Sides.Here, m.styles.Accent, width)...)
	}
	return rows
}
