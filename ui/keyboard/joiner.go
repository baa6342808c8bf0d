package keyboard

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// The Arabic layout has a key of its own for lam-alef, where Latin ones have
// « b ». Most terminals send it as two letters, of which the first is also the
// key « g ». So a lam waits a moment for its alef.
const lamWait = 30 * time.Millisecond

// Joiner puts the keys together that a terminal sends as two letters. The zero
// Joiner is ready.
type Joiner struct{ lam *pressed }

type pressed struct{ key tea.KeyPressMsg }

// Alone is sent when a letter has waited in vain for the other half of its key.
type Alone struct{ lam *pressed }

// Press takes a key press and gives those to act on now. The command, if there
// is one, sends an [Alone].
func (j *Joiner) Press(key tea.KeyPressMsg) (now []tea.KeyPressMsg, wait tea.Cmd) {
	if lam := j.lam; lam != nil {
		j.lam = nil
		if IsLigature("ل" + key.Text) {
			return []tea.KeyPressMsg{{Text: "ل" + key.Text, Code: tea.KeyExtended}}, nil
		}
		now, wait = j.Press(key)
		return append([]tea.KeyPressMsg{lam.key}, now...), wait
	}
	if letters := []rune(key.Text); len(letters) > 1 && !IsLigature(key.Text) {
		// A letter and a mark that came at once are two keys.
		for _, letter := range letters {
			var also []tea.KeyPressMsg
			also, wait = j.Press(tea.KeyPressMsg{Text: string(letter), Code: letter})
			now = append(now, also...)
		}
		return now, wait
	}
	if key.Text == "ل" && key.BaseCode == 0 {
		lam := &pressed{key}
		j.lam = lam
		return nil, tea.Tick(lamWait, func(time.Time) tea.Msg { return Alone{lam} })
	}
	return []tea.KeyPressMsg{key}, nil
}

// Release gives the letter that stayed alone, if it is still waiting.
func (j *Joiner) Release(msg Alone) (now []tea.KeyPressMsg) {
	if j.lam == nil || j.lam != msg.lam {
		return nil
	}
	now = []tea.KeyPressMsg{j.lam.key}
	j.lam = nil
	return now
}
