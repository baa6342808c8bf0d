package dialog

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/keymap"
)

// Rebind gives an action other keys; Usual gives it those again that it has by itself, or the
// one in a place, from 1.
type Rebind struct {
	Action keymap.Action
	Keys   []string
	Usual  bool
	Place  int
}

// keyWait waits for the key of an action.
type keyWait struct {
	action keymap.Action
	place  int  // of the key, from 1, 0 for any
	adds   bool // to the keys that it has
	// taken is a key that was pressed and is another action's: pressed once more it is
	// taken from there.
	taken   string
	unknown bool // the last one was none that can be chosen
}

// TakesKeys tells that whatever key is pressed next is meant as itself.
func (s *Settings) TakesKeys() bool { return s.waits != nil }

// changeKeys changes the keys of an action, or one of them, by what a key does on this screen.
func (s *Settings) changeKeys(c *Setting, a keymap.Action) Action {
	of := keymap.Action(c.Name)
	switch a {
	case keymap.Narrow:
		if c.Place > 0 {
			return Rebind{Action: of, Keys: s.KeyMap.Placed(of, c.Place-1, "")}
		}
		keys, ok := s.KeyMap.WithoutLast(of)
		if !ok {
			return nil
		}
		return Rebind{Action: of, Keys: keys}
	case keymap.Remove:
		return Rebind{Action: of, Usual: true, Place: c.Place}
	default:
		s.waits = &keyWait{action: of, place: c.Place, adds: a == keymap.Widen}
		return nil
	}
}

// takeKey takes the key that is waited for.
func (s *Settings) takeKey(msg tea.Msg) Action {
	switch msg := msg.(type) {
	case Key:
		return s.takePress(msg.Press)
	case Click:
		s.waits = nil
		return nil
	case Wheel, tea.PasteMsg:
		return nil
	default:
		return Pass{}
	}
}

// takePress binds a pressed key, unless it is Esc, which gives up, or another action has it.
func (s *Settings) takePress(press tea.KeyPressMsg) Action {
	w := s.waits
	if press.Code == tea.KeyEscape {
		s.waits = nil
		return nil
	}
	name, ok := keymap.NameOf(press, s.Board)
	w.unknown = !ok
	if !ok {
		return nil
	}
	if by := s.KeyMap.ActionOf(name); by != "" && by != w.action && w.taken != name {
		w.taken = name
		return nil
	}
	s.waits = nil
	keys := []string{name}
	if w.place > 0 {
		keys = s.KeyMap.Placed(w.action, w.place-1, name)
	} else if w.adds {
		if s.KeyMap.ActionOf(name) == w.action {
			return nil
		}
		keys = s.KeyMap.With(w.action, name)
	}
	return Rebind{Action: w.action, Keys: keys}
}

// asked says which key is waited for, and what is in the way of the one that was pressed.
func (s *Settings) asked() string {
	say, w := s.Words.Looks.Keys, s.waits
	switch {
	case w.unknown:
		return say.Unknown
	case w.taken != "":
		return fmt.Sprintf(say.Taken, "\u2066"+s.Board.On.Label(w.taken)+"\u2069", isolated(s.Words.Actions[string(s.KeyMap.ActionOf(w.taken))]))
	default:
		return fmt.Sprintf(say.Ask, isolated(s.keyName(w.action, w.place)))
	}
}

// keyName is what an action is called, with the number of its key where that has one.
func (s *Settings) keyName(a keymap.Action, place int) string {
	name := s.Words.Actions[string(a)]
	if place > 0 {
		name += " " + strconv.Itoa(place)
	}
	return name
}

// usualKeys names the keys that an action has by itself, or the one in its place.
func (s *Settings) usualKeys(c *Setting) string {
	say, usual := s.Words.Looks.Keys, keymap.Usual()
	labels := s.labelsIn(usual, c)
	if len(labels) == 0 {
		return say.Defaults + " " + say.None
	}
	return say.Defaults + " \u2066" + strings.Join(labels, " ") + "\u2069"
}

// labelsIn returns the keys of a setting among some keys as they are printed on the keyboard.
func (s *Settings) labelsIn(keys keymap.Keys, c *Setting) []string {
	a := keymap.Action(c.Name)
	if c.Place == 0 {
		return keys.AllLabels(*keys.Of(a), s.Board)
	}
	if key := keys.KeyAt(a, c.Place-1); key != "" {
		return []string{keys.LabelOf(key, s.Board)}
	}
	return nil
}
