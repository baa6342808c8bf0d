package dialog

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/draw"
)

// Stack holds the dialogs that are open, the topmost last.
type Stack struct {
	open   []Dialog
	opened int // since the reader started
	// late is the dialog that was opened by an answer, and does not take the keys
	// until then: they may have been pressed before it was seen.
	late  Dialog
	until time.Time
}

// Push opens a dialog above all others.
func (s *Stack) Push(d Dialog) {
	s.open = append(s.open, d)
	s.opened++
}

// Mark returns what stands for the dialogs that have been opened until now.
func (s *Stack) Mark() int { return s.opened }

// PushLate opens a dialog by an answer to what was asked for when [Stack.Mark] was
// mark, and tells whether it did: not where another dialog has the keys since. Until a
// time the keys go to what lies beneath.
func (s *Stack) PushLate(d Dialog, mark int, until time.Time) bool {
	if mark != s.opened {
		return false
	}
	s.Push(d)
	s.late, s.until = d, until
	return true
}

// Close takes a dialog away, wherever it lies.
func (s *Stack) Close(d Dialog) {
	s.open = slices.DeleteFunc(s.open, func(o Dialog) bool { return o == d })
}

// EndDrag ends what a pressed button of the mouse does, if one is.
func (s *Stack) EndDrag() {
	s.open = slices.DeleteFunc(s.open, func(d Dialog) bool { _, is := d.(*Drag); return is })
}

// IsEmpty tells whether the panes have the keys.
func (s *Stack) IsEmpty() bool { return len(s.open) == 0 }

// Screen returns the topmost screen, nil where the panes are seen.
func (s *Stack) Screen() Screen {
	for _, d := range slices.Backward(s.open) {
		if screen, ok := d.(Screen); ok {
			return screen
		}
	}
	return nil
}

// Prompt returns the prompt that stands in the footer, nil for none.
func (s *Stack) Prompt() *Prompt {
	for _, d := range slices.Backward(s.open) {
		switch d := d.(type) {
		case Asker:
			return d.Asks()
		case Screen:
			return nil
		}
	}
	return nil
}

// TakesKeys tells whether the topmost dialog takes whatever key is pressed as itself.
func (s *Stack) TakesKeys() bool {
	if len(s.open) == 0 {
		return false
	}
	d, ok := s.open[len(s.open)-1].(interface{ TakesKeys() bool })
	return ok && d.TakesKeys()
}

// Hints returns the keys of the topmost dialog that has words of its own for them, nil where
// none has or a screen lies over it.
func (s *Stack) Hints() []draw.Hint {
	for _, d := range slices.Backward(s.open) {
		if h, ok := d.(Hinter); ok {
			if hints := h.Hints(); hints != nil {
				return hints
			}
		}
		if _, covers := d.(Screen); covers {
			return nil
		}
	}
	return nil
}

// Update gives a message to the dialogs from the topmost on, and returns what the
// first that takes it asks for, and which one that is: nil for none.
func (s *Stack) Update(msg tea.Msg, now time.Time) (Action, Dialog) {
	_, pressed := msg.(Key)
	_, moved := msg.(Motion)
	for _, d := range slices.Backward(s.open) {
		if _, covers := d.(Screen); covers && moved {
			return nil, d // what lies beneath is not seen
		}
		if pressed && d == s.late && now.Before(s.until) {
			continue
		}
		if action := d.Update(msg); action != (Pass{}) {
			return action, d
		}
	}
	return nil, nil
}
