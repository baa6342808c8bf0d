package reader

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/keyboard"
)

// The Arabic layout has a key of its own for lam-alef, where Latin ones have
// « b ». Most terminals send it as two letters, of which the first is also the
// key « g ». So a lam waits a moment for its alef.
const lamWait = 30 * time.Millisecond

// pressed is a lam that waits.
type pressed struct{ key tea.KeyPressMsg }

// lamAlone is sent when a lam has waited in vain.
type lamAlone struct{ lam *pressed }

// holdLam keeps a lam back, or joins an alef to the lam before it. It says
// whether the key is done with.
func (m *Model) holdLam(key tea.KeyPressMsg) (cmd tea.Cmd, held bool) {
	if lam := m.lam; lam != nil {
		m.lam = nil
		if keyboard.IsLigature("ل" + key.Text) {
			return m.press(tea.KeyPressMsg{Text: "ل" + key.Text, Code: tea.KeyExtended}), true
		}
		return tea.Batch(m.act(lam.key), m.press(key)), true
	}
	if key.Text == "ل" && key.BaseCode == 0 {
		lam := &pressed{key}
		m.lam = lam
		return tea.Tick(lamWait, func(time.Time) tea.Msg { return lamAlone{lam} }), true
	}
	return nil, false
}

// releaseLam takes a lam that stayed alone for the key it is.
func (m *Model) releaseLam(msg lamAlone) tea.Cmd {
	if m.lam == nil || m.lam != msg.lam {
		return nil
	}
	key := m.lam.key
	m.lam = nil
	return m.act(key)
}
