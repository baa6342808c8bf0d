package keymap

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
)

func TestKeyMapIsUnambiguous(t *testing.T) {
	taken := map[string]Action{}
	for _, b := range Defaults {
		for _, k := range b.Keys {
			if other, ok := taken[k]; ok {
				t.Errorf("key %q is bound to %q and to %q", k, other, b.Action)
			}
			taken[k] = b.Action
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
		want Action
		name string
	}{
		"Latin j":                     {press("j"), Down, "j"},
		"Arabic layout, j":            {press("ت"), Down, "j"},
		"Arabic layout, k":            {press("ن"), Up, "k"},
		"Arabic layout, q":            {press("ض"), Quit, "q"},
		"Arabic layout, slash":        {press("ظ"), FilterList, "/"},
		"Arabic layout, opening [":    {press("ج"), Earlier, "["},
		"Arabic layout, closing ]":    {press("د"), Later, "]"},
		"Arabic layout, question":     {press("؟"), Help, "?"},
		"lam-alef as one character":   {press("ﻻ"), Bookmark, "b"},
		"lam-alef as two letters":     {press("لا"), Bookmark, "b"},
		"Persian keheh is semicolon":  {press("ک"), "", "ک"},
		"Arabic layout, shifted R":    {press("ٌ"), Reverse, "R"},
		"kitty, shift and a bracket":  {tea.KeyPressMsg{Text: "]", Code: 'ي', BaseCode: 'd', Mod: tea.ModShift}, Digits, "D"},
		"Hebrew layout, j":            {press("ח"), Down, "j"},
		"Arabic-Indic digit":          {press("٣"), OpenRelated, "3"},
		"Persian digit":               {press("۴"), OpenRelated, "4"},
		"kitty reports the base key":  {tea.KeyPressMsg{Text: "ث", Code: 'ث', BaseCode: 'j'}, Down, "j"},
		"kitty, shift and base key":   {tea.KeyPressMsg{Text: "لآ", Code: 'ل', BaseCode: 'b', Mod: tea.ModShift}, Bookmarks, "B"},
		"kitty, control and base key": {tea.KeyPressMsg{Code: 'ي', BaseCode: 'd', Mod: tea.ModCtrl}, HalfDown, "ctrl+d"},
		"special key":                 {tea.KeyPressMsg{Code: tea.KeyLeft}, Onward, "left"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			k := Keys{Bindings: Defaults}
			got, at, _ := k.Bound(tt.key, keyboard.Board{})
			key := tt.name
			if got != "" {
				key = k.Of(got).Keys[at]
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
		for _, b := range Defaults {
			k, board := Keys{Bindings: Defaults}, keyboard.Board{On: layout, Home: layout}
			labels := k.Labels(b, board)
			if len(labels) == 0 && len(b.Keys) > 0 {
				t.Errorf("%s has no key for %q", layout, b.Action)
			}
			for _, label := range labels {
				letter, size := utf8.DecodeRuneInString(label)
				if size < len(label) && !keyboard.IsLigature(label) {
					continue // a key without a letter
				}
				got, _, now := k.Bound(tea.KeyPressMsg{Text: label, Code: letter}, board)
				if board = now; got != b.Action && !strings.ContainsRune("←↑→↓⏎⌫␣", letter) {
					t.Errorf("%s shows %q for %q, which does %q", layout, label, b.Action, got)
				}
			}
		}
	}
}

// A key is whose who chose it, and no longer of what had it by itself.
func TestChosenKeysAreGivenAway(t *testing.T) {
	for _, b := range Defaults {
		for _, key := range b.Keys {
			of := Bookmark
			if b.Action == Bookmark {
				of = Help
			}
			k, errs := Choose([]Chosen{{string(of), []string{key}}})
			if key == AlwaysQuits {
				if errs[0] == nil {
					t.Errorf("%s leaves the reader no longer", key)
				}
				continue
			}
			if errs[0] != nil || slices.Contains(k.Of(b.Action).Keys, key) || !slices.Contains(k.Of(of).Keys, key) {
				t.Errorf("%q of %s: %v, %q", key, b.Action, errs[0], k.Of(of).Keys)
			}
		}
	}
}
