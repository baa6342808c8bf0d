package reader

import (
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

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
