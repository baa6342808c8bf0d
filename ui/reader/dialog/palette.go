package dialog

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/words"

	tea "charm.land/bubbletea/v2"
)

// Palette shows every action by its name, to be found by typing some of it in either
// language.
type Palette struct {
	*draw.Canvas
	Prompt
	draw.Menu[keymap.Binding]
}

// NewPalette returns the palette with all actions.
func NewPalette(c *draw.Canvas) *Palette {
	p := &Palette{Canvas: c}
	p.Name = func(w *words.Words) string { return w.Palette }
	p.Typed = func(text string) Action { p.narrow(text); return nil }
	p.Answered = func(string) Action { return p.choose() }
	p.Keys = map[string]func(tea.KeyPressMsg) Action{}
	for name, a := range map[string]keymap.Action{"up": keymap.Up, "down": keymap.Down, "pgup": keymap.PageUp, "pgdown": keymap.PageDown} {
		p.Keys[name] = func(tea.KeyPressMsg) Action { p.Act(a, p.ScreenRows()); return nil }
	}
	p.Start(c, "")
	p.narrow("")
	return p
}

// Footer gives no keys: the prompt is there.
func (p *Palette) Footer() []keymap.Action { return nil }

// Asks returns the prompt in which one types.
func (p *Palette) Asks() *Prompt { return &p.Prompt }

// Update narrows the palette, moves in it, or does what is selected.
func (p *Palette) Update(msg tea.Msg) Action {
	switch msg := msg.(type) {
	case Click:
		if p.PointAt(msg.Row, 0) {
			return Close{p.choose()}
		}
		return nil
	case Wheel:
		p.Act(map[bool]keymap.Action{true: keymap.Up, false: keymap.Down}[msg.Steps < 0], p.ScreenRows())
		return nil
	default:
		return p.Prompt.Update(msg)
	}
}

// choose does the action that is selected.
func (p *Palette) choose() Action {
	if b, ok := p.Choose(); ok {
		return Do{b.Action}
	}
	return Say{p.Words.NoCommand}
}

// narrow shows the actions that have every word in their names, those first that
// begin with what is typed.
func (p *Palette) narrow(typed string) {
	p.Menu = draw.Menu[keymap.Binding]{}
	wanted := text.Words(typed)
	var others []keymap.Binding
	for _, b := range p.KeyMap.Bindings {
		if b.Action == keymap.Palette || b.Action == keymap.OpenRelated {
			continue
		}
		name := text.Fold(p.Words.Actions[string(b.Action)])
		all := strings.Join([]string{name, text.Fold(p.Words.Other().Actions[string(b.Action)]), string(b.Action)}, " ")
		switch {
		case slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(all, w) }):
		case strings.HasPrefix(name, text.Fold(strings.TrimSpace(typed))):
			p.Items = append(p.Items, b)
		default:
			others = append(others, b)
		}
	}
	p.Items = append(p.Items, others...)
}

// View draws the actions that are left.
func (p *Palette) View(width, height int) []draw.Row {
	if len(p.Items) == 0 {
		return p.Empty(p.Words.NoCommand, width)
	}
	return p.Draw(height, func(b keymap.Binding, selected bool) draw.Row {
		return p.Selectable(p.KeyRow(b, width), selected)
	})
}
