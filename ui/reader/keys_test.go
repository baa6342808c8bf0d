package reader

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/keyboard"
	"warraq/ui/words"
)

func TestKeyMapIsUnambiguous(t *testing.T) {
	taken := map[string]action{}
	for _, b := range keyMap {
		for _, k := range b.keys {
			if other, ok := taken[k]; ok {
				t.Errorf("key %q is bound to %q and to %q", k, other, b.action)
			}
			taken[k] = b.action
		}
	}
}

func TestEveryActionIsDoneAndNamed(t *testing.T) {
	for _, b := range keyMap {
		if _, ok := actions()[b.action]; !ok && b.action != openRelated && movements[b.action] == (movement{}) {
			t.Errorf("%q is bound to keys and does nothing", b.action)
		}
		for _, w := range []*words.Words{words.Arabic(), words.English()} {
			if w.Actions[string(b.action)] == "" {
				t.Errorf("%q has no words in %s", b.action, w.Lang)
			}
		}
	}
}

func TestKeysByTheirPlace(t *testing.T) {
	press := func(text string) tea.KeyPressMsg {
		r, _ := utf8.DecodeRuneInString(text)
		return tea.KeyPressMsg{Text: text, Code: r}
	}
	tests := map[string]struct {
		key  tea.KeyPressMsg
		want action
		name string
	}{
		"Latin j":                     {press("j"), down, "j"},
		"Arabic layout, j":            {press("ت"), down, "j"},
		"Arabic layout, k":            {press("ن"), up, "k"},
		"Arabic layout, q":            {press("ض"), quit, "q"},
		"Arabic layout, slash":        {press("ظ"), filterList, "/"},
		"Arabic layout, opening [":    {press("ج"), earlier, "["},
		"Arabic layout, closing ]":    {press("د"), later, "]"},
		"Arabic layout, question":     {press("؟"), help, "?"},
		"lam-alef as one character":   {press("ﻻ"), bookmark, "b"},
		"lam-alef as two letters":     {press("لا"), bookmark, "b"},
		"Persian keheh is semicolon":  {press("ک"), "", "ک"},
		"Arabic layout, shifted R":    {press("ٌ"), reverse, "R"},
		"kitty, shift and a bracket":  {tea.KeyPressMsg{Text: "]", Code: 'ي', BaseCode: 'd', Mod: tea.ModShift}, digits, "D"},
		"Hebrew layout, j":            {press("ח"), down, "j"},
		"Arabic-Indic digit":          {press("٣"), openRelated, "3"},
		"Persian digit":               {press("۴"), openRelated, "4"},
		"kitty reports the base key":  {tea.KeyPressMsg{Text: "ث", Code: 'ث', BaseCode: 'j'}, down, "j"},
		"kitty, shift and base key":   {tea.KeyPressMsg{Text: "لآ", Code: 'ل', BaseCode: 'b', Mod: tea.ModShift}, bookmarks, "B"},
		"kitty, control and base key": {tea.KeyPressMsg{Code: 'ي', BaseCode: 'd', Mod: tea.ModCtrl}, halfDown, "ctrl+d"},
		"special key":                 {tea.KeyPressMsg{Code: tea.KeyLeft}, onward, "left"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m := &Model{keyMap: Keys{keyMap}}
			got, at := m.bound(tt.key)
			key := tt.name
			if got != "" {
				key = m.keyMap.of(got).keys[at]
			}
			if got != tt.want || got != "" && key != tt.name {
				t.Errorf("bound to %q by %q, want %q by %q", got, key, tt.want, tt.name)
			}
		})
	}
}

// Every action can be reached by the keys that are shown for it, whatever layout is
// on, and by what that layout types for them.
func TestEveryActionHasAKeyOnEveryLayout(t *testing.T) {
	for _, layout := range keyboard.Layouts() {
		for _, b := range keyMap {
			m := &Model{keyMap: Keys{keyMap}, board: keyboard.Board{On: layout, Home: layout}}
			labels := m.labels(b)
			if len(labels) == 0 && len(b.keys) > 0 {
				t.Errorf("%s has no key for %q", layout, b.action)
			}
			for _, label := range labels {
				letter, size := utf8.DecodeRuneInString(label)
				if size < len(label) && !keyboard.IsLigature(label) {
					continue // a key without a letter
				}
				if got, _ := m.bound(tea.KeyPressMsg{Text: label, Code: letter}); got != b.action && !strings.ContainsRune("←↑→↓⏎⌫␣", letter) {
					t.Errorf("%s shows %q for %q, which does %q", layout, label, b.action, got)
				}
			}
		}
	}
}

// A spare key is whose who chose it; another one is not given away.
func TestSpareKeysAreGivenAway(t *testing.T) {
	k, errs := Choose([]Chosen{{"bookmark", []string{"c"}}, {"help", []string{"C"}}})
	if errs[0] != nil || errs[1] == nil {
		t.Errorf("refused %v", errs)
	}
	if got := k.of(nextTheme).keys; !slices.Equal(got, []string{"C"}) {
		t.Errorf("the theme has %q", got)
	}
}
