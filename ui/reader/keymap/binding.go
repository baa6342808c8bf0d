package keymap

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
)

// Keys are what the keys of the reader do. The zero Keys are those that nobody
// changed.
type Keys struct {
	Bindings []Binding
	chosen   []Chosen // by the user, none of them wrong
}

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
	for _, b := range Defaults {
		keys = append(keys, Chosen{string(b.Action), b.Keys})
	}
	return keys
}

// Choose gives the keys that a user chose, in place of those that were there
// before: a chosen key is no longer that of an action whose keys nobody chose. A choice
// that is wrong is left out, and said at its index among the errors, of which there are as
// many as there are choices. Two actions may exchange their keys; ctrl+c stays what leaves
// the reader.
func Choose(choices []Chosen) (Keys, []error) {
	errs := make([]error, len(choices))
	parsed := make([][]string, len(choices))
	for i, c := range choices {
		parsed[i], errs[i] = c.parse()
	}
	for {
		k := Keys{Bindings: slices.Clone(Defaults)}
		chosen := map[Action]int{}
		for i, c := range choices {
			if errs[i] == nil {
				k.Of(Action(c.Action)).Keys = parsed[i]
				k.chosen = append(k.chosen, Chosen{c.Action, parsed[i]})
				chosen[Action(c.Action)] = i
			}
		}
		k.giveAway(chosen)
		taken, i := k.taken(chosen)
		if taken == nil {
			return k, errs
		}
		errs[i] = *taken
	}
}

// parse checks a choice by itself.
func (c Chosen) parse() (keys []string, err error) {
	if usualKeys.Of(Action(c.Action)) == nil {
		return nil, NoActionError{c.Action}
	}
	for _, name := range c.Keys {
		key, ok := keyboard.Parse(name)
		if !ok && (name != noKey || Action(c.Action) != OpenRelated) {
			return nil, NoKeyError{name}
		}
		keys = append(keys, key)
	}
	if Action(c.Action) == Quit && !slices.Contains(keys, AlwaysQuits) {
		keys = append(keys, AlwaysQuits)
	}
	return withoutRepeated(keys), nil
}

// withoutRepeated returns keys without those that stand among them already.
func withoutRepeated(keys []string) (once []string) {
	for _, key := range keys {
		if key == noKey || !slices.Contains(once, key) {
			once = append(once, key)
		}
	}
	return once
}

// taken finds a key of two actions, of which one is chosen, and the index of the
// later choice of the two.
func (k Keys) taken(chosen map[Action]int) (*TakenError, int) {
	by := map[string]Action{}
	for _, b := range k.Bindings {
		for _, key := range b.Keys {
			if key == noKey {
				continue
			}
			other, ok := by[key]
			if !ok || other == b.Action {
				by[key] = b.Action
				continue
			}
			i, isChosen := chosen[b.Action]
			if j, ok := chosen[other]; ok && (!isChosen || j > i) {
				return &TakenError{key, string(other), string(b.Action)}, j
			}
			return &TakenError{key, string(b.Action), string(other)}, i
		}
	}
	return nil, 0
}

// noKey stands in the place of a key that is another action's, where which of the keys it is
// tells what is to be done. The settings may have it there, too.
const noKey = ""

// giveAway takes keys that were chosen from the actions that have them by themselves, but
// for the one that always leaves the reader.
func (k Keys) giveAway(chosen map[Action]int) {
	var wanted []string
	for a := range chosen {
		wanted = append(wanted, k.Of(a).Keys...)
	}
	for i, b := range k.Bindings {
		if _, ok := chosen[b.Action]; ok {
			continue
		}
		k.Bindings[i].Keys = leave(b.Action, b.Keys, func(key string) bool {
			return key != AlwaysQuits && key != noKey && slices.Contains(wanted, key)
		})
	}
}

// leave returns the keys that an action has left when others are given some of them.
func leave(a Action, keys []string, isGiven func(key string) bool) []string {
	left := slices.Clone(keys)
	if a != OpenRelated {
		return slices.DeleteFunc(left, isGiven)
	}
	for i, key := range left {
		if isGiven(key) {
			left[i] = noKey
		}
	}
	return left
}

// Of is the binding of an action, nil for none.
func (k Keys) Of(a Action) *Binding {
	for i := range k.Bindings {
		if k.Bindings[i].Action == a {
			return &k.Bindings[i]
		}
	}
	return nil
}

// actionOf is what a key does by its name, and which of the keys of that it is.
func (k Keys) actionOf(name string) (Action, int, bool) {
	for _, b := range k.Bindings {
		if i := slices.Index(b.Keys, name); i >= 0 && name != noKey {
			return b.Action, i, true
		}
	}
	return "", 0, false
}

// Labels are the keys of a binding as a keyboard prints them. In the place of some it
// prints what does something else: then the key is the one that prints its name, if
// there is one. A spare key is shown where there is no other.
func (k Keys) Labels(b Binding, board keyboard.Board) (labels []string) {
	for _, key := range b.Keys {
		if key == noKey || len(labels) > 0 && slices.Contains(spareKeys, key) {
			continue
		}
		label := board.On.Label(key)
		if other, _, taken := k.actionOf(label); taken && other != b.Action {
			if label = key; !board.On.Types(key) {
				continue
			}
		}
		labels = append(labels, label)
	}
	return labels
}

// Bound finds the action of a key press, and which of its keys that is, and returns
// the keyboard as it is known by then. The action is "" for a key that does nothing.
func (k Keys) Bound(press tea.KeyPressMsg, board keyboard.Board) (Action, int, keyboard.Board) {
	names, board := keyboard.Names(press, board)
	for _, name := range names {
		if a, i, ok := k.actionOf(name); ok {
			return a, i, board
		}
	}
	return "", 0, board
}
