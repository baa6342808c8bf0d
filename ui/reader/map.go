package reader

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/rtl"
)

// mapScreen draws what lies around the open article, two steps far: the article
// at the right, its branches from it, their twigs at the left.
type mapScreen struct {
	title string
	tree  []node
	at    spot
	top   int
}

// mapLoaded answers openMap.
type mapLoaded struct {
	of  store.Entry
	n   store.Neighbourhood
	err error
}

func (m *Model) openMap() tea.Cmd {
	e := m.article.item.Entry
	if e.ID == "" {
		m.notice = m.words.NothingOpen
		return nil
	}
	library := m.library
	return m.jobs.Ask(mapJob, func(ctx context.Context) tea.Msg {
		n, err := library.Neighbourhood(ctx, e.ID)
		return mapLoaded{e, n, err}
	})
}

// tookMap shows the map, unless one has gone on since.
func (m *Model) tookMap(msg mapLoaded) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
		return nil
	case m.screen() != nil || m.asking != nil:
		return nil
	case len(msg.n.Articles) < 2:
		m.notice = m.words.Sides.NoMap
		return nil
	}
	return m.openScreen(&mapScreen{title: msg.of.Title, tree: branches(msg.n), at: spot{0, -1}})
}

func (s *mapScreen) opener() action   { return neighbours }
func (s *mapScreen) footer() []action { return []action{down, up, onward, back} }
func (s *mapScreen) arrow(key string) { s.at = s.at.steered(s.tree, key) }

func (s *mapScreen) act(m *Model, a action, _ int) tea.Cmd {
	mv, moves := movements[a]
	switch {
	case moves:
		list := s.at.level(s.tree)
		s.at = list[clamp(slices.Index(list, s.at)+mv.in(len(list)), len(list)-1)]
	case a == onward:
		n, ok := s.at.on(s.tree)
		if !ok {
			return nil
		}
		m.leave()
		return tea.Batch(m.closeScreen(), m.visit(place{id: n.entry.ID, position: whereLeft, focus: articlePane, jumped: true}))
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

func (s *mapScreen) rows(m *Model, width, height int) []row {
	below := s.note(m, width)
	room := height - headRows - 1 - len(below)
	if room < 3 {
		below, room = nil, height-headRows-1
	}
	drawn, at := s.draw(m, max(0, width-2*insetColumns))
	room = max(room, 1)
	s.top = scroll(s.top, at, room, len(drawn))
	var rows []row
	for _, r := range drawn[s.top:min(len(drawn), s.top+room)] {
		rows = append(rows, m.inset(width, r))
	}
	rows = fit(rows, width, room)
	here := m.natural(width-2*insetColumns, rtl.Span{Text: mapHere + s.title, Style: m.styles.Accent})
	return slices.Concat(m.screenHead(m.words.Sides.Map, width), []row{m.inset(width, here)}, rows, below)
}

// draw draws the tree, and gives the row of what is selected.
func (s *mapScreen) draw(m *Model, width int) (rows []row, at int) {
	line := m.styles.Border
	joint := func(glyph string) row { return m.drawn(glyph, line) }
	room := max(0, width-2*mapJoints)
	branch := room
	if slices.ContainsFunc(s.tree, func(n node) bool { return len(n.twigs) > 0 }) {
		branch = room / 2
	}
	twig := room - branch
	for b, n := range s.tree {
		last := b == len(s.tree)-1
		for i := range max(1, len(n.twigs)) {
			var r row
			if i < len(n.twigs) {
				r = append(s.label(m, n.twigs[i], twig, s.at == spot{b, i}, ' '), joint(mapTwig(i, len(n.twigs)))...)
			} else {
				r = blank(twig+mapJoints, rtl.Style{})
			}
			if s.at == (spot{b, i}) {
				at = len(rows)
			}
			switch {
			case i == 0:
				fill := ' '
				if len(n.twigs) > 0 {
					fill = '─'
				}
				if s.at == (spot{b, -1}) {
					at = len(rows)
				}
				end := " " + mapLine + string(mapLeave)
				if last {
					end = " " + mapLine + string(mapLast)
				}
				r = append(append(r, s.label(m, n, branch, s.at == spot{b, -1}, fill)...), joint(end)...)
			case last:
				r = append(r, blank(branch+mapJoints, rtl.Style{})...)
			default:
				r = append(append(r, blank(branch, rtl.Style{})...), joint("  "+string(mapTrunk))...)
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
func (s *mapScreen) label(m *Model, n node, width int, selected bool, fill rune) row {
	style := m.styles.Text
	if !n.entry.Full {
		style = m.styles.Muted
	}
	r := m.natural(max(0, width-2), rtl.Span{Text: n.entry.Title, Style: style})
	r = m.selectable(r, selected)
	rest := width - int(rtl.Width(r))
	if rest < 1 {
		return refit(r, int(rtl.Width(r)), width)
	}
	return append(append(repeat(fill, rest-1, m.styles.Border), blank(1, rtl.Style{})...), r...)
}

// drawn is a row of characters that stand as they are.
func (m *Model) drawn(text string, style rtl.Style) (r row) {
	for _, glyph := range text {
		r = append(r, repeat(glyph, 1, style)...)
	}
	return r
}

// note is what is said below the map of what is selected.
func (s *mapScreen) note(m *Model, width int) []row {
	n, ok := s.at.on(s.tree)
	if !ok {
		return nil
	}
	said := m.words.Reason(n.why)
	if meta := m.meta(n.entry); meta != "" {
		said = meta + " · " + said
	}
	rows := append([]row{blank(width, rtl.Style{})}, m.prose(n.entry.Title, m.styles.Title, width)...)
	return append(rows, m.prose(said, m.styles.Muted, width)...)
}
