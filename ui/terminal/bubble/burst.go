package bubble

import (
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"
)

// Bubble Tea hands its renderer a view after each message, and waits with that while a frame
// is being written. A terminal that takes frames slowly (over SSH, or one that is busy) would
// so let one key through for a frame, and a key that is held down would go on long after it is
// let go. So keys, clicks and pastes that come while a frame is being written wait together,
// and the program gets all of them once it is, before the next frame.

// burst holds what is pressed while a frame is on its way to the terminal. The zero value is
// ready.
type burst struct {
	mu      sync.Mutex
	send    func(tea.Msg) // nil as long as there is no program
	writing bool
	held    []tea.Msg
}

// heldMsg is what was pressed meanwhile, in order.
type heldMsg []tea.Msg

// mostHeld is how much waits at most. More than that is pressed by no hand: it goes to the
// program, which then waits for the frame.
const mostHeld = 1 << 14

// begin takes note that a frame is being written.
func (b *burst) begin() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.writing = true
}

// end takes note that it is written, and has what waits for that handed over.
func (b *burst) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.writing = false; len(b.held) > 0 && b.send != nil {
		go b.send(wakeMsg{})
	}
}

// filter returns a message that came to the program, or nil for one that waits, or what has
// waited in its place.
func (b *burst) filter(msg tea.Msg) tea.Msg {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch msg := msg.(type) {
	case programMsg:
		b.send = msg.send
	case tea.KeyMsg, tea.MouseMsg, tea.PasteMsg:
		if b.send == nil || !b.writing && len(b.held) == 0 {
			return msg
		}
		b.held = append(b.held, msg)
		if len(b.held) < mostHeld {
			return nil
		}
		return b.take()
	case wakeMsg:
		if len(b.held) > 0 {
			return b.take()
		}
	}
	return msg
}

// take returns what waits. The lock is held.
func (b *burst) take() heldMsg {
	held := heldMsg(b.held)
	b.held = nil
	return held
}

// updateAll calls Update with one message after the other, and returns the model after all of
// them and a command with all that they ask for.
func updateAll(model tea.Model, messages []tea.Msg) (tea.Model, tea.Cmd) {
	var cmds []tea.Cmd
	for _, msg := range messages {
		var cmd tea.Cmd
		model, cmd = model.Update(msg)
		cmds = append(cmds, cmd)
	}
	return model, tea.Batch(slices.DeleteFunc(cmds, func(c tea.Cmd) bool { return c == nil })...)
}
