package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/rtl"
)

// settingsScreen shows the settings with their values, to be changed.
type settingsScreen struct{ menu[choice] }

func newSettingsScreen(m *Model) *settingsScreen {
	return &settingsScreen{menu[choice]{items: m.choices}}
}

func (s *settingsScreen) opener() action   { return settings }
func (s *settingsScreen) footer() []action { return []action{down, up, onward, back} }

func (s *settingsScreen) act(m *Model, a action, _ int) tea.Cmd {
	switch c, _ := s.choose(); a {
	case onward, widen:
		return m.step(c.name, 1)
	case narrow:
		return m.step(c.name, -1)
	default:
		s.menu.act(a, m.screenRows()-headRows)
		return nil
	}
}

func (s *settingsScreen) rows(m *Model, width, height int) []row {
	say := m.words.Looks
	columns := 0
	for _, c := range s.items {
		columns = max(columns, int(rtl.StringWidth(say.Names[c.name])))
	}
	columns = min(columns, width/2)
	rows := append(m.screenHead(say.Settings, width), s.draw(height-headRows, func(c choice, selected bool) row {
		name := m.label(columns, rtl.Span{Text: say.Names[c.name], Style: m.styles.Text})
		value := m.natural(max(0, width-columns-2*insetColumns), rtl.Span{Text: say.Value(c.name, c.now(m)), Style: m.styles.Accent})
		return m.selectable(m.inset(width, name, blank(2, rtl.Style{}), value), selected)
	})...)
	if m.settingsPath == "" {
		return rows
	}
	return slices.Concat(rows, []row{blank(width, rtl.Style{})}, m.prose(say.KeptIn+" \u2068"+m.settingsPath+"\u2069", m.styles.Muted, width))
}
