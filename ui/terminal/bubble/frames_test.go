package bubble

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// drawing is a counter that counts its frames, too.
type drawing struct {
	counter
	frames *int
	takes  func() // what drawing takes, nil for no time
}

func (d drawing) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := d.counter.Update(m)
	d.counter = next.(counter)
	return d, cmd
}

func (d drawing) View() tea.View {
	*d.frames++
	if d.takes != nil {
		d.takes()
	}
	return d.counter.View()
}

// A message by itself is shown at once. Of many that come at once the first is, and the
// rest by one frame after a moment, which comes by itself.
func TestFramesOfManyMessages(t *testing.T) {
	t.Parallel()
	frames, at := 0, time.Now()
	var m tea.Model = guardedModel{drawing{frames: &frames}, &guard{now: func() time.Time { return at }}}
	wakes := 0
	press := func() {
		var cmd tea.Cmd
		if m, cmd = m.Update(tea.KeyPressMsg{Code: 'x'}); cmd != nil {
			wakes++
		}
		m.View()
	}
	shows := func(what string, keys, wantFrames, wantWakes int) {
		t.Helper()
		if got := m.View().Content; got != (counter{keys}).View().Content || frames != wantFrames || wakes != wantWakes {
			t.Errorf("%s: it shows %q by %d frames, and asked for %d more", what, got, frames, wakes)
		}
	}
	press()
	shows("the first key", 1, 1, 0)
	for range 5 {
		press()
	}
	shows("keys at once", 1, 1, 1)
	at = at.Add(betweenFrames)
	m, _ = m.Update(wakeMsg{})
	shows("after a moment", 6, 2, 1)
	at = at.Add(time.Second)
	press()
	shows("a key by itself", 7, 3, 1)
	at = at.Add(betweenFrames / 2)
	press()
	shows("one soon after it", 7, 3, 2)
	at = at.Add(betweenFrames)
	press()
	shows("one before that is shown, late", 9, 4, 2)
	m, _ = m.Update(wakeMsg{})
	shows("with nothing to be shown", 9, 4, 2)
}

// Where drawing takes longer than it takes until the next key, half of the time is for keys: a
// key that is held down is no longer behind than a few presses.
func TestFramesThatTakeLong(t *testing.T) {
	t.Parallel()
	const takes, between, held = 150 * time.Millisecond, 33 * time.Millisecond, 300
	begin := time.Now()
	frames, at := 0, begin
	var m tea.Model = guardedModel{drawing{frames: &frames, takes: func() { at = at.Add(takes) }}, &guard{now: func() time.Time { return at }}}
	for i := range held {
		if pressed := begin.Add(time.Duration(i) * between); at.Before(pressed) {
			at = pressed
		} else if behind := at.Sub(pressed); behind > 3*takes {
			t.Fatalf("key %d is taken %v after it was pressed", i, behind)
		}
		m, _ = m.Update(tea.KeyPressMsg{Code: 'x'})
		m.View()
	}
	if frames < held*int(between)/int(2*takes)/2 {
		t.Errorf("%d frames while a key was held down %d times", frames, held)
	}
}
