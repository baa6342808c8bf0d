package keymap

import (
	"slices"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
)

// usualKeys are the keys that nobody changed.
var usualKeys = Keys{Bindings: Defaults}

// Usual returns the keys that nobody changed.
func Usual() Keys { return usualKeys }

// Rebound is an action whose keys were changed while one reads.
type Rebound struct {
	Chosen
	Usual bool // it has the keys again that it has by itself
}

// Rebind gives an action keys in the place of those that it has, and takes them from the
// actions that have them. It returns the keys as they are then, and what is to be kept of
// them.
func (k Keys) Rebind(a Action, keys []string) (Keys, []Rebound) {
	var chosen []Chosen
	var changed []Rebound
	for _, c := range k.chosen {
		if c.Action == string(a) {
			continue
		}
		left := leave(Action(c.Action), c.Keys, func(key string) bool { return slices.Contains(keys, key) })
		if c = (Chosen{c.Action, left}); !slices.Equal(left, k.Of(Action(c.Action)).Keys) {
			changed = append(changed, Rebound{Chosen: c})
		}
		chosen = append(chosen, c)
	}
	own := Rebound{Chosen: Chosen{string(a), keys}}
	if own.Usual = slices.Equal(keys, usualKeys.Of(a).Keys); !own.Usual {
		chosen = append(chosen, own.Chosen)
	}
	next, _ := Choose(chosen)
	return next, append(changed, own)
}

// Unbind gives an action the keys again that it has by itself, but for those that were chosen
// for others. It returns the keys as they are then, and what is to be kept of them.
func (k Keys) Unbind(a Action) (Keys, []Rebound) {
	chosen := slices.DeleteFunc(slices.Clone(k.chosen), func(c Chosen) bool { return c.Action == string(a) })
	next, _ := Choose(chosen)
	return next, []Rebound{{Chosen: Chosen{Action: string(a)}, Usual: true}}
}

// With returns the keys of an action with one more, which takes the place of one that was given
// to another action, if there is such a place.
func (k Keys) With(a Action, key string) []string {
	keys := k.own(a)
	if i := slices.Index(keys, noKey); i >= 0 {
		keys[i] = key
		return keys
	}
	return append(keys, key)
}

// WithoutLast returns the keys of an action but for the last one, and false where it has none.
func (k Keys) WithoutLast(a Action) (keys []string, ok bool) {
	if keys = k.own(a); len(keys) == 0 {
		return nil, false
	}
	return withoutPlaces(keys[:len(keys)-1]), true
}

// Placed returns the keys of an action with a key in one of their places, from 0, which leaves
// the one where it was; "" leaves the place free.
func (k Keys) Placed(a Action, at int, key string) []string {
	keys := k.own(a)
	if i := slices.Index(keys, key); i >= 0 {
		keys[i] = noKey
	}
	for len(keys) <= at {
		keys = append(keys, noKey)
	}
	keys[at] = key
	return withoutPlaces(keys)
}

// KeyAt returns the key in a place of those of an action, "" for none.
func (k Keys) KeyAt(a Action, at int) string {
	if keys := k.Of(a).Keys; at < len(keys) {
		return keys[at]
	}
	return noKey
}

// own returns the keys of an action that can be taken away.
func (k Keys) own(a Action) []string {
	return withoutPlaces(slices.DeleteFunc(slices.Clone(k.Of(a).Keys), func(key string) bool { return key == AlwaysQuits }))
}

// withoutPlaces returns keys without the free places behind the last of them.
func withoutPlaces(keys []string) []string {
	for len(keys) > 0 && keys[len(keys)-1] == noKey {
		keys = keys[:len(keys)-1]
	}
	return keys
}

// ActionOf returns the action that has a key by its name, "" for none.
func (k Keys) ActionOf(name string) Action {
	a, _, _ := k.actionOf(name)
	return a
}

// NameOf returns the name by which a pressed key is bound, that of its Latin letter where it
// types one of another script; ok is false of a key that cannot be chosen.
func NameOf(press tea.KeyPressMsg, board keyboard.Board) (name string, ok bool) {
	names, _ := keyboard.Names(press, board)
	for _, n := range names {
		if parsed, ok := keyboard.Parse(n); ok && utf8.RuneCountInString(n) == len(n) {
			return parsed, parsed == n
		}
	}
	return keyboard.Parse(names[0])
}

// AllLabels returns the keys of a binding as they are printed on the keyboard, also those
// that stand in for others.
func (k Keys) AllLabels(b Binding, board keyboard.Board) (labels []string) {
	for _, key := range b.Keys {
		if key == noKey {
			continue
		}
		if label := k.LabelOf(key, board); !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return labels
}

// LabelOf returns a key as it is printed on the keyboard, or by its own name where what is
// printed does something else.
func (k Keys) LabelOf(key string, board keyboard.Board) string {
	label := board.On.Label(key)
	if other := k.ActionOf(label); other != "" && other != k.ActionOf(key) {
		return key
	}
	return label
}
