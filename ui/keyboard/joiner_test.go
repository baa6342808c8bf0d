package keyboard

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func typedKey(text string) tea.KeyPressMsg {
	return tea.KeyPressMsg{Text: text, Code: []rune(text)[0]}
}

// texts is what keys type.
func texts(keys []tea.KeyPressMsg) (list []string) {
	for _, k := range keys {
		list = append(list, k.Text)
	}
	return list
}

func TestJoiner(t *testing.T) {
	for _, tt := range []struct {
		name  string
		typed string
		want  []string
	}{
		{"other keys go through", "jت", []string{"j", "ت"}},
		{"a lam and an alef are one key", "لا", []string{"لا"}},
		{"with a hamza", "لألإلآ", []string{"لأ", "لإ", "لآ"}},
		{"a lam before another key", "لت", []string{"ل", "ت"}},
		{"two lams and an alef", "للا", []string{"ل", "لا"}},
		{"a lam waits", "ل", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var j Joiner
			var got []string
			for _, letter := range tt.typed {
				now, _ := j.Press(typedKey(string(letter)))
				got = append(got, texts(now)...)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A letter and a mark that a terminal sent at once are the keys that typed them.
func TestKeysAtOnce(t *testing.T) {
	var j Joiner
	now, _ := j.Press(tea.KeyPressMsg{Text: "ت\u064e", Code: tea.KeyExtended})
	if got := texts(now); !slices.Equal(got, []string{"ت", "\u064e"}) {
		t.Errorf("got %q", got)
	}
}

// A lam that stays alone is the key it is, once.
func TestLamAlone(t *testing.T) {
	var j Joiner
	_, wait := j.Press(typedKey("ل"))
	msg := wait().(Alone)
	if got := texts(j.Release(msg)); !slices.Equal(got, []string{"ل"}) {
		t.Errorf("released %q", got)
	}
	if got := j.Release(msg); got != nil {
		t.Errorf("released again: %q", texts(got))
	}
	_, wait = j.Press(typedKey("ل"))
	j.Press(typedKey("ا"))
	if got := j.Release(wait().(Alone)); got != nil {
		t.Errorf("released a lam that was joined: %q", texts(got))
	}
}
