package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/prompt"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// Prompt asks for a text in the footer.
type Prompt struct {
	prompt.Line

	// Name says what is asked for.
	Name func(*words.Words) string
	// Typed is done whenever the text has changed; Answered when it is whole, and
	// GivenUp when there is to be no answer. Each may be nil.
	Typed, Answered func(text string) Action
	GivenUp         func() Action
	// Pasted takes a text of several lines; where it is nil that is typed as one.
	Pasted func(text string) Action
	// Keys do something else than edit the text, by their names.
	Keys map[string]func(tea.KeyPressMsg) Action

	words *words.Words // of what is said of a paste
}

// Start puts a text into a prompt before it is opened, with the letters of a screen.
func (p *Prompt) Start(c *draw.Canvas, text string) *Prompt {
	p.words = c.Words
	p.Letters = rtl.Options{Protocols: rtl.AllProtocols, HideMarks: c.Options.HideMarks, Shaping: c.Options.Shaping}
	p.Set(text)
	return p
}

// Set puts a text in the place of the one there is.
func (p *Prompt) Set(text string) { p.Text, p.Cursor = text, rtl.Offset(len(text)) }

// Asks returns the prompt itself.
func (p *Prompt) Asks() *Prompt { return p }

// Update takes keys and pasted text.
func (p *Prompt) Update(msg tea.Msg) Action {
	switch msg := msg.(type) {
	case Key:
		return p.press(msg.Press)
	case tea.PasteMsg:
		if p.Pasted != nil && SeveralLines(msg.Content) {
			if len(msg.Content) >= terminal.MaxPaste {
				return Say{p.words.Intake.TooLong}
			}
			return Close{p.Pasted(msg.Content)}
		}
		if !p.Insert(msg.Content) {
			return Many{Say{p.words.TooLong}, p.changed()}
		}
		return p.changed()
	case Click:
		return nil
	default:
		return Pass{}
	}
}

// press takes a key.
func (p *Prompt) press(key tea.KeyPressMsg) Action {
	name := key.String()
	if selected := p.Selected(); selected != "" {
		switch name {
		case "ctrl+c":
			return Copy{selected}
		case "ctrl+x":
			return Many{Copy{p.Cut()}, p.changed()}
		}
	}
	switch {
	case name == "esc", name == "ctrl+c", name == "backspace" && p.Text == "":
		if p.GivenUp == nil {
			return Close{}
		}
		return Close{p.GivenUp()}
	case name == "enter":
		if p.Answered == nil {
			return Close{}
		}
		return Close{p.Answered(p.Text)}
	}
	if do, ok := p.Keys[name]; ok {
		return do(key)
	}
	before := p.Text
	if !p.Edit(key) || p.Text == before {
		return nil
	}
	return p.changed()
}

// changed does what a change of the text does.
func (p *Prompt) changed() Action {
	if p.Typed == nil {
		return nil
	}
	return p.Typed(p.Text)
}

// SeveralLines tells a text from a line.
func SeveralLines(text string) bool { return strings.Contains(strings.TrimSpace(text), "\n") }
