package reader

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/keyboard"
)

// Keys are what the keys of the reader do. The zero Keys are those that nobody
// changed.
type Keys struct{ bindings []binding }

// Chosen are the keys that the user chose for an action, by their names in the
// settings.
type Chosen struct {
	Action string
	Keys   []string // none: the action has no key
}

// NoActionError is a choice of keys for an action that there is none of.
type NoActionError struct{ Action string }

// NoKeyError is a choice of a key that there is none of.
type NoKeyError struct{ Key string }

// TakenError is a choice of a key for an action that does something else already.
type TakenError struct{ Key, Action, By string }

func (e NoActionError) Error() string { return fmt.Sprintf("there is no action %q", e.Action) }
func (e NoKeyError) Error() string    { return fmt.Sprintf("there is no key %q", e.Key) }
func (e TakenError) Error() string {
	return fmt.Sprintf("the key %s of %s is that of %s", e.Key, e.Action, e.By)
}

// DefaultKeys are the keys of every action as they are before anyone changes them.
func DefaultKeys() (keys []Chosen) {
	for _, b := range keyMap {
		keys = append(keys, Chosen{string(b.action), b.keys})
	}
	return keys
}

// Choose gives the keys that a user chose, in place of those that were there
// before. A choice that is wrong is left out, and said at its index among the
// errors, of which there are as many as there are choices. Two actions may
// exchange their keys; ctrl+c stays what leaves the reader.
func Choose(choices []Chosen) (Keys, []error) {
	errs := make([]error, len(choices))
	parsed := make([][]string, len(choices))
	for i, c := range choices {
		parsed[i], errs[i] = c.parse()
	}
	for {
		k := Keys{slices.Clone(keyMap)}
		chosen := map[action]int{}
		for i, c := range choices {
			if errs[i] == nil {
				k.of(action(c.Action)).keys = parsed[i]
				chosen[action(c.Action)] = i
			}
		}
		k.giveSpare(chosen)
		taken, i := k.taken(chosen)
		if taken == nil {
			return k, errs
		}
		errs[i] = *taken
	}
}

// parse checks a choice by itself.
func (c Chosen) parse() (keys []string, err error) {
	if (Keys{keyMap}).of(action(c.Action)) == nil {
		return nil, NoActionError{c.Action}
	}
	for _, name := range c.Keys {
		key, ok := keyboard.Parse(name)
		if !ok {
			return nil, NoKeyError{name}
		}
		keys = append(keys, key)
	}
	if action(c.Action) == quit && !slices.Contains(keys, alwaysQuits) {
		keys = append(keys, alwaysQuits)
	}
	return slices.Compact(keys), nil
}

// taken finds a key of two actions, of which one is chosen, and the index of the
// later choice of the two.
func (k Keys) taken(chosen map[action]int) (*TakenError, int) {
	by := map[string]action{}
	for _, b := range k.bindings {
		for _, key := range b.keys {
			other, ok := by[key]
			if !ok || other == b.action {
				by[key] = b.action
				continue
			}
			i, isChosen := chosen[b.action]
			if j, ok := chosen[other]; ok && (!isChosen || j > i) {
				return &TakenError{key, string(other), string(b.action)}, j
			}
			return &TakenError{key, string(b.action), string(other)}, i
		}
	}
	return nil, 0
}

// giveSpare takes spare keys that were chosen from the actions that have them by
// themselves.
func (k Keys) giveSpare(chosen map[action]int) {
	var wanted []string
	for a := range chosen {
		wanted = append(wanted, k.of(a).keys...)
	}
	for i, b := range k.bindings {
		if _, ok := chosen[b.action]; !ok {
			k.bindings[i].keys = slices.DeleteFunc(slices.Clone(b.keys), func(key string) bool {
				return slices.Contains(spare, key) && slices.Contains(wanted, key)
			})
		}
	}
}

// of is the binding of an action, nil for none.
func (k Keys) of(a action) *binding {
	for i := range k.bindings {
		if k.bindings[i].action == a {
			return &k.bindings[i]
		}
	}
	return nil
}

// actionOf is what a key does by its name, and which of the keys of that it is.
func (k Keys) actionOf(name string) (action, int, bool) {
	for _, b := range k.bindings {
		if i := slices.Index(b.keys, name); i >= 0 {
			return b.action, i, true
		}
	}
	return "", 0, false
}

// labels are the keys of a binding as the keyboard prints them. In the place of some
// it prints what does something else: then the key is the one that prints its name,
// if there is one. A spare key is shown where there is no other.
func (m *Model) labels(b binding) (labels []string) {
	for _, key := range b.keys {
		if len(labels) > 0 && slices.Contains(spare, key) {
			continue
		}
		label := m.board.On.Label(key)
		if other, _, taken := m.keyMap.actionOf(label); taken && other != b.action {
			if label = key; !m.board.On.Types(key) {
				continue
			}
		}
		labels = append(labels, label)
	}
	return labels
}

// bound finds the action of a key press, and which of its keys that is. It is ""
// for a key that does nothing.
func (m *Model) bound(press tea.KeyPressMsg) (action, int) {
	var names []string
	names, m.board = keyboard.Names(press, m.board)
	for _, name := range names {
		if a, i, ok := m.keyMap.actionOf(name); ok {
			return a, i
		}
	}
	return "", 0
}
