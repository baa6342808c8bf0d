package dialog

import (
	"slices"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// Map draws what lies around an article, two steps far: the article at the right, its
// branches from it, their twigs at the left.
type Map struct {
	baseScreen
	title string
	tree  []mapNode
	at    mapPosition
	top   int
}

// NewMap returns the map of a neighbourhood, in the middle of which is an article with
// a title.
func NewMap(c *draw.Canvas, title string, n store.Neighbourhood) *Map {
	return &Map{baseScreen: baseScreen{Canvas: c, opener: keymap.Neighbours}, title: title, tree: mapBranches(n), at: mapPosition{0, -1}}
}

// Footer gives the keys of the map.
func (s *Map) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Onward, keymap.Back}
}

// Update goes about on the map, and opens what is selected.
func (s *Map) Update(msg tea.Msg) Action {
	if key := arrowKey(msg); key != "" {
		s.at = s.at.steered(s.tree, key)
		return nil
	}
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	mv, moves := draw.Movements[a]
	switch {
	case moves && len(s.tree) > 0:
		list := s.at.level(s.tree)
		s.at = list[draw.Clamp(slices.Index(list, s.at)+mv.In(len(list)), len(list)-1)]
	case a == keymap.Onward:
		if n, ok := s.at.on(s.tree); ok {
			return Close{Open{ID: n.entry.ID, Position: WhereLeft, Jumped: true}}
		}
	}
	return nil
}

// What the map is drawn with. A branch leaves the trunk, and twigs a branch, to
// the left.
const (
	mapLine   = "─"
	mapTrunk  = '│'
	mapLeave  = '┤' // the trunk goes on
	mapLast   = '┘'
	mapFirst  = '┬' // of several twigs
	mapHere   = "◉ "
	mapJoints = 3 // columns of a joint and what leads to it from either side
)

// View draws the map. It grows from the right in every language, as the articles read on it.
func (s *Map) View(width, height int) []draw.Row {
	defer func(fromLeft bool) { s.FromLeft = fromLeft }(s.FromLeft)
	s.FromLeft = false
	below := s.note(width)
	room := height - draw.HeadRows - 1 - len(below)
	if room < 3 {
		below, room = nil, height-draw.HeadRows-1
	}
	drawn, at := s.draw(max(0, width-2*draw.InsetColumns))
	room = max(room, 1)
	s.top = draw.Scroll(s.top, at, room, len(drawn))
	var rows []draw.Row
	for _, r := range drawn[s.top:min(len(drawn), s.top+room)] {
		rows = append(rows, s.Inset(width, r))
	}
	rows = draw.Fit(rows, width, room)
	here := s.Natural(width-2*draw.InsetColumns, rtl.Span{Text: mapHere + s.title, Style: s.Styles.Accent})
	return slices.Concat(s.ScreenHead(s.Words.Sides.Map, width), []draw.Row{s.Inset(width, here)}, rows, below)
}

// draw draws the tree, and gives the row of what is selected.
func (s *Map) draw(width int) (rows []draw.Row, at int) {
	line := s.Styles.Border
	joint := func(glyph string) draw.Row { return s.Drawn(glyph, line) }
	room := max(0, width-2*mapJoints)
	branch := room
	if slices.ContainsFunc(s.tree, func(n mapNode) bool { return len(n.twigs) > 0 }) {
		branch = room / 2
	}
	twig := room - branch
	for b, n := range s.tree {
		last := b == len(s.tree)-1
		for i := range max(1, len(n.twigs)) {
			var r draw.Row
			if i < len(n.twigs) {
				r = append(s.label(n.twigs[i], twig, s.at == mapPosition{b, i}, ' '), joint(mapTwig(i, len(n.twigs)))...)
			} else {
				r = draw.Blank(twig+mapJoints, rtl.Style{})
			}
			if s.at == (mapPosition{b, i}) {
				at = len(rows)
			}
			switch {
			case i == 0:
				fill := ' '
				if len(n.twigs) > 0 {
					fill = '─'
				}
				if s.at == (mapPosition{b, -1}) {
					at = len(rows)
				}
				end := " " + mapLine + string(mapLeave)
				if last {
					end = " " + mapLine + string(mapLast)
				}
				r = append(append(r, s.label(n, branch, s.at == mapPosition{b, -1}, fill)...), joint(end)...)
			case last:
				r = append(r, draw.Blank(branch+mapJoints, rtl.Style{})...)
			default:
				r = append(append(r, draw.Blank(branch, rtl.Style{})...), joint("  "+string(mapTrunk))...)
			}
			rows = append(rows, r)
		}
	}
	return rows, at
}

// mapTwig is what binds a twig to its branch: the joint with what leads to the
// twig at its left, and for the first one, to the branch at its right.
func mapTwig(i, of int) string {
	switch {
	case of == 1:
		return " " + mapLine + mapLine
	case i == 0:
		return " " + mapLine + string(mapFirst)
	case i == of-1:
		return " " + mapLine + string(mapLast)
	default:
		return " " + mapLine + string(mapLeave)
	}
}

// label is the title of a node at the right of so many columns; what is left of
// them is filled.
func (s *Map) label(n mapNode, width int, selected bool, fill rune) draw.Row {
	style := s.Styles.Text
	if !n.entry.Full {
		style = s.Styles.Muted
	}
	r := s.Natural(max(0, width-2), rtl.Span{Text: n.entry.Title, Style: style})
	r = s.Selectable(r, selected)
	rest := width - int(rtl.Width(r))
	if rest < 1 {
		return draw.Refit(r, int(rtl.Width(r)), width)
	}
	return append(append(draw.Repeat(fill, rest-1, s.Styles.Border), draw.Blank(1, rtl.Style{})...), r...)
}

// note is what is said below the map of what is selected.
func (s *Map) note(width int) []draw.Row {
	n, ok := s.at.on(s.tree)
	if !ok {
		return nil
	}
	said := s.Words.Reason(n.why)
	if meta := s.Meta(n.entry); meta != "" {
		said = meta + " · " + said
	}
	rows := append([]draw.Row{draw.Blank(width, rtl.Style{})}, s.Prose(n.entry.Title, s.Styles.Title, width)...)
	return append(rows, s.Prose(said, s.Styles.Muted, width)...)
}
