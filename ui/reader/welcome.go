package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/rtl"
	"warraq/ui/words"
)

// welcomeScreen is what a reader sees first, once: whether the letters read
// right, the keys that matter, and the way to the guide.
type welcomeScreen struct{ menu[way] }

// way is where one goes from the welcome.
type way struct {
	name func(words.Welcome) string
	lead func(*Model) tea.Cmd
}

// guide is the name of the article that the welcome leads to.
const guide = "guide-1-first-steps"

func newWelcomeScreen() *welcomeScreen {
	return &welcomeScreen{menu[way]{items: []way{
		{func(w words.Welcome) string { return w.Read }, func(*Model) tea.Cmd { return nil }},
		{func(w words.Welcome) string { return w.Guide }, func(m *Model) tea.Cmd {
			return m.visit(place{id: store.BundledID(guide), position: whereLeft, focus: articlePane})
		}},
	}}}
}

func (s *welcomeScreen) opener() action   { return welcome }
func (s *welcomeScreen) footer() []action { return []action{down, up, onward, nextForm} }

func (s *welcomeScreen) act(m *Model, a action, _ int) tea.Cmd {
	switch a {
	case onward:
		chosen, _ := s.choose()
		return tea.Batch(m.closeScreen(), chosen.lead(m))
	case nextForm:
		return m.cycleForm()
	default:
		s.menu.act(a, len(s.items))
		return nil
	}
}

// welcomeKeys are the keys that matter.
var welcomeKeys = []action{onward, back, filterList, help, quit}

func (s *welcomeScreen) rows(m *Model, width, height int) []row {
	say := m.words.Welcome
	var free []row
	if height > 20 {
		free = []row{blank(width, rtl.Style{})}
	}
	sample := m.label(min(width-2*insetColumns, int(rtl.StringWidth(words.Arabic().Terminal.Line))),
		rtl.Span{Text: words.Arabic().Terminal.Line, Style: m.styles.Accent})
	parts := [][]row{
		m.prose(say.Title, m.styles.Title, width), free,
		m.prose(say.Reads, m.styles.Text, width), {m.inset(width, sample)},
		m.prose(say.Otherwise, m.styles.Muted, width), free,
	}
	for _, a := range welcomeKeys {
		parts = append(parts, []row{m.keyRow(*m.keyMap.of(a), width)})
	}
	ways := s.draw(len(s.items), func(w way, selected bool) row {
		return m.selectable(m.inset(width, m.natural(width-2*insetColumns, rtl.Span{Text: w.name(say), Style: m.styles.Text})), selected)
	})
	rows := slices.Concat(parts...)
	// Where there is too little room the ways on stay in sight.
	rows = rows[:min(len(rows), max(0, height-len(ways)-len(free)))]
	return slices.Concat(rows, free, ways)
}
