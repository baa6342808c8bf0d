package dialog

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// noted keeps what it is told, and leaves to others what it does not take.
type noted struct {
	takes func(tea.Msg) bool
	told  []tea.Msg
}

func (n *noted) Update(msg tea.Msg) Action {
	if !n.takes(msg) {
		return Pass{}
	}
	n.told = append(n.told, msg)
	return nil
}

func matchAll(tea.Msg) bool { return true }
func none(tea.Msg) bool     { return false }

// What the topmost dialog leaves alone goes to the next one below, and in the end to
// nobody.
func TestMessagesGoDownTheStack(t *testing.T) {
	var s Stack
	low, high := &noted{takes: matchAll}, &noted{takes: none}
	if _, from := s.Update(Wheel{}, time.Time{}); from != nil {
		t.Error("an empty stack takes a message")
	}
	s.Push(low)
	s.Push(high)
	if _, from := s.Update(Wheel{}, time.Time{}); from != low {
		t.Errorf("taken by %v", from)
	}
	s.Close(low) // from below another
	if _, from := s.Update(Wheel{}, time.Time{}); from != nil || s.IsEmpty() {
		t.Error("the wrong dialog was closed")
	}
}

// A dialog that an answer opens takes no keys that were pressed before it was seen,
// and does not come up where another one was opened since.
func TestLateDialogs(t *testing.T) {
	var s Stack
	now := time.Unix(1000, 0)
	below, late := &noted{takes: matchAll}, &noted{takes: matchAll}
	s.Push(below)
	mark := s.Mark()
	if !s.PushLate(late, mark, now.Add(time.Second)) {
		t.Fatal("it was not opened")
	}
	if _, from := s.Update(Key{}, now); from != below {
		t.Error("a key in flight went to the late dialog")
	}
	if _, from := s.Update(Wheel{}, now); from != late {
		t.Error("it does not take what is no key")
	}
	if _, from := s.Update(Key{}, now.Add(time.Second)); from != late {
		t.Error("it takes no keys once it was seen")
	}
	if s.PushLate(&noted{takes: matchAll}, mark, now) {
		t.Error("a dialog came up over one that was opened since")
	}
}
