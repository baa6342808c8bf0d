package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/articles/text"
	"warraq/ui/words"
)

// paletteScreen shows every action by its name, to be found by typing some of it
// in either language.
type paletteScreen struct{ menu[binding] }

// paletteQuestion narrows the palette as one types, and does what is selected.
var paletteQuestion = &question{
	name:     func(w *words.Words) string { return w.Palette },
	typed:    func(m *Model, text string) tea.Cmd { m.screen().(*paletteScreen).narrow(m, text); return nil },
	answered: func(m *Model, _ string) tea.Cmd { return m.screen().(*paletteScreen).act(m, onward, 0) },
	givenUp:  (*Model).closeScreen,
	keys:     paletteKeys(),
}

// paletteKeys move in the palette while one types.
func paletteKeys() map[string]func(*Model, tea.KeyPressMsg) tea.Cmd {
	keys := map[string]func(*Model, tea.KeyPressMsg) tea.Cmd{}
	for name, a := range map[string]action{"up": up, "down": down, "pgup": pageUp, "pgdown": pageDown} {
		keys[name] = func(m *Model, _ tea.KeyPressMsg) tea.Cmd { return m.screen().act(m, a, 0) }
	}
	return keys
}

func (m *Model) openPalette() tea.Cmd {
	p := &paletteScreen{}
	p.narrow(m, "")
	return tea.Batch(m.openScreen(p), m.ask(paletteQuestion, ""))
}

func (p *paletteScreen) opener() action   { return palette }
func (p *paletteScreen) footer() []action { return []action{down, up, onward, back} }

// narrow shows the actions that have every word in their names, those first that
// begin with what is typed.
func (p *paletteScreen) narrow(m *Model, typed string) {
	p.menu = menu[binding]{}
	wanted := text.Words(typed)
	var others []binding
	for _, b := range m.keyMap.bindings {
		if b.action == palette || b.action == openRelated {
			continue
		}
		name := text.Fold(m.words.Actions[string(b.action)])
		all := strings.Join([]string{name, text.Fold(m.words.Other().Actions[string(b.action)]), string(b.action)}, " ")
		switch {
		case slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(all, w) }):
		case strings.HasPrefix(name, text.Fold(strings.TrimSpace(typed))):
			p.items = append(p.items, b)
		default:
			others = append(others, b)
		}
	}
	p.items = append(p.items, others...)
}

func (p *paletteScreen) act(m *Model, a action, _ int) tea.Cmd {
	if a != onward {
		p.menu.act(a, m.screenRows())
		return nil
	}
	b, ok := p.choose()
	if !ok {
		m.notice = m.words.NoMatch
	}
	closed := m.closeScreen()
	if !ok {
		return closed
	}
	return tea.Batch(closed, m.do(b.action, 0))
}

func (p *paletteScreen) rows(m *Model, width, height int) []row {
	if len(p.items) == 0 {
		return m.empty(m.words.NoMatch, width)
	}
	return p.draw(height, func(b binding, selected bool) row {
		return m.selectable(m.keyRow(b, width), selected)
	})
}
