package keymap

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
)

// A key goes to the action that it is chosen for, from whichever had it, and what is kept
// makes the same keys at the next start.
func TestRebind(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		before  []Chosen
		action  Action
		keys    []string // nil: those that it has by itself
		want    map[Action][]string
		changed []Rebound
	}{
		"a free key":               {nil, Bookmark, []string{"f5"}, map[Action][]string{Bookmark: {"f5"}}, []Rebound{{Chosen{"bookmark", []string{"f5"}}, false}}},
		"one that another has":     {nil, Bookmark, []string{"n"}, map[Action][]string{Bookmark: {"n"}, NextHit: nil}, []Rebound{{Chosen{"bookmark", []string{"n"}}, false}}},
		"one chosen for another":   {[]Chosen{{"next-hit", []string{"f5", "n"}}}, Bookmark, []string{"f5"}, map[Action][]string{Bookmark: {"f5"}, NextHit: {"n"}}, []Rebound{{Chosen{"next-hit", []string{"n"}}, false}, {Chosen{"bookmark", []string{"f5"}}, false}}},
		"the usual ones":           {[]Chosen{{"bookmark", []string{"f5"}}}, Bookmark, []string{"b"}, map[Action][]string{Bookmark: {"b"}}, []Rebound{{Chosen{"bookmark", []string{"b"}}, true}}},
		"none":                     {nil, Bookmark, []string{}, map[Action][]string{Bookmark: {}}, []Rebound{{Chosen{"bookmark", []string{}}, false}}},
		"back to the usual":        {[]Chosen{{"bookmark", []string{"n"}}}, Bookmark, nil, map[Action][]string{Bookmark: {"b"}, NextHit: {"n"}}, []Rebound{{Chosen{"bookmark", nil}, true}}},
		"but what others have":     {[]Chosen{{"bookmark", []string{"n"}}, {"next-hit", []string{"f5"}}}, NextHit, nil, map[Action][]string{Bookmark: {"n"}, NextHit: nil}, []Rebound{{Chosen{"next-hit", nil}, true}}},
		"the way out keeps ctrl+c": {nil, Quit, []string{"f10"}, map[Action][]string{Quit: {"f10", "ctrl+c"}}, []Rebound{{Chosen{"quit", []string{"f10"}}, false}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k, errs := Choose(tt.before)
			if slices.ContainsFunc(errs, func(err error) bool { return err != nil }) {
				t.Fatal(errs)
			}
			var changed []Rebound
			if tt.keys == nil {
				k, changed = k.Unbind(tt.action)
			} else {
				k, changed = k.Rebind(tt.action, tt.keys)
			}
			for a, want := range tt.want {
				if got := k.Of(a).Keys; !slices.Equal(got, want) {
					t.Errorf("%s is on %q, want %q", a, got, want)
				}
			}
			if !slices.EqualFunc(changed, tt.changed, func(a, b Rebound) bool {
				return a.Action == b.Action && a.Usual == b.Usual && slices.Equal(a.Keys, b.Keys)
			}) {
				t.Errorf("kept is %v, want %v", changed, tt.changed)
			}
			again, _ := Choose(keep(tt.before, changed))
			for _, b := range k.Bindings {
				if got := again.Of(b.Action).Keys; !slices.Equal(got, b.Keys) {
					t.Errorf("at the next start %s is on %q, and was on %q", b.Action, got, b.Keys)
				}
			}
		})
	}
}

// keep returns choices with changes of them.
func keep(before []Chosen, changed []Rebound) (kept []Chosen) {
	for _, c := range before {
		if !slices.ContainsFunc(changed, func(r Rebound) bool { return r.Action == c.Action }) {
			kept = append(kept, c)
		}
	}
	for _, r := range changed {
		if !r.Usual {
			kept = append(kept, r.Chosen)
		}
	}
	return kept
}

// Whatever is given, added, dropped and taken back, in whichever order: what is kept is right,
// and makes the same keys at the next start.
func TestRebindAtRandom(t *testing.T) {
	t.Parallel()
	pool := []string{"f5", "ctrl+b"}
	for _, b := range Defaults {
		for _, key := range b.Keys {
			if key != AlwaysQuits {
				pool = append(pool, key)
			}
		}
	}
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		k, done := Usual(), []string{}
		var changed []Rebound
		for range 8 {
			a, key := Defaults[r.IntN(len(Defaults))].Action, pool[r.IntN(len(pool))]
			if r.IntN(3) == 0 {
				a = OpenRelated
			}
			var now []Rebound
			switch r.IntN(4) {
			case 0:
				k, now = k.Unbind(a)
				done = append(done, string(a)+" as usual")
			case 1:
				k, now = k.Rebind(a, []string{key})
				done = append(done, string(a)+" on "+key)
			case 2:
				if k.ActionOf(key) != a {
					k, now = k.Rebind(a, k.With(a, key))
					done = append(done, string(a)+" also on "+key)
				}
			default:
				if keys, ok := k.WithoutLast(a); ok {
					k, now = k.Rebind(a, keys)
					done = append(done, string(a)+" on one less")
				}
			}
			for _, c := range now {
				changed = append(slices.DeleteFunc(changed, func(r Rebound) bool { return r.Action == c.Action }), c)
			}
			again, errs := Choose(keep(nil, changed))
			if err := errors.Join(errs...); err != nil {
				t.Fatalf("%q: %v", done, err)
			}
			for _, b := range k.Bindings {
				if got := again.Of(b.Action).Keys; !slices.Equal(got, b.Keys) {
					t.Fatalf("%q: at the next start %s is on %q, and was on %q", done, b.Action, got, b.Keys)
				}
			}
		}
	}
}

// The other digits open what they opened also when keys of theirs are added and dropped.
func TestDigitsKeepTheirPlaces(t *testing.T) {
	t.Parallel()
	k, _ := Usual().Rebind(Bookmark, []string{"2"})
	less, _ := k.WithoutLast(OpenRelated)
	k, _ = k.Rebind(OpenRelated, less)
	if got, want := k.Of(OpenRelated).Keys, []string{"1", "", "3", "4", "5", "6", "7", "8"}; !slices.Equal(got, want) {
		t.Errorf("one less is %q, want %q", got, want)
	}
	k, _ = k.Rebind(Note, []string{"3"})
	if got, want := k.Of(OpenRelated).Keys, []string{"1", "", "", "4", "5", "6", "7", "8"}; !slices.Equal(got, want) {
		t.Errorf("two of them given away leave %q, want %q", got, want)
	}
	if got, want := k.With(OpenRelated, "f2"), []string{"1", "f2", "", "4", "5", "6", "7", "8"}; !slices.Equal(got, want) {
		t.Errorf("another in their place makes %q, want %q", got, want)
	}
	k, _ = k.Rebind(OpenRelated, []string{"1", "2"})
	k, _ = k.Rebind(Bookmark, []string{"2"})
	if less, ok := k.WithoutLast(OpenRelated); !ok || len(less) != 0 {
		t.Errorf("without the only one there is %q", less)
	}
	if _, errs := Choose([]Chosen{{"bookmark", []string{""}}}); errs[0] == nil {
		t.Error("another action may have a key without a name")
	}
}

// A digit that is given to another action makes no other one open another article.
func TestDigitsKeepWhatTheyOpen(t *testing.T) {
	t.Parallel()
	k, _ := Choose([]Chosen{{"bookmark", []string{"1"}}})
	for i, text := range []string{"2", "9"} {
		a, at, _ := k.Bound(tea.KeyPressMsg{Text: text, Code: rune(text[0])}, keyboard.Board{})
		if want := []int{1, 8}[i]; a != OpenRelated || at != want {
			t.Errorf("%s does %s, %d; want %d", text, a, at, want)
		}
	}
	if labels := k.Labels(*k.Of(OpenRelated), keyboard.Board{}); len(labels) != 8 || labels[0] != "2" {
		t.Errorf("the keys shown are %q", labels)
	}
}

// A pressed key has the name by which it does something when it is pressed again.
func TestNameOf(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		press tea.KeyPressMsg
		want  string // "" for none
	}{
		{tea.KeyPressMsg{Text: "j", Code: 'j'}, "j"},
		{tea.KeyPressMsg{Text: "J", Code: 'j', Mod: tea.ModShift}, "J"},
		{tea.KeyPressMsg{Text: "ت", Code: 'ت'}, "j"},
		{tea.KeyPressMsg{Text: "ت", Code: 'ت', BaseCode: 'j'}, "j"},
		{tea.KeyPressMsg{Text: "لا", Code: tea.KeyExtended}, "b"},
		{tea.KeyPressMsg{Text: "٣", Code: '٣'}, "3"},
		{tea.KeyPressMsg{Text: "é", Code: 'é'}, "é"},
		{tea.KeyPressMsg{Text: " ", Code: tea.KeySpace}, "space"},
		{tea.KeyPressMsg{Code: tea.KeyF5}, "f5"},
		{tea.KeyPressMsg{Code: tea.KeyDown, Mod: tea.ModAlt | tea.ModCtrl}, "ctrl+alt+down"},
		{tea.KeyPressMsg{Code: 'x', Mod: tea.ModCtrl}, "ctrl+x"},
		{tea.KeyPressMsg{Code: tea.KeyMediaPlay}, ""},
	} {
		got, ok := NameOf(tt.press, keyboard.Board{})
		if ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%q is %q, %v; want %q", tt.press, got, ok, tt.want)
		}
		if !ok {
			continue
		}
		k, _ := Choose([]Chosen{{"bookmark", []string{got}}})
		if a, _, _ := k.Bound(tt.press, keyboard.Board{}); a != Bookmark {
			t.Errorf("%q, bound as %q, does %q", tt.press, got, a)
		}
	}
}
