package dialog

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// Trail shows the way along which one came, article after article from the right, and
// what one went back from behind it; it goes to any point of that.
type Trail struct {
	baseScreen
	places         []string // their titles
	here, selected int
	goTo           func(int) Action
}

// NewTrail returns the screen of a way by the titles along it, of which one is here;
// goTo is what is done with the one that is chosen.
func NewTrail(c *draw.Canvas, titles []string, here int, goTo func(int) Action) *Trail {
	return &Trail{baseScreen: baseScreen{Canvas: c, opener: keymap.Trail}, places: titles, here: here, selected: max(0, here-1), goTo: goTo}
}

// Footer gives the keys of the trail.
func (t *Trail) Footer() []keymap.Action { return []keymap.Action{keymap.Onward, keymap.Back} }

// Update goes along the way as it is drawn, to the left.
func (t *Trail) Update(msg tea.Msg) Action {
	if by := map[string]int{"left": 1, "down": 1, "right": -1, "up": -1}[arrowKey(msg)]; by != 0 {
		t.selected = draw.Clamp(t.selected+by, len(t.places)-1)
		return nil
	}
	a, out := t.take(msg)
	if a == "" {
		return out
	}
	mv, moves := draw.Movements[a]
	switch {
	case moves:
		t.selected = draw.Clamp(t.selected+mv.In(len(t.places)), len(t.places)-1)
	case a == keymap.Onward:
		return Close{t.goTo(t.selected)}
	}
	return nil
}

// crumbColumns is how much of a title stands in the trail.
const crumbColumns = 40

// trailCrumb is a title of the trail, with an order of its own.
func trailCrumb(title string) string {
	if runes := []rune(title); len(runes) > crumbColumns {
		title = string(runes[:crumbColumns])
		if last := strings.LastIndexByte(title, ' '); last > 0 {
			title = title[:last]
		}
		title += "…"
	}
	return "\u2068" + title + "\u2069"
}

// View draws the way.
func (t *Trail) View(width, height int) []draw.Row {
	var spans []rtl.Span
	ends := 0 // how many spans reach to the end of the selected one
	for i, p := range t.places {
		if i > 0 {
			spans = append(spans, rtl.Span{Text: " › ", Style: t.Styles.Muted})
		}
		style := t.Styles.Text
		switch i {
		case t.selected:
			style = t.Styles.Selected
		case t.here:
			style = t.Styles.Accent
		}
		spans = append(spans, rtl.Span{Text: trailCrumb(p), Style: style})
		if i == t.selected {
			ends = len(spans)
		}
	}
	columns := width - 2*draw.InsetColumns
	var text []draw.Row
	for _, r := range t.Paragraph(spans, columns, mostCrumbs) {
		text = append(text, t.Inset(width, r))
	}
	below := t.note(width)
	room := max(1, height-draw.HeadRows-len(below))
	first := max(0, len(t.Paragraph(spans[:ends], columns, mostCrumbs))-room)
	text = text[min(first, len(text)):]
	return slices.Concat(t.ScreenHead(t.Words.Sides.Trail, width), text[:min(room, len(text))], below)
}

// mostCrumbs is more rows than a trail is drawn in.
const mostCrumbs = 2000

// note is what is said below the trail of the selected point.
func (t *Trail) note(width int) []draw.Row {
	p := t.places[t.selected]
	rows := append([]draw.Row{draw.Blank(width, rtl.Style{})}, t.Prose(p, t.Styles.Title, width)...)
	if t.selected == t.here {
		rows = append(rows, t.Prose(t.Words.Sides.Here, t.Styles.Accent, width)...)
	}
	return rows
}
