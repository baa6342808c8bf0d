package looks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/keymap"
)

// Rebind gives an action other keys, or those again that it has by itself, and says which it
// has then, and which other actions that concerns.
func (s *Settings) Rebind(to dialog.Rebind) dialog.Action {
	before := s.KeyMap
	var changed []keymap.Rebound
	switch {
	case to.Usual && to.Place > 0:
		key := keymap.Usual().KeyAt(to.Action, to.Place-1)
		if by := before.ActionOf(key); by != "" && by != to.Action {
			return dialog.Say{Text: s.sayStays(key, by)}
		}
		s.KeyMap, changed = before.Rebind(to.Action, before.Placed(to.Action, to.Place-1, key))
	case to.Usual:
		s.KeyMap, changed = before.Unbind(to.Action)
	default:
		s.KeyMap, changed = before.Rebind(to.Action, to.Keys)
	}
	s.Rebound = append(s.Rebound, changed...)
	return dialog.Say{Text: s.sayRebound(to.Action, to.Usual && to.Place == 0, before)}
}

// sayRebound says what keys an action has now, from which actions they were taken, and which
// of its own it does not get back since others have them.
func (s *Settings) sayRebound(a keymap.Action, usual bool, before keymap.Keys) string {
	say := s.Words.Looks.Keys
	labels := s.KeyMap.AllLabels(*s.KeyMap.Of(a), s.Board)
	parts := []string{s.Words.Actions[string(a)] + ": " + say.None}
	if len(labels) > 0 {
		parts[0] = s.Words.Actions[string(a)] + ": \u2066" + strings.Join(labels, " ") + "\u2069"
	}
	for _, key := range s.KeyMap.Of(a).Keys {
		if by := before.ActionOf(key); by != "" && by != a {
			parts = append(parts, fmt.Sprintf(say.Lost, s.actionName(by)))
		}
	}
	if usual {
		for _, key := range keymap.Usual().Of(a).Keys {
			if by := s.KeyMap.ActionOf(key); by != a {
				parts = append(parts, s.sayStays(key, by))
			}
		}
	}
	return strings.Join(slices.Compact(parts), s.Words.Comma)
}

// sayStays says of a key that another action has it still.
func (s *Settings) sayStays(key string, by keymap.Action) string {
	return fmt.Sprintf(s.Words.Looks.Keys.Stays, "\u2066"+s.Board.On.Label(key)+"\u2069", s.actionName(by))
}

// actionName is what an action is called, within a sentence.
func (s *Settings) actionName(a keymap.Action) string {
	return "\u2068" + s.Words.Actions[string(a)] + "\u2069"
}
